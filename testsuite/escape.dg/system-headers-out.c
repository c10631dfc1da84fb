/* Nothing is said of functions that system headers define, but what they do
   is known to their callers.  */

#include "system-header.h"

void
stored (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'in_system_header'" } */

  keep_in_system_header (&x);
}
