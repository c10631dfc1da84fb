/* A structure that is copied takes the pointers in it along.  */

struct pair
{
  int *first, *second;
};

struct outer
{
  long n;
  struct pair pair;
  struct pair array[2];
};

struct pair sink;
struct outer outer;
int *one;

void
whole (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  struct pair p;

  p.second = &x;
  sink = p;
}

void
initialised (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  struct pair p = { .second = &x };

  sink = p;
}

void
part_of_another (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'outer'" } */
  int y; /* { dg-note "'y' escapes its frame: stored in 'outer'" } */
  struct pair p = { &x, &y };

  outer.pair = p;
  outer.array[1] = p;
}

/* Only what is copied leaves.  */

void
only_a_part (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'one'" } */
  int y = 0; /* { dg-note "'y' does not escape" } */
  struct outer o = { .pair = { &x, &y }, .array = { { &y } } };
  struct pair p = o.pair;

  one = p.first;
  *o.array[0].first = 1;
}

void
through_pointers (struct pair *to, /* { dg-note "'to' does not escape" } */
		  struct pair *from) /* { dg-note "leaking param: 'from' to '.to' level=1" } */
{
  *to = *from;
}

void
chained (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  struct pair p, q;

  p = q = (struct pair) { &x, 0 };
  sink = p;
}

void
array_in_structure (int i)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'one'" } */
  struct { int *a[4]; } s, t;

  s.a[2] = &x;
  t = s;
  one = t.a[i];
}

int
stays (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  struct pair p = { &x, &x }, q;

  q = p;
  return *q.second;
}
