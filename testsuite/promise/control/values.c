/* Values of parameters.  They can be looked for where the object that they
   point to is pointed to from nowhere else.  */

#include <stdlib.h>

int *global;
struct box { int *p; } *box;

static void stored (int *p) /* BROKEN: parameter p */
{
  global = p;
}

static void stored_in_block (int *p) /* BROKEN: parameter p */
{
  box->p = p;
}

static int *returned (int *p) /* BROKEN: parameter p */
{
  return p;
}

static void to_other (int *p, int **q) /* BROKEN: parameter p */
{
  *q = p;
}

static int read (int *p) /* STAYS: parameter p */
{
  int *q = p;
  return *q;
}

/* What it points to is not itself.  */

static void content (int **p) /* STAYS: parameter p */
{
  global = *p;
}

/* The same object comes in another way.  */

static void another (int *p, int *q) /* STAYS: parameter p */
{
  global = q;
  *p = 1;
}

static void from_global (int *p) /* STAYS: parameter p */
{
  box->p = global;
  *p = 1;
}

/* A block that only the argument points to.  */

static void block (int *p) /* BROKEN: parameter p */
{
  global = p;
}

/* The caller's own plain variable cannot bring it in.  */

static void held (int *p) /* BROKEN: parameter p */
{
  global = p;
}

/* Its other variables can.  */

static void also_there (int *p, int **q) /* STAYS: parameter p */
{
  global = *q;
  *p = 1;
}

int main (void)
{
  int x = 1; /* LEAVES: local x */
  int y = 1; /* LEAVES: local y */
  int *out;
  box = malloc (sizeof *box);
  read (&x);
  content (&global);
  stored (&x);
  from_global (&x);
  stored_in_block (&y);
  global = 0;
  box->p = 0;
  returned (&y);
  another (&y, &y);
  global = 0;
  to_other (&y, &out);
  block (malloc (4));
  global = 0;
  out = malloc (4);
  also_there (out, &out);
  global = 0;
  int *plain = malloc (4);
  held (plain);
  return 0;
}
