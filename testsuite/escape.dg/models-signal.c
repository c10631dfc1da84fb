/* <signal.h>, <setjmp.h>, <sys/epoll.h>, <aio.h>, <mqueue.h>: what is to be used
   when something happens is kept until then.  */

#define _GNU_SOURCE
#include <aio.h>
#include <mqueue.h>
#include <setjmp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/epoll.h>

static void
handle (int number)
{
}

/* POSIX sigaction: the structures are read and filled; the sets are values.  */
void
handled (void)
{
  struct sigaction action = { .sa_handler = handle }; /* { dg-note "'action' does not escape" } */
  struct sigaction old; /* { dg-note "'old' does not escape" } */
  sigset_t set; /* { dg-note "'set' does not escape" } */

  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigprocmask (SIG_BLOCK, &set, NULL);
  sigaction (SIGINT, &action, &old);
}

/* POSIX sigaltstack: the stack that *ss names is used from then on.  */
void
on_stack (void)
{
  char memory[65536]; /* { dg-note "'memory' escapes its frame: kept by 'sigaltstack'" } */
  stack_t stack = { .ss_sp = memory, .ss_size = sizeof memory }; /* { dg-note "'stack' does not escape" } */

  sigaltstack (&stack, NULL);
}

/* POSIX sigqueue: the value is delivered with the signal.  */
void
delivered (pid_t process)
{
  int data; /* { dg-note "'data' escapes its frame: kept by 'sigqueue'" } */

  sigqueue (process, SIGUSR1, (union sigval) { .sival_ptr = &data });
}

/* C17 7.13: the buffer has what longjmp needs.  */
int
jumped (void)
{
  jmp_buf here; /* { dg-note "'here' does not escape" } */

  if (setjmp (here))
    return 1;
  longjmp (here, 1);
}

/* epoll_ctl (Linux): data is returned by epoll_wait.  */
void
watched (int fd, int other)
{
  int data; /* { dg-note "'data' escapes its frame: kept by 'epoll_ctl'" } */
  struct epoll_event event = { .data.ptr = &data }; /* { dg-note "'event' does not escape" } */
  struct epoll_event events[4]; /* { dg-note "'events' does not escape" } */

  epoll_ctl (fd, EPOLL_CTL_ADD, other, &event);
  epoll_wait (fd, events, 4, -1);
}

void
watched_number (int fd, int other)
{
  struct epoll_event event = { .data.fd = other }; /* { dg-note "'event' does not escape" } */

  epoll_ctl (fd, EPOLL_CTL_ADD, other, &event);
}

/* POSIX aio_read: the block and the buffer are used until the request is
   done.  */
void
requested (int fd)
{
  char data[10]; /* { dg-note "'data' escapes its frame: stored in 'request', which escapes" } */
  struct aiocb request = { .aio_fildes = fd, .aio_buf = data }; /* { dg-note "'request' escapes its frame: kept by 'aio_read'" } */

  aio_read (&request);
}

/* POSIX mq_notify: the notification is registered; mq_send copies.  */
void
notified (mqd_t queue)
{
  int data; /* { dg-note "'data' escapes its frame: kept by 'mq_notify'" } */
  char text[] = "x"; /* { dg-note "'text' does not escape" } */
  struct sigevent event = { .sigev_value.sival_ptr = &data }; /* { dg-note "'event' does not escape" } */

  mq_send (queue, text, sizeof text, 0);
  mq_notify (queue, &event);
}
