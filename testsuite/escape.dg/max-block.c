/* max-block sets the limit for blocks.  */
/* { dg-additional-options "-fplugin-arg-escape-max-block=32" } */

#include <stdlib.h>

char
above (void)
{
  char *p = malloc (33); /* { dg-note {'malloc \(33\)' does not escape: 33 bytes is above the limit of 32} } */

  return p ? *p = 1 : 0;
}

char
below (void)
{
  char *p = malloc (32); /* { dg-note {'malloc \(32\)' does not escape: 32 bytes could live in the frame of 'below'} } */

  return p ? *p = 1 : 0;
}
