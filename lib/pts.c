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


/* See pts.h.  The hash table uses open addressing with linear probing and is
   kept at most half full; elements are never removed.  */

#include "pts.h"

#include <libiberty/libiberty.h>
#include <libiberty/objalloc.h>
#include <string.h>

/* Up to this many elements a linear search beats hashing.  */
enum { LINEAR_LIMIT = 12 };

static inline uint32_t
hash_of (uint32_t element)
{
  return element * 2654435761u;
}

/* Enter the element with INDEX, which is not there, into SET's hash table.  */
static void
hash_insert (struct esc_pts *set, uint32_t index)
{
  uint32_t mask = set->hash_size - 1;
  uint32_t i = (hash_of (set->elements[index]) >> 7) & mask;
  while (set->hash[i])
    i = (i + 1) & mask;
  set->hash[i] = index + 1;
}

int64_t
esc_pts_find (const struct esc_pts *set, uint32_t element)
{
  if (!set->hash)
    {
      for (uint32_t i = 0; i < set->n; i++)
	if (set->elements[i] == element)
	  return i;
      return -1;
    }
  uint32_t mask = set->hash_size - 1;
  for (uint32_t i = (hash_of (element) >> 7) & mask; set->hash[i];
       i = (i + 1) & mask)
    if (set->elements[set->hash[i] - 1] == element)
      return set->hash[i] - 1;
  return -1;
}

/* Give SET a hash table of twice its capacity, filled from its elements.  */
static void
rehash (struct esc_pts *set, struct objalloc *memory)
{
  set->hash_size = set->capacity * 2;
  size_t bytes = set->hash_size * sizeof *set->hash;
  set->hash = objalloc_alloc (memory, bytes);
  memset (set->hash, 0, bytes);
  for (uint32_t i = 0; i < set->n; i++)
    hash_insert (set, i);
}

void
esc_pts_add (struct esc_pts *set, uint32_t element, struct objalloc *memory)
{
  if (set->n == set->capacity)
    {
      uint32_t *old = set->elements;
      set->capacity = set->capacity ? set->capacity * 2 : 2;
      set->elements
	= objalloc_alloc (memory, set->capacity * sizeof *set->elements);
      if (set->n)
	memcpy (set->elements, old, set->n * sizeof *old);
      set->elements[set->n++] = element;
      if (set->capacity > LINEAR_LIMIT)
	rehash (set, memory);
      return;
    }
  set->elements[set->n++] = element;
  if (set->hash)
    hash_insert (set, set->n - 1);
}
