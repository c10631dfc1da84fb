/* A function that hands on its own arguments, and what it got back, without
   naming them.  */
/* { dg-do compile } */
/* { dg-prune-notes "." } */

static int *
give_back (int *p)
{
  return p;
}

void *
apply (void *p) /* { dg-note "leaking param: 'p': passed to an unknown function" } */
{
  void *given = __builtin_apply_args ();

  __builtin_return (__builtin_apply ((void (*) ()) give_back, given, 64));
}

/* apply returns p, where y is stored.  */
void
store_there (void)
{
  int *x; /* { dg-note "'x' escapes its frame: passed to an unknown function" } */
  int y; /* { dg-note "'y' escapes its frame: .*" } */
  int **p = apply (&x);

  *p = &y;
}
