/* memcpy and its kin carry pointers from memory to memory, and return where
   they copied to.  */

#include <string.h>

struct pair
{
  int *first, *second;
};

struct pair sink;
void *where;

void
copied_to_global (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  struct pair p = { &x, 0 };

  memcpy (&sink, &p, sizeof p);
}

void
copied_with_variable_size (size_t n)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  struct pair p = { 0, &x }; /* { dg-note "'p' does not escape" } */

  memmove (&sink, &p, n);
}

void
backwards (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  struct pair p = { &x, 0 };

  bcopy (&p, &sink, sizeof p);
}

void
result_of_memcpy (const char *from) /* { dg-note "'from' does not escape" } */
{
  char to[64]; /* { dg-note "'to' escapes its frame: stored in 'where'" } */

  where = memcpy (to, from, 64);
}

void
result_of_mempcpy (const char *from) /* { dg-note "'from' does not escape" } */
{
  char to[64]; /* { dg-note "'to' escapes its frame: stored in 'where'" } */

  where = __builtin_mempcpy (to, from, 64);
}

void
result_of_memset (size_t n)
{
  char to[64]; /* { dg-note "'to' escapes its frame: stored in 'where'" } */

  where = memset (to, 0, n);
}

int
stays (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  struct pair p = { &x, 0 }, q;

  memcpy (&q, &p, sizeof p);
  return *q.first;
}

/* What the copied pointers lead to is level 1 of the source.  */

void
content (struct pair *to, /* { dg-note "'to' does not escape" } */
	 struct pair *from, /* { dg-note "leaking param: 'from' to '.to' level=1" } */
	 size_t n)
{
  memcpy (to, from, n);
}

void
content_of_known_size (struct pair *from) /* { dg-note "leaking param content: 'from': stored in 'sink'" } */
{
  memcpy (&sink, from, sizeof sink);
}

void
one_pointer (struct pair *from) /* { dg-note "leaking param content: 'from': stored in 'where'" } */
{
  memcpy (&where, &from->second, sizeof where);
}

/* Where no pointers are, copying is nobody's leak.  */

void
characters (char *to, /* { dg-note "'to' does not escape" } */
	    const char *from, size_t n) /* { dg-note "'from' does not escape" } */
{
  memcpy (to, from, n);
  memcpy (to, from, 8);
  memcpy (to, from, 24);
}
