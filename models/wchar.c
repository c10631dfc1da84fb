/* Models of <wchar.h>, <wctype.h> and <uchar.h>.

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


/* As in string.c; the numbers' ends are in stdlib.c, scanning and streams in
   stdio.c.  */

#define _GNU_SOURCE 1
#include <stdint.h>
#include <uchar.h>
#include <wchar.h>
#include <wctype.h>

#include "model.h"

wchar_t *
wmemcpy (wchar_t *restrict to, const wchar_t *restrict from, size_t n)
{
  return __builtin_memcpy (to, from, n * sizeof *to);
}
SAME_AS (wmemcpy, wmemmove, __wmemcpy_chk, __wmemmove_chk)

wchar_t *
wmempcpy (wchar_t *restrict to, const wchar_t *restrict from, size_t n)
{
  return (wchar_t *) __builtin_memcpy (to, from, n * sizeof *to) + n;
}
SAME_AS (wmempcpy, __wmempcpy_chk)

static void *
same (const void *p)
{
  return (void *) p;
}
SAME_AS (same, wcscpy, wcsncpy, wcscat, wcsncat, wmemset, fgetws,
	 fgetws_unlocked, __wcscpy_chk, __wcsncpy_chk, __wcscat_chk,
	 __wcsncat_chk, __wmemset_chk, __fgetws_chk, __fgetws_unlocked_chk)

static void *
somewhere (const void *p)
{
  return SOMEWHERE (p);
}
SAME_AS (somewhere, wcpcpy, wcpncpy, wcschr, wcsrchr, wcschrnul, wcspbrk,
	 wcsstr, wcswcs, wmemchr, __wcpcpy_chk, __wcpncpy_chk)

wchar_t *
wcsdup (const wchar_t *s)
{
  return BLOCK ();
}

wchar_t *
wcstok (wchar_t *restrict s, const wchar_t *restrict delimiters,
	wchar_t **restrict state)
{
  s = EITHER (s, *state);
  *state = SOMEWHERE (s);
  return SOMEWHERE (s);
}

/* How far the source was converted is told.  */

size_t
mbsrtowcs (wchar_t *restrict to, const char **restrict from, size_t n,
	   mbstate_t *restrict state)
{
  *from = SOMEWHERE (*from);
  return 0;
}

size_t
mbsnrtowcs (wchar_t *restrict to, const char **restrict from, size_t n_from,
	    size_t n, mbstate_t *restrict state)
{
  *from = SOMEWHERE (*from);
  return 0;
}

static void
convert (char *to, const wchar_t **from)
{
  *from = SOMEWHERE (*from);
}
SAME_AS (convert, wcsrtombs, wcsnrtombs, __wcsrtombs_chk, __wcsnrtombs_chk,
	 __mbsrtowcs_chk, __mbsnrtowcs_chk)

/* Tables of the locale.  */

static int32_t character_map[1];

wctrans_t
wctrans (const char *name)
{
  return character_map;
}

wctrans_t
wctrans_l (const char *name, locale_t locale)
{
  return EITHER (SOMEWHERE (locale), character_map);
}

/* This is an integer, but may be the address of a table.  */

wctype_t
wctype_l (const char *name, locale_t locale)
{
  return (wctype_t) SOMEWHERE (locale);
}

KEEP_NOTHING (wcslen, wcsnlen, wcscmp, wcsncmp, wcscoll, wcscoll_l, wcsxfrm,
	      wcsxfrm_l, wcscasecmp, wcsncasecmp, wcscasecmp_l,
	      wcsncasecmp_l, wcsspn, wcscspn, wmemcmp, wcswidth, wctype,
	      iswctype, iswctype_l, towctrans, towctrans_l, mbsinit,
	      mbrlen, __mbrlen, mbrtowc, wcrtomb, __wcrtomb_chk, wcsftime,
	      wcsftime_l, wcslcpy, wcslcat, __wcslcpy_chk, __wcslcat_chk)

KEEP_NOTHING (fgetwc, getwc, getwchar, fgetwc_unlocked, getwc_unlocked, fputwc,
	      putwc, fputwc_unlocked, putwc_unlocked, ungetwc, fputws,
	      fputws_unlocked, fwide, __woverflow, __wuflow, __wunderflow,
	      wprintf, fwprintf, swprintf, vwprintf, vfwprintf, vswprintf,
	      __wprintf_chk, __fwprintf_chk, __swprintf_chk, __vwprintf_chk,
	      __vfwprintf_chk, __vswprintf_chk)

/* <uchar.h> */

KEEP_NOTHING (c8rtomb, c16rtomb, c32rtomb, mbrtoc8, mbrtoc16, mbrtoc32)
