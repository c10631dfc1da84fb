/* A target region is over when GOMP_target_ext comes back, unless it is told
   not to wait.  */
/* { dg-additional-options "-fopenmp -foffload=disable" } */

int
stays_target (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
#pragma omp target map (tofrom: x)
  x = 2;
  return x;
}

void
leaves_target_nowait (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: passed to 'GOMP_target_ext', whose body is not seen" } */
#pragma omp target map (tofrom: x) nowait
  x = 2;
#pragma omp taskwait
}

/* The runtime library knows of the private copies until the construct ends.  */

int
stays_reduced (int n)
{
  int x = 0;
#pragma omp parallel for reduction (task, +: x)
  for (int i = 0; i < n; i++)
    x += i;
  return x;
}
