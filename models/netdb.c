/* Models of <netdb.h>.

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


#define _GNU_SOURCE 1
#include <netdb.h>

#include "model.h"

/* Entries in memory of the library's.  */

static struct hostent host_entry;
static struct netent network_entry;
static struct protoent protocol_entry;
static struct servent service_entry;
static struct rpcent rpc_entry;
static char name_in_library[1];

static struct hostent *
host (void)
{
  return &host_entry;
}
SAME_AS (host, gethostbyaddr, gethostbyname, gethostbyname2, gethostent)

static struct netent *
network (void)
{
  return &network_entry;
}
SAME_AS (network, getnetbyaddr, getnetbyname, getnetent)

static struct protoent *
protocol (void)
{
  return &protocol_entry;
}
SAME_AS (protocol, getprotobyname, getprotobynumber, getprotoent)

/* The strings may be those that were asked for.  */

struct servent *
getservbyname (const char *name, const char *protocol)
{
  service_entry.s_name = EITHER ((char *) name, name_in_library);
  service_entry.s_proto = EITHER ((char *) protocol, name_in_library);
  return &service_entry;
}

struct servent *
getservbyport (int port, const char *protocol)
{
  service_entry.s_proto = EITHER ((char *) protocol, name_in_library);
  return &service_entry;
}

struct servent *
getservent (void)
{
  return &service_entry;
}

static struct rpcent *
rpc (void)
{
  return &rpc_entry;
}
SAME_AS (rpc, getrpcbyname, getrpcbynumber, getrpcent)

static char *
name (void)
{
  return name_in_library;
}
SAME_AS (name, gai_strerror, hstrerror)

/* Entries in memory of the caller's: strings, and the lists of them, lie in
   BUFFER, but for those that were asked for.  */

static int
host_in (struct hostent *entry, char *buffer, struct hostent **result)
{
  entry->h_name = SOMEWHERE (buffer);
  entry->h_aliases = SOMEWHERE (buffer);
  entry->h_addr_list = SOMEWHERE (buffer);
  *(char **) SOMEWHERE (buffer) = SOMEWHERE (buffer);
  *result = entry;
  return 0;
}

int
gethostbyaddr_r (const void *restrict address, socklen_t size, int type,
		 struct hostent *restrict entry, char *restrict buffer,
		 size_t length, struct hostent **restrict result,
		 int *restrict error)
{
  return host_in (entry, buffer, result);
}

int
gethostbyname_r (const char *restrict name, struct hostent *restrict entry,
		 char *restrict buffer, size_t length,
		 struct hostent **restrict result, int *restrict error)
{
  return host_in (entry, buffer, result);
}

int
gethostbyname2_r (const char *restrict name, int family,
		  struct hostent *restrict entry, char *restrict buffer,
		  size_t length, struct hostent **restrict result,
		  int *restrict error)
{
  return host_in (entry, buffer, result);
}

int
gethostent_r (struct hostent *restrict entry, char *restrict buffer,
	      size_t length, struct hostent **restrict result,
	      int *restrict error)
{
  return host_in (entry, buffer, result);
}

static int
network_in (struct netent *entry, char *buffer, struct netent **result)
{
  entry->n_name = SOMEWHERE (buffer);
  entry->n_aliases = SOMEWHERE (buffer);
  *(char **) SOMEWHERE (buffer) = SOMEWHERE (buffer);
  *result = entry;
  return 0;
}

int
getnetbyaddr_r (uint32_t net, int type, struct netent *restrict entry,
		char *restrict buffer, size_t length,
		struct netent **restrict result, int *restrict error)
{
  return network_in (entry, buffer, result);
}

int
getnetbyname_r (const char *restrict name, struct netent *restrict entry,
		char *restrict buffer, size_t length,
		struct netent **restrict result, int *restrict error)
{
  return network_in (entry, buffer, result);
}

int
getnetent_r (struct netent *restrict entry, char *restrict buffer,
	     size_t length, struct netent **restrict result,
	     int *restrict error)
{
  return network_in (entry, buffer, result);
}

static int
protocol_in (struct protoent *entry, char *buffer, struct protoent **result)
{
  entry->p_name = SOMEWHERE (buffer);
  entry->p_aliases = SOMEWHERE (buffer);
  *(char **) SOMEWHERE (buffer) = SOMEWHERE (buffer);
  *result = entry;
  return 0;
}

int
getprotobyname_r (const char *restrict name, struct protoent *restrict entry,
		  char *restrict buffer, size_t length,
		  struct protoent **restrict result)
{
  return protocol_in (entry, buffer, result);
}

int
getprotobynumber_r (int number, struct protoent *restrict entry,
		    char *restrict buffer, size_t length,
		    struct protoent **restrict result)
{
  return protocol_in (entry, buffer, result);
}

int
getprotoent_r (struct protoent *restrict entry, char *restrict buffer,
	       size_t length, struct protoent **restrict result)
{
  return protocol_in (entry, buffer, result);
}

static int
service_in (struct servent *entry, char *buffer, struct servent **result)
{
  entry->s_name = SOMEWHERE (buffer);
  entry->s_aliases = SOMEWHERE (buffer);
  entry->s_proto = SOMEWHERE (buffer);
  *(char **) SOMEWHERE (buffer) = SOMEWHERE (buffer);
  *result = entry;
  return 0;
}

int
getservbyname_r (const char *restrict name, const char *restrict protocol,
		 struct servent *restrict entry, char *restrict buffer,
		 size_t length, struct servent **restrict result)
{
  service_in (entry, buffer, result);
  entry->s_name = EITHER ((char *) name, entry->s_name);
  entry->s_proto = EITHER ((char *) protocol, entry->s_proto);
  return 0;
}

int
getservbyport_r (int port, const char *restrict protocol,
		 struct servent *restrict entry, char *restrict buffer,
		 size_t length, struct servent **restrict result)
{
  service_in (entry, buffer, result);
  entry->s_proto = EITHER ((char *) protocol, entry->s_proto);
  return 0;
}

int
getservent_r (struct servent *restrict entry, char *restrict buffer,
	      size_t length, struct servent **restrict result)
{
  return service_in (entry, buffer, result);
}

static int
rpc_in (struct rpcent *entry, char *buffer, struct rpcent **result)
{
  entry->r_name = SOMEWHERE (buffer);
  entry->r_aliases = SOMEWHERE (buffer);
  *(char **) SOMEWHERE (buffer) = SOMEWHERE (buffer);
  *result = entry;
  return 0;
}

int
getrpcbyname_r (const char *name, struct rpcent *entry, char *buffer,
		size_t length, struct rpcent **result)
{
  return rpc_in (entry, buffer, result);
}

int
getrpcbynumber_r (int number, struct rpcent *entry, char *buffer,
		  size_t length, struct rpcent **result)
{
  return rpc_in (entry, buffer, result);
}

int
getrpcent_r (struct rpcent *entry, char *buffer, size_t length,
	     struct rpcent **result)
{
  return rpc_in (entry, buffer, result);
}

/* Groups of hosts.  */

int
getnetgrent (char **restrict host, char **restrict user,
	     char **restrict domain)
{
  *host = name_in_library;
  *user = name_in_library;
  *domain = name_in_library;
  return 0;
}

int
getnetgrent_r (char **restrict host, char **restrict user,
	       char **restrict domain, char *restrict buffer, size_t length)
{
  *host = SOMEWHERE (buffer);
  *user = SOMEWHERE (buffer);
  *domain = SOMEWHERE (buffer);
  return 0;
}

/* A list of addresses in new blocks.  */

int
getaddrinfo (const char *restrict name, const char *restrict service,
	     const struct addrinfo *restrict hints,
	     struct addrinfo **restrict result)
{
  struct addrinfo *a = BLOCK ();

  a->ai_addr = SOMEWHERE (a);
  a->ai_canonname = SOMEWHERE (a);
  a->ai_next = SOMEWHERE (a);
  *result = a;
  return 0;
}

/* The name of the host that was found is told in memory of the library's.  */

static int
find_host (char **host)
{
  *host = name_in_library;
  return 0;
}
SAME_AS (find_host, rcmd, rcmd_af, rexec, rexec_af)

KEEP_NOTHING (getnameinfo, freeaddrinfo, herror, setnetgrent, innetgr,
	      gai_error, gai_cancel, gai_suspend, iruserok, iruserok_af,
	      ruserok, ruserok_af, rresvport, rresvport_af)

static int resolver_error;

int *
__h_errno_location (void)
{
  return &resolver_error;
}
