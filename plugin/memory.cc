/* Memory: before much is used, when there is none left, and afterwards.

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

/* The compiler is built without exceptions, as the plugin is: where its
   operator new finds no memory, it aborts, which looks like an internal
   error.  Ours says what xmalloc says.  Only the plugin uses it (see
   Makefile.am).  */

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#ifdef __GLIBC__
# include <malloc.h>
#endif

#include "memory.h"

/* GCC's headers forbid malloc, so this comes before them.

   glibc takes large blocks from the system one by one, but learns: when one of
   them is freed, the next that is no larger comes from the heap (mallopt(3),
   M_MMAP_THRESHOLD, up to 32 MiB).  That one, freed at once, is the free end of
   the heap, from which all is taken that comes.  The compiler must not see that
   the blocks are not used, or it leaves them out.  */

void
expect_heap (size_t size)
{
#if defined __GLIBC__ && defined MADV_HUGEPAGE
  const size_t large_page = (size_t) 2 << 20;
  if (size < 4 * large_page)
    return;
  void *volatile block = malloc (size);
  free (block);
  size -= large_page / 2;
  block = malloc (size);
  if (!block)
    return;
  uintptr_t begin = ((uintptr_t) block + large_page - 1) & -large_page;
  uintptr_t end = ((uintptr_t) block + size) & -large_page;
  if (begin < end)
    madvise ((void *) begin, end - begin, MADV_HUGEPAGE);
  free (block);
#else
  (void) size;
#endif
}

#include "gcc-compat.h"

void
release_free_memory ()
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

void *
operator new (size_t size)
{
  return xmalloc (size);
}

void
operator delete (void *object) noexcept
{
  free (object);
}

void
operator delete (void *object, size_t) noexcept
{
  free (object);
}
