/* m=2: the JSON flow has the steps of the note.  */
/* { dg-options "-fplugin-arg-escape-m=2 -fplugin-arg-escape-json -fplugin-arg-escape-show=locals" } */

int *global;

void
keep (int *p)
{
  global = p; /* { dg-note "\\(2\\) 'keep' stores 'p' in 'global'" } */
}

void
passes (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'global'" } */

  keep (&x); /* { dg-note "\\(1\\) the address of 'x' is passed to 'keep'" } */
}

/* { dg-final { scan-json {"name":"x",.*"path":\[{"line":17,"column":3,"function":"passes","text":"the address of 'x' is passed to 'keep'"},{"line":9,"column":10,"function":"keep","text":"'keep' stores 'p' in 'global'"}\]} } } */
/* { dg-final { scan-json {"name":"p",.*"path":\[{"line":9,"column":10,"function":"keep","text":"'p' is stored in 'global'"}\]} } } */
