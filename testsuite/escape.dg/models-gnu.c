/* GNU's <argz.h>, <obstack.h>, <fts.h>, <dlfcn.h>.  */
/* { dg-prune-notes "^'(_obstack|fts_open|a|b|data|information).*' |^'__" } */

#define _GNU_SOURCE
#include <argz.h>
#include <dlfcn.h>
#include <fts.h>
#include <link.h>
#include <obstack.h>
#include <stdlib.h>

#define obstack_chunk_alloc malloc
#define obstack_chunk_free free

/* The obstack's structure is the caller's; its chunks are of the function that
   the caller names.  */
int
stacked (void)
{
  struct obstack stack; /* { dg-note "'stack' does not escape" } */
  char *object;

  obstack_init (&stack);
  object = obstack_copy (&stack, "x", 2);
  obstack_free (&stack, NULL);
  return *object;
}

/* argz_create, argz_add: the vector is one block that *argz points to.  */
int
listed (void)
{
  char *strings; /* { dg-note "'strings' does not escape" } */
  size_t size; /* { dg-note "'size' does not escape" } */
  char *names[] = { "a", NULL }; /* { dg-note "'names' does not escape" } */
  char more[] = "b"; /* { dg-note "'more' does not escape" } */

  argz_create (names, &strings, &size);
  argz_add (&strings, &size, more);
  return *argz_next (strings, size, NULL);
}

/* fts_open: the names are copied; compar gets pointers to entries.  */
static int
compare (const FTSENT **a, const FTSENT **b)
{
  return *a < *b ? -1 : 1;
}

int
walked (void)
{
  char name[] = "."; /* { dg-note "'name' does not escape" } */
  char *names[] = { name, NULL }; /* { dg-note "'names' does not escape" } */
  FTS *walk = fts_open (names, FTS_PHYSICAL, compare);
  FTSENT *entry = fts_read (walk);
  int n = entry ? entry->fts_namelen : 0;

  fts_close (walk);
  return n;
}

/* dl_iterate_phdr: the function is called with the data for each object.  */
static int
count (struct dl_phdr_info *information, size_t size, void *data)
{
  ++*(int *) data;
  return 0;
}

int
counted (void)
{
  int n = 0; /* { dg-note "'n' does not escape" } */
  Dl_info where; /* { dg-note "'where' does not escape" } */

  dl_iterate_phdr (count, &n);
  dladdr (dlsym (RTLD_DEFAULT, "malloc"), &where);
  return n;
}
