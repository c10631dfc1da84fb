/* A variable length array that a nested function uses.  Only a pointer to it is
   in the frame structure.  */
/* { dg-do compile } */
/* { dg-additional-options "-Wno-return-local-addr" } */

int *last; /* { dg-no-note "v\\.|FRAME" "" "" 0 } */

void
stored (int n)
{
  int v[n]; /* { dg-note "'v' escapes its frame: stored in 'last'" } */

  void
  keep (void)
  {
    last = v;
  }

  keep ();
}

int *
returned (int n)
{
  int v[n]; /* { dg-note "'v' escapes its frame: returned by 'returned'" } */

  int *
  get (void)
  {
    return v;
  }

  return get ();
}

int
filled (int n)
{
  int v[n]; /* { dg-note "'v' does not escape" } */

  void
  fill (void)
  {
    v[0] = n;
  }

  fill ();
  return v[0];
}
