/* m=1: no paths, in notes or in JSON.  */
/* { dg-options "-fplugin-arg-escape-m=1 -fplugin-arg-escape-json" } */

int *global;

void
passes (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'global'" } */

  global = &x;
}

/* { dg-final { scan-json-not {"path"} } } */
