/* What is returned by one of several return statements leaves there: the front
   end makes one of them, which is nowhere in the source.  */

/* { dg-options "-fplugin-arg-escape-json -fplugin-arg-escape-m=0" } */

struct pair { int *a, *b; };

int *
one_of_two (int *p, int *q, int c)
{
  if (c)
    return p;
  return q;
}

/* { dg-final { scan-json {"name":"p".*"to":"result".*"line":12,"column":12} } } */
/* { dg-final { scan-json {"name":"q".*"to":"result".*"line":13,"column":10} } } */

struct pair
of_structures (int *r, int *s, int c)
{
  struct pair made = { r, s };
  switch (c)
    {
    case 1:
      return made;
    case 2:
      return (struct pair) { r, 0 };
    default:
      return (struct pair) { 0, 0 };
    }
}

/* { dg-final { scan-json {"name":"r".*"to":"result".*"line":26,"column":14} } } */
/* { dg-final { scan-json {"name":"s".*"to":"result".*"line":26,"column":14} } } */
/* { dg-final { scan-json-not {"line":0} } } */
