/* What alloca returns is gone with the function, a variable length array
   with its block.  */

#include <alloca.h>
#include <string.h>

char *sink;
int *numbers;

void
kept (int n)
{
  sink = alloca (n); /* { dg-note {'alloca \(n\)' escapes its frame: stored in 'sink'} } */
}

size_t
stays (int n)
{
  char *p = alloca (n); /* { dg-note {'alloca \(n\)' does not escape} } */

  memset (p, 'x', n - 1);
  p[n - 1] = 0;
  return strlen (p);
}

void
array_kept (int n)
{
  int a[n]; /* { dg-note "'a' escapes its frame: stored in 'numbers'" } */

  numbers = &a[n / 2];
}

int
array_stays (int n)
{
  int a[n]; /* { dg-note "'a' does not escape" } */
  int *p = a;

  for (int i = 0; i < n; i++)
    *p++ = i;
  return a[n / 2];
}

/* What is stored in one that leaves leaves with it.  */

int **table;

void
content_kept (int n)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'a', which escapes" } */
  int *a[n]; /* { dg-note "'a' escapes its frame: stored in 'table'" } */

  a[n - 1] = &x;
  table = a;
}
