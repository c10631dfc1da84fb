/* A long constant table: its elements are one, their fields are not.  */
/* { dg-do compile } */
/* { dg-prune-notes "." } */

int *last;

static int
look (int *p)
{
  return *p;
}

static int
keep (int *p)
{
  last = p;
  return 0;
}

struct operation
{
  const char *name;
  int (*get) (int *);
  int (*set) (int *);
};

#define ONE { "a", look, keep },
#define SEVEN ONE ONE ONE ONE ONE ONE ONE

static const struct operation table[] =
{
  SEVEN SEVEN SEVEN SEVEN SEVEN SEVEN SEVEN
};

static const struct operation *const end = table + 49;

int
get (int i)
{
  int x = 1; /* { dg-note "'x' does not escape" } */

  return table[i].get (&x);
}

int
set (int i)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'last'" } */

  return table[i].set (&x);
}

int
set_last (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'last'" } */

  return end[-1].set (&x);
}
