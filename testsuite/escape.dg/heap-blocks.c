/* A block that nobody has when the function returns could be a local; the
   note tells why it could not be, if so.  */

#include <stdlib.h>
#include <string.h>

char *sink;
void ext (void *);

char
could_live_in_the_frame (void)
{
  char *p = malloc (64); /* { dg-note {'malloc \(64\)' does not escape: 64 bytes could live in the frame of 'could_live_in_the_frame'} } */
  char c;

  if (!p)
    return 0;
  memset (p, 1, 64);
  c = p[3];
  free (p);
  return c;
}

char
one_byte (void)
{
  char *p = malloc (1); /* { dg-note {'malloc \(1\)' does not escape: 1 byte could live in the frame of 'one_byte'} } */

  return p ? *p = 1 : 0;
}

int
size_not_constant (int n)
{
  int *p = malloc (n * sizeof (int)); /* { dg-note {'malloc \(n \* 4\)' does not escape: its size is not constant} } */

  return p ? p[0] = n : 0;
}

char
too_large (void)
{
  char *p = calloc (70000, 1); /* { dg-note {'calloc \(70000, 1\)' does not escape: 70000 bytes is above the limit of 65536} } */

  return p ? p[69999] : 0;
}

int
in_a_loop (int n)
{
  int sum = 0;

  while (n--)
    {
      int *p = malloc (16); /* { dg-note {'malloc \(16\)' does not escape: it is made in a loop} } */

      if (p)
	sum += *p = n;
    }
  return sum;
}

char *
returned (size_t n)
{
  return malloc (n); /* { dg-note {'malloc \(n\)' escapes: returned by 'returned'} } */
}

void
stored (void)
{
  sink = calloc (4, 2); /* { dg-note {'calloc \(4, 2\)' escapes: stored in 'sink'} } */
}

void
passed (void)
{
  ext (aligned_alloc (16, 32)); /* { dg-note {'aligned_alloc \(16, 32\)' escapes: passed to 'ext', whose body is not seen} } */
}

void
stored_in_a_parameter (char **to) /* { dg-note "'to' does not escape" } */
{
  *to = strdup ("x"); /* { dg-note {'strdup \("..."\)' escapes: stored in memory that 'to' points to} } */
}

/* In a block that leaves, a block leaves.  */

char **
two (void)
{
  char **p = malloc (sizeof *p); /* { dg-note {'malloc \(8\)' escapes: returned by 'two'} } */

  *p = malloc (3); /* { dg-note {'malloc \(3\)' escapes: stored in 'malloc \(8\)', which escapes} } */
  return p;
}

/* In a block that stays, it stays.  */

int
list_that_stays (int n)
{
  struct node { struct node *next; int v; } *list = 0;
  int sum = 0;

  while (n--)
    {
      struct node *p = malloc (sizeof *p); /* { dg-note {'malloc \(16\)' does not escape: it is made in a loop} } */

      p->next = list;
      p->v = n;
      list = p;
    }
  for (; list; list = list->next)
    sum += list->v;
  return sum;
}

/* An address in a block that stays, stays.  */

int
local_in_a_block (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  int **p = malloc (sizeof *p); /* { dg-note {'malloc \(8\)' does not escape: 8 bytes could live in the frame of 'local_in_a_block'} } */

  *p = &x;
  x = **p;
  free (p);
  return x;
}

/* realloc gives the old block or a new one with what was in it.  */

char *
grown (char *p) /* { dg-note "leaking param: 'p' to result level=0" } */
{
  return realloc (p, 100); /* { dg-note {'realloc \(p, 100\)' escapes: returned by 'grown'} } */
}

int **
content_moves (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'realloc .*', which escapes" } */
  int **p = malloc (8); /* { dg-note {'malloc \(8\)' escapes: returned by 'content_moves'} } */

  *p = &x;
  return realloc (p, 16); /* { dg-note {'realloc \(p, 16\)' escapes: returned by 'content_moves'} } */
}

/* When it optimises, GCC gives posix_memalign a variable of its own before
   the plugin sees it.  */
/* { dg-prune-notes "'p' does not escape" } */

void *
by_address (void)
{
  void *p;

  if (posix_memalign (&p, 64, 128)) /* { dg-note {'posix_memalign \(&(p|\.\.\.), 64, 128\)' escapes: returned by 'by_address'} } */
    return 0;
  return p;
}
