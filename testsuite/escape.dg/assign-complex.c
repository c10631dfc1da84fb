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

/* Floating point numbers carry no addresses.  */

_Complex double floating;

void
not_an_address (_Complex double c)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  int *p = &x;

  floating = c * *p;
}
