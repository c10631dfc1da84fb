/* memcpy may copy a pointer piece by piece: GCC makes narrow loads and stores
   of it, and the pieces are a pointer again when they are all there.  */

#include <string.h>

int *g, *h;
int gi;

void
copied_in_halves (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'g'" } */
  int *p = &x; /* { dg-note "'p' does not escape" } */
  memcpy (&g, &p, sizeof p / 2);
  memcpy ((char *) &g + sizeof p / 2, (char *) &p + sizeof p / 2,
	  sizeof p / 2);
}

void
copied_in_uneven_pieces (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'h'" } */
  int *p = &x; /* { dg-note "'p' does not escape" } */
  memcpy (&h, &p, sizeof p - 1);
  memcpy ((char *) &h + sizeof p - 1, (char *) &p + sizeof p - 1, 1);
}

/* An integer that is copied beside a pointer is no piece of it.  */
void
copied_beside (void)
{
  int x; /* { dg-note "'x' does not escape" } */
  struct { int *p; long l; int i; } s = { &x, 0, 3 }; /* { dg-note "'s' does not escape" } */
  memcpy (&gi, &s.i, sizeof gi);
}
