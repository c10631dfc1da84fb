/* Variable arguments come back from va_arg, from wherever the va_list is.  */
/* { dg-do compile } */
/* { dg-additional-options "-Wno-return-local-addr" } */
/* { dg-prune-notes "." } */

#include <stdarg.h>
#include <stdio.h>

struct three
{
  int *a, *b, *c;
};

struct list
{
  va_list ap;
};

static int *
first (int n, ...)
{
  va_list ap;
  int *p;

  va_start (ap, n);
  p = va_arg (ap, int *);
  va_end (ap);
  return p;
}

int *
through_va_arg (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'through_va_arg'" } */

  return first (1, &x);
}

static int *
next (va_list ap)
{
  return va_arg (ap, int *);
}

static int *
first_of_copy (int n, ...)
{
  va_list ap, copy;
  int *p;

  va_start (ap, n);
  va_copy (copy, ap);
  p = next (copy);
  va_end (copy);
  va_end (ap);
  return p;
}

int *
through_copy (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'through_copy'" } */

  return first_of_copy (1, &x);
}

static int *
next_of_list (struct list *l)
{
  return va_arg (l->ap, int *);
}

static int *
first_of_list (int n, ...)
{
  struct list l;
  int *p;

  va_start (l.ap, n);
  p = next_of_list (&l);
  va_end (l.ap);
  return p;
}

int *
through_list (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'through_list'" } */

  return first_of_list (1, &x);
}

static struct three
first_struct (int n, ...)
{
  va_list ap;
  struct three t;

  va_start (ap, n);
  t = va_arg (ap, struct three);
  va_end (ap);
  return t;
}

int *
through_struct (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'through_struct'" } */
  struct three t = { 0, 0, &x };

  return first_struct (1, t).c;
}

static void
store (int n, ...)
{
  va_list ap;
  int **to;

  va_start (ap, n);
  to = va_arg (ap, int **);
  *to = va_arg (ap, int *);
  va_end (ap);
}

int *
through_memory (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'through_memory'" } */
  int *p;

  store (2, &p, &x);
  return p;
}

/* The arguments of an inline function, handed on as they are.  */

static inline __attribute__ ((always_inline)) int *
hand_on (int n, ...)
{
  return first (n, __builtin_va_arg_pack ());
}

int *
through_pack (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'through_pack'" } */

  return hand_on (1, &x);
}

extern int unseen (const char *, ...);

static inline __attribute__ ((always_inline)) int
hand_out (const char *format, ...)
{
  return unseen (format, __builtin_va_arg_pack ());
}

void
through_unseen (void)
{
  int x; /* { dg-note "'x' escapes its frame: passed to 'unseen', whose body is not seen" } */

  hand_out ("%p", &x);
}
