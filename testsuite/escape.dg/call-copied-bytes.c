/* What is no wider than half a pointer is not followed: a pointer made of such
   parts points to nothing known, and a call through it may be to any function,
   however it is read.  */

/* { dg-options "-fplugin-arg-escape-show=locals" } */

struct callback { void (*call) (int *); };

static void *
same (void *p)
{
  return p;
}

void
made_of_halves (const int *from)
{
  struct callback c; /* { dg-note "'c' does not escape" } */
  int x = 0; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'p->call'" } */
  struct callback *p = same (&c);
  ((int *) &c)[0] = from[0];
  ((int *) &c)[1] = from[1];
  p->call (&x);
}

void
made_of_digits (const char *digits)
{
  struct callback c; /* { dg-note "'c' does not escape" } */
  int x = 0; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'p->call'" } */
  struct callback *p = same (&c);
  for (unsigned i = 0; i < sizeof c; i++)
    ((char *) &c)[i] = digits[2 * i] * 16 + digits[2 * i + 1];
  p->call (&x);
}

static void
call_it (struct callback *p, int *x)
{
  p->call (x);
}

void
made_of_halves_for_callee (const int *from)
{
  struct callback c; /* { dg-note "'c' does not escape" } */
  int x = 0; /* { dg-note "'x' escapes its frame: passed to an unknown function through '.*call'" } */
  ((int *) &c)[0] = from[0];
  ((int *) &c)[1] = from[1];
  call_it (&c, &x);
}

/* Where nothing is stored there is nothing to call.  */

void
made_of_nothing (void)
{
  struct callback c = { 0 }; /* { dg-note "'c' does not escape" } */
  int x = 0; /* { dg-note "'x' does not escape" } */
  call_it (&c, &x);
}
