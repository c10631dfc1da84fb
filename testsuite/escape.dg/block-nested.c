/* { dg-options "-std=gnu11" } */
/* Locals of blocks that nested functions use.  They live in a structure that
   the whole function has, but not longer than their block.  */

int
kept_by_nested (int n)
{
  int *p = &n; /* { dg-note "'p' does not escape" } */

  for (int i = 0; i < 3; i++)
    {
      int x = i; /* { dg-note "'x' outlives its block: stored in 'p'" } */
      void keep (int *q) { p = q; } /* { dg-note "leaking param: 'q': kept by the enclosing function 'kept_by_nested'" } */

      if (*p == 2)
	return 1;
      keep (&x);
    }
  return 0;
}

int
used_by_nested (int n)
{
  int *p = 0;

  for (int i = 0; i < n; i++)
    {
      int x = i; /* { dg-note "'x' outlives its block: stored in 'p'" } */
      void add (int by) { x += by; }

      if (p && *p > 3)
	return 1;
      add (n);
      p = &x;
    }
  return 0;
}

int
in_block (int n)
{
  int s = 0;

  for (int i = 0; i < n; i++)
    {
      int x = i; /* { dg-note "'x' does not escape" } */
      void add (int *p) { x += *p; } /* { dg-note "'p' does not escape" } */

      add (&x);
      s += x;
    }
  return s;
}
