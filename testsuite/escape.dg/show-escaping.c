/* show=escaping: what leaves, of any kind.  */
/* { dg-additional-options "-fplugin-arg-escape-show=escaping" } */

#include <stdlib.h>

int *sink;

int *
function (int *p, /* { dg-note {leaking param: 'p' to result level=0} } */
	  int *q)
{
  int x; /* { dg-note {'x' escapes its frame: stored in 'sink'} } */
  int y = 1;
  int *r = &y;
  int *b = malloc (4);

  sink = &x;
  if (b)
    *b = *q;
  free (b);
  *r = *q;
  return malloc (8 + *p + *r) ?: p; /* { dg-note {'malloc \(.*\)' escapes: returned by 'function'} } */
}
