/* { dg-additional-options "-fstack-reuse=none" } */
/* With this option GIMPLE does not say where the life of any variable ends,
   but it ends all the same.  */

struct pair
{
  int *first, *second;
};

int
used_in_next_turn (int n)
{
  int *p = 0;
  int s = 0;

  for (int i = 0; i < n; i++)
    {
      int x = i; /* { dg-note "'x' outlives its block: stored in 'p'" } */

      if (p)
	s += *p;
      p = &x;
    }
  return s;
}

int
in_block (int n)
{
  int s = 0;

  for (int i = 0; i < n; i++)
    {
      int x = i; /* { dg-note "'x' does not escape" } */
      int *p = 0;

      while (s < i)
	{
	  if (p)
	    s += *p;
	  p = &x;
	}
    }
  return s;
}

int
literal (int n)
{
  struct pair *p = 0;

  if (n)
    p = &(struct pair) { &n, 0 }; /* { dg-note {'\(struct pair\) \{ ... \}' outlives its block: stored in 'p'} } */
  return *p->first;
}
