/* Functions that call themselves, or each other, are worked on together
   until they tell nothing new.  */

struct node
{
  struct node *next;
  int *data;
};

int *sink;

static int
count (struct node *n) /* { dg-note "'n' does not escape" } */
{
  return n ? 1 + count (n->next) : 0;
}

/* The parameter comes back only from the deepest call.  */

static int *
deepest (int *p, int n) /* { dg-note "leaking param: 'p' to result level=0" } */
{
  if (n == 0)
    return p;
  return deepest (p, n - 1);
}

static void odd (int *p, int n);

static void
even (int *p, int n) /* { dg-note "leaking param: 'p': stored in 'sink'" } */
{
  if (n)
    odd (p, n - 1);
}

static void
odd (int *p, int n) /* { dg-note "leaking param: 'p': stored in 'sink'" } */
{
  if (n)
    even (p, n - 1);
  else
    sink = p;
}

/* Arguments that change places do it in each call.  */

static int *
swapped (int *p, /* { dg-note "leaking param: 'p' to result level=0" } */
	 int *q, int n) /* { dg-note "leaking param: 'q' to result level=0" } */
{
  return n ? swapped (q, p, n - 1) : p;
}

int
counted (void)
{
  struct node n = { 0, 0 }; /* { dg-note "'n' does not escape" } */

  return count (&n);
}

void
deepest_kept (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  sink = deepest (&x, 3);
}

int
deepest_read (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */

  return *deepest (&x, 3);
}

void
mutual (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  even (&x, 3);
}

void
second_comes_back (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int y = 0; /* { dg-note "'y' escapes its frame: stored in 'sink'" } */

  sink = swapped (&x, &y, 3);
}

/* The local of one call is seen by the next: it stays in the frames.  */

static int
linked (struct node *outer, int n) /* { dg-note "'outer' does not escape" } */
{
  struct node mine = { outer, 0 }; /* { dg-note "'mine' does not escape" } */

  return n ? linked (&mine, n - 1) : count (&mine);
}

int
start (void)
{
  return linked (0, 3);
}
