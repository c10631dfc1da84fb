/* A pointer that moves from one part of the caller's memory to another is not
   where it was when the function began, though one place stands for both.  */
/* { dg-do compile } */
/* { dg-additional-options "-Wno-return-local-addr" } */
/* { dg-prune-notes "." } */

struct node
{
  struct node *next;
};

static void
copy (int **a, int i, int j)
{
  a[i] = a[j];
}

/* copy puts the address of x into a[1].  */
int *
through_index (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'through_index'" } */
  int *a[2];

  a[0] = &x;
  a[1] = 0;
  copy (a, 1, 0);
  return a[1];
}

static void
rotate (struct node *n)
{
  while (n->next->next)
    n = n->next;
  n->next->next = n;
}

/* rotate makes the last node point to the one before it.  */
struct node *
through_list (void)
{
  struct node last = { 0 };
  struct node middle = { &last }; /* { dg-note "'middle' escapes its frame: returned by 'through_list'" } */
  struct node second = { &middle };
  struct node first = { &second };

  rotate (&first);
  return last.next;
}

static void
keep (int **a)
{
  a[1] = a[1];
}

/* keep changes nothing.  */
int *
unchanged (void)
{
  int x; /* { dg-note "'x' does not escape" } */
  int *a[2];

  a[0] = &x;
  a[1] = 0;
  keep (a);
  return a[1];
}
