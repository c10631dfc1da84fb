/* A pointer past the end of an array leads to the array, though it is the
   address of what comes next in the frame structure.  */
/* { dg-do compile } */
/* { dg-prune-notes "." } */

int *last;

void
end_of_array (void)
{
  int a[4]; /* { dg-note "'a' escapes its frame: stored in 'last'" } */
  int b = 0;

  void
  fill (void)
  {
    a[0] = b;
  }

  fill ();
  last = a + 4;
}

void
end_of_member (void)
{
  struct { int v[4]; } s; /* { dg-note "'s' escapes its frame: stored in 'last'" } */
  int b[4];

  void
  fill (void)
  {
    s.v[0] = b[0] = 0;
  }

  fill ();
  last = s.v + 4;
}
