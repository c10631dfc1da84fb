/* Variable arguments: what va_arg gives is what was passed, in any place.  */
/* { dg-prune-notes "'(args|copy)'" } */

#include <stdarg.h>

int *sink;

static int
sum (int n, ...)
{
  int total = 0;
  va_list args;

  va_start (args, n);
  while (n--)
    total += *va_arg (args, int *);
  va_end (args);
  return total;
}

static void
keep (int n, ...)
{
  va_list args;

  va_start (args, n);
  sink = va_arg (args, int *);
  va_end (args);
}

static void
keep_from_list (va_list args)
{
  sink = va_arg (args, int *);
}

static void
pass_on (int n, ...)
{
  va_list args, copy;

  va_start (args, n);
  va_copy (copy, args);
  keep_from_list (copy);
  va_end (copy);
  va_end (args);
}

int
summed (void)
{
  int x = 1, /* { dg-note "'x' does not escape" } */
    y = 2; /* { dg-note "'y' does not escape" } */

  return sum (2, &x, &y);
}

void
kept (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  keep (1, &x);
}

void
kept_by_list (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  pass_on (1, &x);
}

/* Arguments with a name are not among them.  */

static void
keep_rest (int *p, ...) /* { dg-note "'p' does not escape" } */
{
  va_list args;

  *p = 1;
  va_start (args, p);
  sink = va_arg (args, int *);
  va_end (args);
}

void
named_stays (void)
{
  int x; /* { dg-note "'x' does not escape" } */
  int y; /* { dg-note "'y' escapes its frame: stored in 'sink'" } */

  keep_rest (&x, &y);
}
