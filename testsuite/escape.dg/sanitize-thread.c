/* The same for the thread sanitizer.  */
/* { dg-additional-options "-fsanitize=thread" } */

int *sink;

int
stays (int n)
{
  int a[4] = { n }; /* { dg-note "'a' does not escape" } */
  int *p = a;

  return p[n];
}

void
leaves (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  __atomic_store_n (&sink, &x, __ATOMIC_SEQ_CST);
}
