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

/* { dg-final { scan-json {"line":12,"column":11,"function":"f","entity":"local","name":"x","size":4,"verdict":"escapes","flows":\[\{"to":"block","name":"p","level":0,"into":0,"line":14,"column":9\}\]} } } */
