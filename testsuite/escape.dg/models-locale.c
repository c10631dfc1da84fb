/* <locale.h>, <libintl.h>, <iconv.h>, <wchar.h>, <uchar.h>, <libgen.h>: text is
   converted where the caller says.  */
/* { dg-prune-notes "does not escape: its size is not constant" } */

#define _GNU_SOURCE
#include <iconv.h>
#include <libgen.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <wchar.h>

/* POSIX iconv: the buffer pointers are updated; the buffers are read and
   written.  */
size_t
converted (iconv_t conversion, /* { dg-note "'conversion' does not escape" } */
	   const char *text) /* { dg-note "'text' does not escape" } */
{
  char from[10]; /* { dg-note "'from' does not escape" } */
  char to[10]; /* { dg-note "'to' does not escape" } */
  char *in = from; /* { dg-note "'in' does not escape" } */
  char *out = to; /* { dg-note "'out' does not escape" } */
  size_t n_in = sizeof from; /* { dg-note "'n_in' does not escape" } */
  size_t n_out = sizeof to; /* { dg-note "'n_out' does not escape" } */

  snprintf (from, sizeof from, "%s", text);
  return iconv (conversion, &in, &n_in, &out, &n_out);
}

/* C17 7.29.6.4: "a pointer object pointed to by src is assigned" the address
   past the last character converted.  */
size_t
widened (const char *text) /* { dg-note "'text' does not escape" } */
{
  wchar_t wide[10]; /* { dg-note "'wide' does not escape" } */
  mbstate_t state = { 0 }; /* { dg-note "'state' does not escape" } */
  const char *rest = text; /* { dg-note "'rest' does not escape" } */

  return mbsrtowcs (wide, &rest, 10, &state) + wcslen (wide);
}

/* C17 7.29.4.5.7: the third argument is where wcstok stores what it needs to go
   on.  */
wchar_t *
first (wchar_t *text) /* { dg-note "leaking param: 'text' to result level=0" } */
{
  wchar_t *state; /* { dg-note "'state' does not escape" } */

  return wcstok (text, L",", &state);
}

/* gettext (GNU): returns the message itself where there is no translation.  */
const char *
translated (const char *message) /* { dg-note "leaking param: 'message' to result level=0" } */
{
  return gettext (message);
}

/* POSIX bindtextdomain and C17 setlocale: names are copied.  */
void
chosen (const char *folder) /* { dg-note "'folder' does not escape" } */
{
  char name[] = "C"; /* { dg-note "'name' does not escape" } */

  setlocale (LC_ALL, name);
  bindtextdomain (name, folder);
}

/* POSIX dirname: may return a pointer to the string that was given, or to
   static storage.  */
char *
folder_of (char *name) /* { dg-note "leaking param: 'name' to result level=0" } */
{
  return dirname (name);
}

/* POSIX uselocale: the locale is the thread's from then on.  */
void
used (void)
{
  locale_t locale = newlocale (LC_ALL_MASK, "C", (locale_t) 0);

  uselocale (locale);
}
