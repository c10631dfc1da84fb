/* A parameter that is passed on with a constant leaks as it does for that
   constant; what is said of the function it is passed to is for any caller.  */

/* { dg-options "-w" } */

static char *kept, *last;

static void
keep_it (char *p) /* { dg-note "leaking param: 'p': stored in 'kept'" } */
{
  kept = p;
}

static void
look (char *p, int how) /* { dg-note "leaking param: 'p': stored in 'kept'" } */
{
  if (how == 1)
    keep_it (p);
  else if (how == 2)
    last = p;
}

void
look_on (char *p) /* { dg-note "'p' does not escape" } */
{
  look (p, 0);
}

void
keep_on (char *p) /* { dg-note "leaking param: 'p': stored in 'last'" } */
{
  look (p, 2);
}

/* One of the callers lets it leave, so the function does.  */
static void
middle (char *p, int how) /* { dg-note "leaking param: 'p': stored in 'kept'" } */
{
  look (p, how);
}

void
through (char *p) /* { dg-note "'p' does not escape" } */
{
  middle (p, 3);
}
