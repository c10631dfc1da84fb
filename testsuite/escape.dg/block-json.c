/* { dg-additional-options "-fplugin-arg-escape-json" } */
/* A flow to a block names what holds the address, and the statement that put
   it there.  */

int
f (int n)
{
  int *p = &n;

  if (n)
    {
      int x = 3; /* { dg-note "'x' outlives its block: stored in 'p'" } */

      p = &x;
    }
  return *p;
}

/* What is kept from turn to turn but not used does not escape, yet one turn's
   address is still to be found in the next.  */
int
kept (int n)
{
  int *p = 0;
  int s = 0;

  for (int i = 0; i < n; i++)
    {
      int x = i; /* { dg-note "'x' does not escape" } */

      p = &x;
      s += *p;
    }
  return s;
}

/* It is not after P has been cleared, nor where P dies, too.  */
int
cleared (int n)
{
  int *p = 0;
  int s = 0;

  for (int i = 0; i < n; i++)
    {
      int y = i; /* { dg-note "'y' does not escape" } */
      int *q = &y;

      p = q;
      s += *p;
      p = 0;
    }
  return p ? 0 : s;
}

/* { dg-final { scan-json {"name":"x",.*"verdict":"does-not-escape","flows":\[\],"frame":"in-loop"} } } */
/* { dg-final { scan-json-not {"name":"y",.*in-loop} } } */
/* { dg-final { scan-json {"line":12,"column":11,"function":"f","entity":"local","name":"x","size":4,"verdict":"escapes","flows":\[\{"to":"block","name":"p","level":0,"into":0,"line":14,"column":9\}\]} } } */
