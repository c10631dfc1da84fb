/* The functions on strings look at characters; some return a place in their
   argument.  */

#include <string.h>

char *sink;
size_t length;

char *
found (char *s) /* { dg-note "leaking param: 's' to result level=0" } */
{
  return strchr (s, '/');
}

void
found_and_kept (void)
{
  char a[8] = "a/b"; /* { dg-note "'a' escapes its frame: stored in 'sink'" } */

  sink = strstr (a, "/");
}

void
measured (const char *s, /* { dg-note "'s' does not escape" } */
	  const char *t) /* { dg-note "'t' does not escape" } */
{
  length = strlen (s) + strcmp (s, t) + strncmp (s, t, 3)
	   + memcmp (s, t, 3) + strspn (s, t);
}

char *
copied (char *to, /* { dg-note "leaking param: 'to' to result level=0" } */
	const char *from) /* { dg-note "'from' does not escape" } */
{
  return strcat (strcpy (to, from), from);
}

/* The copy is fresh and keeps nothing of the original.  */

char *
duplicated (const char *s) /* { dg-note "'s' does not escape" } */
{
  return strdup (s); /* { dg-note {'strdup \(s\)' escapes: returned by 'duplicated'} } */
}
