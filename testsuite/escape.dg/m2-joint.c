/* m=2: where a joint graph has settled that the value of a parameter does not
   leave, no path tells how it would.  Only the JSON is of interest here.  */

/* { dg-options "-fplugin-arg-escape-m=2 -fplugin-arg-escape-show=blocks -fplugin-arg-escape-json" } */

struct node { struct node *next; int *item; };

int *kept;
static int busy (struct node *p, int n);

/* All members of the group: each may call each, by way of BUSY.  */
#define MEMBER(N) \
  static int member_##N (struct node *p, int n) \
  { return n > N ? busy (p, n - 1) : N; }
MEMBER (1) MEMBER (2) MEMBER (3) MEMBER (4) MEMBER (5) MEMBER (6) MEMBER (7)
MEMBER (8) MEMBER (9) MEMBER (10) MEMBER (11)

static int
keep_item (struct node *p, int n)
{
  kept = p->next->item;
  return busy (p->next, n);
}

/* Only items get to KEPT, and not P, which is left in memory of its own.  */
static int
tie (struct node *p, int n)
{
  p->next->next = p;
  return busy (p->next, n);
}
/* { dg-final { scan-json {"function":"tie","entity":"parameter","name":"p",.*"flows":\[{"to":"global","name":"kept","level":1,.*"text":"'busy' is called, which can reach '.p'"}} } } */
/* { dg-final { scan-json {"function":"tie","entity":"parameter","name":"p",.*"to":"parameter","name":"p","level":1,.*"text":"'.p' is stored in memory that 'p' points to"} } } */

static int
busy (struct node *p, int n)
{
  switch (n)
    {
    case 1: return member_1 (p, n);
    case 2: return member_2 (p, n);
    case 3: return member_3 (p, n);
    case 4: return member_4 (p, n);
    case 5: return member_5 (p, n);
    case 6: return member_6 (p, n);
    case 7: return member_7 (p, n);
    case 8: return member_8 (p, n);
    case 9: return member_9 (p, n);
    case 10: return member_10 (p, n);
    case 11: return member_11 (p, n);
    case 12: return keep_item (p, n);
    case 13: return tie (p, n);
    }
  return 0;
}

int
start (int n)
{
  return busy (0, n);
}
