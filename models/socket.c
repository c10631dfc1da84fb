/* Models of <sys/socket.h>, <arpa/inet.h>, <net/*.h>, <netinet/*.h> and
   <ifaddrs.h>.

   Copyright (C) 2026 The escape authors.

   This file is part of escape.

   escape is free software: you can redistribute it and/or modify it under
   the terms of the GNU General Public License as published by the Free
   Software Foundation, either version 3 of the License, or (at your option)
   any later version.

   escape is distributed in the hope that it will be useful, but WITHOUT ANY
   WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
   FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
   details.

   You should have received a copy of the GNU General Public License along
   with this program.  If not, see <https://www.gnu.org/licenses/>.  */


/* Bytes that are sent may be received by any thread.  An address is a name; it
   carries no pointers.  */

#define _GNU_SOURCE 1
#include <ifaddrs.h>
#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/ether.h>
#include <netinet/in.h>
#include <netinet/ip6.h>
#include <sys/socket.h>

#include "model.h"

ssize_t
recv (int fd, void *p, size_t n, int flags)
{
  FILL (p);
  return n;
}
SAME_AS (recv, recvfrom, __recv_chk, __recvfrom_chk)

ssize_t
send (int fd, const void *p, size_t n, int flags)
{
  TAKE (sent_bytes, p);
  return n;
}
SAME_AS (send, sendto)

ssize_t
recvmsg (int fd, struct msghdr *message, int flags)
{
  FILL (message->msg_iov[model_any].iov_base);
  FILL (message->msg_control);
  return 0;
}

ssize_t
sendmsg (int fd, const struct msghdr *message, int flags)
{
  TAKE (sent_bytes, message->msg_iov[model_any].iov_base);
  TAKE (sent_bytes, message->msg_control);
  return 0;
}

int
recvmmsg (int fd, struct mmsghdr *messages, unsigned int n, int flags,
	  struct timespec *timeout)
{
  recvmsg (fd, &messages[model_any].msg_hdr, flags);
  return 0;
}

int
sendmmsg (int fd, struct mmsghdr *messages, unsigned int n, int flags)
{
  sendmsg (fd, &messages[model_any].msg_hdr, flags);
  return 0;
}

int
getsockopt (int fd, int level, int option, void *restrict value,
	    socklen_t *restrict size)
{
  FILL (value);
  return 0;
}

/* The next header of control data; it lies in the memory that the message
   names.  */

struct cmsghdr *
__cmsg_nxthdr (struct msghdr *message, struct cmsghdr *header)
{
  return EITHER (SOMEWHERE (header), SOMEWHERE (message->msg_control));
}

KEEP_NOTHING (accept, accept4, bind, connect, getpeername, getsockname,
	      setsockopt, socketpair, listen, shutdown, socket)

/* Addresses as text.  */

static char address_text[1];

static char *
print_address (void)
{
  return address_text;
}
SAME_AS (print_address, inet_ntoa, ether_ntoa)

const char *
inet_ntop (int family, const void *restrict address, char *restrict text,
	   socklen_t size)
{
  return text;
}

char *
inet_net_ntop (int family, const void *address, int bits, char *text,
	       size_t size)
{
  return text;
}

char *
inet_neta (in_addr_t net, char *text, size_t size)
{
  return text;
}

char *
inet_nsap_ntoa (int size, const unsigned char *address, char *text)
{
  return EITHER (text, address_text);
}

char *
ether_ntoa_r (const struct ether_addr *address, char *text)
{
  return text;
}

static struct ether_addr ethernet_address;

struct ether_addr *
ether_aton (const char *text)
{
  return &ethernet_address;
}

struct ether_addr *
ether_aton_r (const char *text, struct ether_addr *address)
{
  return address;
}

KEEP_NOTHING (inet_addr, inet_aton, inet_network, inet_pton, inet_net_pton,
	      inet_nsap_addr, ether_hostton, ether_line, ether_ntohost)

/* <net/if.h>, <ifaddrs.h>: lists in new blocks, whose names and addresses lie
   in the same blocks.  */

struct if_nameindex *
if_nameindex (void)
{
  struct if_nameindex *list = BLOCK ();

  list[model_any].if_name = SOMEWHERE (list);
  return list;
}

int
getifaddrs (struct ifaddrs **list)
{
  struct ifaddrs *first = BLOCK ();

  first->ifa_next = SOMEWHERE (first);
  first->ifa_name = SOMEWHERE (first);
  first->ifa_addr = SOMEWHERE (first);
  first->ifa_netmask = SOMEWHERE (first);
  first->ifa_broadaddr = SOMEWHERE (first);
  first->ifa_data = SOMEWHERE (first);
  *list = first;
  return 0;
}

char *
if_indextoname (unsigned int number, char name[IF_NAMESIZE])
{
  return name;
}

KEEP_NOTHING (if_nametoindex, if_freenameindex, freeifaddrs)

/* <netinet/in.h>: options of IPv6 are built and looked up in the caller's
   memory.  */

uint8_t *
inet6_option_alloc (struct cmsghdr *header, int type, int multiple, int plus)
{
  return SOMEWHERE (header);
}

int
inet6_option_init (void *buffer, struct cmsghdr **header, int type)
{
  *header = buffer;
  return 0;
}

int
inet6_option_next (const struct cmsghdr *header, uint8_t **type)
{
  *type = SOMEWHERE (header);
  return 0;
}

int
inet6_option_find (const struct cmsghdr *header, uint8_t **found, int type)
{
  *found = SOMEWHERE (header);
  return 0;
}

int
inet6_opt_next (void *buffer, socklen_t size, int offset, uint8_t *type,
		socklen_t *length, void **data)
{
  *data = SOMEWHERE (buffer);
  return 0;
}

int
inet6_opt_find (void *buffer, socklen_t size, int offset, uint8_t type,
		socklen_t *length, void **data)
{
  *data = SOMEWHERE (buffer);
  return 0;
}

int
inet6_opt_append (void *buffer, socklen_t size, int offset, uint8_t type,
		  socklen_t length, uint8_t alignment, void **data)
{
  *data = SOMEWHERE (buffer);
  return 0;
}

int
inet6_opt_set_val (void *data, int offset, void *value, socklen_t size)
{
  __builtin_memcpy (SOMEWHERE (data), value, size);
  return 0;
}

int
inet6_opt_get_val (void *data, int offset, void *value, socklen_t size)
{
  __builtin_memcpy (value, SOMEWHERE (data), size);
  return 0;
}

void *
inet6_rth_init (void *header, socklen_t size, int type, int n)
{
  return header;
}

struct in6_addr *
inet6_rth_getaddr (const void *header, int i)
{
  return SOMEWHERE (header);
}

KEEP_NOTHING (inet6_option_append, inet6_opt_init, inet6_opt_finish,
	      inet6_rth_add, inet6_rth_reverse, inet6_rth_segments,
	      getipv4sourcefilter, setipv4sourcefilter, getsourcefilter,
	      setsourcefilter, bindresvport, bindresvport6)
