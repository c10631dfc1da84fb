/* JSON: the fields of each kind of entity.  */
/* { dg-additional-options "-fplugin-arg-escape-json -fplugin-arg-escape-m=0" } */

#include <alloca.h>
#include <stdlib.h>

void ext (void *);
int *sink;

void
function (int *p, int n)
{
  int x;
  int a[n];
  int *b = malloc (n);
  void f (void) { x++; }

  sink = p;
  ext (&x);
  ext (a);
  ext ((int[]) { 1, 2 });
  ext (alloca (3));
  ext (f);
  free (b);
}

void
storage (int n)
{
  ext (&n);
}

/* { dg-final { scan-json {"file":"[^"]*json-entities\.c","line":11,"column":16,"function":"function","entity":"parameter","name":"p","size":8,"verdict":"leaks","flows":\[} } } */
/* { dg-final { scan-json {"line":13,"column":7,"function":"function","entity":"local","name":"x","size":4,"verdict":"escapes"} } } */
/* { dg-final { scan-json {"line":14,"column":7,"function":"function","entity":"alloca","name":"a","verdict":"escapes"} } } */
/* { dg-final { scan-json {"line":15,"column":12,"function":"function","entity":"allocation","name":"malloc","verdict":"does-not-escape","flows":\[\],"frame":"size-not-constant".$} } } */
/* { dg-final { scan-json {"line":16,"column":8,"function":"function","entity":"nested-function","name":"f","verdict":"escapes"} } } */
/* { dg-final { scan-json {"line":21,"column":16,"function":"function","entity":"literal","name":"[^"]*","size":8,"verdict":"escapes"} } } */
/* { dg-final { scan-json {"line":22,"column":3,"function":"function","entity":"alloca","name":"alloca","verdict":"escapes"} } } */
/* { dg-final { scan-json {"function":"storage","entity":"parameter","name":"n","size":4,"verdict":"escapes"} } } */
