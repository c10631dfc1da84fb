/* show=params: parameters alone.  */
/* { dg-additional-options "-fplugin-arg-escape-show=params" } */

#include <stdlib.h>

int *sink;

int *
function (int *p, /* { dg-note {leaking param: 'p' to result level=0} } */
	  int *q) /* { dg-note {'q' does not escape} } */
{
  int x;
  int y = 1;
  int *r = &y;
  int *b = malloc (4);

  sink = &x;
  if (b)
    *b = *q;
  free (b);
  *r = *q;
  return malloc (8 + *p + *r) ?: p;
}
