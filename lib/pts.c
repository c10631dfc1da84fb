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


/* See pts.h.  Both hash tables use open addressing with linear probing and are
   kept at most half full; nothing is ever removed.  */

#include "pts.h"

#include <libiberty/libiberty.h>
#include <libiberty/objalloc.h>
#include <string.h>

/* Up to this many elements a linear search beats hashing.  */
enum { LINEAR_LIMIT = 8 };

enum { CHUNK = 64 };

/* What is known of the places from (NUMBER - 1) * CHUNK on; NUMBER is 0 in a
   free slot.  */
struct chunk
{
  uint32_t number;
  uint64_t held, covered;
};

struct esc_pts_index
{
  struct chunk *chunks;
  uint32_t n_chunks, size;	/* SIZE is a power of two */
  uint32_t *hash;		/* index + 1, or 0: free; NULL until asked for */
  uint32_t hash_size;		/* a power of two */
  uint32_t n_hashed;		/* the elements in it */
};

static inline uint32_t
hash_of (uint32_t number)
{
  return (number * 2654435761u) >> 7;
}

static inline uint64_t
bit_of (uint32_t element)
{
  return UINT64_C (1) << element % CHUNK;
}

/* The chunk with NUMBER in INDEX, or the free slot where it would be.  */
static inline struct chunk *
find_chunk (const struct esc_pts_index *index, uint32_t number)
{
  uint32_t mask = index->size - 1;
  uint32_t i = hash_of (number) & mask;
  while (index->chunks[i].number && index->chunks[i].number != number)
    i = (i + 1) & mask;
  return &index->chunks[i];
}

/* Give INDEX room for SIZE chunks, and those it has.  */
static void
resize (struct esc_pts_index *index, uint32_t size, struct objalloc *memory)
{
  struct chunk *old = index->chunks;
  uint32_t old_size = index->size;
  index->size = size;
  index->chunks = objalloc_alloc (memory, size * sizeof *index->chunks);
  memset (index->chunks, 0, size * sizeof *index->chunks);
  for (uint32_t i = 0; i < old_size; i++)
    if (old[i].number)
      *find_chunk (index, old[i].number) = old[i];
}

/* The chunk of ELEMENT in INDEX, made if there is none.  */
static struct chunk *
chunk_of (struct esc_pts_index *index, uint32_t element,
	  struct objalloc *memory)
{
  uint32_t number = element / CHUNK + 1;
  struct chunk *c = find_chunk (index, number);
  if (c->number)
    return c;
  if (++index->n_chunks * 2 > index->size)
    {
      resize (index, index->size * 2, memory);
      c = find_chunk (index, number);
    }
  c->number = number;
  return c;
}

bool
esc_pts_holds (const struct esc_pts *set, uint32_t element)
{
  if (set->index)
    return find_chunk (set->index, element / CHUNK + 1)->held
	   & bit_of (element);
  for (uint32_t i = 0; i < set->n; i++)
    if (set->elements[i] == element)
      return true;
  return false;
}

bool
esc_pts_covers (const struct esc_pts *set, uint32_t element)
{
  if (set->index)
    return find_chunk (set->index, element / CHUNK + 1)->covered
	   & bit_of (element);
  return esc_pts_holds (set, element);
}

bool
esc_pts_covers_all (const struct esc_pts *set, const struct esc_pts *other)
{
  if (!set->index || !other->index)
    {
      for (uint32_t i = 0; i < other->n; i++)
	if (!esc_pts_covers (set, other->elements[i]))
	  return false;
      return true;
    }
  for (uint32_t i = 0; i < other->index->size; i++)
    {
      const struct chunk *c = &other->index->chunks[i];
      if (c->number
	  && c->held & ~find_chunk (set->index, c->number)->covered)
	return false;
    }
  return true;
}

/* Enter the elements of SET that are not there into its hash table, which
   grows with SET's capacity.  */
static void
rehash (struct esc_pts *set, struct objalloc *memory)
{
  struct esc_pts_index *index = set->index;
  if (index->hash_size < set->capacity * 2)
    {
      index->hash_size = set->capacity * 2;
      size_t bytes = index->hash_size * sizeof *index->hash;
      index->hash = objalloc_alloc (memory, bytes);
      memset (index->hash, 0, bytes);
      index->n_hashed = 0;
    }
  uint32_t mask = index->hash_size - 1;
  while (index->n_hashed < set->n)
    {
      uint32_t i = hash_of (set->elements[index->n_hashed]) & mask;
      while (index->hash[i])
	i = (i + 1) & mask;
      index->hash[i] = ++index->n_hashed;
    }
}

uint32_t
esc_pts_find (struct esc_pts *set, uint32_t element, struct objalloc *memory)
{
  uint32_t i;
  if (!set->index)
    {
      for (i = 0; set->elements[i] != element;)
	i++;
      return i;
    }
  rehash (set, memory);
  uint32_t mask = set->index->hash_size - 1;
  const uint32_t *hash = set->index->hash;
  for (i = hash_of (element) & mask; set->elements[hash[i] - 1] != element;)
    i = (i + 1) & mask;
  return hash[i] - 1;
}

/* Mark ELEMENT as held by SET.  */
static void
mark_held (struct esc_pts *set, uint32_t element, struct objalloc *memory)
{
  struct chunk *c = chunk_of (set->index, element, memory);
  c->held |= bit_of (element);
  c->covered |= bit_of (element);
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
    }
  set->elements[set->n++] = element;
  if (set->index)
    mark_held (set, element, memory);
  else if (set->n > LINEAR_LIMIT)
    {
      set->index = objalloc_alloc (memory, sizeof *set->index);
      memset (set->index, 0, sizeof *set->index);
      resize (set->index, 4, memory);
      for (uint32_t i = 0; i < set->n; i++)
	mark_held (set, set->elements[i], memory);
    }
}

void
esc_pts_cover (struct esc_pts *set, uint32_t element, struct objalloc *memory)
{
  if (set->index)
    chunk_of (set->index, element, memory)->covered |= bit_of (element);
}
