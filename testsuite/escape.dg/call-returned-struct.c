/* What a structure brings back from a call, field by field.  */

struct pair
{
  int *first, *second;
};

int *sink;
struct pair all;

static struct pair
make (int *a, /* { dg-note "leaking param: 'a' to result level=0" } */
      int *b) /* { dg-note "leaking param: 'b' to result level=0" } */
{
  struct pair p = { a, b };

  return p;
}

void
second_kept (void)
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  int y; /* { dg-note "'y' escapes its frame: stored in 'sink'" } */
  struct pair p = make (&x, &y);

  sink = p.second;
}

void
field_of_call (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int y = 0; /* { dg-note "'y' does not escape" } */

  sink = make (&x, &y).first;
}

void
whole_kept (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'all'" } */

  all = make (&x, 0);
}

int
nothing_kept (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */

  return *make (&x, &x).second;
}

/* In memory that the caller provides, as large structures are returned.  */

struct large
{
  long n[8];
  int *p;
};

static struct large
make_large (int *p) /* { dg-note "leaking param: 'p' to result level=0" } */
{
  return (struct large) { .p = p };
}

void
large_kept (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  sink = make_large (&x).p;
}
