/* Every shape of a reference that is loaded from or stored to.  */

struct node
{
  struct node *next;
  int *data;
  int *table[4];
  struct { int *deep; } part;
};

struct node global;
struct node *list;
int *sink;
int **anywhere;

void
field (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'global'" } */

  global.data = &x;
}

void
element (int i)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'global'" } */

  global.table[i] = &x;
}

void
field_of_field (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'global'" } */

  global.part.deep = &x;
}

void
through_global_pointer (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in memory that 'list' points to" } */

  list->data = &x;
}

void
through_parameter (struct node *n) /* { dg-note "'n' does not escape" } */
{
  int x; /* { dg-note "'x' escapes its frame: stored in memory that 'n' points to" } */

  n->table[3] = &x;
}

/* Deeper than a list is told apart.  */

void
through_chain (struct node *n) /* { dg-note "'n' does not escape" } */
{
  int x; /* { dg-note "'x' escapes its frame: stored in memory that 'n' points to" } */

  n->next->next->part.deep = &x;
}

void
through_cast (char *p) /* { dg-note "'p' does not escape" } */
{
  int x; /* { dg-note "'x' escapes its frame: stored in memory that 'p' points to" } */

  *(int **) (p + 16) = &x;
}

void
behind_a_local (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int *p = &x; /* { dg-note "'p' does not escape" } */
  int **pp = &p; /* { dg-note "'pp' does not escape" } */
  int ***ppp = &pp;

  sink = **ppp;
}

void
one_past_and_back (void)
{
  int *a[2]; /* { dg-note "'a' does not escape" } */
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int **end = a + 2;

  end[-1] = &x;
  sink = *--end;
}

void
index_first (int i)
{
  int *a[4]; /* { dg-note "'a' does not escape" } */
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int **p = a;

  i[p] = &x;
  sink = 2[p];
}

void
volatile_memory (int *volatile *p) /* { dg-note "'p' does not escape" } */
{
  int x; /* { dg-note "'x' escapes its frame: stored in memory that 'p' points to" } */

  *p = &x;
}

void
packed_memory (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  struct __attribute__ ((packed)) { char c; int *p; } s;

  s.p = &x;
  sink = s.p;
}

int *
loaded (struct node *n) /* { dg-note "leaking param: 'n' to result level=1" } */
{
  return n->data;
}

int *
loaded_twice (struct node *n) /* { dg-note "leaking param: 'n' to result level=2" } */
{
  return n->next->data;
}

int
read_only (struct node *n, int i) /* { dg-note "'n' does not escape" } */
{
  return *n->table[i] + *n->next->data;
}

int
stays (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  struct node a = { .data = &x }; /* { dg-note "'a' does not escape" } */
  struct node b = { .next = &a };

  return *b.next->data;
}
