/* What the parts of the run-time library share.

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


/* watch-runtime.c follows the program in and out of functions, watch-scan.c
   looks through the memory that lives on, watch-report.c counts and tells.
   Names begin with watch_, because the program may have any others.  */

#ifndef WATCH_INT_H
#define WATCH_INT_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "watch.h"
#include "watch-heap.h"
#include "watch-memory.h"

/* Bits in an entity's kind, beside its enum watch_kind.  */
enum
{
  KIND_MASK = 0xff,
  ENTITY_CHECKED = 0x100,	/* a leaving was checked for it */
  ENTITY_REPORTED = 0x200
};

/* What is counted, in the order of the statistics file.  */
enum statistic
{
  STATS_FUNCTIONS,		/* different functions entered */
  STATS_STATEMENTS,		/* the statements in them */
  STATS_LEFT,			/* functions left that had something watched */
  STATS_CHECKED,		/* of those, how many were checked */
  STATS_ENTITIES,		/* different entities checked */
  STATS_LOCALS,			/* objects checked that are in a frame */
  STATS_BLOCKS,			/* heap blocks checked */
  STATS_VALUES,			/* values of parameters checked */
  STATS_WORDS,			/* words looked at */
  STATS_OLD,			/* findings dismissed as old addresses */
  STATS_UNREACHABLE,		/* ... as only in blocks nobody can reach */
  STATS_BROKEN,			/* broken promises reported */
  STATS_COUNT
};

/* An object of a frame: the addresses from LOW up to HIGH.  */
struct range
{
  uintptr_t low;
  uintptr_t high;
  struct watch_entity *entity;
  enum watch_kind kind;		/* the entity's, unless it was found that
				   nothing can be said of this one */
  uintptr_t value;		/* if it is WATCH_VALUE; LOW and HIGH are
				   then the bounds of what it points to */
};

/* A function that was entered and not left yet.  */
struct activation
{
  uintptr_t cfa;
  struct watch_function *function;
  bool checked;			/* it will be, and has ranges */
  size_t first_range;
  size_t first_made;		/* ranges from here on are of blocks */
  size_t first_old;
};

/* A thread's state.  The arrays are reserved address space.  */
struct thread
{
  struct thread *next;
  uintptr_t stack_low, stack_high;
  uintptr_t start_low, start_high; /* the frames of what called main */
  uintptr_t sp;			/* when it last called us */
  uintptr_t dirty;		/* the stack may not be wiped down to here */
  volatile bool busy;
  struct activation *activations;
  size_t n_activations;
  struct range *ranges;
  size_t n_ranges;
  uintptr_t *old;		/* words that pointed to dead frames */
  size_t n_old;
  struct memory_region regions[64];
  size_t n_regions;
};

/* The keys of pthread_key_create that are looked at.  */
enum { MAX_KEYS = 32 };

/* A look through the memory that lives on.  */
struct scan
{
  struct thread *t;
  struct activation *a;

  /* Words that point from LOW[I] up to LOW[I] + SPAN[I] are of interest.  */
  uintptr_t low[2];
  uintptr_t span[2];

  /* Called with each: it is at WHERE and has VALUE.  */
  void (*found) (struct scan *s, const uintptr_t *where, uintptr_t value);

  uintptr_t live_from;		/* the stack lives on from here */
  const uintptr_t *value;	/* what is returned */
  size_t value_words;
  uintptr_t specific[MAX_KEYS];	/* the thread's data for POSIX's keys */
  size_t heap_left;		/* how much to look through yet, in bytes */

  /* Where it is looking.  */
  const char *place;
  uintptr_t place_start;
  struct heap_block *block;
  bool marked;			/* reachable blocks are marked */
  unsigned long words;
};

/* All threads that have called us, and what guards the list.  */
extern struct thread *watch_threads;
extern pthread_mutex_t watch_threads_lock;

/* The key of a thread's state among those of pthread_key_create.  */
extern pthread_key_t watch_thread_key;

/* The time spent on looks.  */
extern atomic_ulong watch_nanoseconds;

/* Widen the span number I of S to hold the addresses from LOW up to HIGH.  */
extern void watch_widen (struct scan *s, int i, uintptr_t low,
			 uintptr_t high);

/* Do the look S.  */
extern void watch_look (struct scan *s);

/* Whether what lives on, outside the heap, leads to S->block.  */
extern bool watch_reachable (struct scan *s);

/* Add N to the statistic WHICH.  */
extern void watch_count (enum statistic which, unsigned long n);

/* Find out from the environment where to report and to count.  */
extern void watch_report_begin (void);

/* Report that VALUE, which is in RANGE, was found at WHERE.  */
extern void watch_report (const struct scan *s, const struct range *range,
			  const uintptr_t *where, uintptr_t value);

/* Fail, for want of memory: without it no check can be made.  */
extern _Noreturn void watch_no_memory (void);

#endif /* WATCH_INT_H */
