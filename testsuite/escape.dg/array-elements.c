/* The elements of an array with variable indices are one; those with constant
   indices are told apart where they can be.  */

int *sink;

void
any_element (int i, int j)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int *a[8];

  a[i] = &x;
  sink = a[j];
}

void
stored_anywhere (int i)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int *a[8];

  a[i] = &x;
  sink = a[3];
}

void
constant_elements (void)
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  int y; /* { dg-note "'y' escapes its frame: stored in 'sink'" } */
  int *a[2];

  a[0] = &x;
  a[1] = &y;
  *a[0] = 1;
  sink = a[1];
}

void
two_dimensions (int i, int j)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int *a[4][4];

  a[i][j] = &x;
  sink = a[j][i];
}

int
walked (int n)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  int *a[8], **p; /* { dg-note "'a' does not escape" } */
  int sum = 0;

  for (p = a; p < a + 8; p++)
    *p = &x;
  for (p = a; n-- > 0; p++)
    sum += **p;
  return sum;
}
