/* A local above the limit is too large, whatever else is said of it.  */

char *sink;

int
address_not_taken (void)
{
  int a[40000]; /* { dg-note {'a' is too large for the stack: 160000 bytes \(limit 131072\)} } */

  a[3] = 1;
  return a[3];
}

int
stays (int i)
{
  char a[131073]; /* { dg-note "'a' does not escape" } */
  char *p = a; /* { dg-note {'a' is too large for the stack: 131073 bytes \(limit 131072\)} "" { target *-*-* } .-1 } */

  return p[i] = 1;
}

void
leaves (void)
{
  char a[200000]; /* { dg-note "'a' escapes its frame: stored in 'sink'" } */

  sink = a; /* { dg-note {'a' is too large for the stack: 200000 bytes \(limit 131072\)} "" { target *-*-* } .-2 } */
}

int
not_too_large (int i)
{
  char a[131072]; /* { dg-note "'a' does not escape" } */
  char *p = a;

  return p[i] = 1;
}

void
not_in_the_frame (void)
{
  static char a[200000];

  sink = a;
}
