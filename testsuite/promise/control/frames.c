/* Memory whose place in the frame is not fixed: alloca, arrays of variable
   length, what nested functions use, and the frames of recursive
   functions.  */

#include <alloca.h>

void *global;
int (*function) (void);

static void variable_length (int n)
{
  char a[n]; /* BROKEN: alloca a */
  char b[n]; /* STAYS: alloca b */
  global = a;
  b[0] = 1;
}

static void from_alloca (int n)
{
  char *p = alloca (n); /* BROKEN: alloca alloca */
  char *q = alloca (n); /* STAYS: alloca alloca */
  global = p + 3;
  q[0] = 1;
}

static void in_loop (int n)
{
  for (int i = 1; i < n; i++)
    {
      char a[i]; /* BROKEN: alloca a */
      a[0] = 1;
      if (i == n - 1)
	global = a;
    }
}

static void captured (void)
{
  int x = 1; /* BROKEN: local x */
  int y = 2; /* STAYS: local y */
  void set (void) { global = &x; y = 3; }
  set ();
}

static void trampoline (void)
{
  int x = 1; /* STAYS: local x */
  int get (void) { return x; } /* BROKEN: nested-function get */
  function = get;
}

static void trampoline_stays (void)
{
  int x = 1; /* STAYS: local x */
  int get (void) { return x; } /* STAYS: nested-function get */
  int (*volatile f) (void) = get;
  x = f ();
}

/* The inner activations use what the outer ones give them.  */

static int recursive (int n, int *outer)
{
  int x = n; /* STAYS: local x */
  if (n == 0)
    return *outer;
  return recursive (n - 1, &x) + *outer;
}

static int recursive_leaving (int n, int **outer)
{
  int x = n; /* BROKEN: local x */
  int *p = &x; /* STAYS: local p */
  if (n == 0)
    return 0;
  recursive_leaving (n - 1, &p);
  if (n == 1)
    *outer = &x;
  return n;
}

/* More parameters than there are registers: they are in the caller's frame,
   but gone when the function is left.  */

static long many (long a, long b, long c, long d, long e, long f, int *g,
		  int *h)
{
  int x = 1; /* STAYS: local x */
  g = &x;
  h = &x;
  return a + b + c + d + e + f + *g + *h;
}

struct big { int *p; long rest[9]; };

static long by_value (struct big b) /* STAYS: parameter b */
{
  int x = 1; /* STAYS: local x */
  struct big *q = &b;
  q->p = &x;
  return *b.p;
}

int main (void)
{
  int one = 1; /* STAYS: local one */
  int *p = &one; /* STAYS: local p */
  struct big b = { &one, { 1 } }; /* STAYS: local b */
  global = 0;
  variable_length (20);
  from_alloca (20);
  in_loop (20);
  captured ();
  trampoline ();
  trampoline_stays ();
  recursive (40, &one);
  recursive_leaving (10, &p);
  many (1, 2, 3, 4, 5, 6, &one, &one);
  by_value (b);
  return 0;
}
