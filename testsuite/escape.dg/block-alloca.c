/* A variable length array dies with its block, and what alloca made with the
   function.  */

int
array (int n)
{
  int *p = 0;
  int s = 0;

  for (int i = 1; i < n; i++)
    {
      int v[i]; /* { dg-note "'v' outlives its block: stored in 'p'" } */

      if (p)
	s += p[0];
      v[0] = i;
      p = v;
    }
  return s;
}

int
array_in_block (int n)
{
  int s = 0;

  for (int i = 1; i < n; i++)
    {
      int v[i]; /* { dg-note "'v' does not escape" } */
      int *p = v;

      p[0] = i;
      s += v[0];
    }
  return s;
}

int
allocated (int n)
{
  int *p = 0;
  int s = 0;

  for (int i = 1; i < n; i++)
    {
      if (p)
	s += *p;
      p = __builtin_alloca (sizeof *p); /* { dg-note {'alloca \(4\)' does not escape} } */
      *p = i;
    }
  return s;
}

/* Where both are in a block, GCC does not cut the stack back, but the array
   dies all the same.  */
int
both (int n)
{
  int *p = 0;
  int *q = 0;

  {
    int v[n]; /* { dg-note "'v' outlives its block: stored in 'q'" } */

    v[0] = n;
    q = v;
    p = __builtin_alloca (sizeof *p); /* { dg-note {'alloca \(4\)' does not escape} } */
    *p = v[0];
  }
  return *p + *q;
}

/* When the stack is cut back for V, what was made before V stays.  */
int
before (int n)
{
  int *q = __builtin_alloca (sizeof *q); /* { dg-note {'alloca \(4\)' does not escape} } */

  *q = n;
  while (n--)
    {
      int v[n + 1]; /* { dg-note "'v' does not escape" } */
      int *p = v;

      p[n] = 3;
      *q += p[n];
    }
  return *q;
}
