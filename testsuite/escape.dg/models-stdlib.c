/* <stdlib.h>: conversion, sorting, the environment, and what runs at exit.  */
/* { dg-prune-notes "^leaking param: '(key|element|base)'|^'(a|b)' does not escape" } */

#define _GNU_SOURCE
#include <limits.h>
#include <stdlib.h>

/* C17 7.22.1.4: a pointer to the rest of the string "is stored in the object
   pointed to by endptr".  */
long
number (void)
{
  char text[10] = "1"; /* { dg-note "'text' does not escape" } */
  char *end; /* { dg-note "'end' does not escape" } */

  return strtol (text, &end, 10) + *end + atoi (text);
}

char *last;

void
end_is_kept (void)
{
  char text[10] = "1"; /* { dg-note "'text' escapes its frame: stored in 'last'" } */

  strtod (text, &last);
}

/* C17 7.22.5: the comparison function is called "with two arguments that point
   to the objects being compared".  */
static int
compare (const void *a, const void *b)
{
  return *(const int *) a - *(const int *) b;
}

static const void *largest;

static int
compare_and_keep (const void *a, /* { dg-note "leaking param: 'a': stored in 'largest'" } */
		  const void *b)
{
  largest = a;
  return *(const int *) a - *(const int *) b;
}

static int
compare_by (const void *a, const void *b, void *data) /* { dg-note "'data' does not escape" } */
{
  return *(int *) data * compare (a, b);
}

int
sorted (void)
{
  int numbers[3] = { 3, 2, 1 }; /* { dg-note "'numbers' does not escape" } */
  int key = 2; /* { dg-note "'key' does not escape" } */
  int order = -1; /* { dg-note "'order' does not escape" } */
  int *found;

  qsort (numbers, 3, sizeof *numbers, compare);
  qsort_r (numbers, 3, sizeof *numbers, compare_by, &order);
  found = bsearch (&key, numbers, 3, sizeof *numbers, compare);
  return *found;
}

void
sorted_and_kept (void)
{
  int numbers[3] = { 3, 2, 1 }; /* { dg-note "'numbers' escapes its frame: stored in 'largest'" } */

  qsort (numbers, 3, sizeof *numbers, compare_and_keep);
}

/* Sorting moves what lies in the elements.  */
static int
compare_pointers (const void *a, const void *b)
{
  return **(int *const *) a - **(int *const *) b;
}

int *
smallest (int *p, /* { dg-note "leaking param: 'p' to result level=0" } */
	  int *q) /* { dg-note "leaking param: 'q' to result level=0" } */
{
  int *both[2] = { p, q }; /* { dg-note "'both' does not escape" } */

  qsort (both, 2, sizeof *both, compare_pointers);
  return both[0];
}

/* POSIX putenv: "the string pointed to by string shall become part of the
   environment"; setenv copies.  */
void
environment (void)
{
  char set[] = "A=1"; /* { dg-note "'set' escapes its frame: kept by 'putenv'" } */
  char name[] = "B"; /* { dg-note "'name' does not escape" } */

  putenv (set);
  setenv (name, name, 1);
  if (getenv (name))
    unsetenv (name);
}

/* C17 7.22.4.2: the function is called at exit; on_exit (GNU) gives it the
   argument.  */
static void
at_exit (int status, void *data) /* { dg-note "'data' does not escape" } */
{
  *(int *) data = status;
}

void
argument (void)
{
  int status; /* { dg-note "'status' escapes its frame: kept by 'on_exit'" } */

  on_exit (at_exit, &status);
}

/* POSIX realpath: the name is put into the buffer, which is returned, or into a
   new block.  */
int
resolved (const char *name) /* { dg-note "'name' does not escape" } */
{
  char buffer[PATH_MAX]; /* { dg-note "'buffer' does not escape" } */

  return realpath (name, buffer) != 0;
}

/* POSIX initstate: the array is the state that random works on.  */
void
random_state (void)
{
  char state[64]; /* { dg-note "'state' escapes its frame: kept by 'initstate'" } */

  initstate (1, state, sizeof state);
}

/* POSIX mkstemp: the name is made in the string.  */
int
temporary (void)
{
  char name[] = "/tmp/XXXXXX"; /* { dg-note "'name' does not escape" } */

  return mkstemp (name);
}

/* POSIX posix_memalign: the address of the block is stored in *p.  */
int
aligned (void **other) /* { dg-note "'other' does not escape" } */
{
  return posix_memalign (other, 64, 64); /* { dg-note "'posix_memalign \\(.*\\)' escapes: stored in memory that 'other' points to" } */
}
