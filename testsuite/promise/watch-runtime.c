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
   plain pointer variables.

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
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "watch.h"
#include "watch-heap.h"
#include "watch-memory.h"

enum { WATCH_BROKEN = 86 };

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

enum
{
  MAX_ACTIVATIONS = 1 << 20,
  MAX_RANGES = 1 << 20,
  MAX_OLD = 1 << 18,

  /* The keys of pthread_key_create that are looked at.  */
  MAX_KEYS = 32,

  /* No more blocks of one activation than this are watched, and no more
     memory from alloca, for which all has to be looked through.  */
  MAX_MADE = 4096,
  MAX_ALLOCA = 64,

  /* What is looked through of the stack, in bytes.  */
  MAX_STACK = 1 << 20,

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

static struct thread *threads;
static pthread_mutex_t threads_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_key_t thread_key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static unsigned long full_checks = 64;
static unsigned long heap_budget = 16 << 20;
static unsigned long seconds_budget = 20;
static atomic_ulong nanoseconds_spent;
static const char *report_file;
static atomic_bool broken;
static atomic_ulong own_stats[STATS_COUNT];
static atomic_ulong *stats = own_stats;

static void
count (enum statistic which, unsigned long n)
{
  atomic_fetch_add_explicit (&stats[which], n, memory_order_relaxed);
}

/* SIZE bytes of zeroed address space.  Without it no check can be made, so
   there is no return then.  */

static void *
reserve (size_t size)
{
  void *p = (void *) syscall (SYS_mmap, NULL, size, PROT_READ | PROT_WRITE,
			      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
			      -1, 0);
  if (p == MAP_FAILED)
    {
      static const char message[] = "watch: no memory\n";
      if (write (2, message, sizeof message - 1) < 0)
	_exit (WATCH_BROKEN + 1);
      _exit (WATCH_BROKEN + 1);
    }
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
  pthread_mutex_lock (&threads_lock);
  for (struct thread **link = &threads; *link; link = &(*link)->next)
    if (*link == t)
      {
	*link = t->next;
	break;
      }
  pthread_mutex_unlock (&threads_lock);
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
  report_file = getenv ("WATCH_REPORT");
  pthread_key_create (&thread_key, end_thread);

  const char *file = getenv ("WATCH_STATS");
  int fd = file ? open (file, O_RDWR | O_CREAT | O_CLOEXEC, 0666) : -1;
  if (fd >= 0)
    {
      size_t size = STATS_COUNT * sizeof *stats;
      if (ftruncate (fd, size) == 0)
	{
	  void *p = (void *) syscall (SYS_mmap, NULL, size,
				      PROT_READ | PROT_WRITE, MAP_SHARED,
				      fd, 0);
	  if (p != MAP_FAILED)
	    stats = p;
	}
      close (fd);
    }
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
  pthread_mutex_lock (&threads_lock);
  t->next = threads;
  threads = t;
  pthread_mutex_unlock (&threads_lock);
  pthread_setspecific (thread_key, t);
  self = t;
  errno = saved;
  return t;
}

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

/* Whether what lives on, outside the heap, leads to S->block.  */

static bool
reachable (struct scan *s)
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
      pthread_mutex_lock (&threads_lock);
      for (struct thread *t = threads; t; t = t->next)
	if (t != s->t && t->stack_high)
	  {
	    uintptr_t from = t->sp - (1 << 16);
	    if (from < t->stack_low || from > t->stack_high)
	      from = t->stack_low;
	    heap_mark_from ((const uintptr_t *) (from
						 & -sizeof (uintptr_t)),
			    (const uintptr_t *) t->stack_high);
	  }
      pthread_mutex_unlock (&threads_lock);
    }
  return heap_marked (s->block);
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

/* The name of the watched function whose frame, or what it called, ADDRESS
   is in.  */

static const char *
caller_at (const struct scan *s, uintptr_t address)
{
  for (struct activation *a = s->a; a-- > s->t->activations;)
    if (address < a->cfa)
      return a->function->name;
  return NULL;
}

/* A line of text in the making.  Functions of the C library that do such
   things may ask for memory, and must not be called while the heap is
   locked.  */
struct line
{
  size_t n;
  char text[1024];
};

static void
put (struct line *line, const char *text)
{
  for (; *text && line->n < sizeof line->text - 1; text++)
    line->text[line->n++] = *text;
}

/* Append NUMBER to LINE in BASE, with what C puts before it.  */

static void
put_number (struct line *line, uintptr_t number, unsigned base)
{
  char digits[32];
  char *p = digits + sizeof digits;
  *--p = 0;
  do
    *--p = "0123456789abcdef"[number % base];
  while (number /= base);
  put (line, base == 16 ? "0x" : "");
  put (line, p);
}

/* Report that VALUE, which is in RANGE, was found at WHERE.  */

static void
report (const struct scan *s, const struct range *range,
	const uintptr_t *where, uintptr_t value)
{
  struct line line = { 0 };
  struct watch_entity *entity = range->entity;
  uintptr_t place = s->block ? heap_start (s->block) : s->place_start;

  broken = true;
  count (STATS_BROKEN, 1);
  entity->kind |= ENTITY_REPORTED;

  put (&line, entity->file);
  put (&line, ":");
  put_number (&line, entity->line, 10);
  put (&line, ":");
  put_number (&line, entity->column, 10);
  put (&line, ": broken promise: '");
  put (&line, entity->name);
  put (&line, "' of '");
  put (&line, s->a->function->name);
  put (&line, "' does not escape, but when the function is left ");
  put (&line, range->kind == WATCH_VALUE ? "its value " : "the address ");
  put_number (&line, value, 16);
  if (range->kind != WATCH_VALUE)
    {
      put (&line, " (");
      put_number (&line, value - range->low, 10);
      put (&line, " bytes into it)");
    }
  put (&line, " is at ");
  put_number (&line, (uintptr_t) where, 16);
  put (&line, ", ");
  put_number (&line, (uintptr_t) where - place, 10);
  put (&line, " bytes into ");
  put (&line, s->place);
  if ((uintptr_t) where >= s->live_from && (uintptr_t) where < s->t->stack_high)
    {
      const char *caller = caller_at (s, (uintptr_t) where);
      put (&line, " (the frame of ");
      put (&line, caller ? caller : "main's caller");
      put (&line, ", or what it called)");
    }
  put (&line, "\n");

  int fd = report_file ? open (report_file,
			       O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC,
			       0666)
	   : 2;
  if (fd < 0 || write (fd, line.text, line.n) != (ssize_t) line.n)
    _exit (WATCH_BROKEN);
  if (report_file)
    close (fd);
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
      count (STATS_OLD, 1);
      return;
    }
  if (range->kind == WATCH_VALUE && out_of_sight (s, (uintptr_t) where))
    return;
  if (s->block && !reachable (s))
    {
      count (STATS_UNREACHABLE, 1);
      return;
    }
  report (s, range, where, value);
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

/* Widen the span number I of S to hold the addresses from LOW up to HIGH.  */

static void
widen (struct scan *s, int i, uintptr_t low, uintptr_t high)
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

/* Do the look S.  */

static void
look (struct scan *s)
{
  unsigned long began = now ();
  if (s->t->n_regions == 0)
    s->t->n_regions = memory_of_program (s->t->regions,
					 sizeof s->t->regions
					 / sizeof *s->t->regions);
  for (pthread_key_t key = 0; key < MAX_KEYS; key++)
    s->specific[key]
      = key == thread_key ? 0 : (uintptr_t) pthread_getspecific (key);
  heap_lock ();
  scan_all (s);
  heap_unlock ();
  count (STATS_WORDS, s->words);
  atomic_fetch_add_explicit (&nanoseconds_spent, now () - began,
			     memory_order_relaxed);
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
      count (range->kind == WATCH_BLOCK ? STATS_BLOCKS
	     : range->kind == WATCH_VALUE ? STATS_VALUES : STATS_LOCALS, 1);
      if (!(range->entity->kind & ENTITY_CHECKED))
	{
	  range->entity->kind |= ENTITY_CHECKED;
	  count (STATS_ENTITIES, 1);
	}
      if (range->kind == WATCH_VALUE)
	{
	  range->low = range->value;
	  range->high = range->value + 1;
	}
      widen (&s, range->kind == WATCH_VALUE || range->kind == WATCH_BLOCK,
	     range->low, range->high);
    }
  if (!any)
    return;
  count (STATS_CHECKED, 1);
  sort_ranges (t->ranges + a->first_made, t->n_ranges - a->first_made);
  sort_words (t->old + a->first_old, t->n_old - a->first_old);
  look (&s);
}

/* The last activation of T is left; the rest is as for check.  */

static void
leave (struct thread *t, const uintptr_t *value, size_t words,
       uintptr_t live_from)
{
  struct activation *a = &t->activations[t->n_activations - 1];
  count (STATS_LEFT, 1);
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
  bool late = (atomic_load_explicit (&nanoseconds_spent, memory_order_relaxed)
	       / 1000000000 >= seconds_budget);
  if (n <= (late && full_checks > 4 ? 4 : full_checks))
    return true;
  if (late || n < function->next_check)
    return false;
  function->next_check = n + n / 8 + 1;
  return true;
}

/* The object that ADDRESS, a parameter's value, points into: a heap block,
   or storage of one of T's frames that is being checked.  Put its bounds in
   *LOW and *HIGH and return true, or return false if it is not known.  */

static bool
object_of (struct thread *t, uintptr_t address, uintptr_t *low,
	   uintptr_t *high)
{
  for (size_t i = 0; i < t->n_ranges; i++)
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
	  if (!object_of (t, at, &low, &high))
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
	  widen (&s, 0, t->stack_low, s.live_from);
	  for (size_t i = a->first_range; i < t->n_ranges; i++)
	    if (t->ranges[i].kind == WATCH_VALUE)
	      widen (&s, 1, t->ranges[i].low, t->ranges[i].high);
	  look (&s);
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
  widen (&s, 0, low, low + size);
  look (&s);
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

/* A program that broke a promise fails.  */

static __attribute__ ((destructor)) void
finish (void)
{
  if (broken)
    {
      fflush (NULL);
      _exit (WATCH_BROKEN);
    }
}
