/* A nested function works on the frame of the function around it, whose
   variables it uses by the static chain.  */

int *sink;

int
reads_outer (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  int f (void) { return x; }

  return f ();
}

void
keeps_outer (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  void f (void) { sink = &x; }

  f ();
}

/* One variable of the frame leaves, another does not.  */

int
keeps_one (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int y = 1; /* { dg-note "'y' does not escape" } */
  void f (void) { sink = &x; y++; }

  f ();
  return y;
}

/* The other way: what dies with the inner one is kept by the outer one.  */

int
inner_kept_by_outer (void)
{
  int *p = 0; /* { dg-note "'p' does not escape" } */
  void f (void)
  {
    int x = 1; /* { dg-note "'x' escapes its frame: kept by the enclosing function 'inner_kept_by_outer'" } */

    p = &x;
  }

  f ();
  return !p;
}

void
parameter_kept_by_outer (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int *p = 0; /* { dg-note "'p' does not escape" } */
  void f (int *q) /* { dg-note "leaking param: 'q': kept by the enclosing function 'parameter_kept_by_outer'" } */
  {
    p = q;
  }

  f (&x);
  sink = p;
}

/* A parameter of the outer function that the inner one uses.  */

void
outer_parameter (int n) /* { dg-note "'n' escapes its frame: stored in 'sink'" } */
{
  void f (void) { sink = &n; }

  f ();
}

void
outer_pointer (int *p) /* { dg-note "leaking param: 'p': stored in 'sink'" } */
{
  void f (void) { sink = p; }

  f ();
}

/* Two deep.  */

void
two_deep (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  void f (void)
  {
    void g (void) { sink = &x; }

    g ();
  }

  f ();
}
