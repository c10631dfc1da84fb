/* { dg-additional-options "-fplugin-arg-escape-json" } */
/* The flow to a global that is reset says so, and no other.  */

static int *g, *h;

int
f (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'h'" } */
  int s;

  g = &x;
  h = &x;
  s = *g;
  g = h ? h - *h : 0;
  g = 0;
  return s;
}

/* { dg-final { scan-json {"name":"x","size":4,"verdict":"escapes","flows":\[\{"to":"global","name":"g","level":0,"into":0,"line":12,"column":5,"reset":true\},\{"to":"global","name":"h","level":0,"into":0,"line":13,"column":5\}\]} } } */
