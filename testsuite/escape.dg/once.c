/* Each thing is said once, in the order of the source, however often and in
   whatever order it happens.  */

int *sink, *other;

void
several_ways (int *p) /* { dg-note "leaking param: 'p': stored in 'other', reset before 'several_ways' returns" } */
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'other'" } */

  for (int i = 0; i < 2; i++)
    {
      other = p;
      sink = p;
      sink = p;
    }
  other = &x;
  sink = &x;
  sink = &x;
}
