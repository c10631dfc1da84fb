/* A jump out of a nested function goes to the frame around it, and keeps
   nothing.  */

int
out_of_nested (int n)
{
  __label__ out;
  int x = 0; /* { dg-note "'x' does not escape" } */
  void f (void)
  {
    x = n;
    goto out;
  }

  f ();
out:
  return x;
}
