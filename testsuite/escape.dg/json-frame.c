/* JSON: whether a block that stays could live in the frame.  */
/* { dg-additional-options "-fplugin-arg-escape-json -fplugin-arg-escape-m=0" } */

#include <stdlib.h>

char
yes (void)
{
  char *p = malloc (3);

  return p ? *p = 1 : 0;
}

char
size_not_constant (int n)
{
  char *p = malloc (n);

  return p ? *p = 1 : 0;
}

char
too_large (void)
{
  char *p = malloc (1000000);

  return p ? *p = 1 : 0;
}

char
in_loop (int n)
{
  char c = 0;

  while (n--)
    {
      char *p = malloc (3);

      c += p ? *p = 1 : 0;
    }
  return c;
}

char *
leaves (void)
{
  return malloc (3);
}

/* { dg-final { scan-json {"function":"yes",.*"size":3,.*"flows":\[\],"frame":"yes".$} } } */
/* { dg-final { scan-json {"function":"size_not_constant",.*"frame":"size-not-constant".$} } } */
/* { dg-final { scan-json-not {"function":"size_not_constant",.*"size":} } } */
/* { dg-final { scan-json {"function":"too_large",.*"size":1000000,.*"frame":"too-large".$} } } */
/* { dg-final { scan-json {"function":"in_loop",.*"frame":"in-loop".$} } } */
/* { dg-final { scan-json-not {"function":"leaves",.*"frame"} } } */
