/* Another name of a function is the same function.  */

int *sink;

int
keep (int *p) /* { dg-note "leaking param: 'p': stored in 'sink'" } */
{
  sink = p;
  return 0;
}

static int keep_too (int *) __attribute__ ((alias ("keep")));

int
by_alias (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  return keep_too (&x);
}

/* And another name of a variable the same variable.  */

static int *hidden;
extern int *shown __attribute__ ((alias ("hidden")));

int *
read_hidden (void)
{
  return hidden;
}

void
stored_by_alias (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'shown'" } */

  shown = &x;
}
