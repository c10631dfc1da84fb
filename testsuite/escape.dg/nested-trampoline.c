/* A pointer to a nested function leads to its trampoline, in the frame of the
   function around it, and so to all that it uses.  */

void (*sink) (void);
void ext (void (*) (void));

int
pointer_stays (void)
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  void f (void) { x++; } /* { dg-note "nested function 'f' does not escape" } */
  void (*p) (void) = f;

  p ();
  return x;
}

static void
call (void (*f) (void)) /* { dg-note "'f' does not escape" } */
{
  f ();
}

int
called_by_another (void)
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  void f (void) { x++; } /* { dg-note "nested function 'f' does not escape" } */

  call (f);
  return x;
}

void
stored (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  void f (void) { x++; } /* { dg-note "nested function 'f' escapes its frame: stored in 'sink'" } */

  sink = f;
}

void
passed (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: passed to 'ext', whose body is not seen" } */
  void f (void) { x++; } /* { dg-note "nested function 'f' escapes its frame: passed to 'ext', whose body is not seen" } */

  ext (f);
}

void (*
returned (void)) (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: returned by 'returned'" } */
  void f (void) { x++; } /* { dg-note "nested function 'f' escapes its frame: returned by 'returned'" } */

  return f;
}
