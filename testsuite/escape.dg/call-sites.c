/* Each call has an answer of its own: what one caller passes is not mixed up
   with what another does.  */

int *sink;

static void
store (int **to, /* { dg-note "'to' does not escape" } */
       int *p) /* { dg-note "leaking param: 'p' to '.to' level=0" } */
{
  *to = p;
}

static int *
same (int *p) /* { dg-note "leaking param: 'p' to result level=0" } */
{
  return p;
}

void
to_global (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  store (&sink, &x);
}

int
to_local (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  int *p; /* { dg-note "'p' does not escape" } */

  store (&p, &x);
  return *p;
}

void
to_parameter (int **q) /* { dg-note "'q' does not escape" } */
{
  int x; /* { dg-note "'x' escapes its frame: stored in memory that 'q' points to" } */

  store (q, &x);
}

void
two_calls (void)
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  int y; /* { dg-note "'y' escapes its frame: stored in 'sink'" } */
  int *p = same (&x);

  *p = 1;
  sink = same (&y);
}

/* Through two functions.  */

static int *
same_again (int *p) /* { dg-note "leaking param: 'p' to result level=0" } */
{
  return same (same (p));
}

void
two_deep (void)
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  int y; /* { dg-note "'y' escapes its frame: stored in 'sink'" } */

  *same_again (&x) = 1;
  sink = same_again (&y);
}

/* Parameters that share memory are found where they do.  */

static int *
read_other (int **a, /* { dg-note "'a' does not escape" } */
	    int **b, /* { dg-note "leaking param: 'b' to result level=1" } */
	    int *p) /* { dg-note "leaking param: 'p' to '.a' level=0" } */
{
  *a = p;
  return *b;
}

void
shared (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int *slot = 0; /* { dg-note "'slot' does not escape" } */

  sink = read_other (&slot, &slot, &x);
}

void
not_shared (void)
{
  int x; /* { dg-note "'x' does not escape" } */
  int *slot = 0; /* { dg-note "'slot' does not escape" } */
  int *other = 0; /* { dg-note "'other' does not escape" } */

  sink = read_other (&slot, &other, &x);
}
