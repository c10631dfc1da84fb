/* A function that is not seen keeps all that it can reach from what it is
   given, and may change it.  */

struct node
{
  struct node *next;
  int *data;
};

int *sink;
void ext (void *);
int *ext_result (int *);
int ext_pure (const int *) __attribute__ ((pure));
int ext_const (long) __attribute__ ((const));

void
reached (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'b', which escapes" } */
  struct node b = { 0, &x }; /* { dg-note "'b' escapes its frame: stored in 'a', which escapes" } */
  struct node a = { &b, 0 }; /* { dg-note "'a' escapes its frame: passed to 'ext', whose body is not seen" } */

  ext (&a);
}

/* What it may have put there.  */

void
changed (void)
{
  struct node *n = 0; /* { dg-note "'n' escapes its frame: passed to 'ext', whose body is not seen" } */
  int x; /* { dg-note "'x' escapes its frame: stored in memory that is not known" } */

  ext (&n);
  n->data = &x;
}

void
its_result (void)
{
  int x; /* { dg-note "'x' escapes its frame: passed to 'ext_result', whose body is not seen" } */

  ext_result (&x);
}

/* Attributes tell what it does not do.  */

int
only_looks (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */

  return ext_pure (&x);
}

int
does_not_even_look (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  int *p = &x;

  return ext_const ((long) p) + *p;
}

/* Not given, not reached.  */

void
not_given (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  int *p = &x;

  ext (0);
  *p = 2;
}
