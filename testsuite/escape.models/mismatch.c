/* A declaration whose type is not the model's is of another function: nothing is
   believed.  */

struct list
{
  struct list *next;
  void *value;
};

/* More parameters, fewer, variable ones, others; another result.  */
extern int lib_length (const char *, void *);
extern void lib_keep (void);
extern void lib_store (void *, ...);
extern char *lib_skip (int);
extern int lib_value (const struct list *);
extern void lib_print (struct list);
extern struct list lib_first (int, ...);

/* No prototype: what is passed tells.  */
extern char *lib_copy ();

void
leaves_more (void)
{
  char x[] = ""; /* { dg-note "'x' escapes its frame: passed to 'lib_length', whose body is not seen" } */
  lib_length (x, x);
}

void
leaves_variable (void)
{
  char x; /* { dg-note "'x' escapes its frame: passed to 'lib_store', whose body is not seen" } */
  lib_store (0, &x);
}

void
leaves_by_value (void)
{
  int x; /* { dg-note "'x' escapes its frame: passed to 'lib_print', whose body is not seen" } */
  struct list a = { 0, &x };
  lib_print (a);
}

int
leaves_other_result (struct list *list) /* { dg-note "leaking param: 'list': passed to 'lib_value', whose body is not seen" } */
{
  return lib_value (list);
}

void
leaves_by_first (void)
{
  int x; /* { dg-note "'x' escapes its frame: passed to 'lib_first', whose body is not seen" } */
  lib_first (1, &x);
}

int
stays_without_prototype (void)
{
  char x[] = ""; /* { dg-note "'x' does not escape" } */
  char *copy = lib_copy (x); /* { dg-note "'lib_copy \\(x\\)' does not escape: its size is not constant" } */
  return *copy;
}

void
leaves_without_prototype (void)
{
  /* Two arguments are not what the model takes, nor is a structure.  */
  char x[] = ""; /* { dg-note "'x' escapes its frame: passed to 'lib_copy', whose body is not seen" } */
  char y[] = ""; /* { dg-note "'y' escapes its frame: passed to 'lib_copy', whose body is not seen" } */
  struct list a = { 0, y };
  lib_copy (x, x);
  lib_copy (a);
}

void
calls (void)
{
  lib_keep ();
  lib_skip (1);
}
