/* Where paths join, a variable may have the value of each.  */

int *sink;

void
joined (int c)
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int y = 0; /* { dg-note "'y' does not escape" } */
  int *p = &y;

  *p = 1;
  if (c)
    p = &x;
  else
    p = 0;
  sink = p;
}

/* The second round stores what the first one set.  */

void
around_a_loop (int n)
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int *p = 0;

  for (int i = 0; i < n; i++)
    {
      sink = p;
      p = &x;
    }
}

int
all_stay (int c)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  int y = 2; /* { dg-note "'y' does not escape" } */
  int *p;

  if (c)
    p = &x;
  else
    p = &y;
  return *p;
}
