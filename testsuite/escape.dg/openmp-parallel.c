/* The body of a parallel region becomes a function that gets the address of
   what it shares; all threads are done when it ends.  */
/* { dg-additional-options "-fopenmp" } */

int *sink;

int
shared (int n)
{
  int sum = 0; /* { dg-note "'sum' does not escape" } */
  int *p = &sum;

#pragma omp parallel for
  for (int i = 0; i < n; i++)
    {
#pragma omp atomic
      *p += i;
    }
  return sum;
}

void
kept_in_the_body (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

#pragma omp parallel
  sink = &x;
}

void
private_in_the_body (void)
{
#pragma omp parallel
  {
    int x = 0; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

    sink = &x;
  }
}
