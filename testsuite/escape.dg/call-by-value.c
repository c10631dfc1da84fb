/* A structure that is passed by value is a copy of the caller's; its fields
   stay apart.  */

struct pair
{
  int *first, *second;
  long n;
};

int *sink;
struct pair *address;

static void
keeps_second (struct pair p) /* { dg-note "leaking param: 'p': stored in 'sink'" } */
{
  sink = p.second;
}

static int
reads (struct pair p) /* { dg-note "'p' does not escape" } */
{
  return *p.first + *p.second;
}

void
given_to_keeps_second (void)
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  int y; /* { dg-note "'y' escapes its frame: stored in 'sink'" } */
  struct pair p = { &x, &y, 1 };

  keeps_second (p);
}

int
given_to_reads (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */

  return reads ((struct pair) { &x, &x, 1 });
}

/* The parameter is storage of the callee.  */

void
keeps_address (struct pair p) /* { dg-note "'p' escapes its frame: stored in 'address'" } */
{ /* { dg-note "leaking param: 'p': stored in 'p', which escapes" "" { target *-*-* } .-1 } */
  p.n = 0;
  address = &p;
}

/* So nothing of the caller's structure itself leaves.  */

void
own_structure_stays (void)
{
  struct pair p = { 0, 0, 1 }; /* { dg-note "'p' does not escape" } */
  struct pair *q = &p;

  q->n = 2;
  keeps_address (*q);
}
