/* A compound literal in a function is a local without a name.  */

struct pair
{
  int *first, *second;
};

struct pair *kept;
int *sink;
void ext (void *);

void
stored (void)
{
  kept = &(struct pair) { 0, 0 }; /* { dg-note {'\(struct pair\) \{ \.\.\. \}' escapes its frame: stored in 'kept'} } */
}

void
passed (void)
{
  ext ((int[]) { 1, 2, 3 }); /* { dg-note {'\(int\[3\]\) \{ \.\.\. \}' escapes its frame: passed to 'ext', whose body is not seen} } */
}

int
read (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  struct pair *p = &(struct pair) { &x, 0 }; /* { dg-note {'\(struct pair\) \{ \.\.\. \}' does not escape} } */

  return *p->first;
}

/* Copied, it leaves its content and not itself.  */

void
copied (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  struct pair p = (struct pair) { &x, 0 };

  sink = p.first;
}

/* Outside of functions it lives on.  */

struct pair *outside = &(struct pair) { 0, 0 };
