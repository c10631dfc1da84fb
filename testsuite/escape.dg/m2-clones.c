/* m=2: the way through a callee is one that the constants of the call allow,
   and not the shorter one that they exclude.  */

/* { dg-options "-fplugin-arg-escape-m=2 -fplugin-arg-escape-show=escaping+locals" } */

static char *kept;

static void
keep (char *p)
{
  kept = p; /* { dg-note "\\(3\\) 'keep' stores 'p' in 'kept'" } */
}

static void
choose (char *p, int how)
{
  if (how == 0)
    kept = p;
  else if (how == 1)
    keep (p); /* { dg-note "\\(2\\) 'p' is passed to 'keep'" } */
}

void
caller (void)
{
  char x; /* { dg-note "'x' escapes its frame: stored in 'kept'" } */
  choose (&x, 1); /* { dg-note "\\(1\\) the address of 'x' is passed to 'choose'" } */
}
