/* m=2: every kind of thing has a path, and it is called what the source calls
   it.  */
/* { dg-options "-w -fplugin-arg-escape-m=2 -fplugin-arg-escape-show=escaping" } */

#include <stdlib.h>

struct node
{
  int *data;
};

void *global;

void *
block (void)
{
  void *p = malloc (8);
/* { dg-note "'malloc \\(8\\)' escapes: returned by 'block'" "" { target *-*-* } .-1 } */
/* { dg-note "\\(1\\) 'p' gets 'malloc \\(8\\)'" "" { target *-*-* } .-2 } */

  return p; /* { dg-note "\\(2\\) 'p' is returned by 'block'" } */
}

/* No name, no type: the literal and not the variable is what is stored.  */

void
literal (void)
{
  global = &(struct node) { 0 };
/* { dg-note "'\\(struct node\\) \\{ ... \\}' escapes its frame: stored in 'global'" "" { target *-*-* } .-1 } */
/* { dg-note "\\(1\\) the address of '\\(struct node\\) \\{ ... \\}' is stored in 'global'" "" { target *-*-* } .-2 } */
}

/* GCC keeps it in a block that a variable of its own points to.  */

void
variable_length (int n)
{
  char v[n]; /* { dg-note "'v' escapes its frame: stored in 'global'" } */

  global = v; /* { dg-note "\\(1\\) the address of 'v' is stored in 'global'" } */
}

void
dynamic (int n)
{
  char *p = __builtin_alloca (n);
/* { dg-note "'alloca \\(n\\)' escapes its frame: stored in 'global'" "" { target *-*-* } .-1 } */
/* { dg-note "\\(1\\) 'p' gets 'alloca \\(n\\)'" "" { target *-*-* } .-2 } */

  global = p; /* { dg-note "\\(2\\) 'p' is stored in 'global'" } */
}

/* Its variables live in a frame structure that no step may name.  */

void
nested (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'global'" } */
  void inner (void)
  {
    global = &x; /* { dg-note "\\(2\\) 'inner' stores the address of 'x' in 'global'" } */
  }

  inner (); /* { dg-note "\\(1\\) nested function 'inner' can use 'x'" } */
}

/* The front end shows no address here.  */

int *
returned (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'returned'" } */

  return &x;
/* { dg-note "\\(1\\) the address of 'x' is returned by 'returned'" "" { target *-*-* } .-1 } */
}

void
assembler (void)
{
  int x; /* { dg-note "'x' escapes its frame: used by asm" } */

  asm volatile ("nop" : : "r" (&x)); /* { dg-note "\\(1\\) the address of 'x' is used by asm" } */
}
