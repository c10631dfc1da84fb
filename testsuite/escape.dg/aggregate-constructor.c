/* Initialisers store what stands in them, where it stands.  */

struct pair
{
  int *first, *second;
};

struct pair *sink;
int *one;

void
ranges (int i)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'one'" } */
  int *a[8] = { [2 ... 5] = &x };

  one = a[i];
}

void
designated (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'one'" } */
  int y = 0; /* { dg-note "'y' does not escape" } */
  struct pair p = { .second = &x, .first = &y };

  *p.first = 1;
  one = p.second;
}

void
nested (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'one'" } */
  struct { struct pair a[2]; } s = { { { 0, 0 }, { 0, &x } } };

  one = s.a[1].second;
}

/* Constant tables are read, too.  */

static int number;
static int *const table[] = { 0, &number };

void
constant_table (int i)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'one'" } */
  int *const from[] = { &x, table[i] };

  one = from[i];
}
