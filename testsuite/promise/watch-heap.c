/* The heap of a watched program: see watch-heap.h.

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


#define _GNU_SOURCE
#include <errno.h>
#include <malloc.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "watch-heap.h"

enum
{
  ALIGN = 16,
  SEGMENT_BITS = 16,
  SEGMENT = 1 << SEGMENT_BITS,
  HEAP_LIVE = 0x6c697665
};

/* The most address space that is asked for; less will do.  */
#define RESERVE ((size_t) 1 << 38)

_Static_assert (sizeof (struct heap_block) == ALIGN,
		"a block's memory is aligned as its header is");

/* What begins a segment that blocks begin in.  */
struct segment_head
{
  uint32_t first;		/* offset of the first block's header */
  uint32_t used;		/* offset past the last block */
  uint64_t pad;
};

uintptr_t heap_low, heap_high;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* For each segment, how many live blocks begin in it and at which segment
   the block that covers it begins.  */
static uint32_t *n_live;
static uint32_t *covered_from;

static uint32_t n_segments;	/* in use */
static uint32_t max_segments;
static struct segment_head *filled;	/* where small blocks go, or null */

static uint32_t epoch;		/* what a block marked now has as its mark */
static struct heap_block **to_visit;
static size_t max_to_visit;

/* The program may bring its own memset and memcpy, which must not be called
   while the heap is locked.  Blocks are aligned, and may be written to up to
   the alignment of their end.  */

static void
wipe (void *memory, size_t size)
{
  volatile uintptr_t *words = memory;
  for (size_t i = 0; i < size; i += sizeof *words)
    *words++ = 0;
}

static void
copy (void *to, const void *from, size_t size)
{
  volatile uintptr_t *to_words = to;
  const uintptr_t *words = from;
  size_t i = 0;
  for (; i + sizeof *words <= size; i += sizeof *words)
    *to_words++ = *words++;
  for (; i < size; i++)
    ((volatile char *) to)[i] = ((const char *) from)[i];
}

/* SIZE bytes of zeroed address space, which cost nothing until used, or
   null.  The program's own mmap, which is watched, is kept out of it.  */

static void *
reserve (size_t size)
{
  void *p = (void *) syscall (SYS_mmap, NULL, size, PROT_READ | PROT_WRITE,
			      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
			      -1, 0);
  return p == MAP_FAILED ? NULL : p;
}

void
heap_lock (void)
{
  pthread_mutex_lock (&lock);
}

void
heap_unlock (void)
{
  pthread_mutex_unlock (&lock);
}

/* Reserve the address space at the first request.  The heap is locked.  */

static bool
initialize (void)
{
  size_t size = RESERVE;
  char *all = NULL;
  int saved = errno;

  while (size > SEGMENT && !(all = reserve (size)))
    size /= 2;
  max_segments = size >> SEGMENT_BITS;
  n_live = reserve (max_segments * sizeof *n_live);
  covered_from = reserve (max_segments * sizeof *covered_from);
  if (!all || !n_live || !covered_from)
    return false;
  heap_low = ((uintptr_t) all + SEGMENT - 1) & -(uintptr_t) SEGMENT;
  max_segments -= 2;
  heap_high = heap_low + ((uintptr_t) max_segments << SEGMENT_BITS);
  pthread_atfork (heap_lock, heap_unlock, heap_unlock);
  errno = saved;
  return true;
}

static struct segment_head *
segment_at (uint32_t index)
{
  return (struct segment_head *) (heap_low
				  + ((uintptr_t) index << SEGMENT_BITS));
}

static uint32_t
segment_of (uintptr_t address)
{
  return (address - heap_low) >> SEGMENT_BITS;
}

/* Give the memory from FROM to TO, segments' borders, back to the system.  */

static void
give_back (uintptr_t from, uintptr_t to)
{
  int saved = errno;
  madvise ((void *) from, to - from, MADV_DONTNEED);
  errno = saved;
}

/* Make the header at ADDRESS that of a live block of SIZE bytes.  */

static void *
begin_block (uintptr_t address, size_t size)
{
  struct heap_block *block = (struct heap_block *) address;
  uint32_t segment = segment_of (address);
  block->size = size;
  block->live = HEAP_LIVE;
  block->mark = 0;
  n_live[segment]++;
  return block + 1;
}

/* A block of SIZE bytes with segments of its own.  */

static void *
allocate_large (size_t size, size_t alignment)
{
  uintptr_t start = (uintptr_t) segment_at (n_segments);
  uintptr_t memory = ((start + sizeof (struct segment_head)
		       + sizeof (struct heap_block) + alignment - 1)
		      & -(uintptr_t) alignment);
  uintptr_t end = memory + size;
  if (end < memory || end > heap_high)
    return NULL;

  /* The segment that the header is in is the first of them, however far the
     alignment pushes it.  */
  uint32_t first = segment_of (memory - sizeof (struct heap_block));
  uint32_t last = segment_of (end - (size > 0));
  for (uint32_t i = n_segments; i <= last; i++)
    covered_from[i] = first;
  n_segments = last + 1;

  /* MEMORY is 32 bytes or more into a segment, or at the start of the one
     after FIRST, so the header never overlaps the head.  */
  struct segment_head *head = segment_at (first);
  uintptr_t header = memory - sizeof (struct heap_block);
  head->first = header - (uintptr_t) head;
  head->used = head->first + 1;
  return begin_block (header, size);
}

/* A block of SIZE bytes in the segment that is being filled.  */

static void *
allocate_small (size_t size, size_t alignment)
{
  size_t room = (size + ALIGN - 1) & -(size_t) ALIGN;
  for (;;)
    {
      struct segment_head *head = filled;
      if (head)
	{
	  uintptr_t at = (uintptr_t) head + head->used;
	  uintptr_t memory = ((at + sizeof (struct heap_block) + alignment - 1)
			      & -(uintptr_t) alignment);
	  uintptr_t header = memory - sizeof (struct heap_block);
	  if (memory + room <= (uintptr_t) head + SEGMENT)
	    {
	      if (header > at)
		{
		  /* A dead block fills the gap.  */
		  struct heap_block *gap = (struct heap_block *) at;
		  gap->size = header - at - sizeof (struct heap_block);
		}
	      head->used = memory + room - (uintptr_t) head;
	      return begin_block (header, size);
	    }
	  if (n_live[segment_of ((uintptr_t) head)] == 0)
	    give_back ((uintptr_t) head, (uintptr_t) head + SEGMENT);
	}
      if (n_segments >= max_segments)
	return NULL;
      covered_from[n_segments] = n_segments;
      filled = segment_at (n_segments++);
      filled->first = filled->used = sizeof *filled;
    }
}

/* SIZE bytes aligned to ALIGNMENT, a power of two, or null.  */

static void *
allocate (size_t size, size_t alignment)
{
  if (alignment < ALIGN)
    alignment = ALIGN;
  void *memory = NULL;
  heap_lock ();
  if (heap_low || initialize ())
    {
      if (size < SEGMENT / 4 && alignment <= SEGMENT / 8)
	memory = allocate_small (size, alignment);
      else if (size < RESERVE && alignment < RESERVE)
	memory = allocate_large (size, alignment);
    }
  heap_unlock ();
  if (!memory)
    errno = ENOMEM;
  return memory;
}

/* The block whose memory begins at MEMORY, or null if there is none.  */

static struct heap_block *
block_of (void *memory)
{
  uintptr_t address = (uintptr_t) memory;
  if (address < heap_low + sizeof (struct heap_block) || address >= heap_high
      || address % ALIGN != 0)
    return NULL;
  struct heap_block *block = (struct heap_block *) memory - 1;
  return block->live == HEAP_LIVE ? block : NULL;
}

/* Free the block at MEMORY, if there is one, and wipe it.  */

static void
release (void *memory)
{
  if (!memory)
    return;
  heap_lock ();
  struct heap_block *block = block_of (memory);
  if (block)
    {
      uint32_t segment = segment_of ((uintptr_t) block);
      uintptr_t end = (uintptr_t) memory + block->size;
      uint32_t last = block->size ? segment_of (end - 1) : segment;
      block->live = 0;
      n_live[segment]--;
      if (n_live[segment] == 0 && segment_at (segment) != filled)
	give_back ((uintptr_t) segment_at (segment),
		   (uintptr_t) segment_at (last + 1));
      else
	wipe (memory, block->size);
    }
  heap_unlock ();
}

struct heap_block *
heap_find (uintptr_t address)
{
  if (address < heap_low || address >= heap_high)
    return NULL;
  uint32_t segment = segment_of (address);
  if (segment >= n_segments)
    return NULL;
  segment = covered_from[segment];
  if (n_live[segment] == 0)
    return NULL;
  struct segment_head *head = segment_at (segment);
  uintptr_t at = (uintptr_t) head + head->first;
  uintptr_t end = (uintptr_t) head + head->used;
  while (at < end)
    {
      struct heap_block *block = (struct heap_block *) at;
      uintptr_t start = heap_start (block);
      if (address < start)
	return NULL;
      if (address - start < block->size || address == start)
	return block->live == HEAP_LIVE ? block : NULL;
      at = start + ((block->size + ALIGN - 1) & -(uintptr_t) ALIGN);
    }
  return NULL;
}

void
heap_each (bool (*visit) (struct heap_block *block, void *data), void *data)
{
  for (uint32_t i = n_segments; i-- > 0;)
    {
      if (n_live[i] == 0)
	continue;
      struct segment_head *head = segment_at (i);
      uintptr_t at = (uintptr_t) head + head->first;
      uintptr_t end = (uintptr_t) head + head->used;
      while (at < end)
	{
	  struct heap_block *block = (struct heap_block *) at;
	  if (block->live == HEAP_LIVE && !visit (block, data))
	    return;
	  at = (heap_start (block)
		+ ((block->size + ALIGN - 1) & -(uintptr_t) ALIGN));
	}
    }
}

void
heap_unmark_all (void)
{
  epoch++;
}

bool
heap_marked (const struct heap_block *block)
{
  return block->mark == epoch;
}

/* Mark the blocks that the words from FROM to TO point to and append them to
   the N in TO_VISIT.  Return how many there are then.  */

static size_t
mark_words (const uintptr_t *from, const uintptr_t *to, size_t n)
{
  uintptr_t span = ((uintptr_t) n_segments) << SEGMENT_BITS;
  for (; from < to; from++)
    if (*from - heap_low < span)
      {
	struct heap_block *block = heap_find (*from);
	if (block && block->mark != epoch && n < max_to_visit)
	  {
	    block->mark = epoch;
	    to_visit[n++] = block;
	  }
      }
  return n;
}

void
heap_mark_from (const uintptr_t *from, const uintptr_t *to)
{
  if (!to_visit)
    {
      max_to_visit = (size_t) 1 << 26;
      to_visit = reserve (max_to_visit * sizeof *to_visit);
      if (!to_visit)
	abort ();
    }
  size_t n = mark_words (from, to, 0);
  while (n > 0)
    {
      struct heap_block *block = to_visit[--n];
      const uintptr_t *words = (const uintptr_t *) heap_start (block);
      n = mark_words (words, words + block->size / sizeof *words, n);
    }
}

/* What follows takes the place of the C library's functions, unless the
   program brings its own.  */

#define REPLACE __attribute__ ((weak, visibility ("default")))

REPLACE void *
malloc (size_t size)
{
  return allocate (size, ALIGN);
}

REPLACE void
free (void *memory)
{
  release (memory);
}

REPLACE void *
calloc (size_t n, size_t size)
{
  size_t total;
  if (__builtin_mul_overflow (n, size, &total))
    {
      errno = ENOMEM;
      return NULL;
    }
  return allocate (total, ALIGN);
}

REPLACE void *
realloc (void *memory, size_t size)
{
  if (!memory)
    return allocate (size, ALIGN);
  if (size == 0)
    {
      release (memory);
      return NULL;
    }
  struct heap_block *block = block_of (memory);
  if (!block)
    {
      errno = ENOMEM;
      return NULL;
    }
  void *moved = allocate (size, ALIGN);
  if (moved)
    {
      copy (moved, memory, size < block->size ? size : block->size);
      release (memory);
    }
  return moved;
}

REPLACE void *
reallocarray (void *memory, size_t n, size_t size)
{
  size_t total;
  if (__builtin_mul_overflow (n, size, &total))
    {
      errno = ENOMEM;
      return NULL;
    }
  return realloc (memory, total);
}

REPLACE int
posix_memalign (void **result, size_t alignment, size_t size)
{
  if (alignment % sizeof (void *) != 0 || (alignment & (alignment - 1)) != 0
      || alignment == 0)
    return EINVAL;
  int saved = errno;
  void *memory = allocate (size, alignment);
  errno = saved;
  if (!memory)
    return ENOMEM;
  *result = memory;
  return 0;
}

REPLACE void *
memalign (size_t alignment, size_t size)
{
  size_t power = ALIGN;
  while (power < alignment && power < RESERVE)
    power *= 2;
  return allocate (size, power);
}

REPLACE void *
aligned_alloc (size_t alignment, size_t size)
{
  return memalign (alignment, size);
}

REPLACE void *
valloc (size_t size)
{
  return allocate (size, sysconf (_SC_PAGESIZE));
}

REPLACE size_t
malloc_usable_size (void *memory)
{
  struct heap_block *block = memory ? block_of (memory) : NULL;
  return block ? block->size : 0;
}
