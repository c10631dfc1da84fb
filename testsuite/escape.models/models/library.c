/* Models of a library that is made up, one function for each way in which a
   transfer can speak of something.  */

#include <stdarg.h>
#include <stdlib.h>

struct list
{
  struct list *next;
  void *value;
};

/* Nothing.  */
int
lib_print (const char *format, ...)
{
  return 0;
}

/* A variable that only the library knows.  */
static void *current;

void
lib_keep (void *p)
{
  current = p;
}

void *
lib_current (void)
{
  return current;
}

/* One that other files know.  */
void *lib_last;

void
lib_store (void *p)
{
  lib_last = p;
}

/* The result, at an offset; and not at all.  */
char *
lib_skip (const char *s)
{
  return (char *) s + 1;
}

int
lib_length (const char *s)
{
  int n = 0;
  while (s[n])
    n++;
  return n;
}

/* From one parameter to a field of what another points to.  */
void
lib_push (struct list **head, struct list *item, void *value)
{
  item->next = *head;
  item->value = value;
  *head = item;
}

/* And out of it again.  */
void *
lib_value (const struct list *item)
{
  return item->value;
}

/* Callbacks: called with a part of what another parameter points to, and
   with a parameter; what it returns is returned.  */
void
lib_sort (void *base, size_t n, size_t size,
	  int (*compare) (const void *, const void *))
{
  compare (base, (char *) base + size * n);
}

void *
lib_map (struct list *item, void *(*map) (void *, void *), void *context)
{
  return map (item->value, context);
}

/* Blocks: of a constant size, of a parameter's, of what nobody knows.  */
struct list *
lib_new (void *value)
{
  struct list *item = malloc (sizeof *item);
  item->value = value;
  return item;
}

void *
lib_array (unsigned long n)
{
  return malloc (n * 4);
}

char *
lib_copy (const char *s)
{
  return malloc (lib_length (s) + 1);
}

/* What stands for `...'.  */
void *
lib_first (int n, ...)
{
  va_list args;
  va_start (args, n);
  void *first = va_arg (args, void *);
  va_end (args);
  return first;
}

/* Structures by value, as parameter and as result.  */
struct list
lib_pair (struct list a, void *value)
{
  a.value = value;
  return a;
}

/* A thread.  */
int
pthread_create (unsigned long *thread, const void *attributes,
		void *(*start) (void *), void *argument)
{
  current = start (argument);
  current = argument;
  return 0;
}

/* Other names, and one that a header gives another in the assembler.  */
int lib_printf (const char *, ...) __attribute__ ((alias ("lib_print")));
void *lib_redirected (void *) __asm__ ("lib_redirected_2");

void *
lib_redirected (void *p)
{
  return p;
}

/* One name that stands for functions of any type that do nothing.  */
static void
nothing (void)
{
}

void lib_nothing (void) __attribute__ ((alias ("nothing")));

/* A name for functions that take more than the one it stands for.  */
void *lib_second (void *, int) __attribute__ ((alias ("lib_redirected_2")));

/* Not for other files.  */
static void *hidden;

__attribute__ ((used)) static void *
lib_static (void *p)
{
  return hidden = p;
}
