/* The checks that the sanitizers insert keep nothing.  */
/* { dg-additional-options "-fsanitize=address,undefined" } */

#include <stdlib.h>

int *sink;

int
stays (int i, int *p) /* { dg-note "'p' does not escape" } */
{
  int a[4] = { 1, 2, 3, 4 }; /* { dg-note "'a' does not escape" } */
  int *q = a;

  return q[i] + *p + a[i] / *p;
}

void
leaves (int i)
{
  int a[4]; /* { dg-note "'a' escapes its frame: stored in 'sink'" } */

  sink = &a[i];
}

int
block (void)
{
  int *p = malloc (8); /* { dg-note {'malloc \(8\)' does not escape: 8 bytes could live in the frame of 'block'} } */

  return p ? *p = 1 : 0;
}

int
overflows (int n)
{
  int sum = 0; /* { dg-note "'sum' does not escape" } */
  int *p = &sum;

  *p += n << 3;
  return *p * n;
}
