/* Models of <assert.h>, <ctype.h>, <errno.h>, <err.h>, <error.h>, <fenv.h>,
   <fmtmsg.h>, <libgen.h>, <math.h>, <gnu/libc-version.h>, and of functions
   that headers and compilers call by names of their own.

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
#include <ctype.h>
#include <errno.h>
#include <fmtmsg.h>

#include "model.h"

/* Tables and variables of the library's.  */

static const unsigned short *character_classes;
static const __int32_t *character_map;
static int error_number;
static char version_text[1];

const unsigned short **
__ctype_b_loc (void)
{
  return &character_classes;
}

const __int32_t **
__ctype_tolower_loc (void)
{
  return &character_map;
}
SAME_AS (__ctype_tolower_loc, __ctype_toupper_loc)

int *
__errno_location (void)
{
  return &error_number;
}

static const char *
version (void)
{
  return version_text;
}
SAME_AS (version, gnu_get_libc_version, gnu_get_libc_release)

KEEP_NOTHING (isalnum_l, isalpha_l, isblank_l, iscntrl_l, isdigit_l, isgraph_l,
	      islower_l, isprint_l, ispunct_l, isspace_l, isupper_l,
	      isxdigit_l, tolower_l, toupper_l, __tolower_l, __toupper_l,
	      iswalnum_l, iswalpha_l, iswblank_l, iswcntrl_l, iswdigit_l,
	      iswgraph_l, iswlower_l, iswprint_l, iswpunct_l, iswspace_l,
	      iswupper_l, iswxdigit_l, towlower_l, towupper_l)

/* <libgen.h>: part of the name that was given, or ".".  */

static char dot[1];

char *
dirname (char *name)
{
  return EITHER (SOMEWHERE (name), dot);
}
SAME_AS (dirname, __xpg_basename)

/* Messages.  error calls error_print_progname with no arguments.  */

KEEP_NOTHING (__assert, __assert_fail, __assert_perror_fail, err, errx, verr,
	      verrx, warn, warnx, vwarn, vwarnx, error, error_at_line, fmtmsg,
	      __stack_chk_fail, __chk_fail, __fortify_fail,
	      __fdelt_chk, __fdelt_warn)

/* The name of a severity is not said to be copied.  */

static const char *severities[1];

int
addseverity (int severity, const char *name)
{
  severities[0] = name;
  return 0;
}

/* Numbers.  */

KEEP_NOTHING (fegetenv, fesetenv, feholdexcept, feupdateenv, fegetexceptflag,
	      fesetexceptflag, fetestexceptflag, fegetmode, fesetmode)

/* With a name for each type, and with those that begin with "__", too.  */
#define KEEP_NOTHING_OF(...) MODEL_EACH (MODEL_NUMBERS, __VA_ARGS__)
#define MODEL_NUMBERS(NAME) MODEL_NUMBER (NAME, ) MODEL_NUMBER (__##NAME, )
#define MODEL_NUMBER(NAME, TAIL) \
  MODEL_NOTHING (NAME##f##TAIL) MODEL_NOTHING (NAME##TAIL) \
  MODEL_NOTHING (NAME##l##TAIL) MODEL_NOTHING (NAME##f32##TAIL) \
  MODEL_NOTHING (NAME##f64##TAIL) MODEL_NOTHING (NAME##f128##TAIL) \
  MODEL_NOTHING (NAME##f32x##TAIL) MODEL_NOTHING (NAME##f64x##TAIL)

KEEP_NOTHING_OF (modf, frexp, remquo, sincos, nan, canonicalize, totalorder,
		 totalordermag, getpayload, setpayload, setpayloadsig)
MODEL_NUMBER (lgamma, _r)
MODEL_NUMBER (__lgamma, _r)
KEEP_NOTHING (gamma_r)

/* What runs when the program or the library ends, and at its start.  */

static struct
{
  void (*function) (void *);
  void *argument;
} end_calls[1];

extern int __cxa_atexit (void (*function) (void *), void *argument,
			 void *library);

int
__cxa_atexit (void (*function) (void *), void *argument, void *library)
{
  end_calls->function = function;
  end_calls->argument = argument;
  return 0;
}
SAME_AS (__cxa_atexit, __cxa_thread_atexit, __cxa_thread_atexit_impl)

extern int __cxa_at_quick_exit (void (*function) (void *), void *library);

int
__cxa_at_quick_exit (void (*function) (void *), void *library)
{
  end_calls->function = function;
  return 0;
}

KEEP_NOTHING (__cxa_finalize, __nss_configure_lookup)
