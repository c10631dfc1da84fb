/* memcpy between two void pointers may copy pointers: their types do not say
   that it does not.  Between numbers it copies none that the program has.  */

#include <string.h>

void
copy_anything (void *to, /* { dg-note "'to' does not escape" } */
	       const void *from, /* { dg-note "leaking param: 'from' to '\\\*to' level=1" } */
	       size_t n)
{
  memcpy (to, from, n);
}

void
copy_numbers (long *to, /* { dg-note "'to' does not escape" } */
	      const long *from, /* { dg-note "'from' does not escape" } */
	      size_t n)
{
  memcpy (to, from, n * sizeof *to);
}
