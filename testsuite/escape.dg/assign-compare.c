/* The outcome of a comparison is no address.  */

int seen;
_Bool truth;

void
compared (int *p) /* { dg-note "'p' does not escape" } */
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  int *q = &x;

  *q = 1;
  seen = p == q;
}

void
tested (int *p) /* { dg-note "'p' does not escape" } */
{
  truth = p;
  seen = !p;
}

int
ordered (int *p, /* { dg-note "'p' does not escape" } */
	 int *q) /* { dg-note "'q' does not escape" } */
{
  return p < q;
}
