/* Counting how often each way is taken changes no verdict.  */
/* { dg-additional-options "-fprofile-arcs -ftest-coverage" } */

int *sink;

int
stays (int c)
{
  int x = c; /* { dg-note "'x' does not escape" } */
  int *p = &x;

  if (c)
    *p = 1;
  return x;
}

void
leaves (int c)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  if (c)
    sink = &x;
}
