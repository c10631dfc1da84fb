/* A look through the memory that lives on, for watched programs.

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


/* See watch-runtime.c for what lives on.  */

#define _GNU_SOURCE
#include <time.h>

#include "watch-int.h"

/* What is looked through of the stack, in bytes.  */
enum { MAX_STACK = 1 << 20 };

/* Look through the words from P up to END.  */

static void
scan_words (struct scan *s, const uintptr_t *p, const uintptr_t *end)
{
  uintptr_t low0 = s->low[0], span0 = s->span[0];
  uintptr_t low1 = s->low[1], span1 = s->span[1];
  if (p >= end)
    return;
  s->words += end - p;
  for (; p < end; p++)
    if (*p - low0 < span0 || *p - low1 < span1)
      s->found (s, p, *p);
}

static bool
scan_block (struct heap_block *block, void *data)
{
  struct scan *s = data;
  const uintptr_t *words = (const uintptr_t *) heap_start (block);
  size_t size = block->size < s->heap_left ? block->size : s->heap_left;
  s->block = block;
  scan_words (s, words, words + size / sizeof *words);
  s->heap_left -= size;
  return s->heap_left > 0;
}

static void
scan_region (const struct memory_region *region, void *data)
{
  struct scan *s = data;
  s->place = region->name;
  s->place_start = (uintptr_t) region->from;
  scan_words (s, region->from, region->to);
}

/* Look through all that lives on.  The heap is locked.  */

static void
scan_all (struct scan *s)
{
  uintptr_t end = s->t->stack_high;
  uintptr_t start_low = s->t->start_low, start_high = s->t->start_high;
  if (end - s->live_from > MAX_STACK)
    end = s->live_from + MAX_STACK;

  s->place = "the value it returned";
  s->place_start = (uintptr_t) s->value;
  scan_words (s, s->value, s->value + s->value_words);
  s->place = "what pthread_setspecific keeps";
  s->place_start = (uintptr_t) s->specific;
  scan_words (s, s->specific, s->specific + MAX_KEYS);
  s->place = "the stack";
  s->place_start = s->live_from;
  if (s->live_from <= start_low && start_low < end)
    {
      scan_words (s, (const uintptr_t *) s->live_from,
		  (const uintptr_t *) start_low);
      scan_words (s, (const uintptr_t *) start_high,
		  (const uintptr_t *) end);
    }
  else
    scan_words (s, (const uintptr_t *) s->live_from, (const uintptr_t *) end);
  for (size_t i = 0; i < s->t->n_regions; i++)
    {
      scan_region (&s->t->regions[i], s);
    }
  memory_each_mapped (scan_region, s);
  s->place = "a heap block";
  heap_each (scan_block, s);
  s->block = NULL;
}

static void
mark_mapped (const struct memory_region *region, void *data)
{
  (void) data;
  heap_mark_from (region->from, region->to);
}

bool
watch_reachable (struct scan *s)
{
  if (!s->marked)
    {
      s->marked = true;
      heap_unmark_all ();
      heap_mark_from (s->value, s->value + s->value_words);
      heap_mark_from (s->specific, s->specific + MAX_KEYS);
      heap_mark_from ((const uintptr_t *) s->live_from,
		      (const uintptr_t *) s->t->stack_high);
      for (size_t i = 0; i < s->t->n_regions; i++)
	heap_mark_from (s->t->regions[i].from, s->t->regions[i].to);
      memory_each_mapped (mark_mapped, NULL);

      /* Other threads run on, and may be deeper than when they last called
	 us.  */
      pthread_mutex_lock (&watch_threads_lock);
      for (struct thread *t = watch_threads; t; t = t->next)
	if (t != s->t && t->stack_high)
	  {
	    uintptr_t from = t->sp - (1 << 16);
	    if (from < t->stack_low || from > t->stack_high)
	      from = t->stack_low;
	    heap_mark_from ((const uintptr_t *) (from
						 & -sizeof (uintptr_t)),
			    (const uintptr_t *) t->stack_high);
	  }
      pthread_mutex_unlock (&watch_threads_lock);
    }
  return heap_marked (s->block);
}

void
watch_widen (struct scan *s, int i, uintptr_t low, uintptr_t high)
{
  if (low >= high)
    return;
  if (s->span[i] == 0)
    {
      s->low[i] = low;
      s->span[i] = high - low;
      return;
    }
  uintptr_t old_high = s->low[i] + s->span[i];
  if (low < s->low[i])
    s->low[i] = low;
  s->span[i] = (high > old_high ? high : old_high) - s->low[i];
}

static unsigned long
now (void)
{
  struct timespec time;
  clock_gettime (CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000ul + time.tv_nsec;
}

void
watch_look (struct scan *s)
{
  unsigned long began = now ();
  if (s->t->n_regions == 0)
    s->t->n_regions = memory_of_program (s->t->regions,
					 sizeof s->t->regions
					 / sizeof *s->t->regions);
  for (pthread_key_t key = 0; key < MAX_KEYS; key++)
    s->specific[key]
      = key == watch_thread_key ? 0 : (uintptr_t) pthread_getspecific (key);
  heap_lock ();
  scan_all (s);
  heap_unlock ();
  watch_count (STATS_WORDS, s->words);
  atomic_fetch_add_explicit (&watch_nanoseconds, now () - began,
			     memory_order_relaxed);
}
