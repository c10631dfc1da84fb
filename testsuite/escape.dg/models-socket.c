/* <sys/socket.h> and its kin: addresses and data are copied.  */

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

/* POSIX bind, connect, accept, recvfrom, sendto, getsockopt: the kernel copies
   the address, the data and the option, each way.  */
int
served (int fd)
{
  struct sockaddr_in address; /* { dg-note "'address' does not escape" } */
  socklen_t size = sizeof address; /* { dg-note "'size' does not escape" } */
  char data[1000]; /* { dg-note "'data' does not escape" } */
  char text[INET_ADDRSTRLEN]; /* { dg-note "'text' does not escape" } */
  int option = 1; /* { dg-note "'option' does not escape" } */
  int n;

  memset (&address, 0, sizeof address);
  setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, &option, sizeof option);
  bind (fd, (struct sockaddr *) &address, sizeof address);
  fd = accept (fd, (struct sockaddr *) &address, &size);
  inet_ntop (AF_INET, &address.sin_addr, text, sizeof text);
  n = recvfrom (fd, data, sizeof data, 0, (struct sockaddr *) &address, &size);
  send (fd, data, n, 0);
  write (fd, text, strlen (text));
  return read (fd, data, sizeof data);
}

/* POSIX sendmsg, recvmsg: the buffers of msg_iov are read and filled.  What
   pointers were sent may be received by anyone.  */
void
gathered (int fd)
{
  int behind; /* { dg-note "'behind' escapes its frame: kept by 'sendmsg'" } */
  struct { int n; int *p; } data = { 1, &behind }; /* { dg-note "'data' does not escape" } */
  struct iovec vector = { &data, sizeof data }; /* { dg-note "'vector' does not escape" } */
  struct msghdr message; /* { dg-note "'message' does not escape" } */

  memset (&message, 0, sizeof message);
  message.msg_iov = &vector;
  message.msg_iovlen = 1;
  sendmsg (fd, &message, 0);
}

void
scattered (int fd)
{
  int data; /* { dg-note "'data' does not escape" } */
  struct iovec vector = { &data, sizeof data }; /* { dg-note "'vector' does not escape" } */
  struct msghdr message; /* { dg-note "'message' does not escape" } */

  memset (&message, 0, sizeof message);
  message.msg_iov = &vector;
  message.msg_iovlen = 1;
  recvmsg (fd, &message, 0);
  readv (fd, &vector, 1);
}

/* POSIX getaddrinfo: the list is in memory that freeaddrinfo frees; names and
   hints are read.  */
int
looked_up (const char *name) /* { dg-note "'name' does not escape" } */
{
  struct addrinfo hints; /* { dg-note "'hints' does not escape" } */
  struct addrinfo *list; /* { dg-note "'list' does not escape" } */
  int family;

  memset (&hints, 0, sizeof hints);
  if (getaddrinfo (name, "80", &hints, &list))
    return 0;
  family = list->ai_family;
  freeaddrinfo (list);
  return family;
}
