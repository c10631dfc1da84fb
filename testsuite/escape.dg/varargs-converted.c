/* What an argument that matches `...' is converted to counts, not what it was:
   GIMPLE does not tell, since pointers of all types look the same to it.  */
/* { dg-prune-notes "'(ap|p|q|n)'" } */

#include <stdarg.h>

struct s
{
  int first;
  struct s *next;
};

char *string;
struct s *structure;

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

/* What is passed as a character pointer is read as one.  */

void
converted (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'string'" } */
  char c[32]; /* { dg-note "'c' escapes its frame: stored in 'structure'" } */

  keep_string (1, (char *) &s);
  keep_structure (1, (struct s *) c);
}

/* A void pointer may be read as anything.  */

void
converted_to_void (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'string'" } */
  char c[32]; /* { dg-note "'c' escapes its frame: stored in 'structure'" } */

  keep_string (1, (void *) &s);
  keep_structure (1, (void *) c);
}

/* The conversion may be made before the call, in a callee, or somewhere within
   the argument.  */

void
converted_before (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'string'" } */
  struct s t; /* { dg-note "'t' escapes its frame: stored in 'string'" } */
  struct s *p = &s;
  char *q = (char *) p;
  void *v = &t;

  keep_string (1, q);
  keep_string (1, v);
}

static void
convert_parameter (struct s *p, int which, char *q)
{
  keep_string (1, which ? (char *) p : q);
}

void
converted_in_callee (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'string'" } */

  convert_parameter (&s, 1, 0);
}

void
converted_in_expressions (int which)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'string'" } */
  struct s t; /* { dg-note "'t' escapes its frame: stored in 'string'" } */
  char c[32]; /* { dg-note "'c' escapes its frame: stored in 'structure'" } */
  struct s *p;

  keep_string (1, (which++, (char *) &s));
  keep_string (1, ({ struct s *q = &t; (char *) q; }));
  keep_structure (1, p = (struct s *) c);
}

/* A call that is an argument of another is taken for being at the same place by
   GIMPLE.  */

static struct s *
keep_and_give (int n, ...)
{
  va_list ap;

  va_start (ap, n);
  string = va_arg (ap, char *);
  va_end (ap);
  return structure;
}

void
nested (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'string'" } */

  keep_and_give (1, keep_and_give (1, (char *) &s));
}

/* Of calls of one function, it is not known which converts what.  */

void
one_converted (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'string'" } */
  struct s t; /* { dg-note "'t' escapes its frame: stored in 'string'" } */

  keep_string (1, &s);
  keep_string (1, (char *) &t);
}

/* If none does, each operand's own type tells.  */

void
none_converted (struct s *p, char *q)
{
  struct s s; /* { dg-note "'s' does not escape" } */
  char c; /* { dg-note "'c' escapes its frame: stored in 'string'" } */

  keep_string (1, &s);
  keep_string (1, &c);
  keep_string (1, p);
  keep_string (1, q);
}

/* The address of a member is computed, which may look like a conversion.  */

void
one_computed (struct s *p)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'string'" } */
  char c; /* { dg-note "'c' escapes its frame: stored in 'string'" } */

  keep_string (1, &s);
  keep_string (1, &c + 1);
}

/* A constant pointer to a function is known, and what a builtin returns is
   known to be its argument, so GIMPLE may have another call, or pass something
   else.  */

void
known (void)
{
  void (*const keep) (int, ...) = keep_string;
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'string'" } */
  struct s t; /* { dg-note "'t' escapes its frame: stored in 'string'" } */

  keep_string (1, &t);
  keep (1, (char *) &s);
}

void
known_result (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'string'" } */
  struct s t; /* { dg-note "'t' escapes its frame: stored in 'string'" } */

  keep_string (1, &t);
  keep_string (1, __builtin_memcpy (&s, &t, sizeof s));
}

/* What was read may be converted, too: it was read as what it was passed.  */

static char *
give_structure_as_string (int n, ...)
{
  va_list ap;
  char *p;

  va_start (ap, n);
  p = (char *) va_arg (ap, struct s *);
  va_end (ap);
  return p;
}

void
converted_after (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'string'" } */
  char c; /* { dg-note "'c' does not escape" } */

  string = give_structure_as_string (1, &c);
  string = give_structure_as_string (1, &s);
}

/* A parameter that has a name is not among them, even if the call does not know
   of it.  */

static void
keep_named (p)
  char *p;
{
  string = p;
}

void
named (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'string'" } */

  ((void (*) ()) keep_named) (&s);
}

/* The arguments that an inline function hands on as they are have no types
   there.  */

static inline __attribute__ ((always_inline)) void
hand_on (int n, ...)
{
  keep_string (n, __builtin_va_arg_pack ());
}

void
handed_on (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'string'" } */

  hand_on (1, (char *) &s);
}

/* Nor are they arguments to GIMPLE, so that it seems to be one of the calls with
   two.  */

static inline __attribute__ ((always_inline)) void
hand_more_on (struct s *p, struct s *q, ...)
{
  keep_string (1, q);
  keep_string (1, (char *) p, __builtin_va_arg_pack ());
}

void
more_handed_on (void)
{
  struct s s; /* { dg-note "'s' escapes its frame: stored in 'string'" } */
  struct s t; /* { dg-note "'t' does not escape" } */

  hand_more_on (&s, &t, 0);
}
