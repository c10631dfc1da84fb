/* GIMPLE does not say where the life of a volatile variable ends.  */

int
used_in_next_turn (int n)
{
  volatile int *p = 0;

  while (1)
    {
      volatile int x = n++; /* { dg-note "'x' outlives its block: stored in 'p'" } */

      if (p && *p > 3)
	return n;
      p = &x;
    }
}

/* `continue' ends the turn.  */
int
left_by_continue (int n)
{
  volatile int *p = 0;

  while (1)
    {
      volatile int x = n++; /* { dg-note "'x' outlives its block: stored in 'p'" } */

      if (p && *p > 3)
	return n;
      p = &x;
      if (n & 1)
	continue;
      p = 0;
    }
}

/* The inner loop is in the block.  */
int
loop_in_block (int n)
{
  {
    volatile int x = n; /* { dg-note "'x' does not escape" } */
    volatile int *p = 0;

    do
      {
	if (p)
	  n += *p;
	p = &x;
      }
    while (n < 9);
  }
  return n;
}

int
loop_in_loop (int n)
{
  int s = 0;

  while (n--)
    {
      volatile int x = n; /* { dg-note "'x' does not escape" } */
      volatile int *p = &x;

      while (*p > s)
	{
	  if (s & 1)
	    s += n;
	  s++;
	}
    }
  return s;
}
