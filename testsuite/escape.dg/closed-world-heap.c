/* In a closed world an array of pointers to functions on the heap is no field
   of a structure: what is stored there is not called through one.  */

/* { dg-options "-fplugin-arg-escape-closed-world" } */

#include <stdlib.h>

static int *kept;

static void
look (int *p) /* { dg-note "'p' does not escape" } */
{
  ++*p;
}

static void
keep (int *p) /* { dg-note "leaking param: 'p': stored in 'kept'" } */
{
  kept = p;
}

static void (**hooks) (int *);
static int n;

void
add_hook (void (*hook) (int *)) /* { dg-note "leaking param: 'hook': .*" } */
{
  hooks = realloc (hooks, (n + 1) * sizeof *hooks); /* { dg-note "'realloc.*' escapes: .*" } */
  hooks[n++] = hook;
}

struct methods { void (*call) (int *); };
static const struct methods plain = { look };
const struct methods *current = &plain;

void
run (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  add_hook (keep);
  current->call (&x);
}
