/* max-frame sets the limit, with GCC's units.  */
/* { dg-additional-options "-fplugin-arg-escape-max-frame=1KiB" } */

int
above (void)
{
  char a[1025]; /* { dg-note {'a' is too large for the stack: 1025 bytes \(limit 1024\)} } */

  a[1] = 1;
  return a[1];
}

int
below (void)
{
  char a[1024];

  a[1] = 1;
  return a[1];
}
