/* setjmp comes back with what was there; where it jumps from does not
   matter.  */

#include <setjmp.h>

jmp_buf environment;
int *sink;

int
comes_back (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int *volatile p = 0;

  if (setjmp (environment))
    {
      sink = p;
      return x;
    }
  p = &x;
  longjmp (environment, 1);
}

int
stays (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  int *volatile p = &x;

  if (setjmp (environment))
    return *p;
  return 0;
}

/* The other kind keeps the frame's address in a buffer of its own.  */

static void *buffer[5];

int
builtin (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  int *volatile p = &x;

  if (__builtin_setjmp (buffer))
    return *p;
  __builtin_longjmp (buffer, 1);
}
