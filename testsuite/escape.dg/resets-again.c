/* A global is not reset if the address gets there again, whoever stores it.  */

int *gp, *gq;
struct s { int *a, *b; } gs;

static void
set (int **w, int *v) /* { dg-note "'w' does not escape" } */
/* { dg-note "leaking param: 'v' to '\\\*w' level=0" "" { target *-*-* } .-1 } */
{
  *w = v;
}

static void
again (void)
{
  gp = gq;
}

static void
again_later (void)
{
  again ();
}

static int *
get (void)
{
  return gp;
}

/* By a callee that is given the global's address.  */
void
by_address (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'gp'" } */
  gp = &x;
  gp = 0;
  set (&gp, &x);
}

void
by_field (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'gs'" } */
  gs.b = &x;
  gs.b = 0;
  set (&gs.b, &x);
}

void
parameter (int *x) /* { dg-note "leaking param: 'x': stored in 'gp'" } */
{
  gp = x;
  gp = 0;
  set (&gp, x);
}

/* By one that finds it in another global.  */
void
by_other (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'gp'" } */
  gp = gq = &x;
  gp = 0;
  again ();
  gq = 0;
}

void
by_other_later (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'gp'" } */
  gp = gq = &x;
  gp = 0;
  again_later ();
  gq = 0;
}

/* By the function itself, from what a callee found.  */
void
by_result (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'gp'" } */
  gp = &x;
  int *r = get ();
  gp = 0;
  gp = r;
}

/* What was in the global before is not the address.  */
void
restored (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'gp', reset before 'restored' returns" } */
  int *saved = gp;
  gp = &x;
  get ();
  gp = saved;
}
