/* Models of <stdlib.h> and <alloca.h>.

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
#include <stdlib.h>
#include <monetary.h>

#include "model.h"

/* Blocks.  free is named here for code that is compiled without GCC's
   builtins, as are the others that GCC knows.  */

void *
malloc (size_t size)
{
  return __builtin_malloc (size);
}

void *
calloc (size_t n, size_t size)
{
  return __builtin_calloc (n, size);
}

void *
realloc (void *p, size_t size)
{
  return __builtin_realloc (p, size);
}

void *
reallocarray (void *p, size_t n, size_t size)
{
  return __builtin_realloc (p, n * size);
}

void *
aligned_alloc (size_t alignment, size_t size)
{
  return __builtin_malloc (size);
}
SAME_AS (aligned_alloc, memalign)

int
posix_memalign (void **p, size_t alignment, size_t size)
{
  *p = __builtin_malloc (size);
  return 0;
}

void *
valloc (size_t size)
{
  return __builtin_malloc (size);
}
SAME_AS (valloc, pvalloc)

KEEP_NOTHING (free, cfree)

/* Numbers: the end of the number is somewhere in the string.  */

double
strtod (const char *restrict s, char **restrict end)
{
  *end = SOMEWHERE (s);
  return 0;
}
SAME_AS (strtod, strtof, strtold, strtof32, strtof64, strtof128, strtof32x,
	 strtof64x, strtod_l, strtof_l, strtold_l, strtof32_l, strtof64_l,
	 strtof128_l, strtof32x_l, strtof64x_l, __strtod_internal,
	 __strtof_internal, __strtold_internal, wcstod, wcstof, wcstold,
	 wcstof32, wcstof64, wcstof128, wcstof32x, wcstof64x, wcstod_l,
	 wcstof_l, wcstold_l, wcstof32_l, wcstof64_l, wcstof128_l,
	 wcstof32x_l, wcstof64x_l, __wcstod_internal, __wcstof_internal,
	 __wcstold_internal)

long
strtol (const char *restrict s, char **restrict end, int base)
{
  *end = SOMEWHERE (s);
  return 0;
}
SAME_AS (strtol, strtoul, strtoll, strtoull, strtoq, strtouq, strtol_l,
	 strtoul_l, strtoll_l, strtoull_l, strtoimax, strtoumax,
	 __isoc23_strtol, __isoc23_strtoul, __isoc23_strtoll,
	 __isoc23_strtoull, __isoc23_strtoimax, __isoc23_strtoumax,
	 __isoc23_strtol_l, __isoc23_strtoul_l, __isoc23_strtoll_l,
	 __isoc23_strtoull_l, __strtol_internal, __strtoul_internal,
	 __strtoll_internal, __strtoull_internal, wcstol, wcstoul, wcstoll,
	 wcstoull, wcstoq, wcstouq, wcstol_l, wcstoul_l, wcstoll_l,
	 wcstoull_l, wcstoimax, wcstoumax, __isoc23_wcstol, __isoc23_wcstoul,
	 __isoc23_wcstoll, __isoc23_wcstoull, __isoc23_wcstoimax,
	 __isoc23_wcstoumax, __isoc23_wcstol_l, __isoc23_wcstoul_l,
	 __isoc23_wcstoll_l, __isoc23_wcstoull_l, __wcstol_internal,
	 __wcstoul_internal, __wcstoll_internal, __wcstoull_internal)

static char digits[1];

static char *
number_as_text (void)
{
  return digits;
}
SAME_AS (number_as_text, ecvt, fcvt, qecvt, qfcvt, l64a)

char *
gcvt (double value, int n, char *buffer)
{
  return buffer;
}

/* gcvt of a long double, which is passed in memory.  */

char *
qgcvt (long double value, int n, char *buffer)
{
  return buffer;
}

KEEP_NOTHING (atof, atoi, atol, atoll, a64l, ecvt_r, fcvt_r, qecvt_r, qfcvt_r,
	      strfromd, strfromf, strfroml, strfromf32, strfromf64,
	      strfromf128, strfromf32x, strfromf64x, mblen, mbtowc, wctomb,
	      mbstowcs, wcstombs, __mbstowcs_chk, __wcstombs_chk,
	      __wctomb_chk, strfmon, strfmon_l, rpmatch)

/* Sorting exchanges elements, with what lies in them; only where an element
   is depends on the comparison.  */

static void
exchange_elements (void *base, size_t size)
{
  __builtin_memmove (SOMEWHERE (base), SOMEWHERE (base), size);
}

void
qsort (void *base, size_t n, size_t size, int (*compare) (const void *,
							  const void *))
{
  compare (SOMEWHERE (base), SOMEWHERE (base));
  exchange_elements (base, size);
}

void
qsort_r (void *base, size_t n, size_t size,
	 int (*compare) (const void *, const void *, void *), void *data)
{
  compare (SOMEWHERE (base), SOMEWHERE (base), data);
  exchange_elements (base, size);
}

void *
bsearch (const void *key, const void *base, size_t n, size_t size,
	 int (*compare) (const void *, const void *))
{
  compare (key, SOMEWHERE (base));
  return SOMEWHERE (base);
}

/* What is called when the process ends.  */

static void (*exit_functions[1]) (void);

int
atexit (void (*function) (void))
{
  exit_functions[0] = function;
  return 0;
}
SAME_AS (atexit, at_quick_exit)

static struct
{
  void (*function) (int, void *);
  void *argument;
} exit_calls[1];

int
on_exit (void (*function) (int status, void *argument), void *argument)
{
  exit_calls->function = function;
  exit_calls->argument = argument;
  return 0;
}

/* The environment.  */

static char *environment[1];

char *
getenv (const char *name)
{
  return environment[0];
}
SAME_AS (getenv, secure_getenv, __secure_getenv)

int
putenv (char *string)
{
  environment[0] = string;
  return 0;
}

KEEP_NOTHING (setenv, unsetenv)

/* Random numbers, whose state may be the caller's memory.  */

static char *random_state;

char *
initstate (unsigned int seed, char *state, size_t n)
{
  char *old = random_state;

  random_state = state;
  return old;
}

char *
setstate (char *state)
{
  char *old = random_state;

  random_state = state;
  return old;
}

int
initstate_r (unsigned int seed, char *restrict state, size_t n,
	     struct random_data *restrict data)
{
  data->fptr = SOMEWHERE (state);
  data->rptr = SOMEWHERE (state);
  data->state = SOMEWHERE (state);
  data->end_ptr = SOMEWHERE (state);
  return 0;
}

int
setstate_r (char *restrict state, struct random_data *restrict data)
{
  return initstate_r (0, state, 0, data);
}

/* These store positions that they find in *DATA.  */

int
srandom_r (unsigned int seed, struct random_data *data)
{
  return initstate_r (seed, (char *) data->state, 0, data);
}

int
random_r (struct random_data *restrict data, int32_t *restrict result)
{
  return initstate_r (0, (char *) data->state, 0, data);
}

static unsigned short seed48_state[3];

unsigned short *
seed48 (unsigned short seed[3])
{
  return seed48_state;
}

KEEP_NOTHING (rand_r, erand48, nrand48, jrand48, lcong48, drand48_r, erand48_r,
	      lrand48_r, nrand48_r, mrand48_r, jrand48_r, srand48_r, seed48_r,
	      lcong48_r, arc4random_buf)

/* Names of files.  */

char *
mktemp (char *name)
{
  return name;
}
SAME_AS (mktemp, mkdtemp)

char *
realpath (const char *restrict name, char *restrict resolved)
{
  return EITHER (resolved, BLOCK ());
}
SAME_AS (realpath, __realpath_chk)

char *
canonicalize_file_name (const char *name)
{
  return BLOCK ();
}

static char terminal_name[1];

char *
ptsname (int fd)
{
  return terminal_name;
}

KEEP_NOTHING (mkstemp, mkstemp64, mkstemps, mkstemps64, mkostemp, mkostemp64,
	      mkostemps, mkostemps64, ptsname_r, __ptsname_r_chk, system,
	      getloadavg)

/* The value is somewhere in the string of options, which is walked along; a
   token that is not known is the value, too.  */

int
getsubopt (char **restrict options, char *const *restrict tokens,
	   char **restrict value)
{
  char *s = *options;

  *options = SOMEWHERE (s);
  *value = SOMEWHERE (s);
  return 0;
}
