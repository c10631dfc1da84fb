/* What is computed from an address may still be it: sums, tags in low bits,
   exclusive or.  */

#include <stdint.h>

char *sink;
uintptr_t bits;

void
constant_sum (void)
{
  char a[8]; /* { dg-note "'a' escapes its frame: stored in 'sink'" } */

  sink = a + 3;
}

void
variable_sum (long i)
{
  char a[8]; /* { dg-note "'a' escapes its frame: stored in 'sink'" } */

  sink = a + i;
}

void
negative (void)
{
  char a[8]; /* { dg-note "'a' escapes its frame: stored in 'sink'" } */
  char *end = a + 8;

  sink = end - 1;
}

void
tagged (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'bits'" } */

  bits = (uintptr_t) &x | 1;
}

void
masked (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'bits'" } */

  bits = (uintptr_t) &x & ~(uintptr_t) 3;
}

void
exclusive_or (uintptr_t key) /* { dg-note "leaking param: .key.: stored in .bits." } */
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'bits'" } */

  bits = (uintptr_t) &x ^ key;
}

void
negated (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'bits'" } */

  bits = ~(uintptr_t) &x;
}

void
rotated (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'bits'" } */
  uintptr_t n = (uintptr_t) &x;

  bits = n << 8 | n >> 56;
}

void
multiplied (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'bits'" } */

  bits = (uintptr_t) &x * 3;
}

/* The elements behind the last are nobody's; in between, it is all one.  */

long
distance (void)
{
  char a[8]; /* { dg-note "'a' does not escape" } */
  char *begin = a, *p = a;

  while (p < begin + 8)
    *p++ = 0;
  return a[1];
}
