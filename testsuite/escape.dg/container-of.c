/* From a member back to what contains it: the same object all the time.  */

#include <stddef.h>

#define container_of(p, type, member) \
  ((type *) ((char *) (p) - offsetof (type, member)))

struct link
{
  struct link *next;
};

struct item
{
  int *data;
  struct link link;
};

int *sink;
struct item *whole;
struct link *links;

static int *
data_of (struct link *l) /* { dg-note "leaking param: 'l' to result level=1" } */
{
  return container_of (l, struct item, link)->data;
}

void
data_kept (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  struct item i = { .data = &x }; /* { dg-note "'i' does not escape" } */

  sink = data_of (&i.link);
}

int
data_read (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  struct item i = { .data = &x }; /* { dg-note "'i' does not escape" } */

  return *data_of (&i.link);
}

void
container_kept (void)
{
  struct item i; /* { dg-note "'i' escapes its frame: stored in 'whole'" } */
  struct link *l = &i.link;

  whole = container_of (l, struct item, link);
}

/* Who has the member's address can reach all of it.  */

void
member_kept (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'i', which escapes" } */
  struct item i = { .data = &x }; /* { dg-note "'i' escapes its frame: stored in 'links'" } */

  links = &i.link;
}

struct item *
from_parameter (struct link *l) /* { dg-note "leaking param: 'l' to result level=0" } */
{
  return container_of (l, struct item, link);
}
