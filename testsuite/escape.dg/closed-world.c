/* In a closed world a call through a pointer that may be any reaches only the
   functions of this file whose address is taken and whose type fits.  */

/* { dg-options "-fplugin-arg-escape-closed-world" } */

struct device;
struct methods
{
  int (*size) (struct device *, long *);
  int (*read) (struct device *, char *, int);
  int (*keep) (struct device *, int *);
};
struct device { const struct methods *methods; };

static int *kept;

static int
plain_size (struct device *d, /* { dg-note "'d' does not escape" } */
	    long *size) /* { dg-note "'size' does not escape" } */
{
  *size = d->methods != 0;
  return 0;
}

static int
plain_read (struct device *d, /* { dg-note "'d' does not escape" } */
	    char *to, /* { dg-note "'to' does not escape" } */
	    int n)
{
  while (n--)
    *to++ = d->methods != 0;
  return 0;
}

static int
plain_keep (struct device *d, /* { dg-note "'d' does not escape" } */
	    int *p) /* { dg-note "leaking param: 'p': stored in 'kept'" } */
{
  kept = p;
  return d != 0;
}

const struct methods plain = { plain_size, plain_read, plain_keep };

/* PLAIN_SIZE is the only one of its type, and keeps nothing.  */
long
size_of (struct device *d) /* { dg-note "leaking param content: 'd': .*" } */
{
  long size; /* { dg-note "'size' does not escape" } */
  d->methods->size (d, &size);
  return size;
}

/* So is PLAIN_READ.  */
int
first_of (struct device *d) /* { dg-note "leaking param content: 'd': .*" } */
{
  char buffer[16]; /* { dg-note "'buffer' does not escape" } */
  d->methods->read (d, buffer, sizeof buffer);
  return buffer[0];
}

/* PLAIN_KEEP keeps what it is given.  */
int
lend (struct device *d) /* { dg-note "leaking param content: 'd': .*" } */
{
  int lent = 0; /* { dg-note "'lent' escapes its frame: passed to an unknown function through 'd->methods->keep'" } */
  return d->methods->keep (d, &lent);
}

/* What PLAIN_SAME returns is held after the block of the local has ended.  */
struct chooser { int *(*choose) (struct chooser *, int *, char); };

static int *
plain_same (struct chooser *c, /* { dg-note "'c' does not escape" } */
	    int *p, /* { dg-note "leaking param: 'p' to result level=0" } */
	    char which)
{
  return c && which ? p : 0;
}

const struct chooser same = { plain_same };

int
hold (struct chooser *c) /* { dg-note "leaking param content: 'c': .*" } */
{
  int *held;
  {
    int inner = 1; /* { dg-note "'inner' outlives its block: stored in 'held'" } */
    held = c->choose (c, &inner, 1);
  }
  return *held;
}

/* And P is returned by way of it.  */
int *
choose (struct chooser *c, /* { dg-note "leaking param content: 'c': .*" } */
	int *p) /* { dg-note "leaking param: 'p': .*" } */
{
  return c->choose (c, p, 1);
}

/* A pointer that may be one of two functions is called as a pointer to the
   first, so it is not the second.  */
static void
look (int *p) /* { dg-note "'p' does not escape" } */
{
  ++*p;
}

static void
keep_some (int *p, /* { dg-note "leaking param: 'p': stored in 'kept'" } */
	   int n)
{
  kept = p + n;
}

int
by_type (int which)
{
  int looked_at = 0; /* { dg-note "'looked_at' does not escape" } */
  void (*f) (int *) = which ? look : (void (*) (int *)) keep_some;
  if (which)
    f (&looked_at);
  return looked_at;
}

int
by_other_type (int which)
{
  int kept_there = 0; /* { dg-note "'kept_there' escapes its frame: .*" } */
  void (*f) (int *) = which ? look : (void (*) (int *)) keep_some;
  if (!which)
    ((void (*) (int *, int)) f) (&kept_there, 0);
  return kept_there;
}
