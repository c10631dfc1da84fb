/* An ifunc is the function that its resolver chooses when the program starts,
   and not the resolver.  */
/* { dg-do compile { target *-*-linux* } } */
/* { dg-prune-notes "." } */

int *last;

static int *
keep (int *p)
{
  return last = p;
}

static int *(*resolve (void)) (int *)
{
  return keep;
}

int *chosen (int *) __attribute__ ((ifunc ("resolve")));

void
lend (void)
{
  int x; /* { dg-note "'x' escapes its frame: passed to 'chosen', whose body is not seen" } */

  chosen (&x);
}
