/* A warning of a promise that is broken shows the way, whatever notes are
   wanted.  */
/* { dg-additional-options "-fplugin-arg-escape-m=0" } */

static void *kept;

static void
keep (void *q)
{
  kept = q; /* { dg-note "\\(2\\) 'keep' stores 'q' in 'kept'" } */
}

void
passes (void *p __attribute__ ((noescape)))
{
  keep (p); /* { dg-warning "noescape parameter 'p' escapes: stored in 'kept'" } */
  /* { dg-note "\\(1\\) 'p' is passed to 'keep'" "" { target *-*-* } .-1 } */
}

/* Of one step, it is the warning.  */
void
keeps (void *p __attribute__ ((noescape)))
{
  kept = p; /* { dg-warning "noescape parameter 'p' escapes: stored in 'kept'" } */
}
