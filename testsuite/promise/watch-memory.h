/* Where the memory of a watched program is that is no heap and no stack.

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


#ifndef WATCH_MEMORY_H
#define WATCH_MEMORY_H

#include <stddef.h>
#include <stdint.h>

/* Words from FROM up to TO.  */
struct memory_region
{
  const uintptr_t *from;
  const uintptr_t *to;
  const char *name;		/* for the reader */
};

/* Fill REGIONS, which has room for MAX, with the writable data of the program
   and of its shared libraries, and with the calling thread's thread-local
   storage.  Return how many there are.  The dynamic loader's own data is left
   out.  */
size_t memory_of_program (struct memory_region *regions, size_t max);

/* Call VISIT with each region that the program itself has mapped, without a
   file, and that can be read, and DATA.  None is unmapped meanwhile.  */
void memory_each_mapped (void (*visit) (const struct memory_region *region,
					void *data), void *data);

#endif /* WATCH_MEMORY_H */
