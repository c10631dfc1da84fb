/* { dg-additional-options "-Wno-return-local-addr" } */
/* A call through a pointer that the caller gave is made by the caller: what
   the callback does is known where the callback is.  */

#include <stdlib.h>

int *g;
struct node { struct node *next; int *value; };
struct walker { void (*visit) (struct walker *, struct node *); void *context; };

/* Here the function that VISIT points to is not known.  */
static void
walk (struct walker *w, /* { dg-note "leaking param: 'w': passed to an unknown function through 'w->visit'" } */
      struct node *list) /* { dg-note "leaking param: 'list': passed to an unknown function through 'w->visit'" } */
{
  for (; list; list = list->next)
    w->visit (w, list);
}

static void
count (struct walker *w, /* { dg-note "'w' does not escape" } */
       struct node *n) /* { dg-note "'n' does not escape" } */
{
  ++*(int *) w->context;
}

static void
keep_value (struct walker *w, /* { dg-note "'w' does not escape" } */
	    struct node *n) /* { dg-note "leaking param content: 'n': stored in 'g'" } */
{
  g = n->value;
}

static void
keep_in_context (struct walker *w, /* { dg-note "'w' does not escape" } */
		 struct node *n) /* { dg-note "leaking param: 'n' to '\\*\\*w' level=1" } */
{
  *(int **) w->context = n->value;
}

int
counts (void)
{
  int total = 0; /* { dg-note "'total' does not escape" } */
  int v = 0; /* { dg-note "'v' does not escape" } */
  struct node n = { 0, &v }; /* { dg-note "'n' does not escape" } */
  struct walker w = { count, &total }; /* { dg-note "'w' does not escape" } */
  walk (&w, &n);
  return total;
}

/* The same walk with another callback: what was kept is the value.  */
void
keeps (void)
{
  int v = 0; /* { dg-note "'v' escapes its frame: stored in 'g'" } */
  struct node n = { 0, &v }; /* { dg-note "'n' does not escape" } */
  struct walker w = { keep_value, 0 }; /* { dg-note "'w' does not escape" } */
  walk (&w, &n);
}

/* The callback puts the value's address into a local of this function, which
   is then returned.  */
int *
keeps_and_returns (void)
{
  int v = 0; /* { dg-note "'v' escapes its frame: returned by 'keeps_and_returns'" } */
  int *kept = 0; /* { dg-note "'kept' does not escape" } */
  struct node n = { 0, &v }; /* { dg-note "'n' does not escape" } */
  struct walker w = { keep_in_context, &kept }; /* { dg-note "'w' does not escape" } */
  walk (&w, &n);
  return kept;
}

/* The callback changes an object of the function that calls it, through
   memory of the caller in which the object's address was put.  */
static int *
with_cell (int ***slot, /* { dg-note "leaking param: 'slot': passed to an unknown function through 'change'" } */
	   void (*change) (int ***)) /* { dg-note "'change' does not escape" } */
{
  int *cell = 0; /* { dg-note "'cell' escapes its frame: stored in memory that 'slot' points to" } */
  *slot = &cell;
  change (slot);
  return cell;
}

static int seven;

static void
put_seven (int ***slot) /* { dg-note "'slot' does not escape" } */
{
  **slot = &seven;
}

static void
put_local_of_caller (int ***slot) /* { dg-note "leaking param: 'slot' to '\\*\\*slot' level=0" } */
{
  **slot = (int *) slot;
}

int **
returns_what_callback_put (void)
{
  int **slot = 0; /* { dg-note "'slot' escapes its frame: returned by 'returns_what_callback_put'" } */
  return (int **) with_cell (&slot, put_local_of_caller);
}

int *
returns_static (void)
{
  int **slot = 0; /* { dg-note "'slot' does not escape" } */
  return with_cell (&slot, put_seven);
}

/* What the callback returns comes back.  */
static int *
apply (int *(*f) (int *), /* { dg-note "'f' does not escape" } */
       int *p) /* { dg-note "leaking param: 'p': passed to an unknown function through 'f'" } */
{
  return f (p);
}

static int *
same (int *p) /* { dg-note "leaking param: 'p' to result level=0" } */
{
  return p;
}

int *
applies_and_returns (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: returned by 'applies_and_returns'" } */
  return apply (same, &x);
}

int
applies_and_reads (void)
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  return *apply (same, &x);
}

/* A recursion that goes through the pointer.  */
struct tree { struct tree *left, *right; int *value; };
struct climber { void (*visit) (struct climber *, struct tree *); int *deepest; };

static void
climb (struct climber *c, /* { dg-note "leaking param: 'c': passed to an unknown function through 'c->visit'" } */
       struct tree *t) /* { dg-note "leaking param: 't': passed to an unknown function through 'c->visit'" } */
{
  c->visit (c, t);
}

static void
climb_both (struct climber *c, /* { dg-note "leaking param: 'c': passed to an unknown function through 'c->visit'" } */
	    struct tree *t) /* { dg-note "leaking param content: 't': passed to an unknown function through 'c->visit'" } */
{
  c->deepest = t->value;
  if (t->left)
    climb (c, t->left);
  if (t->right)
    climb (c, t->right);
}

int *
climbs (void)
{
  int v = 1; /* { dg-note "'v' escapes its frame: returned by 'climbs'" } */
  int w = 2; /* { dg-note "'w' escapes its frame: returned by 'climbs'" } */
  struct tree leaf = { 0, 0, &v }; /* { dg-note "'leaf' does not escape" } */
  struct tree root = { &leaf, 0, &w }; /* { dg-note "'root' does not escape" } */
  struct climber c = { climb_both, 0 }; /* { dg-note "'c' does not escape" } */
  climb (&c, &root);
  return c.deepest;
}

/* A callback that nobody knows keeps everything, its own address included,
   which is in W.  */
void
unknown_callback (void (*f) (struct walker *, struct node *)) /* { dg-note "leaking param: 'f': passed to an unknown function through 'w->visit'" } */
{
  struct walker w = { f, 0 }; /* { dg-note "'w' escapes its frame: passed to an unknown function through 'w->visit'" } */
  struct node n = { 0, 0 }; /* { dg-note "'n' escapes its frame: passed to an unknown function through 'w->visit'" } */
  walk (&w, &n);
}

/* The callbacks of a list are its elements', however many steps are told
   apart.  */
struct hook { void (*call) (struct hook *); struct hook *next; int *value; };

static void
run_hooks (struct hook *h) /* { dg-note "leaking param: 'h': passed to an unknown function through 'h->call'" } */
{
  for (; h; h = h->next)
    h->call (h);
}

static void
count_hook (struct hook *h) /* { dg-note "'h' does not escape" } */
{
  ++*h->value;
}

int
list_of_hooks (void)
{
  int n = 0; /* { dg-note "'n' does not escape" } */
  struct hook last = { count_hook, NULL, &n }; /* { dg-note "'last' does not escape" } */
  struct hook first = { count_hook, &last, &n }; /* { dg-note "'first' does not escape" } */
  run_hooks (&first);
  return n;
}
