/* A nested function that is given to another function may be called there, and
   changes what it can see of the frame.  */
/* { dg-do compile } */
/* { dg-prune-notes "." } */

static void
run (void (*fn) (void))
{
  fn ();
}

/* set, called by run, makes p point to x.  */
int *
changes_frame (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'changes_frame'" } */
  int *p = 0;

  void
  set (void)
  {
    p = &x;
  }

  run (set);
  return p;
}

static int *
ask (int *(*fn) (void))
{
  return fn ();
}

/* get, called by ask, gives the address of x.  */
int *
returns_local (void)
{
  int x; /* { dg-note "'x' escapes its frame: passed to an unknown function" } */

  int *
  get (void)
  {
    return &x;
  }

  return ask (get);
}

struct pair
{
  int *a, *b;
};

static void
ask_for_two (struct pair (*fn) (struct pair), int **to)
{
  struct pair p = { 0, 0 };
  p = fn (p);
  *to = p.b;
}

int *
returns_struct (void)
{
  int x; /* { dg-note "'x' escapes its frame: passed to an unknown function" } */
  int *p;

  struct pair
  fill (struct pair q)
  {
    q.b = &x;
    return q;
  }

  ask_for_two (fill, &p);
  return p;
}

/* add keeps nothing.  */
int
only_counts (void)
{
  int sum = 0; /* { dg-note "'sum' does not escape" } */

  void
  add (void) /* { dg-note "nested function 'add' does not escape" } */
  {
    sum++;
  }

  run (add);
  return sum;
}
