/* What outlives its frame when a function returns.

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

/* Each function returns something in another way.  In Go all of them are
   right, because Go's compiler moves to the heap what it finds to outlive its
   frame, and -gcflags=-m tells what it moved.  C leaves a thing where it was
   put, so three of these functions return addresses of what is gone, and one
   needs more stack than there is.  To see which, and why:

       gcc -fplugin=escape -w -c returns.c

   (-w keeps GCC's own warnings apart from the notes.)  The manual goes
   through what is said, function by function.

   This is GNU C: nested functions and the cleanup attribute stand for Go's
   closures and its defer.  */

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Go's []int: some elements and how many there are and fit.  */
struct slice
{
  int *data;
  size_t len, cap;
};

/* Go's [1]int: arrays are values there.  */
struct array
{
  int v[1];
};

/* The value is copied out: there is nothing to say.  */

int
return_value (void)
{
  int n = 42;

  return n;
}

/* The address of a local, which is gone when the caller gets it.  */

int *
return_pointer (void)
{
  int n = 42;

  return &n;
}

/* The slice is copied out, the elements it points to are not.  */

struct slice
return_slice (void)
{
  return (struct slice) { .data = (int[]) { 42 }, .len = 1, .cap = 1 };
}

/* The same as it must be written in C: the elements are the caller's to
   free.  */

struct slice
return_heap_slice (void)
{
  struct slice s = { .data = malloc (sizeof (int)), .len = 1, .cap = 1 };

  if (s.data)
    s.data[0] = 42;
  else
    s.len = s.cap = 0;
  return s;
}

/* An array in a structure is copied out whole.  */

struct array
return_array (void)
{
  struct array a = { .v = { 42 } };

  return a;
}

/* Nothing leaves, but the frame has no room for it.  */

int
large_array (void)
{
  int large_array[100000000];

  large_array[42] = 42;
  return large_array[42];
}

/* A function that uses a local of another one cannot outlive it: the
   trampoline through which it is called is in the frame as well.  */

int (*return_func (void)) (void)
{
  int n = 42;
  int next (void) { return n++; }

  return next;
}

/* Runs when grow_slice returns, in place of Go's deferred recover.  */

static void
report_failure (struct slice *grown)
{
  if (!grown->data)
    fputs ("grow_slice: out of memory\n", stderr);
}

/* A slice with the elements of S and room for N more; its data is NULL if
   there is no memory.  Go's bytes.growSlice: a fresh block, into which the
   elements are copied, while those of S stay the caller's.  */

struct slice
grow_slice (struct slice s, size_t n)
{
  size_t cap = s.len + n > 2 * s.cap ? s.len + n : 2 * s.cap;
  __attribute__ ((cleanup (report_failure))) struct slice grown
    = { .data = malloc (cap * sizeof (int)), .len = s.len, .cap = cap };

  if (grown.data && s.len)
    memcpy (grown.data, s.data, s.len * sizeof (int));
  return grown;
}

/* The same in C's own way: the block of S grows where it is or else moves,
   so what is returned may be what was given.  */

struct slice
grow_slice_in_place (struct slice s, size_t n)
{
  size_t cap = s.len + n > 2 * s.cap ? s.len + n : 2 * s.cap;
  __attribute__ ((cleanup (report_failure))) struct slice grown
    = { .data = realloc (s.data, cap * sizeof (int)), .len = s.len,
	.cap = cap };

  return grown;
}

/* Addresses of what is gone may be had but not followed, so of three of the
   results it is only told that they are there.  */

int
main (void)
{
  int first[1] = { 42 };
  struct slice grown, moved;

  printf ("return_value: %d\n", return_value ());
  printf ("return_pointer: %s\n", return_pointer () ? "dead" : "null");
  printf ("return_slice: %zu\n", return_slice ().len);

  struct slice s = return_heap_slice ();
  printf ("return_heap_slice: %d\n", s.len ? s.data[0] : 0);
  free (s.data);

  printf ("return_array: %d\n", return_array ().v[0]);
  printf ("return_func: %s\n", return_func () ? "dead" : "null");

  /* What grow_slice is given stays: it may well be a local.  */
  grown = grow_slice ((struct slice) { first, 1, 1 }, 3);
  if (grown.data)
    printf ("grow_slice: room for %zu\n", grown.cap);
  moved = grow_slice_in_place (grown, 1);
  if (moved.data)
    printf ("grow_slice_in_place: room for %zu\n", moved.cap);
  free (moved.data ? moved.data : grown.data);

  /* Last, because here a stack of the usual 8 MiB ends, unless GCC has
     optimised the array away.  */
  printf ("large_array: %d\n", large_array ());
  return 0;
}
