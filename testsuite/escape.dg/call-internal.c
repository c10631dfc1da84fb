/* GCC's internal functions, such as those of checked arithmetic, compute
   with what they are given and keep nothing.  */

#include <stdarg.h>
#include <stdint.h>

uintptr_t bits;
_Bool overflow;

void
sum_of_address (uintptr_t n) /* { dg-note "leaking param: 'n': stored in 'bits'" } */
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'bits'" } */
  uintptr_t sum;

  __builtin_add_overflow ((uintptr_t) &x, n, &sum);
  bits = sum;
}

void
only_the_flag (uintptr_t n) /* { dg-note "'n' does not escape" } */
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  int *p = &x;
  uintptr_t sum;

  *p = 2;
  overflow = __builtin_add_overflow ((uintptr_t) p, n, &sum);
}
