/* m=2: through assignments and fields, each statement is a step, and what is
   passed from one temporary to the next is not.  */
/* { dg-options "-fplugin-arg-escape-m=2 -fplugin-arg-escape-show=escaping" } */

struct pair
{
  int *first, *second;
};

int *global;

/* One statement is one step.  */

void
at_once (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'global'" } */

  global = &x; /* { dg-note "\\(1\\) the address of 'x' is stored in 'global'" } */
}

/* GCC gives the three variables one value, but the source has three.  */

void
assignments (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'global'" } */
  int *p = &x; /* { dg-note "\\(1\\) 'p' gets the address of 'x'" } */
  int *q = p; /* { dg-note "\\(2\\) 'q' gets 'p'" } */
  int *r = q; /* { dg-note "\\(3\\) 'r' gets 'q'" } */

  global = r; /* { dg-note "\\(4\\) 'r' is stored in 'global'" } */
}

/* The other field is no way out.  */

int *
fields (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'fields'" } */
  struct pair s = { 0, 0 }, t;

  s.second = &x; /* { dg-note "\\(1\\) the address of 'x' is stored in 's.second'" } */
  t = s; /* { dg-note "\\(2\\) 't' gets 's'" } */
  return t.second; /* { dg-note "\\(3\\) 't.second' is returned by 'fields'" } */
}

/* The choice is made in a temporary; both ways go on from there.  */

void
conditional (int c)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'global'" } */
  int y; /* { dg-note "'y' escapes its frame: stored in 'global'" } */
  int *p
    = c ? &x : &y;
/* { dg-note "\\(1\\) 'p' gets the address of 'x'" "" { target *-*-* } .-2 } */
/* { dg-note "\\(1\\) 'p' gets the address of 'y'" "" { target *-*-* } .-3 } */

  global = p;
/* { dg-note "\\(2\\) 'p' is stored in 'global'" "" { target *-*-* } .-1 } */
/* { dg-note "\\(2\\) 'p' is stored in 'global'" "" { target *-*-* } .-2 } */
}

/* Of two ways the one with fewer steps is told, although it comes later in the
   source.  */

void
shortest (int c)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'global'" } */
  int *p = &x;
  int *q = p;

  if (c)
    p = q;
  global = &x; /* { dg-note "\\(1\\) the address of 'x' is stored in 'global'" } */
}

/* What the expression says need not be said twice.  */

void
content (struct pair **p) /* { dg-note "leaking param content: 'p': stored in 'global'" } */
{
  global = (*p)->second; /* { dg-note "\\(1\\) '\\(\\*p\\)->second' is stored in 'global'" } */
}

/* Nothing in the statement that leaks it has the name of the parameter.  */

void
content_in_steps (struct pair **p) /* { dg-note "leaking param content: 'p': stored in 'global'" } */
{
  struct pair *q = *p;

  global = q->first;
/* { dg-note "\\(1\\) 'q->first' can be reached from 'p'" "" { target *-*-* } .-1 } */
/* { dg-note "\\(2\\) 'q->first' is stored in 'global'" "" { target *-*-* } .-2 } */
}
