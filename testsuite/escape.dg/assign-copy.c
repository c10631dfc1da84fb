/* A copied address is the same address, however many variables it went
   through.  */

int *sink;

void
copied_to_global (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int *p = &x;
  int *q = p;
  int *r = q;

  sink = r;
}

/* The first global is overwritten, but has been there to read.  */

void
overwritten (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in 'sink', reset before 'overwritten' returns" } */

  sink = &x;
  sink = 0;
}

int
copied_to_locals (void)
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  int *p = &x;
  int *q = p;

  *q = 1;
  return *p;
}
