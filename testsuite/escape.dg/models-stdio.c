/* <stdio.h>: buffers, names and formats are used while a call lasts; a buffer
   that was given to a stream stays with it.  */
/* { dg-prune-notes "^leaking param|^'f' does not escape" } */

#define _GNU_SOURCE
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* C17 7.21.7.2: fgets reads characters "into the array pointed to by s" and
   returns s; 7.21.6.1, 7.21.6.5: printf and snprintf read their arguments.  */
void
copy_lines (void)
{
  char line[100]; /* { dg-note "'line' does not escape" } */
  char text[200]; /* { dg-note "'text' does not escape" } */

  while (fgets (line, sizeof line, stdin))
    {
      snprintf (text, sizeof text, "<%s>", line);
      puts (text);
      printf ("%s %p\n", line, (void *) text);
    }
  perror (text);
}

/* C17 7.21.6.2: the arguments of scanf are "pointers to objects to receive the
   converted input".  */
int
numbers (const char *s) /* { dg-note "'s' does not escape" } */
{
  int number; /* { dg-note "'number' does not escape" } */
  char word[10]; /* { dg-note "'word' does not escape" } */

  if (sscanf (s, "%d %9s", &number, word) == 2)
    return number + word[0];
  scanf ("%d", &number);
  return number;
}

/* C17 7.21.8.1, 7.21.8.2: fread and fwrite copy characters of the objects; but
   pointers among them may come back from the file.  */
struct record { int n; struct record *next; };

void
records (FILE *f)
{
  struct record last = { 0, 0 }; /* { dg-note "'last' escapes its frame: kept by 'fwrite'" } */
  struct record first = { 1, &last }; /* { dg-note "'first' does not escape" } */
  int n; /* { dg-note "'n' does not escape" } */

  fread (&n, sizeof n, 1, f);
  fwrite (&n, sizeof n, 1, f);
  fwrite (&first, sizeof first, 1, f);
}

/* C17 7.21.5.6: "the array it points to may be used instead of a buffer", as
   long as the stream is open.  */
void
unbuffered (void)
{
  char buffer[BUFSIZ]; /* { dg-note "'buffer' escapes its frame: stored in memory that 'stdout' points to" } */

  setvbuf (stdout, buffer, _IOFBF, sizeof buffer);
}

void
buffered (FILE *f)
{
  char buffer[BUFSIZ]; /* { dg-note "'buffer' escapes its frame: stored in memory that 'f' points to" } */

  setbuf (f, buffer);
}

/* POSIX getline: "*lineptr" may be reallocated; nothing else is kept.  */
void
long_lines (void)
{
  char *line = NULL; /* { dg-note "'line' does not escape" } */
  size_t size = 0; /* { dg-note "'size' does not escape" } */

  while (getline (&line, &size, stdin) > 0)
    fputs (line, stdout);
  free (line);
}

/* POSIX open_memstream: the two pointers are stored through at each fflush and
   fclose, and an open stream is flushed when the program ends.  */
void
to_memory (void)
{
  char *text; /* { dg-note "'text' escapes its frame: kept by 'open_memstream'" } */
  size_t size; /* { dg-note "'size' escapes its frame: kept by 'open_memstream'" } */

  open_memstream (&text, &size);
}

/* POSIX fmemopen: the buffer is what the stream reads and writes.  */
void
from_memory (void)
{
  char text[10] = "x"; /* { dg-note "'text' escapes its frame: kept by 'fmemopen'" } */

  fmemopen (text, sizeof text, "r");
}

/* C17 7.21.5.3: names and modes are strings that fopen reads; vsnprintf gets a
   list of arguments (7.21.6.12).  */
FILE *
open_in (const char *folder, ...) /* { dg-note "'folder' does not escape" } */
{
  char name[1000]; /* { dg-note "'name' does not escape" } */
  va_list names; /* { dg-note "'names' does not escape" } */

  va_start (names, folder);
  vsnprintf (name, sizeof name, folder, names);
  va_end (names);
  return fopen (name, "r");
}

/* C17 7.21.9.1: fgetpos stores the position in the object.  */
void
again (FILE *f)
{
  fpos_t position; /* { dg-note "'position' does not escape" } */

  fgetpos (f, &position);
  fsetpos (f, &position);
}

/* asprintf (GNU): "*ptr" gets a new block.  */
int
made (int n)
{
  char *text; /* { dg-note "'text' does not escape" } */

  if (asprintf (&text, "%d", n) < 0)
    return 0;
  n = text[0];
  free (text);
  return n;
}
