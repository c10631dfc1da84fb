/* m=0 asks for no notes.  */
/* { dg-do compile } */
/* { dg-additional-options "-fplugin-arg-escape-m=0" } */

int *last;

void
f (int *p) /* { dg-no-note "p" } */
{
  last = p;
}
