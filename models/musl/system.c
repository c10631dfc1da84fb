/* What musl has in assembler, for check-musl.

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


#include <stddef.h>

#include "../model.h"

/* The blocks that its own functions take.  */

void *
__libc_malloc (size_t size)
{
  return __builtin_malloc (size);
}
SAME_AS (__libc_malloc, __libc_malloc_impl)

void *
__libc_calloc (size_t n, size_t size)
{
  return __builtin_calloc (n, size);
}

void *
__libc_realloc (void *p, size_t size)
{
  return __builtin_realloc (p, size);
}

KEEP_NOTHING (__libc_free, __syscall_cp, __syscall_cp_asm,
	      setjmp, longjmp, sigsetjmp, _setjmp, _longjmp,
	      __setjmp, __sigsetjmp)
