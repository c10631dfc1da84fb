/* The instructions of an asm may do anything with its operands.  */

int *sink;

void
input (void)
{
  int x; /* { dg-note "'x' escapes its frame: used by asm" } */

  asm volatile ("nop" : : "r" (&x));
}

/* An operand in memory is used by its address.  */

void
input_in_memory (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: used by asm" } */

  asm volatile ("nop" : : "m" (x));
}

void
structure_in_memory (void)
{
  struct { int a, b; } s = { 1, 2 }; /* { dg-note "'s' escapes its frame: used by asm" } */

  asm volatile ("nop" : : "m" (s));
}

void
output_in_memory (void)
{
  int x; /* { dg-note "'x' escapes its frame: used by asm" } */

  asm volatile ("nop" : "=m" (x));
}

/* What one operand leads to, another may get.  */

void
from_input_to_output (void)
{
  int x; /* { dg-note "'x' escapes its frame: used by asm" } */
  int *p;

  asm ("mov %1, %0" : "=r" (p) : "r" (&x));
  *p = 1;
}

void
parameter (int *p) /* { dg-note "leaking param: 'p': used by asm" } */
{
  asm volatile ("nop" : : "r" (p) : "memory");
}

/* It has none here, but claims to use memory, as benchmarks do to have something
   used.  */

void
pretended (void)
{
  int x; /* { dg-note "'x' escapes its frame: used by asm" } */

  asm volatile ("" : : "r" (&x) : "memory");
}

/* No instructions: what comes out is what went in, which is how addresses
   are hidden from the optimisers.  */

void
hidden (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int *p = &x;

  asm ("" : "+r" (p));
  sink = p;
}

int
hidden_and_used (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  int *p = &x;

  asm ("" : "=r" (p) : "0" (p));
  return *p;
}

void
barrier (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  int *p = &x;

  *p = 2;
  asm volatile ("" : : : "memory");
}

void
with_labels (void)
{
  int x; /* { dg-note "'x' escapes its frame: used by asm" } */

  asm goto ("nop" : : "r" (&x) : : out);
out:
  return;
}
