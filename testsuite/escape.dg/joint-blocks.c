/* A local of an inner block that a joint graph proves to stay in its frame may
   still outlive its block: who holds its address then is asked of the joint
   graph, too.  */

/* { dg-options "-fplugin-arg-escape-show=locals -fplugin-arg-escape-json -w" } */

struct box { int *item; int *other; struct box *inner; };
struct link { struct box *box; };

static int *kept, *other;
static int busy (struct link *l, int n);

/* All members of the group: each may call each, by way of BUSY.  */
#define MEMBER(N) \
  static int member_##N (struct link *l, int n) \
  { return n > N ? busy (l, n - 1) : N; }
MEMBER (1) MEMBER (2) MEMBER (3) MEMBER (4) MEMBER (5) MEMBER (6) MEMBER (7)
MEMBER (8) MEMBER (9)

static int
look (struct link *l, int n)
{
  return n > 100 ? busy (l, n) : *l->box->item;
}

static int *
same (struct link *l, int n)
{
  return n ? l->box->item : (int *) (long) busy (l, n);
}

/* Likewise, for one caller alone.  */
static int *
same_for_good (struct link *l, int n)
{
  return n ? l->box->item : (int *) (long) busy (l, n);
}

static void
move (struct link *to, struct link *from, int n)
{
  to->box->inner->item = from->box->item;
  busy (to, n);
}

static struct box
hold (struct link *l, int n)
{
  busy (l, n);
  return *l->box;
}

/* Nothing has it any more.  */
static int
looked_at (int n)
{
  int sum = 0;
  if (n)
    {
      int x = n; /* { dg-note "'x' does not escape" } */
      struct box b = { &x, 0, 0 }; /* { dg-note "'b' does not escape" } */
      struct link l = { &b }; /* { dg-note "'l' does not escape" } */
      sum = look (&l, n);
    }
  return sum;
}

/* It has come back from SAME.  */
static int
come_back (int n)
{
  int *back = 0;
  {
    int x = n; /* { dg-note "'x' outlives its block: stored in 'back'" } */
    struct box b = { &x, 0, 0 }; /* { dg-note "'b' does not escape" } */
    struct link l = { &b }; /* { dg-note "'l' does not escape" } */
    back = same (&l, n);
  }
  return *back;
}

/* It has, but is not looked at.  */
static int
come_back_in_vain (int n)
{
  int *back = 0;
  {
    int x = n; /* { dg-note "'x' does not escape" } */
    struct box b = { &x, 0, 0 }; /* { dg-note "'b' does not escape" } */
    struct link l = { &b }; /* { dg-note "'l' does not escape" } */
    back = same (&l, n);
  }
  back = &n;
  return *back;
}

/* B still has it when LOOK is called with what leads there.  */
static int
left_in_struct (int n)
{
  struct box b = { 0, 0, 0 }; /* { dg-note "'b' does not escape" } */
  struct link l = { &b }; /* { dg-note "'l' does not escape" } */
  {
    int x = n; /* { dg-note "'x' outlives its block: stored in 'b'" } */
    b.item = &x;
    busy (&l, n);
  }
  return look (&l, n);
}

/* Here it has been set anew.  */
static int
left_in_vain (int n)
{
  struct box b = { 0, 0, 0 }; /* { dg-note "'b' does not escape" } */
  struct link l = { &b }; /* { dg-note "'l' does not escape" } */
  {
    int x = n; /* { dg-note "'x' does not escape" } */
    b.item = &x;
    busy (&l, n);
  }
  b.item = &n;
  return look (&l, n);
}

/* MOVE is led to what is declared out there, and leaves it in an older frame
   for all that it knows.  */
static int
moved (int n)
{
  struct box inner = { 0, 0, 0 }; /* { dg-note "'inner' does not escape" } */
  struct box outer = { 0, 0, &inner }; /* { dg-note "'outer' does not escape" } */
  struct link to = { &outer }; /* { dg-note "'to' does not escape" } */
  {
    int x = n; /* { dg-note "'x' escapes its frame: stored in memory that is not known" } */
    struct box b = { &x, 0, 0 }; /* { dg-note "'b' does not escape" } */
    struct link from = { &b }; /* { dg-note "'from' does not escape" } */
    move (&to, &from, n);
  }
  return *inner.item;
}

/* It is in the structure that comes back.  */
static int
come_back_in_struct (int n)
{
  struct box back;
  {
    int x = n; /* { dg-note "'x' outlives its block: stored in 'back'" } */
    struct box b = { &x, 0, 0 }; /* { dg-note "'b' does not escape" } */
    struct link l = { &b }; /* { dg-note "'l' does not escape" } */
    back = hold (&l, n);
  }
  return *back.item;
}

/* It is in a block of the heap.  */
static int
left_in_block (int n)
{
  struct box *block = __builtin_malloc (sizeof *block);
  struct link l = { block }; /* { dg-note "'l' does not escape" } */
  {
    int x = n; /* { dg-note "'x' outlives its block: stored in 'malloc .24.'" } */
    block->item = &x;
    busy (&l, n);
  }
  n = *block->item;
  __builtin_free (block);
  return n;
}

/* The next turn finds that of the turn before.  */
static int
kept_in_loop (int n)
{
  struct box b = { 0, 0, 0 }; /* { dg-note "'b' does not escape" } */
  struct link l = { &b }; /* { dg-note "'l' does not escape" } */
  for (int i = 0; i < n; i++)
    {
      int x = n; /* { dg-note "'x' outlives its block: stored in 'b'" } */
      if (i)
	n += look (&l, n);
      b.item = &x;
    }
  return n;
}

/* It has it, but sets it anew first.  */
static int
kept_in_vain (int n)
{
  struct box b = { 0, 0, 0 }; /* { dg-note "'b' does not escape" } */
  struct link l = { &b }; /* { dg-note "'l' does not escape" } */
  for (int i = 0; i < n; i++)
    {
      int x = n; /* { dg-note "'x' does not escape" } */
      b.item = &x;
      n += look (&l, n);
    }
  return n;
}

/* What CALLER leads to is of the frame that has called this one, and lives
   on.  */
static int
called_again (struct link *caller, int n)
{
  int *q = caller->box->item;
  {
    int x = n; /* { dg-note "'x' does not escape" } */
    struct box b = { &x, 0, 0 }; /* { dg-note "'b' does not escape" } */
    struct link l = { &b }; /* { dg-note "'l' does not escape" } */
    if (n)
      called_again (&l, n - 1);
  }
  return q ? *q : busy (caller, n);
}

/* Literals and arrays of variable length have blocks, too; what alloca makes
   has none.  */
static int
other_memory (int n)
{
  struct box b = { 0, 0, 0 }; /* { dg-note "'b' does not escape" } */
  struct link l = { &b }; /* { dg-note "'l' does not escape" } */
  int sum = 0;
  {
    b.item = &(int) { n }; /* { dg-note "'.int. { ... }' does not escape" } */
    sum += look (&l, n);
  }
  {
    b.item = &(int) { n }; /* { dg-note "'.int. { ... }' outlives its block: stored in 'b'" } */
  }
  sum += look (&l, n);
  {
    int a[n]; /* { dg-note "'a' does not escape" } */
    a[0] = n;
    b.item = a;
    sum += look (&l, n);
    b.item = 0;
  }
  {
    int a[n]; /* { dg-note "'a' outlives its block: stored in 'b'" } */
    a[0] = n;
    b.item = a;
  }
  sum += look (&l, n);
  {
    b.item = __builtin_alloca (n); /* { dg-note "'alloca .*' does not escape" } */
    *b.item = n;
  }
  return sum + look (&l, n);
}

/* These leave the frame.  */
static int
leave (struct link *older, int n)
{
  {
    int x = n; /* { dg-note "'x' escapes its frame: stored in 'kept'" } */
    struct box b = { &x, 0, 0 }; /* { dg-note "'b' does not escape" } */
    struct link l = { &b }; /* { dg-note "'l' does not escape" } */
    kept = same_for_good (&l, n);
  }
  {
    int x = n; /* { dg-note "'x' escapes its frame: .*" } */
    older->box->item = &x;
    busy (older, n);
  }
  return 0;
}

/* Which of all that it is led to this one keeps is not told by transfers that
   are coarse.  */
static int
keep_other (struct link *l, int n)
{
  other = l->box->other;
  return busy (l, n);
}

/* Of a function that has a clone, for COPY, it is asked in that, too.  */
static int
in_clone (int copy, int n)
{
  int sum = 0;
  if (copy)
    {
      int x = n; /* { dg-note "'x' does not escape" } */
      struct box b = { &x, 0, 0 }; /* { dg-note "'b' does not escape" } */
      struct link l = { &b }; /* { dg-note "'l' does not escape" } */
      sum = look (&l, n);
    }
  else
    kept = other;
  return sum;
}

/* In one clone it comes back.  */
static int
back_in_clone (int twice, int n)
{
  int *back = 0;
  {
    int x = n; /* { dg-note "'x' outlives its block: stored in 'back'" } */
    struct box b = { &x, 0, 0 }; /* { dg-note "'b' does not escape" } */
    struct link l = { &b }; /* { dg-note "'l' does not escape" } */
    if (twice)
      back = same (&l, n);
    else
      look (&l, n);
  }
  return back ? *back : 0;
}

static int
busy (struct link *l, int n)
{
  switch (n)
    {
    case 1: return member_1 (l, n);
    case 2: return member_2 (l, n);
    case 3: return member_3 (l, n);
    case 4: return member_4 (l, n);
    case 5: return member_5 (l, n);
    case 6: return member_6 (l, n);
    case 7: return member_7 (l, n);
    case 8: return member_8 (l, n);
    case 9: return member_9 (l, n);
    case 10: return looked_at (n);
    case 11: return come_back (n);
    case 12: return come_back_in_vain (n);
    case 13: return left_in_struct (n);
    case 14: return left_in_vain (n);
    case 15: return moved (n);
    case 16: return come_back_in_struct (n);
    case 17: return left_in_block (n);
    case 18: return kept_in_loop (n);
    case 19: return kept_in_vain (n);
    case 20: return called_again (l, n);
    case 21: return other_memory (n);
    case 22: return leave (l, n);
    case 23: return keep_other (l, n);
    case 24: return in_clone (l != 0, n);
    case 25: return back_in_clone (l != 0, n);
    }
  return 0;
}

int
start (int n)
{
  return busy (0, n);
}

int
clone (int n)
{
  return in_clone (1, n) + back_in_clone (0, n) + back_in_clone (1, n);
}

/* The address of the last turn's is kept, though not used.  */
/* { dg-final { scan-json {"function":"kept_in_vain","entity":"local","name":"x",.*"verdict":"does-not-escape",.*"frame":"in-loop"} } } */
