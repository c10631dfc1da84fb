/* Models of <resolv.h> and <arpa/nameser.h>.

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


/* The headers rename functions by macros, to names that begin with "__", and
   not the same ones in each version: names come before them here.  */

#include "model.h"

KEEP_NOTHING (dn_expand, __dn_expand, dn_skipname, __dn_skipname,
	      __dn_count_labels, __b64_ntop, __b64_pton, __loc_aton,
	      __fp_nquery, __fp_query, __fp_resstat, __p_query, __p_secstodate,
	      __putlong, __putshort, __sym_ston, __res_isourserver,
	      __res_nameinquery, __res_queriesmatch, __res_dnok, __res_hnok,
	      __res_mailok, __res_ownok, res_dnok, res_hnok, res_mailok,
	      res_ownok, __res_init, __res_mkquery, __res_query,
	      __res_querydomain, __res_search, __res_send,
	      __res_nclose, __res_nmkquery, __res_nquery, __res_nquerydomain,
	      __res_nsearch, __res_nsend, res_mkquery, res_query,
	      res_querydomain, res_search, res_send, res_nmkquery, res_nquery,
	      res_nquerydomain, res_nsearch, res_nsend, res_nclose)

KEEP_NOTHING (ns_datetosecs, ns_format_ttl, ns_get16, ns_get32, ns_makecanon,
	      ns_name_ntol, ns_name_ntop, ns_name_pton, ns_name_rollback,
	      ns_name_uncompress, ns_name_unpack, ns_parse_ttl, ns_put16,
	      ns_put32, ns_samedomain, ns_samename, ns_skiprr, ns_sprintrr,
	      ns_sprintrrf, ns_subdomain)

static char name_in_library[1];

static char *
name (void)
{
  return name_in_library;
}
SAME_AS (name, __p_class, __p_option, __p_rcode, __p_time, __p_type,
	 __hostalias, hostalias)
SAME_AS (__res_hostalias, res_hostalias)
SAME_AS (__dn_comp, dn_comp)
SAME_AS (__res_ninit, res_ninit)

#define _GNU_SOURCE 1
#include <resolv.h>
#include <stdio.h>
#include <arpa/nameser.h>

/* The domains to search lie in the state itself.  */

int
__res_ninit (res_state state)
{
  state->dnsrch[model_any] = SOMEWHERE (state);
  state->_u._ext.nsaddrs[model_any] = BLOCK ();
  return 0;
}

static struct __res_state resolver_state;

struct __res_state *
__res_state (void)
{
  return &resolver_state;
}

const char *
__res_hostalias (const res_state state, const char *name, char *to,
		 size_t size)
{
  return EITHER (to, name_in_library);
}

const char *
__loc_ntoa (const u_char *binary, char *text)
{
  return EITHER (text, name_in_library);
}

static const char *
find_symbol (const struct res_sym *symbols)
{
  return EITHER (EITHER (symbols[model_any].name,
			 symbols[model_any].humanname),
		 name_in_library);
}
SAME_AS (find_symbol, __sym_ntos, __sym_ntop)

static const u_char *
skip_name (const u_char *message)
{
  return SOMEWHERE (message);
}
SAME_AS (skip_name, __p_cdname, __p_cdnname, __p_fqname, __p_fqnname)

/* Names that were compressed are noted down in the caller's table.  */

static int
note_name (unsigned char *to, const unsigned char **names)
{
  names[model_any] = SOMEWHERE (to);
  return 0;
}

int
__dn_comp (const char *name, u_char *to, int size, u_char **names,
	   u_char **last)
{
  return note_name (to, (const u_char **) names);
}

int
ns_name_compress (const char *name, u_char *to, size_t size,
		  const u_char **names, const u_char **last)
{
  return note_name (to, names);
}

int
ns_name_pack (const u_char *name, u_char *to, int size, const u_char **names,
	      const u_char **last)
{
  return note_name (to, names);
}

int
ns_name_skip (const u_char **message, const u_char *end)
{
  *message = SOMEWHERE (*message);
  return 0;
}

/* A message is walked through where it is.  */

int
ns_initparse (const u_char *message, int size, ns_msg *walk)
{
  walk->_msg = message;
  walk->_eom = SOMEWHERE (message);
  walk->_sections[model_any] = SOMEWHERE (message);
  walk->_msg_ptr = SOMEWHERE (message);
  return 0;
}

int
ns_parserr (ns_msg *walk, ns_sect section, int number, ns_rr *record)
{
  walk->_msg_ptr = SOMEWHERE (walk->_msg);
  record->rdata = SOMEWHERE (walk->_msg);
  return 0;
}
