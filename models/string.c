/* Models of <string.h> and <strings.h>.

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


/* Strings hold characters, not pointers: functions that copy or compare
   strings move no pointers but those they are given.  Functions that work on
   bytes copy what lies in them.  */

#define _GNU_SOURCE 1
#include <string.h>
#include <strings.h>

#include "model.h"

/* Bytes.  */

void *
memcpy (void *restrict to, const void *restrict from, size_t n)
{
  return __builtin_memcpy (to, from, n);
}
SAME_AS (memcpy, memmove, __memcpy_chk, __memmove_chk)

void *
mempcpy (void *restrict to, const void *restrict from, size_t n)
{
  return (char *) __builtin_memcpy (to, from, n) + n;
}
SAME_AS (mempcpy, __mempcpy, __mempcpy_chk)

void *
memccpy (void *restrict to, const void *restrict from, int c, size_t n)
{
  return (char *) __builtin_memcpy (to, from, n) + model_any;
}
SAME_AS (memccpy, __memccpy)

void
bcopy (const void *from, void *to, size_t n)
{
  __builtin_memmove (to, from, n);
}

/* Strings, and what only looks for characters or sets them.  */

static void *
same (const void *p)
{
  return (void *) p;
}
SAME_AS (same, strcpy, strncpy, strcat, strncat, __strcpy_chk, __strncpy_chk,
	 __strcat_chk, __strncat_chk, memset, __memset_chk, memfrob, strfry)

static void *
somewhere (const void *p)
{
  return SOMEWHERE (p);
}
SAME_AS (somewhere, stpcpy, stpncpy, __stpcpy, __stpncpy, __stpcpy_chk,
	 __stpncpy_chk, memchr, memrchr, rawmemchr, memmem, strchr, strrchr,
	 index, rindex, strchrnul, strstr, strcasestr, strpbrk)

char *
strdup (const char *s)
{
  return BLOCK ();
}
SAME_AS (strdup, strndup, __strdup, __strndup)

/* The rest of the string is kept for the next call.  */

static char *strtok_state;

char *
strtok (char *restrict s, const char *restrict delimiters)
{
  s = EITHER (s, strtok_state);
  strtok_state = SOMEWHERE (s);
  return SOMEWHERE (s);
}

char *
strtok_r (char *restrict s, const char *restrict delimiters,
	  char **restrict state)
{
  s = EITHER (s, *state);
  *state = SOMEWHERE (s);
  return SOMEWHERE (s);
}
SAME_AS (strtok_r, __strtok_r)

char *
strsep (char **restrict s, const char *restrict delimiters)
{
  char *token = *s;

  *s = SOMEWHERE (token);
  return token;
}
SAME_AS (strsep, __strsep)

/* Messages: from a table, or where an unknown number has to be told, in memory
   of the library's.  */

static char message[1];

char *
strerror (int number)
{
  return message;
}
SAME_AS (strerror, strsignal, strerrorname_np, strerrordesc_np,
	 sigabbrev_np, sigdescr_np)

/* GNU's; POSIX's returns a number.  */

char *
strerror_r (int number, char *buffer, size_t size)
{
  return EITHER (buffer, message);
}

/* basename is GNU's; for POSIX's see libgen.c.  */

char *
basename (const char *name)
{
  return SOMEWHERE (name);
}

KEEP_NOTHING (memcmp, bcmp, bzero, explicit_bzero, __explicit_bzero_chk,
	      strlen, strnlen, strcmp, strncmp, strcoll, strcoll_l, strxfrm,
	      strxfrm_l, strspn, strcspn, strcasecmp, strncasecmp,
	      strcasecmp_l, strncasecmp_l, strverscmp, __xpg_strerror_r,
	      strlcpy, strlcat, __strlcpy_chk, __strlcat_chk, ffs, ffsl, ffsll)
