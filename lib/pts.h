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


/* A points-to set holds place identifiers (small integers, see graph.h) in
   the order in which they were added.  The order is what makes difference
   propagation cheap (Pearce, Kelly and Hankin, "Efficient field-sensitive
   pointer analysis of C", 2007): a reader that remembers how many elements it
   has seen finds the new ones at the end.  It also makes the whole analysis
   deterministic.

   Most of what is offered to a set is in it already.  While it is small, a
   linear search tells.  Then it has bits, 64 places in a chunk, and a hash
   table of chunks: so a whole set is compared with another a chunk at a time.
   There are two kinds of bits.  What a set covers need not be offered to it
   again: what it holds, and what its owner has found to be in it by another
   name (esc_pts_cover).

   Memory comes from the objalloc of the graph the set belongs to and is freed
   with it; it is linear in the number of elements.  */

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
  struct esc_pts_index *index;	/* NULL while small */
};

/* Whether SET holds ELEMENT.  */
bool esc_pts_holds (const struct esc_pts *set, uint32_t element);

/* Whether SET covers ELEMENT, or all that OTHER holds.  */
bool esc_pts_covers (const struct esc_pts *set, uint32_t element);
bool esc_pts_covers_all (const struct esc_pts *set,
			 const struct esc_pts *other);

/* The index of ELEMENT, which SET holds, in SET's elements.  The first such
   question makes a hash table in MEMORY.  */
uint32_t esc_pts_find (struct esc_pts *set, uint32_t element,
		       struct objalloc *memory);

/* Add ELEMENT, which SET does not hold, growing SET in MEMORY.  */
void esc_pts_add (struct esc_pts *set, uint32_t element,
		  struct objalloc *memory);

/* Let SET cover ELEMENT, unless it is small.  */
void esc_pts_cover (struct esc_pts *set, uint32_t element,
		    struct objalloc *memory);

#endif /* ESC_PTS_H */
