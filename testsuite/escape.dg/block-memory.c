/* The address of a local of a block, kept in memory that lives longer.  */

struct pair
{
  int *first, *second;
};

/* The field is read again.  */
int
field (int n)
{
  struct pair p = { &n, &n };

  {
    int x = 3; /* { dg-note "'x' outlives its block: stored in 'p'" } */

    p.second = &x;
  }
  return *p.second;
}

/* The other field is.  */
int
other_field (int n)
{
  struct pair p = { &n, &n };

  {
    int x = 3; /* { dg-note "'x' does not escape" } */

    p.second = &x;
    n += *p.second;
  }
  return *p.first;
}

/* The field is set anew before it is read.  */
int
field_set_anew (int n)
{
  struct pair p = { &n, &n };
  int s = 0; /* { dg-note "'s' does not escape" } */

  for (int i = 0; i < n; i++)
    {
      int x = i; /* { dg-note "'x' does not escape" } */

      p.second = &x;
      s += *p.second;
    }
  p.second = &s;
  return *p.second;
}

/* The whole is.  */
int
whole_set_anew (int n)
{
  struct pair p = { 0, 0 };

  {
    int x = 3; /* { dg-note "'x' does not escape" } */

    p.second = &x;
    n += *p.second;
  }
  p = (struct pair) { &n, &n };
  return *p.second;
}

int
whole_cleared (int n)
{
  struct pair p = { 0, 0 }; /* { dg-note "'p' does not escape" } */

  {
    int x = 3; /* { dg-note "'x' does not escape" } */

    p.second = &x;
    n += *p.second;
  }
  __builtin_memset (&p, 0, sizeof p);
  return p.second ? n : 0;
}

/* A copy takes the address along.  */
int
copied (int n)
{
  struct pair p = { 0, 0 }, q;

  {
    int x = n; /* { dg-note "'x' outlives its block: stored in 'q'" } */

    p.second = &x;
    q = p;
    p.second = 0;
  }
  return *q.second;
}

/* Which element is set anew is not known, and the array goes on.  */
int
elements (int n)
{
  int *a[10];

  for (int i = 0; i < n; i++)
    {
      int x = i; /* { dg-note "'x' outlives its block: stored in 'a'" } */

      a[i] = &x;
    }
  return *a[0];
}

/* A function that is given the holder may look what it holds.  */
static int
sum (struct pair *p) /* { dg-note "'p' does not escape" } */
{
  return *p->first + *p->second;
}

int
passed_on (int n)
{
  struct pair p = { &n, &n }; /* { dg-note "'p' does not escape" } */

  {
    int x = 3; /* { dg-note "'x' outlives its block: stored in 'p'" } */

    p.second = &x;
  }
  return sum (&p);
}

int
passed_on_in_block (int n)
{
  struct pair p = { &n, &n }; /* { dg-note "'p' does not escape" } */

  {
    int x = 3; /* { dg-note "'x' does not escape" } */

    p.second = &x;
    n = sum (&p);
  }
  return n;
}

/* A callee keeps the address in the holder.  */
static void
keep (struct pair *p, /* { dg-note "'p' does not escape" } */
      int *second) /* { dg-note {leaking param: 'second' to '\*p' level=0} } */
{
  p->second = second;
}

int
kept_by_callee (int n)
{
  struct pair p = { &n, &n }; /* { dg-note "'p' does not escape" } */

  {
    int x = 3; /* { dg-note "'x' outlives its block: stored in 'p'" } */

    keep (&p, &x);
  }
  return *p.second;
}

/* It is kept, read, and given up again within the block.  */
int
kept_for_block (int n)
{
  struct pair p = { &n, &n }; /* { dg-note "'p' does not escape" } */

  for (int i = 0; i < 3; i++)
    {
      int x = 3; /* { dg-note "'x' does not escape" } */

      keep (&p, &x);
      n += *p.second;
      p.second = &n;
    }
  return *p.second;
}

/* A heap block is no better.  */
int
in_heap (int n)
{
  struct pair *p = __builtin_malloc (sizeof *p); /* { dg-note {'malloc \(16\)' does not escape: .*} } */

  {
    int x = n; /* { dg-note {'x' outlives its block: stored in 'malloc \(16\)'} } */

    p->second = &x;
  }
  n = *p->second;
  __builtin_free (p);
  return n;
}

/* To free it is not to look at it.  */
int
freed (int n)
{
  struct pair *p = __builtin_malloc (sizeof *p); /* { dg-note {'malloc \(16\)' does not escape: .*} } */

  {
    int x = n; /* { dg-note "'x' does not escape" } */

    p->second = &x;
    n += *p->second;
  }
  __builtin_free (p);
  return n;
}

/* Saved, set and restored: OLD was read before X was.  */
int
restored (int n)
{
  struct pair p = { &n, &n }; /* { dg-note "'p' does not escape" } */

  while (n++ < 9)
    {
      int x = 3; /* { dg-note "'x' does not escape" } */
      int *old = p.second;

      p.second = &x;
      n += sum (&p);
      p.second = old;
    }
  return *p.second;
}

/* A callee makes the block that keeps the address.  */
static struct pair *
make (int *first, /* { dg-note {leaking param: 'first': stored in 'malloc \(16\)', which escapes} } */
      int *second) /* { dg-note {leaking param: 'second': stored in 'malloc \(16\)', which escapes} } */
{
  struct pair *p = __builtin_malloc (sizeof *p); /* { dg-note {'malloc \(16\)' escapes: returned by 'make'} } */

  p->first = first;
  p->second = second;
  return p;
}

int
in_heap_of_callee (int n)
{
  struct pair *p;

  {
    int x = n; /* { dg-note {'x' outlives its block: stored in 'make \(&n, &x\)'} } */

    p = make (&n, &x); /* { dg-note {'make \(&n, &x\)' does not escape: .*} } */
  }
  n = *p->second;
  __builtin_free (p);
  return n;
}
