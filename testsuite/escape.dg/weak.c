/* A weak function may be another one when the program is linked.  */

__attribute__ ((weak)) int
weak (int *p) /* { dg-note "'p' does not escape" } */
{
  return *p;
}

int
given_to_weak (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: passed to 'weak', whose body is not seen" } */

  return weak (&x);
}

/* Any other that the file defines is the one that runs.  */

int
ordinary (int *p) /* { dg-note "'p' does not escape" } */
{
  return *p;
}

int
given_to_ordinary (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */

  return ordinary (&x);
}
