/* Of the arguments that match `...', a pointer to a structure is not read as
   one to a number or a character, nor the other way round: C lets va_arg read
   what was passed.  All else may be read as anything.  */
/* { dg-prune-notes "'(ap|copy|p|l|format|f)'" } */

#include <stdarg.h>
#include <stdint.h>

struct s
{
  int first;
  char text[8];
  struct s *next;
};

union u
{
  int i;
  char *p;
};

enum e { A, B };

char *string;
struct s *structure;
void *any;
int *number;
void **pointers;
intptr_t integer;

static void
keep_string (int n, ...)
{
  va_list ap;

  va_start (ap, n);
  string = va_arg (ap, char *);
  va_end (ap);
}

static void
keep_structure (int n, ...)
{
  va_list ap;

  va_start (ap, n);
  structure = va_arg (ap, struct s *);
  va_end (ap);
}

static void
keep_any (int n, ...)
{
  va_list ap;

  va_start (ap, n);
  any = va_arg (ap, void *);
  va_end (ap);
}

static void
keep_number (int n, ...)
{
  va_list ap;

  va_start (ap, n);
  number = (int *) va_arg (ap, unsigned *);
  va_end (ap);
}

static void
keep_pointers (int n, ...)
{
  va_list ap;

  va_start (ap, n);
  pointers = va_arg (ap, void **);
  va_end (ap);
}

static void
keep_integer (int n, ...)
{
  va_list ap;

  va_start (ap, n);
  integer = va_arg (ap, intptr_t);
  va_end (ap);
}

/* Neither sort is read as the other.  */

void
structure_is_no_string (void)
{
  struct s s; /* { dg-note "'s' does not escape" } */
  union u u; /* { dg-note "'u' does not escape" } */

  keep_string (2, &s, &u);
}

void
string_is_no_structure (void)
{
  char c; /* { dg-note "'c' does not escape" } */
  char b[8]; /* { dg-note "'b' does not escape" } */
  double d; /* { dg-note "'d' does not escape" } */
  enum e e; /* { dg-note "'e' does not escape" } */

  keep_structure (4, &c, b, &d, &e);
}

/* A parameter that is passed on has a type of its own.  */

static void
pass_on_string (char *p)
{
  keep_structure (1, p);
}

void
string_through_parameter (void)
{
  char c; /* { dg-note "'c' does not escape" } */

  pass_on_string (&c);
}

/* Types of one sort are not told apart: signedness may differ, and programs
   are not as careful as C asks.  */

void
same_sort (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'structure'" } */
  union u u; /* { dg-note "'u' escapes its frame: stored in 'structure'" } */
  int i; /* { dg-note "'i' escapes its frame: stored in 'number'" } */
  char c; /* { dg-note "'c' escapes its frame: stored in 'string'" } */
  enum e e; /* { dg-note "'e' escapes its frame: stored in 'number'" } */
  const char k = 1; /* { dg-note "'k' escapes its frame: stored in 'string'" } */

  keep_structure (2, &s, &u);
  keep_number (2, &i, &e);
  keep_string (2, (unsigned char *) &c, &k);
}

/* The address of a member has the type of the member.  */

void
member (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'number'" } */
  struct s t; /* { dg-note "'t' escapes its frame: stored in 'string'" } */

  keep_number (1, &s.first);
  keep_string (1, t.text);
}

/* As void *, as a pointer to pointers and as an integer, all is read.  */

void
read_as_anything (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'any'" } */
  char c; /* { dg-note "'c' escapes its frame: stored in 'any'" } */
  struct s t; /* { dg-note "'t' escapes its frame: stored in 'pointers'" } */
  char d; /* { dg-note "'d' escapes its frame: stored in 'pointers'" } */
  struct s o; /* { dg-note "'o' escapes its frame: stored in 'integer'" } */
  char e; /* { dg-note "'e' escapes its frame: stored in 'integer'" } */

  keep_any (2, &s, &c);
  keep_pointers (2, &t, &d);
  keep_integer (2, &o, &e);
}

/* What is passed as an integer, a pointer to a pointer or to an array, or in a
   structure by value, is read as anything.  */

struct pair
{
  struct s *a, *b;
};

void
passed_as_other (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'string'" } */
  struct s t; /* { dg-note "'t' escapes its frame: stored in 'string'" } */
  struct s *o = &t; /* { dg-note "'o' escapes its frame: stored in 'string'" } */
  char a[8]; /* { dg-note "'a' escapes its frame: stored in 'structure'" } */
  struct pair pair = { &t, &t };

  keep_string (1, (intptr_t) &s);
  keep_string (1, &o);
  keep_structure (1, &a);
  keep_string (1, pair);
}

/* A list that is copied, passed on, or kept in a structure still tells them
   apart.  */

struct list
{
  va_list ap;
};

static void
keep_next_string (va_list ap)
{
  string = va_arg (ap, char *);
}

static void
keep_next_of_list (struct list *l)
{
  string = va_arg (l->ap, char *);
}

static void
keep_copied (int n, ...)
{
  va_list ap, copy;

  va_start (ap, n);
  va_copy (copy, ap);
  keep_next_string (copy);
  va_end (copy);
  va_end (ap);
}

static void
keep_listed (int n, ...)
{
  struct list l; /* { dg-note "'l' does not escape" } */

  va_start (l.ap, n);
  keep_next_of_list (&l);
  va_end (l.ap);
}

void
through_lists (void)
{
  struct s s; /* { dg-note "'s' does not escape" } */
  char c; /* { dg-note "'c' escapes its frame: stored in 'string'" } */
  struct s t; /* { dg-note "'t' does not escape" } */
  char d; /* { dg-note "'d' escapes its frame: stored in 'string'" } */
  struct s o; /* { dg-note "'o' escapes its frame: stored in 'string'" } */

  keep_copied (2, &s, &c);
  keep_listed (2, &t, &d);
  keep_listed (1, (char *) &o);
}

/* Who reads both gets each as what it is.  */

static void
keep_both (const char *format, ...)
{
  va_list ap;

  va_start (ap, format);
  for (; *format; format++)
    if (*format == 's')
      string = va_arg (ap, char *);
    else
      structure->next = va_arg (ap, struct s *);
  va_end (ap);
}

void
both (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in memory that 'structure' points to" } */
  char c; /* { dg-note "'c' escapes its frame: stored in 'string'" } */

  keep_both ("xs", &s, &c);
}

/* Calls through pointers are no different, once it is known what they call;
   what is not known keeps everything.  Of what the caller of `called_by' knows
   the type is no part.  */

void
through_pointer (int which)
{
  void (*f) (int, ...) = which ? keep_string : keep_number;
  struct s s; /* { dg-note "'s' does not escape" } */

  f (1, &s);
}

void
converted_through_pointer (int which)
{
  void (*f) (int, ...) = which ? keep_string : keep_number;
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'number'" } */

  f (1, (char *) &s);
}

void
through_unknown (void (*f) (int, ...))
{
  struct s s; /* { dg-note "'s' escapes its frame: passed to an unknown function through 'f'" } */

  f (1, &s);
}

static void
called_by (void (*f) (int, ...), struct s *p)
{
  f (1, p);
}

void
calls (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'string'" } */

  called_by (keep_string, &s);
}

/* What is read is passed again, as what it was read as.  */

static void
keep_last (int n, ...)
{
  va_list ap;
  char *p;

  va_start (ap, n);
  p = va_arg (ap, char *);
  va_end (ap);
  if (n)
    keep_last (n - 1, p);
  else
    string = p;
}

void
recursive (void)
{
  struct s s; /* { dg-note "'s' does not escape" } */
  char c; /* { dg-note "'c' escapes its frame: stored in 'string'" } */

  keep_last (3, &s);
  keep_last (3, &c);
}
