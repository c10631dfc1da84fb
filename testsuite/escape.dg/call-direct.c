/* What a function does with its parameters is known where it is called.  */

int *sink;
void ext (int *);

void
keeps (int *p) /* { dg-note "leaking param: 'p': stored in 'sink'" } */
{
  sink = p;
}

void
lends (int *p) /* { dg-note "leaking param: 'p': passed to 'ext', whose body is not seen" } */
{
  ext (p);
}

int
reads (int *p) /* { dg-note "'p' does not escape" } */
{
  return *p;
}

int *
returns (int *p) /* { dg-note "leaking param: 'p' to result level=0" } */
{
  return p;
}

void
given_to_keeps (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  keeps (&x);
}

void
given_to_lends (void)
{
  int x; /* { dg-note "'x' escapes its frame: passed to 'ext', whose body is not seen" } */

  lends (&x);
}

int
given_to_reads (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */

  return reads (&x);
}

void
returned_and_stored (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  sink = returns (&x);
}

int
returned_and_read (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */

  return *returns (&x);
}

/* A function is known before its definition is.  */

static int reads_later (int *);

int
given_to_later (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */

  return reads_later (&x);
}

static int
reads_later (int *p) /* { dg-note "'p' does not escape" } */
{
  return *p;
}
