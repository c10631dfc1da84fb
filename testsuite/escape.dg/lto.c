/* With -flto the notes are given when each file is compiled, with the names
   of the source.  */
/* { dg-do assemble } */
/* { dg-additional-options "-flto" } */

int *sink;

static int
read (int *p) /* { dg-note "'p' does not escape" } */
{
  return *p;
}

int
stays (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */

  return read (&x);
}

void
literal (void)
{
  sink = (int[]) { 1 }; /* { dg-note {'\(int\[1\]\) \{ \.\.\. \}' escapes its frame: stored in 'sink'} } */
}

void
nested (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  void f (void) { sink = &x; }

  f ();
}
