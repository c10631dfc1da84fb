/* Memory that is going to be used, and that is no longer used.

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


#ifndef ESCAPE_MEMORY_H
#define ESCAPE_MEMORY_H

/* The heap is going to grow by SIZE bytes: let the system give them in large
   pages, if it does so for who asks.  The first touch of a page is dear, and on
   a virtual machine dearer than most of what is then done with it.  No more is
   taken than is used, but for a part of a page, and no more than 56 MiB are
   such pages.  */
extern void expect_heap (size_t size);

/* Give the free memory of the heap back to the system.  The passes that come
   after ours would hardly use it: trees and RTL have memory of their own.  */
extern void release_free_memory ();

#endif /* ESCAPE_MEMORY_H */
