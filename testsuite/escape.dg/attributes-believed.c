/* Attributes of parameters are believed where the body is not seen.  */
/* { dg-additional-options "-Wall" } */

struct list
{
  struct list *next;
};

extern void read_only (const char *s __attribute__ ((noescape)), void *t);
extern void *bound (void *p __attribute__ ((lifetimebound)), void *q);
extern void *first (void *p __attribute__ ((__noescape__)),
		    void *q __attribute__ ((lifetimebound)));
extern int pure_read (const char *s __attribute__ ((noescape)))
  __attribute__ ((pure));
extern const char *pure_find (const char *s __attribute__ ((noescape)),
			      const char *t)
  __attribute__ ((pure));
extern void fill (void **p __attribute__ ((noescape)), void *q);
extern void callback (void (*f) (char *p __attribute__ ((noescape))), char *q);
extern void (*returns_function (char *p __attribute__ ((noescape)))) (char *);

void
stays_noescape (void)
{
  char a[] = ""; /* { dg-note "'a' does not escape" } */
  char b[] = ""; /* { dg-note "'b' escapes its frame: passed to 'read_only', whose body is not seen" } */
  read_only (a, b);
}

void
leaves_content (void)
{
  /* What the parameter leads to by further pointers may be kept.  */
  struct list inner = { 0 }; /* { dg-note "'inner' escapes its frame: passed to 'read_only', whose body is not seen" } */
  struct list outer = { &inner }; /* { dg-note "'outer' does not escape" } */
  read_only ((const char *) &outer, 0);
}

void *
leaves_filled (void)
{
  /* What is filled in comes from anywhere.  */
  char x; /* { dg-note "'x' escapes its frame: passed to 'fill', whose body is not seen" } */
  void *p = 0; /* { dg-note "'p' does not escape" } */
  fill (&p, &x);
  return p;
}

void *
returns_bound (void)
{
  char x = 0; /* { dg-note "'x' escapes its frame: returned by 'returns_bound'" } */
  return bound (&x, 0);
}

void *
stays_when_other_is_returned (void *q) /* { dg-note "leaking param: 'q' to result level=0" } */
{
  char x = 0; /* { dg-note "'x' does not escape" } */
  return first (&x, q);
}

int
stays_bound (void)
{
  /* Nobody keeps the result.  */
  char x = 0; /* { dg-note "'x' does not escape" } */
  return *(char *) bound (&x, 0);
}

int
stays_pure (void)
{
  char x[] = ""; /* { dg-note "'x' does not escape" } */
  return pure_read (x);
}

const char *
returns_pure (const char *t) /* { dg-note "leaking param: 't' to result level=0" } */
{
  char x[] = ""; /* { dg-note "'x' does not escape" } */
  return pure_find (x, t);
}

void
leaves_to_other_list (void)
{
  /* The attribute is that of a parameter of the callback.  */
  char x = 0; /* { dg-note "'x' escapes its frame: passed to 'callback', whose body is not seen" } */
  callback (0, &x);
}

void
leaves_ambiguous (void)
{
  /* Which of the two lists is the function's is not told, so it is not
     believed.  */
  char x = 0; /* { dg-note "'x' escapes its frame: passed to 'returns_function', whose body is not seen" } */
  returns_function (&x);
}
