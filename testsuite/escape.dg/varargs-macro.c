/* Calls that share a location are not told apart: then what may be passed by
   one is passed by all of them.  */
/* { dg-additional-options "-ftrack-macro-expansion=0" } */
/* { dg-prune-notes "'ap'" } */

#include <stdarg.h>

struct s
{
  struct s *next;
};

char *string;

static void
keep_string (int n, ...)
{
  va_list ap;

  va_start (ap, n);
  string = va_arg (ap, char *);
  va_end (ap);
}

/* One of the two passes a character pointer, which is read.  */

#define BOTH(A, B) (keep_string (1, A), keep_string (1, B))

void
at_one_place (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'string'" } */
  struct s t; /* { dg-note "'t' escapes its frame: stored in 'string'" } */

  BOTH (&s, (char *) &t);
}

/* Both pass a pointer to a structure, which is not.  */

void
of_one_sort (void)
{
  struct s s; /* { dg-note "'s' does not escape" } */
  struct s t; /* { dg-note "'t' does not escape" } */

  BOTH (&s, &t);
}
