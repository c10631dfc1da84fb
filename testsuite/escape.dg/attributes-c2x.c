/* The spellings of C2x, with the scopes of GNU and of Clang.  */
/* { dg-additional-options "-std=c2x -Wall -Wextra -pedantic" } */

extern void gnu (char *p [[gnu::noescape]]);
extern void clang (char *p [[clang::noescape]]);
extern void before ([[clang::noescape]] char *p);
extern char *bound ([[clang::lifetimebound]] char *p);

void
stays (void)
{
  char x = 0; /* { dg-note "'x' does not escape" } */
  gnu (&x);
  clang (&x);
  before (&x);
  *bound (&x) = 1;
}
