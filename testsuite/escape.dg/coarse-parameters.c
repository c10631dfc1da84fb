/* In a coarse graph all that parameters reach is one object.  It is no part of
   what a parameter reaches from which the function takes no step: what that
   points to is written, or never looked at.  */

/* { dg-options "-fplugin-arg-escape-show=params" } */

struct item { struct item *next; int *value; };

static int *chosen;
static int busy (struct item *i, int n); /* { dg-prune-notes "'i'" } */

/* All members of this group, too large for fine graphs, may call each.  */
#define MEMBER(N) \
  static int member_##N (struct item *i, int n) \
  { return n > N ? busy (i->next, n - 1) : N; }
MEMBER (1) MEMBER (2) MEMBER (3) MEMBER (4) MEMBER (5) MEMBER (6) MEMBER (7)
MEMBER (8) MEMBER (9) MEMBER (10) MEMBER (11)

static int
written (struct item *i, int *count, /* { dg-note "'count' does not escape" } */
	 struct item **out) /* { dg-note "'out' does not escape" } */
{
  *count = busy (i, 1);
  *out = i->next;
  chosen = i->value;
  return *count;
}

static int
not_looked_at (struct item *i,
	       struct item *unused) /* { dg-note "'unused' does not escape" } */
{
  chosen = i->next->value;
  return unused ? busy (i, 2) : 0;
}

/* One step is enough.  */
static int
looked_at (struct item *i,
	   struct item *used) /* { dg-note "leaking param content: 'used': stored in 'chosen'" } */
{
  chosen = used->value;
  return busy (i, 3);
}

/* And so it is in a function that is called.  */
static int
passed_on (struct item *i,
	   struct item *given) /* { dg-note "leaking param content: 'given': stored in 'chosen'" } */
{
  return looked_at (i, given) + busy (i, 3);
}

static int
busy (struct item *i, int n)
{
  struct item *out = 0;
  int count;
  switch (n)
    {
    case 1: return member_1 (i, n);
    case 2: return member_2 (i, n);
    case 3: return member_3 (i, n);
    case 4: return member_4 (i, n);
    case 5: return member_5 (i, n);
    case 6: return member_6 (i, n);
    case 7: return member_7 (i, n);
    case 8: return member_8 (i, n);
    case 9: return member_9 (i, n);
    case 10: return member_10 (i, n);
    case 11: return member_11 (i, n);
    case 12: return written (i, &count, &out);
    case 13: return not_looked_at (i, i);
    case 14: return looked_at (i, i);
    default: return n > 0 ? passed_on (i, i) : 0;
    }
}

int
run (struct item *i)
{
  return busy (i, 20);
}
