/* What is said of a parameter is about what the caller passes: the pointer
   itself, or only what it leads to.  */

struct node
{
  struct node *next;
  int *data;
};

struct node *list;
int *sink;
void ext (void *);

void
not_kept (int *p) /* { dg-note "'p' does not escape" } */
{
  *p = 1;
}

void
kept (struct node *n) /* { dg-note "leaking param: 'n': stored in 'list'" } */
{
  n->next = list;
  list = n;
}

void
content_kept (struct node *n) /* { dg-note "leaking param content: 'n': stored in 'sink'" } */
{
  sink = n->data;
}

void
deep_content_kept (struct node *n) /* { dg-note "leaking param content: 'n': stored in 'sink'" } */
{
  sink = n->next->next->data;
}

void
content_passed (struct node *n) /* { dg-note "leaking param content: 'n': passed to 'ext', whose body is not seen" } */
{
  ext (n->data);
}

struct node *
comes_back (struct node *n) /* { dg-note "leaking param: 'n' to result level=0" } */
{
  return n;
}

int **
part_comes_back (struct node *n) /* { dg-note "leaking param: 'n' to result level=0" } */
{
  return &n->data;
}

struct node *
content_comes_back (struct node *n) /* { dg-note "leaking param: 'n' to result level=1" } */
{
  return n->next;
}

void
to_another (struct node **head, /* { dg-note "'head' does not escape" } */
	    struct node *n) /* { dg-note "leaking param: 'n' to '.head' level=0" } */
{
  *head = n;
}

void
to_another_deeper (struct node **head, /* { dg-note "'head' does not escape" } */
		   struct node *n) /* { dg-note "leaking param: 'n' to '..head' level=0" } */
{
  (*head)->next = n;
}

void
content_to_another (struct node *to, /* { dg-note "'to' does not escape" } */
		    struct node *from) /* { dg-note "leaking param: 'from' to '.to' level=1" } */
{
  to->data = from->data;
}

/* One note for each way, but none that is no worse than another.  */

int *
several_ways (struct node *to, /* { dg-note "'to' does not escape" } */
	      struct node *n, /* { dg-note "leaking param: 'n' to '.to' level=0" } */
	      int *p) /* { dg-note "leaking param: 'p' to result level=0" } */
{ /* { dg-note "leaking param content: 'n': stored in 'sink'" "" { target *-*-* } .-2 } */
  to->next = n;
  sink = n->data;
  return p;
}

struct node *
kept_and_returned (struct node *n) /* { dg-note "leaking param: 'n': stored in 'list'" } */
{
  list = n;
  return n->next;
}

/* Its own address is another thing.  */

void
own_address (int n) /* { dg-note "'n' escapes its frame: passed to 'ext', whose body is not seen" } */
{
  ext (&n);
}

/* Neither carries a pointer nor has its address taken: nothing is said.  */

int
number (int n, char c, double d)
{
  return n + c + d;
}

/* A new value has nothing to do with the caller's.  */

void
assigned_to (int *p) /* { dg-note "'p' does not escape" } */
{
  static int x;

  p = &x;
  sink = p;
}
