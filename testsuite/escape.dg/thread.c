/* What a thread is given, it may use when the function has returned; its number
   is stored by then.  */

#include <pthread.h>
#include <stddef.h>

static void *
start (void *p) /* { dg-note "leaking param: 'p' to result level=0" } */
{
  return p;
}

void
given (pthread_t *t) /* { dg-note "'t' does not escape" } */
{
  int x = 0; /* { dg-note "'x' escapes its frame: given to a thread by 'pthread_create'" } */

  pthread_create (t, NULL, start, &x);
}
