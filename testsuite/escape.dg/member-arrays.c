/* An index that is not known names any element of a short array, but nothing
   else of the structure that the array is a part of.  */

struct named { const char *name; int *slots[4]; int n; };

const char *
other_member (int *x, int k) /* { dg-note "'x' does not escape" } */
{
  struct named n = { "n", { 0 }, 4 };
  n.slots[k] = x;
  return n.name;
}

int *
same_member (int *x, /* { dg-note "leaking param: 'x' to result level=0" } */
	     int *y, /* { dg-note "leaking param: 'y' to result level=0" } */
	     int k)
{
  struct named n = { "n", { 0 }, 4 };
  n.slots[2] = x;
  n.slots[k] = y;
  return n.slots[k];
}

struct tree { struct tree *kid[2]; int *value; };

int *
set_kid (struct tree *t, /* { dg-note "leaking param: 't' to result level=1" } */
	 int k,
	 struct tree *n) /* { dg-note "leaking param: 'n' to '\\\*t' level=0" } */
{
  t->kid[k] = n;
  return t->value;
}

int *
row (int *x, /* { dg-note "'x' does not escape" } */
     int *y, /* { dg-note "leaking param: 'y' to result level=0" } */
     int k)
{
  int *m[2][2];
  m[0][k] = x;
  m[1][k] = y;
  return m[1][0];
}

/* An array at the end of a structure may be longer than it looks.  */
struct flexible { int n; int *slots[1]; };

int *
past_the_end (struct flexible *f, /* { dg-note "leaking param: 'f' to result level=1" } */
	      int *p, /* { dg-note "leaking param: 'p' to result level=0" } */
	      /* { dg-note "leaking param: 'p' to '\\\*f' level=0" "" { target *-*-* } .-1 } */
	      int k)
{
  f->slots[k] = p;
  return ((int **) f)[5];
}
