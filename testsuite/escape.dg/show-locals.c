/* show=locals: locals alone, whatever is said of them.  */
/* { dg-additional-options "-fplugin-arg-escape-show=locals" } */

#include <stdlib.h>

int *sink;

int *
function (int *p,
	  int *q)
{
  int x; /* { dg-note {'x' escapes its frame: stored in 'sink'} } */
  int y = 1; /* { dg-note {'y' does not escape} } */
  int *r = &y;
  int *b = malloc (4);

  sink = &x;
  if (b)
    *b = *q;
  free (b);
  *r = *q;
  return malloc (8 + *p + *r) ?: p;
}
