/* Without a file name, the JSON Lines go where GCC puts its dumps, one object
   an entity.  */
/* { dg-do compile } */
/* { dg-additional-options "-fplugin-arg-escape-json -fplugin-arg-escape-m=0" } */

#include <stdlib.h>

int *last;

int
f (void)
{
  int kept = 0;
  int lent = 1;
  int *p = &lent;
  int *block = malloc (4);

  last = &kept;
  *block = *p;
  lent += *block;
  free (block);
  return lent;
}

/* { dg-final { scan-json-times {"function":"f"} 3 } } */
/* { dg-final { scan-json {"line":13,"column":7,.*"name":"kept",.*"verdict":"escapes","flows":\[\{"to":"global","name":"last","level":0,"into":0,"line":18,"column":8\}\]} } } */
/* { dg-final { scan-json {"entity":"local","name":"lent","size":4,"verdict":"does-not-escape"} } } */
/* { dg-final { scan-json {"entity":"allocation","name":"malloc","size":4,"verdict":"does-not-escape","flows":\[\],"frame":"yes"} } } */
/* { dg-final { scan-json-not {"name":"p"} } } */
