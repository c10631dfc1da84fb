/* The run-time library of watched programs.

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


/* A program compiled with watch.so (see there) calls the functions of
   watch.h.  When a function is left, this library looks through the memory
   that lives on for words that are addresses inside what was said to stay
   with that function, and reports each.

   What lives on is: the stack above the frame that is left, without the
   arguments that its caller pushed for it; the writable data of the program
   and of its shared libraries; the calling thread's thread-local storage;
   what the program got from mmap; the live heap blocks; and the value being
   returned.  Only aligned words are looked at, and an object's addresses are
   those from its first byte to its last, not the one past its end.

   An old address must not be taken for a new one:

   - What is below a frame is wiped each time a call has returned to it, so a
     new frame finds no addresses of earlier ones in it.  If it does (main
     finds what the dynamic loader left), they are wiped when it begins.
   - Words that point below the caller's frame when a function is entered are
     remembered: they point to frames that are gone.  So are those that point
     into memory from alloca when it is made.  A word with the same value is
     no finding when the function is left, wherever it is then, for it may
     have been copied.
   - The heap gives out no address twice (see watch-heap.h).
   - A word in a heap block counts only if the block can be reached from what
     lives on outside the heap: what a leaked block holds, nobody can find.
   - An address that is inside, or one past the end of, an object of the same
     frame of which nothing was promised counts as that object's.

   - What setjmp saves may be the content of a register that happens to hold
     an address.  It does not count, and neither do the frames of the C
     library's functions that called main.

   A parameter's value can be looked for only where nothing else brings the
   same pointer in: when the function is entered, no other argument points into
   the object that it points to, and no word of the living memory but in those
   parts of the callers' frames that have no address of their own, such as
   plain pointer variables.  Nor can one that points into a frame that is
   gone, or so into the function's own: it is no address of anything.

   A function that is left by longjmp or an exception is found to be left by
   the next call in this thread, and checked then.

   Each function's first leavings are all checked, then ever fewer of them.
   From the environment:

     WATCH_FULL		how many leavings of each function are checked
			before some are left out (default: 64)
     WATCH_SECONDS	the time to spend on checks before only the first
			four leavings of each function are (default: 20)
     WATCH_HEAP		the bytes of the heap to look through at most, newest
			blocks first (default: 16777216)
     WATCH_REPORT	a file to which reports are appended (default:
			standard error)
     WATCH_STATS	a file of STATS_COUNT 64-bit words, kept up to date in
			place and added to what is in it

   Programs may have functions of their own in the place of the C library's;
   so what is called here is little, and nothing that a program is likely to
   replace.

   A program that breaks a promise and exits does so with status
   WATCH_BROKEN.  */

#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "watch-int.h"

enum
{
  MAX_ACTIVATIONS = 1 << 20,
  MAX_RANGES = 1 << 20,
  MAX_OLD = 1 << 18,

  /* No more blocks of one activation than this are watched, and no more
     memory from alloca, for which all has to be looked through.  */
  MAX_MADE = 4096,
  MAX_ALLOCA = 64,

  /* A call has wiped the stack far enough when it has found this many zero
     words.  */
  ENOUGH_ZEROS = 256,

  /* Stay that far from the end of the stack, in bytes.  */
  STACK_MARGIN = 1 << 14
};

static __thread struct thread *self;

/* Where the stack was when the program started; of the dynamic loader.  */
extern void *__libc_stack_end;

/* Where setjmp has saved registers lately, complemented, lest they be taken
   for addresses that the program keeps; and how much it saves.  */
enum { MAX_SAVED = 256, SAVED_SIZE = 8 * sizeof (uintptr_t) };
static _Atomic uintptr_t saved_registers[MAX_SAVED];
static atomic_uint n_saved;

struct thread *watch_threads;
pthread_mutex_t watch_threads_lock = PTHREAD_MUTEX_INITIALIZER;
pthread_key_t watch_thread_key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static unsigned long full_checks = 64;
static unsigned long heap_budget = 16 << 20;
static unsigned long seconds_budget = 20;
atomic_ulong watch_nanoseconds;

/* SIZE bytes of zeroed address space.  Without it no check can be made, so
   there is no return then.  */

static void *
reserve (size_t size)
{
  void *p = (void *) syscall (SYS_mmap, NULL, size, PROT_READ | PROT_WRITE,
			      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
			      -1, 0);
  if (p == MAP_FAILED)
    watch_no_memory ();
  return p;
}

/* The value of the environment's NAME, or DEFAULT_VALUE.  */

static unsigned long
setting (const char *name, unsigned long default_value)
{
  const char *text = getenv (name);
  return text && *text ? strtoul (text, NULL, 10) : default_value;
}

/* Forget the thread whose state is DATA, which ends.  */

static void
end_thread (void *data)
{
  struct thread *t = data;
  self = NULL;
  pthread_mutex_lock (&watch_threads_lock);
  for (struct thread **link = &watch_threads; *link; link = &(*link)->next)
    if (*link == t)
      {
	*link = t->next;
	break;
      }
  pthread_mutex_unlock (&watch_threads_lock);
  syscall (SYS_munmap, t->activations,
	   MAX_ACTIVATIONS * sizeof *t->activations);
  syscall (SYS_munmap, t->ranges, MAX_RANGES * sizeof *t->ranges);
  syscall (SYS_munmap, t->old, MAX_OLD * sizeof *t->old);
  syscall (SYS_munmap, t, sizeof *t);
}

static void
initialize (void)
{
  full_checks = setting ("WATCH_FULL", full_checks);
  seconds_budget = setting ("WATCH_SECONDS", seconds_budget);
  heap_budget = setting ("WATCH_HEAP", heap_budget);
  watch_report_begin ();
  pthread_key_create (&watch_thread_key, end_thread);
}

/* The state of the calling thread, made when it first calls us.  */

static __attribute__ ((noinline)) struct thread *
begin_thread (void)
{
  int saved = errno;
  pthread_once (&once, initialize);

  struct thread *t = reserve (sizeof *t);
  t->activations = reserve (MAX_ACTIVATIONS * sizeof *t->activations);
  t->ranges = reserve (MAX_RANGES * sizeof *t->ranges);
  t->old = reserve (MAX_OLD * sizeof *t->old);

  pthread_attr_t attributes;
  if (pthread_getattr_np (pthread_self (), &attributes) == 0)
    {
      void *low;
      size_t size, guard;
      pthread_attr_getstack (&attributes, &low, &size);
      pthread_attr_getguardsize (&attributes, &guard);
      t->stack_low = (uintptr_t) low + guard + STACK_MARGIN;
      t->stack_high = ((uintptr_t) low + size) & -sizeof (uintptr_t);
      pthread_attr_destroy (&attributes);
    }
  t->dirty = t->sp = (uintptr_t) __builtin_frame_address (0);
  pthread_mutex_lock (&watch_threads_lock);
  t->next = watch_threads;
  watch_threads = t;
  pthread_mutex_unlock (&watch_threads_lock);
  pthread_setspecific (watch_thread_key, t);
  self = t;
  errno = saved;
  return t;
}

/* Whether RANGE is an object in a frame.  */

static bool
in_frame (const struct range *range)
{
  return (range->kind == WATCH_STORAGE || range->kind == WATCH_OTHER_STORAGE
	  || range->kind == WATCH_ALLOCA || range->kind == WATCH_OTHER_ALLOCA);
}

/* Whether something was promised of RANGE.  */

static bool
promised (const struct range *range)
{
  return (range->kind == WATCH_STORAGE || range->kind == WATCH_ALLOCA
	  || range->kind == WATCH_BLOCK || range->kind == WATCH_VALUE);
}

/* The range of S's activation that VALUE is in, or null if there is none, or
   one of which nothing was promised.  */

static struct range *
range_of (const struct scan *s, uintptr_t value)
{
  struct range *ranges = s->t->ranges;
  struct range *found = NULL;
  for (size_t i = s->a->first_range; i < s->a->first_made; i++)
    if (value - ranges[i].low < ranges[i].high - ranges[i].low)
      {
	if (!promised (&ranges[i]))
	  return NULL;
	found = &ranges[i];
      }
  if (found)
    return found;

  /* Those of blocks are sorted, and do not overlap.  */
  size_t low = s->a->first_made, high = s->t->n_ranges;
  while (low < high)
    {
      size_t middle = low + (high - low) / 2;
      if (value < ranges[middle].low)
	high = middle;
      else if (value >= ranges[middle].high)
	low = middle + 1;
      else
	return promised (&ranges[middle]) ? &ranges[middle] : NULL;
    }
  return NULL;
}

/* Sort the N RANGES by address.  They come nearly sorted, one way or the
   other.  */

static void
sort_ranges (struct range *ranges, size_t n)
{
  for (size_t gap = n / 2; gap > 0; gap /= 2)
    for (size_t i = gap; i < n; i++)
      {
	struct range moved = ranges[i];
	size_t j = i;
	for (; j >= gap && ranges[j - gap].low > moved.low; j -= gap)
	  ranges[j] = ranges[j - gap];
	ranges[j] = moved;
      }
}

/* Sort the N WORDS, few as a rule.  */

static void
sort_words (uintptr_t *words, size_t n)
{
  for (size_t gap = n / 2; gap > 0; gap /= 2)
    for (size_t i = gap; i < n; i++)
      {
	uintptr_t moved = words[i];
	size_t j = i;
	for (; j >= gap && words[j - gap] > moved; j -= gap)
	  words[j] = words[j - gap];
	words[j] = moved;
      }
}

/* Whether VALUE pointed to a dead frame when S's activation began.  */

static bool
old_address (const struct scan *s, uintptr_t value)
{
  size_t low = s->a->first_old, high = s->t->n_old;
  while (low < high)
    {
      size_t middle = low + (high - low) / 2;
      uintptr_t old = s->t->old[middle];
      if (value == old)
	return true;
      if (value < old)
	high = middle;
      else
	low = middle + 1;
    }
  return false;
}

/* Whether setjmp saved a register at WHERE.  */

static bool
saved_register (uintptr_t where)
{
  unsigned n = atomic_load (&n_saved);
  for (unsigned i = 0; i < n && i < MAX_SAVED; i++)
    if (where - ~saved_registers[i] < SAVED_SIZE)
      return true;
  return false;
}

/* Whether WHERE is in a part of a caller's frame that has no address of its
   own, so that the function that begins with S's activation cannot read
   it.  */

static bool
out_of_sight (const struct scan *s, uintptr_t where)
{
  struct thread *t = s->t;
  if (where < s->live_from || where >= t->stack_high)
    return false;
  size_t end = s->a->first_range;
  for (struct activation *a = s->a; a-- > t->activations;)
    {
      if (where < a->cfa)
	{
	  for (size_t i = a->first_range; i < end; i++)
	    if (where - t->ranges[i].low < t->ranges[i].high - t->ranges[i].low
		&& in_frame (&t->ranges[i]))
	      return false;
	  return a->checked;
	}
      end = a->first_range;
    }
  return false;
}

/* A word was found when a function is left.  */

static void
found_at_leave (struct scan *s, const uintptr_t *where, uintptr_t value)
{
  struct range *range = range_of (s, value);
  if (!range || (range->entity->kind & ENTITY_REPORTED)
      || saved_register ((uintptr_t) where))
    return;
  if (range->kind != WATCH_VALUE && range->kind != WATCH_BLOCK
      && old_address (s, value))
    {
      watch_count (STATS_OLD, 1);
      return;
    }
  if (range->kind == WATCH_VALUE && out_of_sight (s, (uintptr_t) where))
    return;
  if (s->block && !watch_reachable (s))
    {
      watch_count (STATS_UNREACHABLE, 1);
      return;
    }
  watch_report (s, range, where, value);
}

/* A word was found when a function is entered.  */

static void
found_at_entry (struct scan *s, const uintptr_t *where, uintptr_t value)
{
  struct thread *t = s->t;
  if (value >= t->stack_low && value < s->live_from)
    {
      size_t n = t->n_old;
      if (n > s->a->first_old && t->old[n - 1] == value)
	return;
      if (n < MAX_OLD)
	t->old[t->n_old++] = value;
      else
	s->a->checked = false;
      return;
    }
  if (out_of_sight (s, (uintptr_t) where))
    return;
  for (size_t i = s->a->first_range; i < t->n_ranges; i++)
    if (t->ranges[i].kind == WATCH_VALUE
	&& value - t->ranges[i].low < t->ranges[i].high - t->ranges[i].low)
      t->ranges[i].kind = WATCH_OTHER_VALUE;
}

/* Check the activation A of T, which is left with the WORDS words at VALUE
   as its value; the stack lives on from LIVE_FROM.  */

static void
check (struct thread *t, struct activation *a, const uintptr_t *value,
       size_t words, uintptr_t live_from)
{
  struct scan s = { .t = t, .a = a, .found = found_at_leave,
		    .live_from = live_from & -sizeof (uintptr_t),
		    .value = value, .value_words = words,
		    .heap_left = heap_budget };
  bool any = false;

  for (size_t i = a->first_range; i < t->n_ranges; i++)
    {
      struct range *range = &t->ranges[i];
      if (!promised (range))
	continue;
      any = true;
      watch_count (range->kind == WATCH_BLOCK ? STATS_BLOCKS
		   : range->kind == WATCH_VALUE ? STATS_VALUES
		   : STATS_LOCALS, 1);
      if (!(range->entity->kind & ENTITY_CHECKED))
	{
	  range->entity->kind |= ENTITY_CHECKED;
	  watch_count (STATS_ENTITIES, 1);
	}
      if (range->kind == WATCH_VALUE)
	{
	  range->low = range->value;
	  range->high = range->value + 1;
	}
      watch_widen (&s, (range->kind == WATCH_VALUE
			|| range->kind == WATCH_BLOCK),
		   range->low, range->high);
    }
  if (!any)
    return;
  watch_count (STATS_CHECKED, 1);
  sort_ranges (t->ranges + a->first_made, t->n_ranges - a->first_made);
  sort_words (t->old + a->first_old, t->n_old - a->first_old);
  watch_look (&s);
}

/* The last activation of T is left; the rest is as for check.  */

static void
leave (struct thread *t, const uintptr_t *value, size_t words,
       uintptr_t live_from)
{
  struct activation *a = &t->activations[t->n_activations - 1];
  watch_count (STATS_LEFT, 1);
  if (a->checked)
    {
      int saved = errno;
      check (t, a, value, words, live_from);
      errno = saved;
    }
  t->n_ranges = a->first_range;
  t->n_old = a->first_old;
  t->n_activations--;
}

/* Leave the activations of T whose frames are below SP, the stack pointer of
   a function that runs.  */

static void
unwind (struct thread *t, uintptr_t sp)
{
  while (t->n_activations > 0 && t->activations[t->n_activations - 1].cfa <= sp)
    leave (t, NULL, 0, sp);
}

/* Whether this entry of FUNCTION is to be checked when it is left.  */

static bool
to_be_checked (struct watch_function *function)
{
  unsigned long n
    = __atomic_add_fetch (&function->entered, 1, __ATOMIC_RELAXED);
  if (n == 1)
    {
      watch_count (STATS_FUNCTIONS, 1);
      watch_count (STATS_STATEMENTS, function->n_statements);
    }
  bool late = (atomic_load_explicit (&watch_nanoseconds, memory_order_relaxed)
	       / 1000000000 >= seconds_budget);
  if (n <= (late && full_checks > 4 ? 4 : full_checks))
    return true;
  if (late || n < function->next_check)
    return false;
  function->next_check = n + n / 8 + 1;
  return true;
}

/* The object that ADDRESS, a value that a parameter of A has when A begins,
   points into: a heap block, or storage of one of T's frames that is being
   checked.  A's own is none of them, for its address is not known yet.  Put
   its bounds in *LOW and *HIGH and return true, or return false if it is not
   known.  */

static bool
object_of (struct thread *t, const struct activation *a, uintptr_t address,
	   uintptr_t *low, uintptr_t *high)
{
  for (size_t i = 0; i < a->first_range; i++)
    {
      struct range *range = &t->ranges[i];
      uintptr_t end = range->high - (range->kind == WATCH_OTHER_STORAGE);
      if (in_frame (range)
	  && address - range->low < end - range->low)
	{
	  *low = range->low;
	  *high = end;
	  return true;
	}
    }
  heap_lock ();
  struct heap_block *block = heap_find (address);
  if (block)
    {
      *low = heap_start (block);
      *high = *low + block->size + (block->size == 0);
    }
  heap_unlock ();
  return block != NULL;
}

/* Append to T a range of ENTITY.  Return it, or null if there is no more
   room.  */

static struct range *
add_range (struct thread *t, struct watch_entity *entity, uintptr_t low,
	   uintptr_t high)
{
  if (t->n_ranges == MAX_RANGES)
    return NULL;
  struct range *range = &t->ranges[t->n_ranges++];
  range->low = low;
  range->high = high;
  range->entity = entity;
  range->kind = entity->kind & KIND_MASK;
  return range;
}

/* Append the ranges of A, the activation of T that begins, with WHERE its
   objects are and what values it was given.  */

static void
add_fixed_ranges (struct thread *t, struct activation *a, void **where)
{
  struct watch_entity *entities = a->function->entities;
  size_t n = a->function->n_where;

  for (size_t i = 0; i < n; i++)
    {
      uintptr_t at = (uintptr_t) where[i];
      uintptr_t low = 0, high = 0;
      struct range *range;
      switch (entities[i].kind & KIND_MASK)
	{
	case WATCH_STORAGE:
	  add_range (t, &entities[i], at, at + entities[i].size);
	  break;

	case WATCH_OTHER_STORAGE:
	  add_range (t, &entities[i], at, at + entities[i].size + 1);
	  break;

	case WATCH_VALUE:
	  /* Its range is the object it points into until the function is
	     left.  */
	  if (!object_of (t, a, at, &low, &high))
	    break;
	  range = add_range (t, &entities[i], low, high);
	  if (range)
	    range->value = at;
	  for (size_t j = 0; range && j < n; j++)
	    if (j != i && ((entities[j].kind & KIND_MASK) == WATCH_VALUE
			   || (entities[j].kind & KIND_MASK)
			      == WATCH_OTHER_VALUE)
		&& (uintptr_t) where[j] - low < high - low)
	      range->kind = WATCH_OTHER_VALUE;
	  break;
	}
    }
}

/* Whether A and B are the same.  The program may bring its own strcmp, and
   have it call us.  */

static bool
same_name (const char *a, const char *b)
{
  while (*a && *a == *b)
    a++, b++;
  return *a == *b;
}

/* Wipe the N words at WHERE, so that they are not taken for the program's.  */

static void
forget (void **where, size_t n)
{
  for (size_t i = 0; i < n; i++)
    where[i] = NULL;
}

/* Wipe all addresses of frames that are gone from the frame of T that is from
   SP up to CFA and begins.  */

static void
clean_frame (const struct thread *t, uintptr_t *sp, uintptr_t cfa)
{
  for (uintptr_t *p = sp; p < (uintptr_t *) cfa; p++)
    if (*p > t->stack_low && *p < (uintptr_t) sp)
      *p = 0;
}

void
__escape_watch_enter (struct watch_function *function, void **where,
		      void *cfa)
{
  struct thread *t = self ? self : begin_thread ();
  uintptr_t frame = (uintptr_t) cfa;
  if (t->busy || frame <= t->stack_low || frame >= t->stack_high)
    {
      forget (where, function->n_where);
      return;
    }
  t->busy = true;
  t->sp = frame;
  if (t->n_activations == 0 && same_name (function->name, "main"))
    {
      t->start_low = frame;
      t->start_high = (uintptr_t) __libc_stack_end;
    }
  clean_frame (t, __builtin_dwarf_cfa (), frame);
  if (frame < t->dirty)
    t->dirty = frame;
  unwind (t, frame);
  if (t->n_activations < MAX_ACTIVATIONS)
    {
      struct activation *a = &t->activations[t->n_activations++];
      a->cfa = frame;
      a->function = function;
      a->first_range = t->n_ranges;
      a->first_old = t->n_old;
      a->checked = to_be_checked (function);
      if (a->checked)
	add_fixed_ranges (t, a, where);
      a->first_made = t->n_ranges;
      if (a->checked)
	{
	  int saved = errno;
	  struct scan s = { .t = t, .a = a, .found = found_at_entry,
			    .live_from = frame + function->args_size,
			    .heap_left = 2 * heap_budget };
	  watch_widen (&s, 0, t->stack_low, s.live_from);
	  for (size_t i = a->first_range; i < t->n_ranges; i++)
	    if (t->ranges[i].kind == WATCH_VALUE)
	      watch_widen (&s, 1, t->ranges[i].low, t->ranges[i].high);
	  watch_look (&s);
	  errno = saved;
	}
    }
  forget (where, function->n_where);
  t->busy = false;
}

void
__escape_watch_leave (const void *value, uintptr_t size, void *cfa)
{
  struct thread *t = self;
  uintptr_t frame = (uintptr_t) cfa;
  if (!t || t->busy)
    return;
  t->busy = true;
  unwind (t, (uintptr_t) __builtin_dwarf_cfa ());
  if (t->n_activations > 0)
    {
      struct activation *a = &t->activations[t->n_activations - 1];
      if (a->cfa == frame)
	leave (t, value, size / sizeof (uintptr_t),
	       frame + a->function->args_size);
    }
  t->busy = false;
}

/* Append to the ranges of A, the last activation of T, the heap block at LOW,
   which belongs to ENTITY.  */

static void
add_block (struct thread *t, struct activation *a,
	   struct watch_entity *entity, uintptr_t low)
{
  if (t->n_ranges - a->first_made >= MAX_MADE)
    return;
  heap_lock ();
  struct heap_block *block = heap_find (low);
  uintptr_t size = block ? block->size : 0;
  heap_unlock ();
  if (block && low == heap_start (block))
    add_range (t, entity, low, low + size + (size == 0));
}

/* Append to the ranges of A, the last activation of T, the SIZE bytes from
   alloca at LOW, which belong to ENTITY.  */

static void
add_alloca (struct thread *t, struct activation *a,
	    struct watch_entity *entity, uintptr_t low, uintptr_t size)
{
  /* In a loop it may be made where the last one was.  */
  struct range *last = &t->ranges[t->n_ranges - 1];
  if (t->n_ranges > a->first_made && last->entity == entity
      && low < last->high && last->low < low + size)
    t->n_ranges--;
  if (t->n_ranges - a->first_made >= MAX_ALLOCA)
    return;
  struct range *range = add_range (t, entity, low, low + size);
  if (!range || !promised (range))
    return;

  /* Functions that have been called since this one was entered may have left
     addresses of their own behind.  */
  struct scan s = { .t = t, .a = a, .found = found_at_entry,
		    .live_from = a->cfa + a->function->args_size,
		    .heap_left = 2 * heap_budget };
  watch_widen (&s, 0, low, low + size);
  watch_look (&s);
}

void
__escape_watch_block (uintptr_t index, void *start, uintptr_t size, void *cfa)
{
  struct thread *t = self;
  uintptr_t frame = (uintptr_t) cfa;
  uintptr_t low = (uintptr_t) start;
  if (!t || t->busy || !start)
    return;
  t->busy = true;
  unwind (t, (uintptr_t) __builtin_dwarf_cfa ());
  struct activation *a = (t->n_activations > 0
			  ? &t->activations[t->n_activations - 1] : NULL);
  if (a && a->cfa == frame && a->checked)
    {
      int saved = errno;
      struct watch_entity *entity = &a->function->entities[index];
      if ((entity->kind & KIND_MASK) == WATCH_BLOCK)
	add_block (t, a, entity, low);
      else
	add_alloca (t, a, entity, low, size);
      errno = saved;
    }
  t->busy = false;
}

void
__escape_watch_jump (void *buffer)
{
  unsigned n = atomic_load (&n_saved);
  for (unsigned i = 0; i < n && i < MAX_SAVED; i++)
    if (saved_registers[i] == ~(uintptr_t) buffer)
      return;
  saved_registers[atomic_fetch_add (&n_saved, 1) % MAX_SAVED]
    = ~(uintptr_t) buffer;
}

/* The slow part of __escape_watch_called: a function was left by a jump.  */

static __attribute__ ((noinline)) void
left_by_jump (struct thread *t, uintptr_t sp)
{
  if (t->busy)
    return;
  t->busy = true;
  unwind (t, sp);
  t->busy = false;
}

/* This wipes what is below its own frame, so it must not call anything once
   it has begun to.  Memory from alloca is the lowest in a frame.  */

__attribute__ ((noinline)) void
__escape_watch_called (void)
{
  struct thread *t = self ? self : begin_thread ();
  uintptr_t sp = (uintptr_t) __builtin_dwarf_cfa ();
  if (sp <= t->stack_low || sp >= t->stack_high)
    return;
  if (t->n_activations > 0 && t->activations[t->n_activations - 1].cfa <= sp)
    left_by_jump (t, sp);

  volatile uintptr_t *p = __builtin_alloca (sizeof *p);
  volatile uintptr_t *end = (volatile uintptr_t *) t->stack_low;
  volatile uintptr_t *dirty = (volatile uintptr_t *) t->dirty;
  t->dirty = t->sp = (uintptr_t) p;
  for (int zeros = 0; p > end && zeros < ENOUGH_ZEROS;)
    if (*--p != 0)
      {
	*p = 0;
	zeros = 0;
      }
    else if (p < dirty)
      zeros++;
}
