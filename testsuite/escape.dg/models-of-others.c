/* The models that come with the plugin are of the C library, and a program may
   have functions of its own with these names: they are believed of what a
   system header declares, or GCC knows.  */

extern char *realpath (const char *, char *);
extern int puts (const char *);

#include <unistd.h>

void
leaves_own (void)
{
  char x[] = ""; /* { dg-note "'x' escapes its frame: passed to 'realpath', whose body is not seen" } */
  realpath (x, 0);
}

void
stays_known_to_gcc (void)
{
  char x[] = ""; /* { dg-note "'x' does not escape" } */
  puts (x);
}

void
stays_declared_by_system (void)
{
  char x[] = ""; /* { dg-note "'x' does not escape" } */
  access (x, 0);
}
