/* What a header of the program defines has its notes there.  */

#include "header.h"

int *sink;

void
stored (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  sink = same_in_header (&x);
}

/* { dg-note "leaking param: 'p' to result level=0" "in the header" { target *-*-* } 4 } */
