/* A cast changes the type of an address, not what it leads to: integers as
   wide as a pointer carry it, both ways.  */

#include <stdint.h>

int *sink;
long number;
uintptr_t bits;
float *floats;

void
stored_as_long (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in 'number'" } */

  number = (long) &x;
}

void
stored_as_uintptr (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in 'bits'" } */

  bits = (uintptr_t) &x;
}

void
there_and_back (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  uintptr_t n = (uintptr_t) &x;

  sink = (int *) n;
}

void
other_pointer_type (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in 'floats'" } */

  floats = (float *) (void *) &x;
}

int
used_as_number (void)
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  uintptr_t n = (uintptr_t) &x;

  *(int *) n = 1;
  return x;
}

int *
from_uintptr (uintptr_t n) /* { dg-note "leaking param: 'n' to result level=0" } */
{
  return (int *) n;
}
