/* Memory: when there is none left, and when it is no longer used.

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

/* GCC's headers forbid the names that this one declares.  */
#include <stdlib.h>
#ifdef __GLIBC__
# include <malloc.h>
#endif

#include "gcc-compat.h"

#include "memory.h"

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
