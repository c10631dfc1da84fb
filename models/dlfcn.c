/* Models of <dlfcn.h>, <link.h> and <execinfo.h>.

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
#include <dlfcn.h>
#include <execinfo.h>
#include <link.h>

#include "model.h"

/* What is in libraries, nobody knows.  */

static void *
find_library (void)
{
  return model_unknown;
}
SAME_AS (find_library, dlopen, dlmopen, dlsym, dlvsym)

static char loading_message[1];

char *
dlerror (void)
{
  return loading_message;
}

int
dladdr (const void *address, Dl_info *information)
{
  FILL (information);
  return 0;
}

int
dladdr1 (const void *address, Dl_info *information, void **more, int flags)
{
  FILL (information);
  *more = model_unknown;
  return 0;
}

/* RTLD_DI_SERINFO puts names into the result, and pointers to them.  */

int
dlinfo (void *restrict library, int request, void *restrict result)
{
  FILL (result);
  *(void **) SOMEWHERE (result) = SOMEWHERE (result);
  return 0;
}

static struct dl_phdr_info program_headers;

int
dl_iterate_phdr (int (*visit) (struct dl_phdr_info *, size_t, void *),
		 void *data)
{
  return visit (&program_headers, model_any, data);
}

extern int _dl_find_object (void *address, struct dl_find_object *result);

int
_dl_find_object (void *address, struct dl_find_object *result)
{
  FILL (result);
  return 0;
}

KEEP_NOTHING (dlclose, _dl_mcount_wrapper_check)

/* <execinfo.h>: addresses of code.  */

int
backtrace (void **addresses, int n)
{
  FILL (addresses);
  return n;
}

char **
backtrace_symbols (void *const *addresses, int n)
{
  char **names = BLOCK ();

  names[model_any] = SOMEWHERE (names);
  return names;
}

KEEP_NOTHING (backtrace_symbols_fd)
