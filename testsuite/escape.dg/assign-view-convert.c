/* The same bits seen as another type: VIEW_CONVERT_EXPR in GIMPLE.  */

typedef int two __attribute__ ((vector_size (8)));
typedef long one __attribute__ ((vector_size (8)));

two pair;
one single;
long number;

void
pointer_as_vector (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'pair'" } */

  pair = (two) (long) &x;
}

void
vector_as_number (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'number'" } */
  two v = (two) (long) &x;

  number = (long) v;
}

void
vector_as_vector (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'single'" } */
  two v = (two) (long) &x;

  single = (one) v;
}

void
punned_by_memory (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'number'" } */
  int *p = &x;

  number = *(long *) &p; /* { dg-note "'p' does not escape" "" { target *-*-* } .-2 } */
}

/* A double has the bits of a pointer when they are copied, not converted.  */

double bits;

void
as_double (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'bits'" } */
  union { int *p; double d; } u = { &x };

  bits = u.d;
}
