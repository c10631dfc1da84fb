/* A pointer that memcpy put among bytes of other types goes where they go: by
   memcpy, also in pieces, and with the whole of an aggregate.  */
/* { dg-do compile } */
/* { dg-additional-options "-Wno-return-local-addr -Wno-psabi" } */
/* { dg-prune-notes "." } */

#include <string.h>

struct opaque
{
  int words[4];
};

struct opaque
in_array (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'in_array'" } */
  struct opaque a, b;
  int *p = &x;

  memcpy (&a.words[2], &p, sizeof p);
  b = a;
  return b;
}

struct pair
{
  int first, second;
};

static void *
from_pair (struct pair q)
{
  void *p;

  memcpy (&p, &q, sizeof p);
  return p;
}

void *
in_pair (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'in_pair'" } */
  struct pair q;
  int *p = &x;

  memcpy (&q, &p, sizeof p);
  return from_pair (q);
}

struct element
{
  void *pointer;
  int a, b;
};

struct many
{
  struct element all[20];
};

/* The pointer is between those that the elements have.  */
struct many
in_element (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'in_element'" } */
  struct many a, b;
  int *p = &x;

  memcpy (&a.all[3].a, &p, sizeof p);
  b = a;
  return b;
}

void *
in_halves (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'in_halves'" } */
  void *p = &x, *q;

  memcpy (&q, &p, 4);
  memcpy ((char *) &q + 4, (char *) &p + 4, 4);
  return q;
}

void *
in_odd_pieces (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'in_odd_pieces'" } */
  void *p = &x, *q;

  memcpy (&q, &p, 3);
  memcpy ((char *) &q + 3, (char *) &p + 3, 5);
  return q;
}

struct couple
{
  void *a, *b;
};

struct couples
{
  struct couple all[20];
};

/* The fields of elements have no room between them, and stay apart.  */
void *
apart (int i)
{
  int x; /* { dg-note "'x' does not escape" } */
  struct couples a, b;

  memset (&a, 0, sizeof a);
  a.all[i].a = &x;
  b = a;
  return b.all[2].b;
}
