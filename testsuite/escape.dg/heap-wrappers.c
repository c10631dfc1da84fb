/* A function that always returns a fresh block is an allocator, too: each
   call of it makes a block of its own.  */

#include <stdlib.h>
#include <string.h>

void *sink;

void *
xmalloc (size_t n)
{
  void *p = malloc (n); /* { dg-note {'malloc \(n\)' escapes: returned by 'xmalloc'} } */

  if (!p)
    abort ();
  return p;
}

void *
xcalloc (size_t n, size_t size)
{
  void *p = xmalloc (n * size); /* { dg-note {'xmalloc \(n \* size\)' escapes: returned by 'xcalloc'} } */

  return memset (p, 0, n * size);
}

struct node
{
  struct node *next;
  int v;
};

static struct node *
new_node (int v)
{
  struct node *n = xmalloc (sizeof *n); /* { dg-note {'xmalloc \(16\)' escapes: returned by 'new_node'} } */

  n->next = 0;
  n->v = v;
  return n;
}

int
one_stays (void)
{
  char *p = xmalloc (8); /* { dg-note {'xmalloc \(8\)' does not escape: 8 bytes could live in the frame of 'one_stays'} } */

  p[0] = 1;
  return p[0];
}

void
one_leaves (void)
{
  sink = xmalloc (8); /* { dg-note {'xmalloc \(8\)' escapes: stored in 'sink'} } */
}

/* Two calls, two blocks.  */

int
one_of_two_leaves (void)
{
  struct node *a = new_node (1); /* { dg-note {'new_node \(1\)' does not escape: 16 bytes could live in the frame of 'one_of_two_leaves'} } */
  struct node *b = new_node (2); /* { dg-note {'new_node \(2\)' escapes: stored in 'sink'} } */

  sink = b;
  return a->v;
}

/* The size is a product of two arguments, which the wrapper passes on.  */

int
factors (void)
{
  char *p = xcalloc (4, 2); /* { dg-note {'xcalloc \(4, 2\)' does not escape: 8 bytes could live in the frame of 'factors'} } */

  return p[7];
}

/* What may be something else is no fresh block.  */

static void *
cached (size_t n)
{
  if (sink)
    return sink;
  return xmalloc (n); /* { dg-note {'xmalloc \(n\)' escapes: returned by 'cached'} } */
}

int
not_fresh (void)
{
  return *(char *) cached (3);
}

/* GCC's attribute says the same of a function that is not seen.  */

void *pool_alloc (size_t) __attribute__ ((malloc, alloc_size (1)));

int
by_attribute (void)
{
  int *p = pool_alloc (32); /* { dg-note {'pool_alloc \(32\)' does not escape: 32 bytes could live in the frame of 'by_attribute'} } */

  return *p = 1;
}
