/* The first steps through a recursive type are told apart: what is reached by
   two of them has level 2, and a list's first nodes do not share what they
   hold.  */

struct node { struct node *next; int *value; };

struct node *
second (struct node *l) /* { dg-note "leaking param: 'l' to result level=1" } */
{
  return l->next;
}

struct node *
third (struct node *l) /* { dg-note "leaking param: 'l' to result level=2" } */
{
  return l->next->next;
}

struct node *
fourth (struct node *l) /* { dg-note "leaking param: 'l' to result level=3" } */
{
  return l->next->next->next;
}

/* Any of them.  */
struct node *
last (struct node *l) /* { dg-note "leaking param: 'l' to result level=0" } */
{
  while (l->next)
    l = l->next;
  return l;
}

int *
third_value (struct node *l) /* { dg-note "leaking param: 'l' to result level=3" } */
{
  return l->next->next->value;
}

int ******deep;

int
six (int ******p) /* { dg-note "'p' does not escape" } */
{
  return ******p;
}

int *
five (int ******p) /* { dg-note "leaking param: 'p' to result level=5" } */
{
  return *****p;
}

/* The first node's value is not the third's.  */
int *
of_third (void)
{
  int v = 1; /* { dg-note "'v' does not escape" } */
  static int kept;
  struct node c = { 0, &kept }; /* { dg-note "'c' does not escape" } */
  struct node b = { &c, &v }; /* { dg-note "'b' does not escape" } */
  struct node a = { &b, &v }; /* { dg-note "'a' does not escape" } */
  return third_value (&a);
}
