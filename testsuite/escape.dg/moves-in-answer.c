/* What a callback gives back is known to no caller but the one that knows the
   callback; what is stored there may be what was there.  */
/* { dg-do compile } */
/* { dg-prune-notes "." } */

struct node
{
  struct node *next;
};

static struct node *
keep (struct node *(*get) (void))
{
  struct node *n = get ();

  n->next = n->next;
  return n->next;
}

struct node *
through_answer (void)
{
  struct node x = { 0 }; /* { dg-note "'x' escapes its frame: .*" } */
  struct node y = { 0 };

  struct node *
  get (void)
  {
    y.next = &x;
    return &y;
  }

  return keep (get);
}
