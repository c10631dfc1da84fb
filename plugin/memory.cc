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

#include <algorithm>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#ifdef __GLIBC__
# include <malloc.h>
#endif

#include "memory.h"

/* GCC's headers forbid malloc, so this comes before them.

   glibc takes large blocks from the system one by one, but learns: when one of
   them is freed, those that come and are no larger are taken from the heap
   (mallopt(3), M_MMAP_THRESHOLD, up to 32 MiB), of which twice as much may then
   be free at its end.  So there are two of them, one behind the other, and when
   they are freed the heap has that end.  The compiler must not see that they
   are not used, or it leaves them out.  */

#if defined __GLIBC__ && defined MADV_HUGEPAGE
static const size_t LARGE_PAGE = (size_t) 2 << 20;
static const size_t LARGEST_BLOCK = (size_t) 28 << 20;

/* A block of at most SIZE bytes, whose pages may be large ones.  */

static void *
block_of_large_pages (size_t size)
{
  size_t wanted = std::min (size, LARGEST_BLOCK) - LARGE_PAGE / 2;
  void *block = malloc (wanted);
  if (!block)
    return NULL;
  uintptr_t begin = ((uintptr_t) block + LARGE_PAGE - 1) & -LARGE_PAGE;
  uintptr_t end = ((uintptr_t) block + wanted) & -LARGE_PAGE;
  if (begin < end)
    madvise ((void *) begin, end - begin, MADV_HUGEPAGE);
  return block;
}

void
expect_heap (size_t size)
{
  if (size < 4 * LARGE_PAGE)
    return;
  void *volatile block = malloc (std::min (size, LARGEST_BLOCK));
  free (block);
  void *first = block_of_large_pages (size);
  void *second = size > LARGEST_BLOCK + LARGE_PAGE
		 ? block_of_large_pages (size - LARGEST_BLOCK) : NULL;
  free (second);
  free (first);
}
#else
void
expect_heap (size_t)
{
}
#endif

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
