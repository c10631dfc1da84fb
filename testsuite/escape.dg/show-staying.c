/* show=staying: what does not.  */
/* { dg-additional-options "-fplugin-arg-escape-show=staying" } */

#include <stdlib.h>

int *sink;

int *
function (int *p,
	  int *q) /* { dg-note {'q' does not escape} } */
{
  int x;
  int y = 1; /* { dg-note {'y' does not escape} } */
  int *r = &y;
  int *b = malloc (4); /* { dg-note {'malloc \(4\)' does not escape: 4 bytes could live in the frame of 'function'} } */

  sink = &x;
  if (b)
    *b = *q;
  free (b);
  *r = *q;
  return malloc (8 + *p + *r) ?: p;
}
