/* The function of the attribute cleanup gets the variable's address.  */

#include <stdlib.h>

int *sink;
int **kept;

static void
reset (int *p) /* { dg-note "'p' does not escape" } */
{
  *p = 0;
}

static void
keep (int *p) /* { dg-note "leaking param: 'p': stored in 'sink'" } */
{
  sink = p;
}

static void
free_block (int **p) /* { dg-note "'p' does not escape" } */
{
  free (*p);
}

int
stays (void)
{
  int x __attribute__ ((cleanup (reset))) = 1; /* { dg-note "'x' does not escape" } */

  return x;
}

int
leaves (void)
{
  int x __attribute__ ((cleanup (keep))) = 1; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  return x;
}

int
block (void)
{
  int *p __attribute__ ((cleanup (free_block))) /* { dg-note "'p' does not escape" } */
    = malloc (sizeof *p); /* { dg-note {'malloc \(4\)' does not escape: 4 bytes could live in the frame of 'block'} } */

  return p ? *p = 1 : 0;
}
