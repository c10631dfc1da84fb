/* A static variable that nothing stores to, and whose address is not taken, is
   as good as a constant.  */

static int *kept;

static void
look (int *p) /* { dg-note "'p' does not escape" } */
{
  ++*p;
}

static void
look_again (int *p) /* { dg-note "'p' does not escape" } */
{
  --*p;
}

static void
keep (int *p) /* { dg-note "leaking param: 'p': stored in 'kept'" } */
{
  kept = p;
}

static void (*table[]) (int *) = { look, look_again };

void
by_table (int i)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  table[i] (&x);
}

/* Somebody stores to it.  */
static void (*changed[]) (int *) = { look, look_again };

void
change (int i, void (*to) (int *)) /* { dg-note "leaking param: 'to': stored in 'changed'" } */
{
  changed[i] = to;
}

void
by_changed (int i)
{
  int x = 1; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'changed\\\[i\\\]'" } */
  changed[i] (&x);
}

/* Somebody may, by its address.  */
static void (*lent) (int *) = look;

void (**lend (void)) (int *)
{
  return &lent;
}

void
by_lent (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'lent'" } */
  lent (&x);
}

/* Others see this one.  */
void (*global) (int *) = look;

void
by_global (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'global'" } */
  global (&x);
}

/* This is not what GCC thinks it is.  */
static void (*volatile vague) (int *) = look;
static void (*used) (int *) __attribute__ ((used)) = look;

void
by_vague (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'vague'" } */
  vague (&x);
}

void
by_used (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'used'" } */
  used (&x);
}

/* One that keeps is one too many.  */
static void (*two[]) (int *) = { look, keep };

void
by_two (int i)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'kept'" } */
  two[i] (&x);
}

/* A pointer to data is read as what it is, too.  */
static int value;
static int *only = &value;
static int **again = &only;

void
store (int *p) /* { dg-note "leaking param: 'p': stored in 'only'|stored in memory that is not known" } */
{
  *again = p;
}
