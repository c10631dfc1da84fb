/* A task may run when the function that made it has returned.  */
/* { dg-additional-options "-fopenmp" } */

void
task (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: given to a thread by 'GOMP_task'" } */

#pragma omp task shared (x)
  x++;
}
