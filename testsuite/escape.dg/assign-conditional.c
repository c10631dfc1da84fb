/* Either side of a conditional may be what is stored.  */

int *sink;

void
either (int c)
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int y = 0; /* { dg-note "'y' escapes its frame: stored in 'sink'" } */

  sink = c ? &x : &y;
}

/* GNU C's short form.  */

void
or_else (int *p) /* { dg-note "leaking param: 'p': stored in 'sink'" } */
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  sink = p ?: &x;
}

void
greater (char *p, /* { dg-note "leaking param: 'p': stored in 'sink'" } */
	 char *q) /* { dg-note "leaking param: 'q': stored in 'sink'" } */
{
  char *r = p > q ? p : q;

  sink = (int *) r;
}

/* What is only compared does not get out by it.  */

void
condition_only (int *p) /* { dg-note "'p' does not escape" } */
{
  static int a, b;

  sink = p ? &a : &b;
}

void
lvalue (int c)
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  int y = 0; /* { dg-note "'y' does not escape" } */

  *(c ? &x : &y) = 1;
}
