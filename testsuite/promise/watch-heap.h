/* The heap of a watched program.

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


/* malloc and its kin for programs compiled with watch.so.  They differ from
   those of the C library in what a check needs:

   - Every live block is known, and so is its size.
   - No address is given out twice.  A pointer to a freed block may linger
     anywhere and is never taken for a pointer to a new one.
   - Memory is zero when it is given out, so nothing old is in it.
   - realloc always moves.

   Address space is taken from one large reservation, front to back, in
   segments of 64 KiB: small blocks share a segment, a large one has several
   for itself.  When the last block of a segment is freed its memory goes
   back to the system.  */

#ifndef WATCH_HEAP_H
#define WATCH_HEAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A block.  This comes right before its memory.  */
struct heap_block
{
  uintptr_t size;		/* bytes asked for */
  uint32_t live;		/* HEAP_LIVE, or 0 when freed */
  uint32_t mark;		/* for heap_mark */
};

/* No heap block begins below HEAP_LOW or ends above HEAP_HIGH.  */
extern uintptr_t heap_low, heap_high;

/* Keep other threads from changing the heap, and let them again.  No block
   must be asked for or freed between the two.  */
void heap_lock (void);
void heap_unlock (void);

/* The first byte of BLOCK's memory.  */
static inline uintptr_t
heap_start (const struct heap_block *block)
{
  return (uintptr_t) (block + 1);
}

/* The live block that ADDRESS points into, or null.  A block of no bytes is
   taken to have one.  The heap must be locked.  */
struct heap_block *heap_find (uintptr_t address);

/* Call VISIT with each live block, newest segment first, and DATA, until it
   returns false.  The heap must be locked.  */
void heap_each (bool (*visit) (struct heap_block *block, void *data),
		void *data);

/* Begin a new marking: no block is marked.  The heap must be locked until
   the marking is not needed any more.  */
void heap_unmark_all (void);

/* Mark the blocks that the words from FROM to TO point to, and those that
   the marked blocks point to.  */
void heap_mark_from (const uintptr_t *from, const uintptr_t *to);

/* Whether BLOCK is marked.  */
bool heap_marked (const struct heap_block *block);

#endif /* WATCH_HEAP_H */
