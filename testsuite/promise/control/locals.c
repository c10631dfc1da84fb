/* Addresses of locals that get out, each in another way, said to stay; and
   next to them some that do stay.  */

#include <stdlib.h>
#include <string.h>

struct pair { int *first; long second; };
struct wide { int *first; long rest[9]; };
union word { int *pointer; unsigned long number; };

int *global;
unsigned long number;
static __thread int *per_thread;
int **heap;

static void to_global (void)
{
  int x = 1; /* BROKEN: local x */
  int y = 2; /* STAYS: local y */
  int *p = &y;
  global = &x;
  *p = 3;
}

static void to_static (int clear)
{
  static int *kept;
  int x = 1; /* BROKEN: local x */
  kept = clear ? 0 : &x;
}

static void to_thread_local (void)
{
  int x = 1; /* BROKEN: local x */
  per_thread = &x;
}

static int *returned (void)
{
  int x = 1; /* BROKEN: local x */
  int *p = &x;
  return p;
}

static struct pair returned_in_registers (void)
{
  int x = 1; /* BROKEN: local x */
  struct pair p = { &x, 2 }; /* STAYS: local p */
  return p;
}

static struct wide returned_in_memory (void)
{
  int x = 1; /* BROKEN: local x */
  struct wide w = { &x, { 2 } }; /* STAYS: local w */
  return w;
}

static unsigned long returned_as_number (void)
{
  int x = 1; /* BROKEN: local x */
  return (unsigned long) &x;
}

static void to_out_parameter (int **out)
{
  int x = 1; /* BROKEN: local x */
  *out = &x;
}

static void to_heap (void)
{
  int x = 1; /* BROKEN: local x */
  *heap = &x;
}

static void through_union (void)
{
  int x = 1; /* BROKEN: local x */
  union word w; /* STAYS: local w */
  w.pointer = &x;
  number = w.number;
}

static void through_memcpy (void)
{
  int x = 1; /* BROKEN: local x */
  int *p = &x; /* STAYS: local p */
  memcpy (&global, &p, sizeof p);
}

/* The address of what is inside counts, and one past the end does not.  */

static void inner_and_past (void)
{
  int a[4] = { 1 }; /* BROKEN: local a */
  int gap[4] = { 1 }; /* STAYS: local gap */
  int b[4] = { 1 }; /* STAYS: local b */
  global = &a[3];
  per_thread = &b[4];
  b[0] = gap[1];
}

static void own_parameter (int x) /* BROKEN: parameter x */
{
  global = &x;
}

static void literal (void)
{
  int *p = (int[]) { 1, 2 }; /* BROKEN: literal { */
  int *q = (int[]) { 3, 4 }; /* STAYS: literal { */
  global = p;
  q[0] = 5;
}

/* Said to leave, so nothing is to be reported.  */

static void known (void)
{
  int x = 1; /* LEAVES: local x */
  global = &x;
}

/* The last one out, after a thousand that kept theirs.  */

static void late (int n)
{
  int x = n; /* BROKEN: local x */
  int *p = &x;
  if (n == 32)
    global = &x;
  *p = 1;
}

/* An old address is not reported again, so it must not lie about.  */

static void clean (void)
{
  global = per_thread = *heap = 0;
  number = 0;
}

int main (void)
{
  int *out;
  heap = malloc (sizeof *heap);
  to_global ();
  clean ();
  to_static (0);
  to_static (1);
  clean ();
  to_thread_local ();
  clean ();
  returned ();
  clean ();
  returned_in_registers ();
  clean ();
  returned_in_memory ();
  clean ();
  returned_as_number ();
  clean ();
  to_out_parameter (&out);
  out = 0;
  clean ();
  to_heap ();
  clean ();
  through_union ();
  clean ();
  through_memcpy ();
  clean ();
  inner_and_past ();
  clean ();
  own_parameter (1);
  clean ();
  literal ();
  clean ();
  known ();
  clean ();
  for (int i = 0; i < 100; i++)
    late (i);
  return 0;
}
