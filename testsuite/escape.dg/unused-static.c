/* A static function that nobody calls is removed before the plugin looks, as
   GCC removes it; one that is used has its notes.  */
/* { dg-additional-options "-Wno-unused-function" } */

static int
used (int *p) /* { dg-note "'p' does not escape" } */
{
  return *p;
}

int
caller (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */

  return used (&x);
}
