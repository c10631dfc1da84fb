/* show=all is what is shown without it.  */
/* { dg-additional-options "-fplugin-arg-escape-show=all" } */

#include <stdlib.h>

int *sink;

int *
function (int *p, /* { dg-note {leaking param: 'p' to result level=0} } */
	  int *q) /* { dg-note {'q' does not escape} } */
{
  int x; /* { dg-note {'x' escapes its frame: stored in 'sink'} } */
  int y = 1; /* { dg-note {'y' does not escape} } */
  int *r = &y;
  int *b = malloc (4); /* { dg-note {'malloc \(4\)' does not escape: 4 bytes could live in the frame of 'function'} } */

  sink = &x;
  if (b)
    *b = *q;
  free (b);
  *r = *q;
  return malloc (8 + *p + *r) ?: p; /* { dg-note {'malloc \(.*\)' escapes: returned by 'function'} } */
}
