/* <regex.h>, <fnmatch.h>, <glob.h>: patterns and strings are read.  */

#include <fnmatch.h>
#include <glob.h>
#include <regex.h>
#include <stdio.h>

/* POSIX regcomp: "shall compile the regular expression contained in the string
   pointed to by the pattern argument and place the results in the structure
   pointed to by preg"; regexec tells matches by offsets.  */
int
matches (const char *text) /* { dg-note "'text' does not escape" } */
{
  regex_t expression; /* { dg-note "'expression' does not escape" } */
  regmatch_t match[2]; /* { dg-note "'match' does not escape" } */
  char pattern[20]; /* { dg-note "'pattern' does not escape" } */
  char message[80]; /* { dg-note "'message' does not escape" } */
  int error;

  snprintf (pattern, sizeof pattern, "^%d", 1);
  error = regcomp (&expression, pattern, REG_EXTENDED);
  if (!error)
    error = regexec (&expression, text, 2, match, 0);
  regerror (error, &expression, message, sizeof message);
  regfree (&expression);
  return error ? 0 : match[0].rm_so + fnmatch (pattern, text, 0);
}

/* POSIX glob: the list of names is put into *pglob, which globfree empties;
   where nothing matches the pattern itself may be in it.  */
int
files (void)
{
  glob_t list; /* { dg-note "'list' does not escape" } */
  char pattern[] = "*"; /* { dg-note "'pattern' does not escape" } */

  if (glob (pattern, GLOB_NOCHECK, 0, &list))
    return 0;
  globfree (&list);
  return 1;
}

glob_t all;

void
files_kept (void)
{
  char pattern[] = "*"; /* { dg-note "'pattern' escapes its frame: stored in .*" } */

  glob (pattern, GLOB_NOCHECK, 0, &all);
}

/* POSIX glob: errfunc is called with the path.  */
static const char *failed;

static int
tell (const char *path, /* { dg-note "leaking param: 'path': stored in 'failed'" } */
      int number)
{
  failed = path;
  return number;
}

void
told (void)
{
  glob_t list; /* { dg-note "'list' does not escape" } */

  glob ("*", 0, tell, &list);
  globfree (&list);
}
