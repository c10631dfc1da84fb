/* <string.h>: strings are read and written where they are.  */
/* { dg-prune-notes "^leaking param" } */

#define _GNU_SOURCE
#include <string.h>

char *global;

/* C17 7.24.4, 7.24.5: comparison and search look at the strings, and what is
   found is in the string that was searched.  */
int
compared (void)
{
  char a[10] = "a"; /* { dg-note "'a' does not escape" } */
  char b[10] = "b"; /* { dg-note "'b' does not escape" } */
  char *found = strstr (a, b);

  return strcmp (a, b) + strcoll (a, b) + (found ? *found : 0)
	 + strlen (memchr (a, 'a', 2)) + strcspn (a, b);
}

void
found_is_kept (void)
{
  char a[10] = "a"; /* { dg-note "'a' escapes its frame: stored in 'global'" } */
  char b[10] = "b";

  global = strpbrk (a, b);
}

/* C17 7.24.5.8: "the strtok function saves a pointer to the following
   character, from which the next search for a token will start".  */
int
tokens (void)
{
  char text[10] = "a,b"; /* { dg-note "'text' escapes its frame: kept by 'strtok'" } */
  char comma[] = ","; /* { dg-note "'comma' does not escape" } */

  return *strtok (text, comma);
}

/* POSIX strtok_r: it is saved in the object that state points to.  */
int
own_state (void)
{
  char text[10] = "a,b"; /* { dg-note "'text' does not escape" } */
  char *state; /* { dg-note "'state' does not escape" } */
  int n = 0;

  for (char *s = strtok_r (text, ",", &state); s; s = strtok_r (0, ",", &state))
    n += *s;
  return n;
}

char *
state_comes_back (char *text) /* { dg-note "leaking param: 'text' to result level=0" } */
{
  char *state; /* { dg-note "'state' does not escape" } */

  strtok_r (text, ",", &state);
  return strtok_r (0, ",", &state);
}

/* strsep (BSD, GNU): the string pointer that is given is moved on.  */
int
separated (void)
{
  char text[10] = "a,b"; /* { dg-note "'text' does not escape" } */
  char *rest = text; /* { dg-note "'rest' does not escape" } */

  return *strsep (&rest, ",");
}

/* C17 7.24.2, 7.24.3: copying copies characters.  POSIX strerror_r: the message
   is put into the buffer, which GNU's may return.  */
int
copied (int number)
{
  char buffer[100]; /* { dg-note "'buffer' does not escape" } */
  char *text = strerror_r (number, buffer, sizeof buffer);

  stpcpy (buffer, text);
  strncat (buffer, "...", 2);
  strxfrm (buffer, text, 10);
  return buffer[0];
}

/* POSIX strdup: the result is a new string.  */
char *
duplicate (void)
{
  char text[10] = "a";

  return strdup (text); /* { dg-note {'strdup \(text\)' escapes: returned by 'duplicate'} } */
}
