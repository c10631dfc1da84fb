/* Heap blocks.  */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct node { struct node *next; char *text; int *mark; };

void *global;
struct node *list;

static void kept (void)
{
  char *p = malloc (10); /* BROKEN: allocation malloc */
  char *q = malloc (10); /* STAYS: allocation malloc */
  global = p;
  free (q);
}

static void inner_kept (void)
{
  char *p = calloc (10, 10); /* BROKEN: allocation calloc */
  global = p + 99;
}

static void past_its_end (void)
{
  char *p = malloc (16); /* STAYS: allocation malloc */
  char *q = malloc (16); /* STAYS: allocation malloc */
  global = p + 16;
  free (q);
}

static char *returned (void)
{
  return strdup ("text"); /* BROKEN: allocation strdup */
}

static void grown (void)
{
  char *p = malloc (4); /* STAYS: allocation malloc */
  p = realloc (p, 400); /* BROKEN: allocation realloc */
  global = p;
}

static struct node *make (struct node *next)
{
  struct node *n = malloc (sizeof *n); /* LEAVES: allocation malloc */
  n->next = next;
  return n;
}

static void from_wrapper (void)
{
  struct node *n = make (NULL); /* BROKEN: allocation make */
  struct node *m = make (n); /* STAYS: allocation make */
  global = n;
  free (m);
}

/* Freed, but its address stays behind.  */

static void dangling (void)
{
  char *p = malloc (10); /* BROKEN: allocation malloc */
  global = p;
  free (p);
}

/* What is in a block that nobody can reach cannot be found either.  */

static void leaked (void)
{
  int x = 1; /* STAYS: local x */
  struct node *n = make (NULL); /* STAYS: allocation make */
  struct node *m = make (n); /* STAYS: allocation make */
  n->next = m;
  m->mark = &x;
}

static void in_reachable_block (void)
{
  int x = 1; /* BROKEN: local x */
  list = make (NULL);
  list->next = make (NULL);
  list->next->mark = &x;
}

/* Old addresses of blocks do not become new ones.  */

static void again (void)
{
  for (int i = 0; i < 1000; i++)
    {
      char *p = malloc (24); /* STAYS: allocation malloc */
      free (p);
    }
}

static void old_addresses (void)
{
  char *p = malloc (24); /* LEAVES: allocation malloc */
  global = p;
  free (p);
  again ();
}

/* Large ones, and those with an alignment of their own.  */

static void large (void)
{
  char *p = malloc (1000000); /* BROKEN: allocation malloc */
  char *q = malloc (1000000); /* STAYS: allocation malloc */
  memset (q, 1, 1000000);
  global = p + 999999;
  free (q);
}

static void aligned (void)
{
  char *p = aligned_alloc (65536, 65536); /* BROKEN: allocation aligned_alloc */
  char *q = aligned_alloc (256, 256); /* BROKEN: allocation aligned_alloc */
  if ((unsigned long) p % 65536 != 0 || (unsigned long) q % 256 != 0)
    abort ();
  global = p + 1;
  list->text = q + 255;
}

int main (void)
{
  char text[100];
  kept ();
  inner_kept ();
  past_its_end ();
  free (returned ());
  grown ();
  from_wrapper ();
  dangling ();
  global = 0;
  in_reachable_block ();
  leaked ();
  old_addresses ();
  large ();
  aligned ();
  snprintf (text, sizeof text, "%s", "the C library's own blocks");
  puts (text);
  return 0;
}
