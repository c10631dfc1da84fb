/* The dump tells each finding with its flows.  */
/* { dg-do compile } */
/* { dg-additional-options "-fplugin-arg-escape-dump" } */

int *last;

void
f (void)
{
  int kept = 0; /* { dg-note "'kept' escapes its frame: stored in 'last'" } */
  int lent = 1; /* { dg-note "'lent' does not escape" } */
  int *p = &lent;

  last = &kept;
  *p = 2;
}

/* { dg-final { scan-dump-times {dump-file.c:10:7: local 'kept' \(4 bytes\) of 'f': escapes} 1 } } */
/* { dg-final { scan-dump {level 0 to global 'last'} } } */
/* { dg-final { scan-dump {local 'lent' \(4 bytes\) of 'f': does-not-escape} } } */
/* { dg-final { scan-dump-not {'p'} } } */
