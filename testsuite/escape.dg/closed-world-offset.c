/* In a closed world a field of a structure may hold any function if one is
   stored at an address that has been made by arithmetic.  An array of pointers
   to functions on the heap is none of that.  */

/* { dg-options "-fplugin-arg-escape-closed-world" } */

#include <stddef.h>

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

struct methods { int n; void (*call) (int *); };
struct methods plain = { 1, look };

void
set_at (char *p, void (*call) (int *)) /* { dg-note "'p' does not escape" } */
/* { dg-note "leaking param: 'call' to '\\\*p' level=0" "" { target *-*-* } .-1 } */
{
  *(void (**) (int *)) (p + offsetof (struct methods, call)) = call;
}

void
change (void)
{
  set_at ((char *) &plain, keep);
}

void
call_it (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'plain.call'" } */
  plain.call (&x);
}
