/* The members of a union are the same memory.  */

union number
{
  int *p;
  long n;
  char bytes[8];
  struct { int low, high; } halves;
};

long sink;
union number all;

void
in_as_pointer_out_as_number (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  union number u;

  u.p = &x;
  sink = u.n;
}

void
in_as_number_out_as_pointer (int **out) /* { dg-note "'out' does not escape" } */
{
  int x; /* { dg-note "'x' escapes its frame: stored in memory that 'out' points to" } */
  union number u;

  u.n = (long) &x;
  *out = u.p;
}

void
whole (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'all'" } */
  union number u = { .p = &x };

  all = u;
}

void
cast_to_union (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'all'" } */

  all = (union number) &x;
}

/* Another member has other bytes: nothing of it is the pointer.  */

union sized
{
  struct { int *p; long n; } s;
  struct { long m; long n; } t;
};

long
beside (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  union sized u;

  u.s.p = &x;
  u.s.n = 2;
  return sink = u.t.n + *u.s.p;
}
