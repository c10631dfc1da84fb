/* Nothing has been inlined: an inline function has notes of its own, once,
   wherever it is called.  */

int *sink;

static inline __attribute__ ((always_inline)) int *
pass (int *p) /* { dg-note "leaking param: 'p' to result level=0" } */
{
  return p;
}

void
stored (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  sink = pass (&x);
}

int
read (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */

  return *pass (&x);
}
