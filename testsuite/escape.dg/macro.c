/* What stands in a macro's expansion is said of where the macro is used.  */

#include <stdlib.h>

#define NEW(type) ((type *) malloc (sizeof (type)))
#define LOCAL(name) int name = 0
#define KEEP(p) (sink = (p))

int *sink;
void keep (int *);

int *
block (void)
{
  return NEW (int); /* { dg-note {'malloc \(4\)' escapes: returned by 'block'} } */
}

void
local (void)
{
  LOCAL (x); /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  KEEP (&x);
}

/* One line is said once, though it says it of two.  */

void
twice (void)
{
  keep (NEW (int)); keep (NEW (int)); /* { dg-note {'malloc \(4\)' escapes: passed to 'keep', whose body is not seen} } */
} /* { dg-note {'malloc \(4\)' escapes: passed to 'keep', whose body is not seen} "the second" { target *-*-* } .-1 } */
