/* A program with nothing wrong, for bad options to be tried on.  It compiles
   as C and as C++, and has something to say notes of.  */

int *last;

static void
keep (int *p)
{
  last = p;
}

int
main (void)
{
  int kept = 1;
  int lent = 2;
  int *p = &lent;

  keep (&kept);
  *p = 0;
  last = 0;
  return lent;
}
