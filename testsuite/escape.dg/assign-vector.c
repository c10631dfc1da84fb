/* The elements of a vector may be addresses.  */

typedef long two __attribute__ ((vector_size (16)));
typedef int four __attribute__ ((vector_size (16)));

two sink;
long number;

void
built (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  sink = (two) { (long) &x, 0 };
}

void
element_set (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  two v = { 0, 0 };

  v[1] = (long) &x;
  sink = v;
}

void
element_read (int i)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'number'" } */
  two v = { 0, (long) &x };

  number = v[i];
}

void
shuffled (two mask)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  two v = { (long) &x, 0 };

  sink = __builtin_shuffle (v, mask);
}

void
shuffled_from_two (two mask)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  two v = { (long) &x, 0 }, w = { 0, 0 };

  sink = __builtin_shuffle (w, v, mask);
}

void
selected (two mask)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  two v = { (long) &x, 0 }, w = { 0, 0 };

  sink = mask & v | ~mask & w;
}

void
seen_as_others (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  four v = (four) (two) { (long) &x, 0 };

  sink = (two) v;
}

long
stays (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  two v = { (long) &x, 0 };

  return *(int *) v[0];
}
