/* show=blocks: heap blocks alone.  */
/* { dg-additional-options "-fplugin-arg-escape-show=blocks" } */

#include <stdlib.h>

int *sink;

int *
function (int *p,
	  int *q)
{
  int x;
  int y = 1;
  int *r = &y;
  int *b = malloc (4); /* { dg-note {'malloc \(4\)' does not escape: 4 bytes could live in the frame of 'function'} } */

  sink = &x;
  if (b)
    *b = *q;
  free (b);
  *r = *q;
  return malloc (8 + *p + *r) ?: p; /* { dg-note {'malloc \(.*\)' escapes: returned by 'function'} } */
}
