/* Points-to sets.

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


/* A points-to set holds place identifiers (small integers, see place.h) in
   the order in which they were added.  The order is what makes difference
   propagation cheap (Pearce, Kelly and Hankin, "Efficient field-sensitive
   pointer analysis of C", 2007): a reader that remembers how many elements it
   has seen finds the new ones at the end.  It also makes the whole analysis
   deterministic.  Membership is a linear search while the set is small and
   a hash table of indices once it is not.

   Memory comes from the objalloc of the graph the set belongs to and is freed
   with it.  */

#ifndef ESC_PTS_H
#define ESC_PTS_H

#include <stdbool.h>
#include <stdint.h>

struct objalloc;

struct esc_pts
{
  uint32_t *elements;
  uint32_t n;
  uint32_t capacity;
  uint32_t *hash;		/* index + 1, or 0: empty; NULL while small */
  uint32_t hash_size;		/* a power of two */
};

/* The index of ELEMENT in SET's elements, or -1 if it is not there.  */
int64_t esc_pts_find (const struct esc_pts *set, uint32_t element);

/* Add ELEMENT, which SET does not hold, growing SET in MEMORY.  */
void esc_pts_add (struct esc_pts *set, uint32_t element,
		  struct objalloc *memory);

#endif /* ESC_PTS_H */
