/* The parts of a complex number of integers are as wide as pointers.  */

_Complex long sink;
long real;

void
real_part (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  __real__ sink = (long) &x;
}

void
imaginary_part (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  __imag__ sink = (long) &x;
}

void
built (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  _Complex long c = (long) &x;

  sink = c;
}

void
taken_apart (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'real'" } */
  _Complex long c = (long) &x + 1i;

  real = __real__ c;
}

void
computed (_Complex long n)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  _Complex long c = (long) &x;

  sink = ~(c + n);
}

/* In memory, the imaginary part stands behind the real one.  */

void
parts_in_memory (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'real'" } */
  int y = 1; /* { dg-note "'y' does not escape" } */
  union { _Complex long c; long n[2]; } u;

  __real__ u.c = (long) &y;
  __imag__ u.c = (long) &x;
  *(int *) u.n[0] = 2;
  real = u.n[1];
}

/* Floating point numbers carry no addresses.  */

_Complex double floating;

void
not_an_address (_Complex double c)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  int *p = &x;

  floating = c * *p;
}
