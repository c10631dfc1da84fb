/* A nested function that leaves takes along the variables of all functions
   that enclose it.  */
/* { dg-do compile } */
/* { dg-prune-notes "." } */

void (*last) (void);

void
outer (void)
{
  int a = 0; /* { dg-note "'a' escapes its frame: .*" } */
  int b = 0; /* { dg-note "'b' escapes its frame: .*" } */

  void
  middle (void)
  {
    int c = 0; /* { dg-note "'c' escapes its frame: stored in 'last'" } */

    void
    inner (void) /* { dg-note "nested function 'inner' escapes its frame: stored in 'last'" } */
    {
      a++;
      b++;
      c++;
    }

    last = inner;
  }

  middle ();
}

/* This one has no variable of the function right around it.  */

void
outermost (void)
{
  int a = 0; /* { dg-note "'a' escapes its frame: .*" } */
  int b = 0; /* { dg-note "'b' escapes its frame: .*" } */

  void
  second (void)
  {
    void
    third (void)
    {
      void
      fourth (void)
      {
	a++;
	b++;
      }

      last = fourth;
    }

    third ();
  }

  second ();
}
