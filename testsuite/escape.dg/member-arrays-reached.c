/* What is stored in an element that an index names is found again however the
   element is reached: through pointers, other types, rows and members.  */

/* { dg-options "-fplugin-arg-escape-show=params -w" } */

struct in { int *v[4]; int *after; };

int *
neighbour (int *x, int k) /* { dg-note "leaking param: 'x' to result level=0" } */
{
  struct in s = { { 0 }, 0 };
  int **p = &s.v[k];
  p[4 - k] = x;
  return s.after;
}

int *
bytes (int *x, int k) /* { dg-note "leaking param: 'x' to result level=0" } */
{
  struct { char b[8]; int *q; } s = { { 0 }, 0 };
  *(int **) &s.b[k & 0] = x;
  return *(int **) s.b;
}

int *
halves (int *x, int k) /* { dg-note "leaking param: 'x' to result level=0" } */
{
  struct { int h[4]; int *q; } s = { { 0 }, 0 };
  *(int **) &s.h[k] = x;
  return *(int **) &s.h[1];
}

union u { struct { int *v[2]; int *w; } a; int *all[3]; };

int *
un (int *x, int k) /* { dg-note "leaking param: 'x' to result level=0" } */
{
  union u s = { { { 0 } } };
  s.a.v[k] = x;
  return s.all[1];
}

struct row { int *m[2][3]; int *last; };

int *
rows (int *x, int i, int j) /* { dg-note "leaking param: 'x' to result level=0" } */
{
  struct row s = { { { 0 } }, 0 };
  s.m[i][j] = x;
  return s.m[1][2];
}

struct el { int *a, *b; }; struct els { struct el e[3]; int *z; };

int *
mem (int *x, int k) /* { dg-note "leaking param: 'x' to result level=0" } */
{
  struct els s = { { { 0 } }, 0 };
  s.e[k].b = x;
  return s.e[2].b;
}

int *
copy (int *x, int k) /* { dg-note "leaking param: 'x' to result level=0" } */
{
  struct els s = { { { 0 } }, 0 };
  struct el one = { 0, x };
  s.e[k] = one;
  return s.e[0].b;
}

int *
back (int *x, int k) /* { dg-note "leaking param: 'x' to result level=0" } */
{
  struct els s = { { { 0 } }, 0 };
  struct el *p = &s.e[k];
  p->a = x;
  return (&s.e[0])->a;
}

struct els *
whole (struct els *s, int k) /* { dg-note "leaking param: 's' to result level=0" } */
{
  struct el *p = &s->e[k];
  return (struct els *) (p - k);
}
