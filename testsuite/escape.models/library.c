/* What is said of calls of functions that have models.  */

#include <stddef.h>

struct list
{
  struct list *next;
  void *value;
};

extern int lib_print (const char *, ...);
extern int lib_printf (const char *, ...);
extern void lib_keep (void *);
extern void *lib_current (void);
extern void lib_store (void *);
extern char *lib_skip (const char *);
extern int lib_length (const char *);
extern void lib_push (struct list **, struct list *, void *);
extern void *lib_value (const struct list *);
extern void lib_sort (void *, size_t, size_t,
		      int (*) (const void *, const void *));
extern void *lib_map (struct list *, void *(*) (void *, void *), void *);
extern struct list *lib_new (void *);
extern void *lib_array (unsigned long);
extern char *lib_copy (const char *);
extern void *lib_first (int, ...);
extern struct list lib_pair (struct list, void *);
extern int pthread_create (unsigned long *, const void *, void *(*) (void *),
			   void *);
extern void *lib_redirected (void *);
extern void *lib_redirected_2 (void *);
extern int lib_nothing (void *, int);
extern void *lib_second (void *, void *);
extern void *lib_static (void *);
extern void lib_unknown (void *);

static void *last;

void
stays_variadic (void)
{
  /* Neither named nor variable arguments go anywhere.  */
  char format[8] = ""; /* { dg-note "'format' does not escape" } */
  char text[8] = ""; /* { dg-note "'text' does not escape" } */
  lib_print (format, text);
}

void
stays_alias (void)
{
  /* An alias says what the function it stands for does.  */
  char text[8] = ""; /* { dg-note "'text' does not escape" } */
  lib_printf ("%s", text);
}

void
leaves_static (void)
{
  /* What a variable of the library alone holds is kept by the function.  */
  int x; /* { dg-note "'x' escapes its frame: kept by 'lib_keep'" } */
  lib_keep (&x);
}

void
leaves_global (void)
{
  /* A variable that all can see is called by its name.  */
  int x; /* { dg-note "'x' escapes its frame: stored in 'lib_last'" } */
  lib_store (&x);
}

void *
leaves_unknown (void)
{
  /* What the library kept comes from outside.  */
  void *p = lib_current ();
  int x; /* { dg-note "'x' escapes its frame: stored in memory that is not known" } */
  *(int **) p = &x;
  return p;
}

char *
returns (char *s) /* { dg-note "leaking param: 's' to result level=0" } */
{
  return lib_skip (s);
}

int
stays_read (const char *s) /* { dg-note "'s' does not escape" } */
{
  return lib_length (s);
}

int
stays_in_list (void)
{
  /* The list and all that is in it are of this frame.  */
  struct list *head = NULL; /* { dg-note "'head' does not escape" } */
  struct list item; /* { dg-note "'item' does not escape" } */
  int x = 1; /* { dg-note "'x' does not escape" } */
  lib_push (&head, &item, &x);
  return *(int *) lib_value (head);
}

void
leaves_in_list (struct list **list) /* { dg-note "'list' does not escape" } */
{
  /* The caller's list holds them when the frame is gone.  */
  struct list item; /* { dg-note "'item' escapes its frame: stored in memory that 'list' points to" } */
  int x; /* { dg-note "'x' escapes its frame: stored in 'item', which escapes" } */
  lib_push (list, &item, &x);
}

static int
compare_ints (const void *a, const void *b) /* { dg-note "'\[ab\]' does not escape" } */
{ /* { dg-note "'b' does not escape" "" { target *-*-* } .-1 } */
  return *(const int *) a - *(const int *) b;
}

static int
remember (const void *a, const void *b) /* { dg-note "'a' does not escape" } */
{ /* { dg-note "leaking param: 'b': stored in 'last'" "" { target *-*-* } .-1 } */
  last = (void *) b;
  return *(const int *) a;
}

void
stays_sorted (void)
{
  /* The callback only reads.  */
  int numbers[4] = { 0 }; /* { dg-note "'numbers' does not escape" } */
  lib_sort (numbers, 4, sizeof *numbers, compare_ints);
}

void
leaves_sorted (void)
{
  /* The callback keeps what it is given.  */
  int numbers[4] = { 0 }; /* { dg-note "'numbers' escapes its frame: stored in 'last'" } */
  lib_sort (numbers, 4, sizeof *numbers, remember);
}

void
leaves_sorted_by (int (*compare) (const void *, const void *)) /* { dg-note "'compare' does not escape" } */
{
  /* Nobody knows what the callback does.  */
  int numbers[4] = { 0 }; /* { dg-note "'numbers' escapes its frame: passed to an unknown function" } */
  lib_sort (numbers, 4, sizeof *numbers, compare);
}

static void *
second (void *a, void *b) /* { dg-note "'a' does not escape" } */
{ /* { dg-note "leaking param: 'b' to result level=0" "" { target *-*-* } .-1 } */
  (void) a;
  return b;
}

void *
returns_mapped (void)
{
  /* The callback returns its context, and so does who calls it.  */
  int a; /* { dg-note "'a' does not escape" } */
  int b; /* { dg-note "'b' escapes its frame: returned by 'returns_mapped'" } */
  struct list item = { NULL, &a }; /* { dg-note "'item' does not escape" } */
  return lib_map (&item, second, &b);
}

int
stays_blocks (unsigned long n)
{
  /* Each call makes a block of its own.  */
  int x = 0; /* { dg-note "'x' does not escape" } */
  struct list *item = lib_new (&x); /* { dg-note "'lib_new \\(&x\\)' does not escape: 16 bytes could live in the frame of 'stays_blocks'" { target lp64 } } */
  int *a = lib_array (3); /* { dg-note "'lib_array \\(3\\)' does not escape: 12 bytes could live in the frame of 'stays_blocks'" } */
  int *b = lib_array (n); /* { dg-note "'lib_array \\(n\\)' does not escape: its size is not constant" } */
  char *s = lib_copy (""); /* { dg-note "'lib_copy \\(\"...\"\\)' does not escape: its size is not constant" } */
  return *(int *) item->value + *a + *b + *s;
}

struct list *
leaves_block (void)
{
  /* With the block, what it holds leaves.  */
  int x; /* { dg-note "'x' escapes its frame: stored in 'lib_new \\(&x\\)', which escapes" } */
  return lib_new (&x); /* { dg-note "'lib_new \\(&x\\)' escapes: returned by 'leaves_block'" } */
}

void *
returns_variable (void)
{
  /* Any of the variable arguments may be the one.  */
  int x; /* { dg-note "'x' escapes its frame: returned by 'returns_variable'" } */
  int y; /* { dg-note "'y' escapes its frame: returned by 'returns_variable'" } */
  return lib_first (2, &x, &y);
}

int
stays_by_value (void)
{
  int x; /* { dg-note "'x' does not escape" } */
  int y = 1; /* { dg-note "'y' does not escape" } */
  struct list a = { NULL, &x };
  a = lib_pair (a, &y);
  return *(int *) a.value;
}

void *
returns_by_value (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'returns_by_value'" } */
  struct list a = { NULL, NULL }, b;
  b = lib_pair (a, &x);
  return b.value;
}

static void *
run (void *p) /* { dg-note "'p' does not escape" } */
{
  return NULL;
}

void
leaves_thread (void)
{
  unsigned long thread; /* { dg-note "'thread' does not escape" } */
  int x; /* { dg-note "'x' escapes its frame: given to a thread by 'pthread_create'" } */
  pthread_create (&thread, NULL, run, &x);
}

void *
returns_redirected (void *p) /* { dg-note "leaking param: 'p' to result level=0" } */
{
  return lib_redirected (p);
}

void *
returns_redirected_2 (void *p) /* { dg-note "leaking param: 'p' to result level=0" } */
{
  return lib_redirected_2 (p);
}

int
stays_nothing (void *p) /* { dg-note "'p' does not escape" } */
{
  return lib_nothing (p, 1);
}

void *
stays_second (void *p, /* { dg-note "leaking param: 'p' to result level=0" } */
	      void *q) /* { dg-note "'q' does not escape" } */
{
  return lib_second (p, q);
}

void *
leaves_hidden (void *p) /* { dg-note "leaking param: 'p': passed to 'lib_static', whose body is not seen" } */
{
  /* A model is of what other files can call.  */
  return lib_static (p);
}

void
leaves_unseen (void *p) /* { dg-note "leaking param: 'p': passed to 'lib_unknown', whose body is not seen" } */
{
  lib_unknown (p);
}

/* Models through pointers.  */

void
stays_through_pointer (void)
{
  int (*print) (const char *, ...) = lib_print;
  char text[8] = ""; /* { dg-note "'text' does not escape" } */
  print ("%s", text);
}

void
leaves_through_pointer (void)
{
  int x; /* { dg-note "'x' escapes its frame: kept by 'lib_keep'" } */
  void (*const table[]) (void *) = { lib_keep };
  table[0] (&x);
}

/* A model tells what keeps the address when its block has ended.  */

int
kept_by_model (void)
{
  struct list *head = 0; /* { dg-note "'head' does not escape" } */
  struct list item; /* { dg-note "'item' does not escape" } */
  {
    int x = 1; /* { dg-note "'x' outlives its block: stored in 'item'" } */
    lib_push (&head, &item, &x);
  }
  return *(int *) item.value;
}
