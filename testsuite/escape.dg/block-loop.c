/* The body of a loop is a block: a local of it lives for one turn.  */

/* In the second turn, P is the address of the X of the first.  */
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

/* After the last turn, too.  */
int
used_after_loop (int n)
{
  int *p = &n;

  while (n-- > 3)
    {
      int x = n; /* { dg-note "'x' outlives its block: stored in 'p'" } */

      p = &x;
    }
  return *p;
}

/* P is set anew in each turn before it is used, and not used after the
   loop.  */
int
set_before_use (int n)
{
  int *p = 0;
  int s = 0; /* { dg-note "'s' does not escape" } */

  for (int i = 0; i < n; i++)
    {
      int x = i; /* { dg-note "'x' does not escape" } */

      p = &x;
      s += *p;
    }
  p = &s;
  return *p;
}

/* The pointer dies with what it points to.  */
int
pointer_in_block (int n)
{
  int s = 0;

  while (n--)
    {
      int x = n; /* { dg-note "'x' does not escape" } */
      int *p = &x;

      s += *p;
    }
  return s;
}

/* The inner loop is in the block, which goes on from turn to turn.  */
int
loop_in_block (int n)
{
  int s = 0;

  {
    int x = n; /* { dg-note "'x' does not escape" } */
    int *p = 0;

    for (;;)
      {
	if (p)
	  s += *p;
	if (s > 9)
	  break;
	p = &x;
      }
  }
  return s;
}

/* `continue' and `break' end the turn, too; only the one leaves X's address
   where it is used.  */
int
left_by_continue (int n)
{
  int *p = 0;

  for (;;)
    {
      int x = n; /* { dg-note "'x' outlives its block: stored in 'p'" } */

      if (p && *p == 4)
	return 1;
      p = &x;
      if (n++ & 1)
	continue;
      p = 0;
    }
}

int
left_by_break (int n)
{
  int *p = 0;

  for (;;)
    {
      int x = n; /* { dg-note "'x' does not escape" } */

      p = &x;
      if (*p & 1)
	break;
      n++;
    }
  return n;
}

/* One block for each turn, linked to the one before.  */
struct cell
{
  struct cell *up;
  int n;
};

int
chain (int n)
{
  struct cell *top = 0;
  int s = 0;

  while (n--)
    {
      struct cell c = { top, n }; /* { dg-note "'c' outlives its block: stored in 'top'" } */

      top = &c;
      s += c.up ? c.up->n : 0;
    }
  return s;
}

/* The address moves on before it is used.  */
int
copied_on (int n)
{
  int *p = 0;
  int *last = 0;

  for (int i = 0; i < n; i++)
    {
      int x = i; /* { dg-note "'x' outlives its block: stored in 'last'" } */

      last = p;
      p = &x;
    }
  return last ? *last : 0;
}
