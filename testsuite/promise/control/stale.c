/* Nothing here leaves the frames it is said to stay in, but old addresses lie
   about everywhere, at the places of new objects.  */

#include <alloca.h>
#include <stdio.h>
#include <string.h>

struct holder { char tag; int *p; long rest[6]; };
union either { int *p; char text[64]; };

int *global;
struct holder copy;
volatile int deep;

/* Leaves an address in its frame, at the place of a later one.  */

static int spoil (int n)
{
  int x = n; /* STAYS: local x */
  int *p[20]; /* STAYS: local p */
  for (int i = 0; i < 20; i++)
    p[i] = &x;
  return *p[n];
}

static void leave_behind (void)
{
  int x[8] = { 1 }; /* LEAVES: local x */
  global = &x[3];
}

/* Its own object is where the old address points.  */

static int reuse (void)
{
  int x[8] = { 1 }; /* STAYS: local x */
  int *p = x;
  return p[1];
}

/* Copies an old address on its way.  */

static int copy_old (void)
{
  int x[8] = { 1 }; /* STAYS: local x */
  int *p = x;
  copy.p = global;
  return p[1];
}

/* Copies what is not initialized to memory that lives on.  */

static int copy_all (struct holder *out)
{
  struct holder h; /* STAYS: local h */
  union either e; /* STAYS: local e */
  int x[8] = { 1 }; /* STAYS: local x */
  int *p = x;
  h.tag = 1;
  strcpy (e.text, "text");
  *out = h;
  memcpy (copy.rest, &e, sizeof copy.rest);
  return p[1];
}

static int shifted (int n)
{
  char room[n * 8]; /* STAYS: alloca room */
  memset (room, 0, sizeof room);
  return copy_all (&copy) + room[0];
}

/* What a callee left behind points to where memory is made after it.  */

static int late_alloca (int n)
{
  int sum = 0;
  for (int i = 0; i < n; i++)
    {
      leave_behind ();
      char *p = alloca (64); /* STAYS: alloca alloca */
      memset (p, 1, 64);
      sum += p[i];
    }
  return sum;
}

/* One past the end of what leaves is the start of what stays, whichever way
   the frame is laid out.  */

static int neighbours (void)
{
  long a[4] = { 1 }; /* STAYS: local a */
  long b[4] = { 1 }; /* LEAVES: local b */
  long c[4] = { 1 }; /* STAYS: local c */
  long *p = a, *q = c;
  global = (int *) (b + 4);
  copy.p = (int *) b;
  return p[0] + q[0];
}

/* Locals of blocks that exclude each other could share a slot.  */

static int blocks (int n)
{
  if (n)
    {
      char a[100] = { 1 }; /* LEAVES: local a */
      global = (int *) a;
      return a[0];
    }
  else
    {
      char b[100] = { 1 }; /* STAYS: local b */
      char *p = b;
      return p[0];
    }
}

static void leave_behind_much (void)
{
  int x[256] = { 1 }; /* LEAVES: local x */
  global = &x[128];
}

/* What the argument points to is gone, and GLOBAL keeps its address from then:
   nobody has put the argument there.  That this function's own local lies
   there now makes it no address of that.  */

static int dangling (int *p) /* STAYS: parameter p */
{
  int own[256] = { 1 }; /* STAYS: local own */
  int *q = own;
  return q[1] + !p;
}

int main (void)
{
  struct holder out; /* STAYS: local out */
  char text[100]; /* STAYS: local text */
  for (int i = 0; i < 20; i++)
    {
      deep = spoil (i);
      copy_all (&out);
      shifted (i + 1);
      snprintf (text, sizeof text, "%s %d %g", "text", i, 1.5);
      shifted (20 - i);
      leave_behind ();
      reuse ();
      copy_old ();
      late_alloca (i);
      neighbours ();
      blocks (i % 2);
      leave_behind_much ();
      dangling (global);
    }
  return 0;
}
