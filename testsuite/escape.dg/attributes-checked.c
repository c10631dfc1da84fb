/* Attributes of parameters are checked where the body is seen: the warning is
   where the parameter gets away.  */
/* { dg-prune-notes "." } */

static void *kept, *kept_2;
extern void ext (void *);

void
keeps (void *p __attribute__ ((noescape)))
{
  kept = p; /* { dg-warning "noescape parameter 'p' escapes: stored in 'kept'" } */
}

void *
returns (void *p __attribute__ ((noescape)))
{
  return p; /* { dg-warning "noescape parameter 'p' escapes: returned by 'returns'" } */
}

void
stores (void **q, void *p __attribute__ ((noescape)))
{
  *q = p; /* { dg-warning "noescape parameter 'p' escapes: stored in memory that 'q' points to" } */
}

void
passes (void *p __attribute__ ((noescape)))
{
  ext (p); /* { dg-warning "noescape parameter 'p' escapes: passed to 'ext', whose body is not seen" } */
}

void
keeps_by_callee (void *p __attribute__ ((noescape)))
{
  keeps (p); /* { dg-warning "noescape parameter 'p' escapes: stored in 'kept'" } */
}

/* What counts is what is left when the function has returned.  */
void
resets (void *p __attribute__ ((noescape)))
{
  kept = p;
  kept = 0;
}

/* What it points to may be kept.  */
void
keeps_content (void **p __attribute__ ((noescape)))
{
  kept = *p;
}

int
reads (const int *p __attribute__ ((noescape)))
{
  return *p;
}

void *
returns_bound (void *p __attribute__ ((lifetimebound)))
{
  return p;
}

void *
keeps_bound (void *p __attribute__ ((lifetimebound)))
{
  kept = p; /* { dg-warning "lifetimebound parameter 'p' escapes not only to the result: stored in 'kept'" } */
  return p;
}

/* A declaration before the definition counts, and one more of it does not take
   that back.  */
extern void declared (void *p __attribute__ ((noescape)), void *q);
extern void declared (void *p, void *q __attribute__ ((noescape)));
extern void declared (void *, void *);

void
declared (void *p, void *q)
{
  kept = p; /* { dg-warning "noescape parameter 'p' escapes: stored in 'kept'" } */
  kept_2 = q; /* { dg-warning "noescape parameter 'q' escapes: stored in 'kept_2'" } */
}

/* Nor does one in a block.  */
void
declares (void)
{
  extern void ext_2 (void *p __attribute__ ((noescape)));
  ext_2 (kept);
}
