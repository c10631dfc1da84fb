/* { dg-additional-options "-Wno-return-local-addr" } */
/* A block that is no loop ends, too.  */

extern int condition;

int
used_after (void)
{
  int *p;

  {
    int a[4] = { 1, 2, 3, 4 }; /* { dg-note "'a' outlives its block: stored in 'p'" } */

    p = a + 1;
  }
  return *p;
}

/* Only on the path on which P does not have the address.  */
int
other_path (int n)
{
  int *p = &n;
  int s = 0;

  if (condition)
    {
      int x = 3; /* { dg-note "'x' does not escape" } */

      p = &x;
      s = *p;
      p = &n;
    }
  return s + *p;
}

int
one_path (int n)
{
  int *p = &n;

  if (condition)
    {
      int x = 3; /* { dg-note "'x' outlives its block: stored in 'p'" } */

      p = &x;
    }
  return *p;
}

/* A comparison is a use of a pointer.  */
int
compared (void)
{
  int *p = 0;

  if (condition)
    {
      int x = 3; /* { dg-note "'x' outlives its block: stored in 'p'" } */

      p = &x;
    }
  return p != 0;
}

/* `goto' leaves the block.  */
int
left_by_goto (int n)
{
  int *p;

  {
    int x = n; /* { dg-note "'x' outlives its block: stored in 'p'" } */

    p = &x;
    if (n > 3)
      goto out;
    n++;
  }
  return n;
out:
  return *p;
}

/* Back to a label in the same block: X lives on.  */
int
goto_in_block (int n)
{
  int s = 0;

  {
    int x = n; /* { dg-note "'x' does not escape" } */
    int *p = 0;

  again:
    if (p)
      s += *p;
    p = &x;
    if (s < 9)
      goto again;
  }
  return s;
}

/* The blocks of a switch.  */
int
in_switch (int n)
{
  int *p = &n;

  switch (n)
    {
    case 1:
      {
	int x = 3; /* { dg-note "'x' outlives its block: stored in 'p'" } */

	p = &x;
	break;
      }
    default:
      {
	int x = 4; /* { dg-note "'x' does not escape" } */
	int *q = &x;

	n = *q;
      }
    }
  return *p;
}

/* The value of a statement expression comes out of its block.  */
int
statement_expression (int n)
{
  int *p = ({ int x = n; &x; }); /* { dg-note "'x' outlives its block: stored in 'p'" } */

  return *p;
}

/* A compound literal lives as long as the block it is in.  */
struct pair
{
  int *first, *second;
};

int
literal (int n)
{
  struct pair *p;

  if (condition)
    p = &(struct pair) { &n, 0 }; /* { dg-note {'\(struct pair\) \{ ... \}' outlives its block: stored in 'p'} } */
  else
    return 0;
  return *p->first;
}

int
literal_in_block (int n)
{
  struct pair *p = &(struct pair) { &n, 0 }; /* { dg-note {'\(struct pair\) \{ ... \}' does not escape} } */

  return *p->first;
}

/* What leaves its frame is not said to leave its block.  */
int *
leaves_frame (void)
{
  int *p;

  {
    int x = 3; /* { dg-note "'x' escapes its frame: returned by 'leaves_frame'" } */

    p = &x;
  }
  return p;
}
