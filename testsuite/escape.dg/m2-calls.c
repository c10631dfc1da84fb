/* m=2: a call is followed by what the callee does, as deep as its body is
   known.  */
/* { dg-options "-fplugin-arg-escape-m=2 -fplugin-arg-escape-show=escaping+locals" } */

#include <stdlib.h>

void ext (int *);
int *global;

static void
keep (int *kept)
{
  global = kept; /* { dg-note "\\(2\\) 'keep' stores 'kept' in 'global'" } */
}

void
into_global (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'global'" } */

  keep (&x); /* { dg-note "\\(1\\) the address of 'x' is passed to 'keep'" } */
}

static int *
same (int *given)
{
  return given; /* { dg-note "\\(2\\) 'same' returns 'given'" } */
}

int *
comes_back (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'comes_back'" } */
  int *p = same (&x); /* { dg-note "\\(1\\) the address of 'x' is passed to 'same'" } */

  return p; /* { dg-note "\\(3\\) 'p' is returned by 'comes_back'" } */
}

/* Only the caller knows that `to' is the global's address.  */

static void
put (int **to, int *what)
{
  *to = what; /* { dg-note "\\(2\\) 'put' stores 'what' in '\\*to'" } */
}

void
through_parameter (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'global'" } */

  put (&global, &x);
/* { dg-note "\\(1\\) the address of 'x' is passed to 'put'" "" { target *-*-* } .-1 } */
/* { dg-note "\\(3\\) it is stored in 'global'" "" { target *-*-* } .-2 } */
}

/* Two calls deep, and out of sight.  */

static void
lower (int *l)
{
  ext (l); /* { dg-note "\\(3\\) 'lower' passes 'l' to 'ext', whose body is not seen" } */
}

static void
upper (int *u)
{
  lower (u); /* { dg-note "\\(2\\) 'u' is passed to 'lower'" } */
}

void
deep (void)
{
  int x; /* { dg-note "'x' escapes its frame: passed to 'ext', whose body is not seen" } */

  upper (&x); /* { dg-note "\\(1\\) the address of 'x' is passed to 'upper'" } */
}

/* The shortest way out of a recursion takes no turn of it.  */

static void
again (int n, int *r)
{
  if (n)
    again (n - 1, r);
  else
    global = r; /* { dg-note "\\(2\\) 'again' stores 'r' in 'global'" } */
}

void
recursion (int n)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'global'" } */

  again (n, &x); /* { dg-note "\\(1\\) the address of 'x' is passed to 'again'" } */
}

/* Through both members of a group: `even' needs `odd' to get rid of it.  */

static void odd (int n, int *o);

static void
even (int n, int *e)
{
  if (n)
    odd (n - 1, e); /* { dg-note "\\(2\\) 'e' is passed to 'odd'" } */
}

static void
odd (int n, int *o)
{
  if (n == 1)
    global = o; /* { dg-note "\\(3\\) 'odd' stores 'o' in 'global'" } */
  else
    even (n - 1, o);
}

void
group (int n)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'global'" } */

  even (n, &x); /* { dg-note "\\(1\\) the address of 'x' is passed to 'even'" } */
}

/* The callback is known to the caller alone, and so is what it does.  */

struct walker
{
  void (*fn) (void *);
  void *context;
};

static void
walk (struct walker *w)
{
  w->fn (w->context); /* { dg-note "\\(3\\) 'visit' is called through 'w->fn' with 'w->context'" } */
}

static void
visit (void *v)
{
  global = v; /* { dg-note "\\(4\\) 'visit' stores 'v' in 'global'" } */
}

void
callback (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'global'" } */
  struct walker w = { visit, &x }; /* { dg-note "\\(1\\) the address of 'x' is stored in 'w.context'" } */

  walk (&w); /* { dg-note "\\(2\\) the address of 'w', which leads to it, is passed to 'walk'" } */
}

/* The note ends at the block, which has a note of its own.  */

struct node
{
  int *data;
};

struct node *
constructor (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'malloc \\(8\\)', which escapes" } */
  struct node *n = malloc (sizeof *n);

  n->data = &x; /* { dg-note "\\(1\\) the address of 'x' is stored in 'malloc \\(8\\)', which escapes" } */
  return n;
}

/* Whoever is called may make `b->pager' point to it, and be given that the next
   time; but this is the straight way.  */

struct pager
{
  int (*get) (struct pager *, void **);
};

struct base
{
  struct pager *pager;
};

static int
get_page (struct pager *p, void **page)
{
  return p->get (p, page); /* { dg-note "\\(2\\) 'page' is passed to the function that 'p->get' points to" } */
}

int
straight (struct base *b)
{
  void *x; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'p->get'" } */

  return get_page (b->pager, &x);
/* { dg-note "\\(1\\) the address of 'x' is passed to 'get_page'" "" { target *-*-* } .-1 } */
/* { dg-note "\\(3\\) it is passed to an unknown function through 'p->get'" "" { target *-*-* } .-2 } */
}
