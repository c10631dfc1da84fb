/* The detailed dump tells how much callers are told of each function.  */
/* { dg-additional-options "-fplugin-arg-escape-dump=details" } */

int *
function (int *p) /* { dg-note "leaking param: 'p' to result level=0" } */
{
  return p;
}

/* { dg-final { scan-dump {^function: [0-9]+ objects, [0-9]+ flows for callers$} } } */
/* { dg-final { scan-dump {parameter 'p' \(8 bytes\) of 'function': leaks$} } } */
/* { dg-final { scan-dump {^    level 0 to result, into 0, at .*dump-details\.c:7:10: returned by 'function'$} } } */
