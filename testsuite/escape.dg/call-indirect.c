/* A call through a pointer reaches what the pointer may point to.  */

int *sink;
int (*unknown) (int *);

static int
keeps (int *p) /* { dg-note "leaking param: 'p': stored in 'sink'" } */
{
  sink = p;
  return 0;
}

static int
reads (int *p) /* { dg-note "'p' does not escape" } */
{
  return *p;
}

int
one_target (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  int (*f) (int *) = reads;

  return f (&x);
}

int
either_target (int c)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int (*f) (int *) = c ? reads : keeps;

  return f (&x);
}

int
any_target (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'unknown'" } */

  return unknown (&x);
}

/* A parameter is called: the caller knows what it is, see applied.  */

static int
apply (int (*f) (int *), /* { dg-note "'f' does not escape" } */
       int *p) /* { dg-note "leaking param: 'p': passed to an unknown function through 'f'" } */
{
  return f (p);
}

/* The members of a constant table.  */

static int (*const table[]) (int *) = { reads, reads };

int
from_constant_table (int i)
{
  int x = 1; /* { dg-note "'x' does not escape" } */

  return table[i] (&x);
}

struct operations
{
  int (*read) (int *);
  int (*keep) (int *);
};

static const struct operations operations = { reads, keeps };

int
by_field (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */

  return operations.read (&x);
}

int
by_other_field (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  return operations.keep (&x);
}

int
applied (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */

  return apply (reads, &x);
}
