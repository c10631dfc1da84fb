/* The option system-headers asks for what is said of them, too.  */
/* { dg-additional-options "-fplugin-arg-escape-system-headers" } */

#include "system-header.h"

void
stored (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'in_system_header'" } */

  keep_in_system_header (&x);
}

/* { dg-note "leaking param: 'p': stored in 'in_system_header'" "in the header" { target *-*-* } 8 } */
