/* The members of a structure are apart from each other.  */

struct mixed
{
  int *first;
  long n;
  int *second;
  struct { int *third; } inner;
};

int *sink;

void
other_member (void)
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  int y; /* { dg-note "'y' escapes its frame: stored in 'sink'" } */
  struct mixed m;

  m.first = &x;
  m.second = &y;
  *m.first = 1;
  sink = m.second;
}

void
by_pointer (void)
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  int y; /* { dg-note "'y' escapes its frame: stored in 'sink'" } */
  struct mixed m = { .first = &x, .inner.third = &y }; /* { dg-note "'m' does not escape" } */
  struct mixed *p = &m;

  *p->first = 1;
  sink = p->inner.third;
}

static int *
get_second (struct mixed *m) /* { dg-note "leaking param: 'm' to result level=1" } */
{
  return m->second;
}

void
in_a_callee (void)
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  int y; /* { dg-note "'y' escapes its frame: stored in 'sink'" } */
  struct mixed m = { .first = &x, .second = &y }; /* { dg-note "'m' does not escape" } */

  sink = get_second (&m);
}

/* A member's address leads to the member.  */

void
through_a_member (void)
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  struct mixed m = { .first = &x }; /* { dg-note "'m' does not escape" } */
  int **p = &m.second;

  sink = *p;
  *m.first = 1;
}

/* Structures in an array share their places member by member.  */

void
in_an_array (int i)
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  int y; /* { dg-note "'y' escapes its frame: stored in 'sink'" } */
  struct mixed a[4];

  a[i].first = &x;
  a[i + 1].second = &y;
  *a[2].first = 1;
  sink = a[3].second;
}
