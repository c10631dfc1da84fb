/* A library that defines functions that GCC knows: what their bodies keep
   counts, and what they are known to do, too.  */
/* { dg-do compile } */
/* { dg-prune-notes "." } */

#include <stddef.h>

char *last;
static char arena[1000];

char *
strchr (const char *s, int c)
{
  last = (char *) s;
  while (*s && *s != c)
    s++;
  return (char *) s;
}

void
search (void)
{
  char text[8] = "text"; /* { dg-note "'text' escapes its frame: stored in 'last'" } */

  strchr (text, 'x');
}

void *
malloc (size_t n)
{
  return arena;
}

void
allocate (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'arena'" } */
  int **p = malloc (sizeof *p);

  *p = &x;
}

void *
memcpy (void *to, const void *from, size_t n)
{
  char *t = to;
  const char *f = from;

  while (n--)
    *t++ = *f++;
  return to;
}

int *
copy (size_t n)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'copy'" } */
  int *p = &x, *q;

  memcpy (&q, &p, n);
  return q;
}
