/* The functions of mathematics that return a second number through a pointer
   keep no address: it is neither in that number nor in the one they
   return.  */

#include <math.h>

extern void unseen (double);

void
split (double x)
{
  int exponent; /* { dg-note "'exponent' does not escape" } */

  unseen (frexp (x, &exponent) * exponent);
}

double
whole (double x,
       double *part) /* { dg-note "'part' does not escape" } */
{
  return modf (x, part);
}
