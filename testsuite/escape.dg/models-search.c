/* <search.h>: tables and trees keep the keys, and are the caller's or the
   library's.  */
/* { dg-prune-notes "^'(a|b|node)' does not escape" } */

#define _GNU_SOURCE
#include <search.h>
#include <stddef.h>

static int
compare (const void *a, const void *b)
{
  return *(const int *) a - *(const int *) b;
}

static void
visit (const void *node, VISIT order, int depth)
{
}

/* POSIX tsearch: "if there is no such element, the key is put into the tree";
   rootp points to the caller's variable.  */
int
tree_of_locals (void)
{
  void *root = NULL; /* { dg-note "'root' does not escape" } */
  int key = 1; /* { dg-note "'key' does not escape" } */

  tsearch (&key, &root, compare);
  twalk (root, visit);
  if (!tfind (&key, &root, compare))
    return 0;
  tdelete (&key, &root, compare);
  return 1;
}

void *
tree (void)
{
  void *root = NULL; /* { dg-note "'root' does not escape" } */
  int key = 1; /* { dg-note "'key' escapes its frame: returned by 'tree'" } */

  tsearch (&key, &root, compare);
  return root;
}

/* POSIX hsearch: the item is entered into the table, which is the library's.  */
void
entered (void)
{
  int data = 1; /* { dg-note "'data' escapes its frame: kept by 'hsearch'" } */
  char key[] = "key"; /* { dg-note "'key' escapes its frame: kept by 'hsearch'" } */
  ENTRY entry = { key, &data };

  hsearch (entry, ENTER);
}

/* POSIX lsearch: the key is copied to the end of the table.  */
int *
appended (int *element) /* { dg-note "leaking param: 'element' to result level=0" } */
{
  int *table[10] = { 0 }; /* { dg-note "'table' does not escape" } */
  size_t n = 0; /* { dg-note "'n' does not escape" } */

  lsearch (&element, table, &n, sizeof *table, compare);
  return table[0];
}

/* POSIX insque: the elements point to each other.  */
struct element { struct element *next, *previous; int n; };

int
queued (void)
{
  struct element first = { 0, 0, 1 }; /* { dg-note "'first' does not escape" } */
  struct element second = { 0, 0, 2 }; /* { dg-note "'second' does not escape" } */

  insque (&first, NULL);
  insque (&second, &first);
  remque (&second);
  return first.n + second.n;
}

struct element head;

void
queued_globally (void)
{
  struct element second = { 0, 0, 2 }; /* { dg-note "'second' escapes its frame: stored in 'head'" } */

  insque (&second, &head);
}
