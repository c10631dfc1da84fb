/* What watched programs tell: broken promises, and figures.

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


/* See watch-runtime.c for the environment that says where.  */

#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "watch-int.h"

enum { WATCH_BROKEN = 86 };

static const char *report_file;
static atomic_bool broken;
static atomic_ulong own_stats[STATS_COUNT];
static atomic_ulong *stats = own_stats;

void
watch_count (enum statistic which, unsigned long n)
{
  atomic_fetch_add_explicit (&stats[which], n, memory_order_relaxed);
}

void
watch_report_begin (void)
{
  report_file = getenv ("WATCH_REPORT");

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

void
watch_no_memory (void)
{
  static const char message[] = "watch: no memory\n";
  if (write (2, message, sizeof message - 1) < 0)
    _exit (WATCH_BROKEN + 1);
  _exit (WATCH_BROKEN + 1);
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

void
watch_report (const struct scan *s, const struct range *range,
	const uintptr_t *where, uintptr_t value)
{
  struct line line = { 0 };
  struct watch_entity *entity = range->entity;
  uintptr_t place = s->block ? heap_start (s->block) : s->place_start;

  broken = true;
  watch_count (STATS_BROKEN, 1);
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
