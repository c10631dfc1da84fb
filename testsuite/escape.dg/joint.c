/* A group of functions that is so large that their transfers are coarse: what
   happens to locals in there is found in a joint graph.  Only the notes on
   locals are of interest here.  */

/* { dg-options "-fplugin-arg-escape-show=locals -fplugin-arg-escape-json -w" } */

struct context
{
  struct context *outer;
  int *count;
  struct context *self;
  int **items;
};
struct walk { int (*visit) (struct walk *, int); struct context *context; };

static struct context *kept;
static int *chosen;
static int busy (struct walk *w, struct context *c, int n);

/* All members of the group: each may call each, by way of BUSY.  */
#define MEMBER(N) \
  static int member_##N (struct walk *w, struct context *c, int n) \
  { return n > N ? busy (w, c, n - 1) : N; }
MEMBER (1) MEMBER (2) MEMBER (3) MEMBER (4) MEMBER (5) MEMBER (6) MEMBER (7)
MEMBER (8) MEMBER (9)

static struct context *
same (struct context *c, int n)
{
  return n ? c : (struct context *) (long) busy (0, c, n);
}

static void
put (struct context *to, struct context *what, int n)
{
  to->outer = what;
  if (n)
    busy (0, to, n);
}

static void
keep (struct context *c, int n)
{
  kept = c;
  if (n)
    busy (0, c, n);
}

/* C is held by W, whose frame is younger; the function that is called with W
   keeps only an item of C's items.  */
static int
visit (struct walk *w, int n)
{
  struct context inner = { w->context, w->context->count, 0, w->context->items }; /* { dg-note "'inner' does not escape" } */
  *w->context->count += n;
  chosen = *w->context->items;
  return busy (w, &inner, n - 1);
}

static int
resolve (struct context *c, int n)
{
  struct walk w; /* { dg-note "'w' does not escape" } */
  w.visit = visit;
  w.context = c;
  return w.visit (&w, n);
}

/* Passed down, and only there.  */
static int
down (int n)
{
  static int *items[8];
  int count = 0; /* { dg-note "'count' does not escape" } */
  struct context c = { 0, &count, 0, items }; /* { dg-note "'c' does not escape" } */
  return resolve (&c, n) + count;
}

/* What comes back from SAME is the local.  */
static struct context *
back (int n)
{
  struct context c = { 0, 0, 0, 0 }; /* { dg-note "'c' escapes its frame: .*" } */
  return same (&c, n);
}

/* PUT leaves it in an older frame.  */
static void
leave (struct context *older, int n)
{
  struct context c = { 0, 0, 0, 0 }; /* { dg-note "'c' escapes its frame: .*" } */
  put (older, &c, n);
}

/* KEEP puts it into a global; and what C holds with it.  */
static void
give (int n)
{
  int count = 0; /* { dg-note "'count' escapes its frame: .*" } */
  struct context c = { 0, &count, 0, 0 }; /* { dg-note "'c' escapes its frame: .*" } */
  keep (&c, n);
}

/* Each turn leaves its own in the frame of the turn before.  */
static void
turn (struct context *before, int n)
{
  struct context c = { 0, 0, 0, 0 }; /* { dg-note "'c' escapes its frame: .*" } */
  if (before)
    before->outer = &c;
  if (n)
    turn (&c, n - 1);
  busy (0, &c, 0);
}

/* An object that is told its own address keeps it to itself.  */
static void
know_oneself (struct context *c, int n)
{
  c->self = c;
  if (n)
    busy (0, c, n);
}

static int
self (int n)
{
  struct context c = { 0, 0, 0, 0 }; /* { dg-note "'c' does not escape" } */
  know_oneself (&c, n);
  return c.self == &c;
}

/* But gives it away with what it holds.  */
static struct context *
return_self (int n)
{
  struct context c = { 0, 0, 0, 0 }; /* { dg-note "'c' escapes its frame: .*" } */
  know_oneself (&c, n);
  return c.self;
}

/* A block is this function's own whoever makes it, even if it is found late
   who that is: it is returned, and what it holds with it.  */
static void *
make (unsigned long size)
{
  return __builtin_malloc (size);
}

static void *
make_clear (unsigned long size)
{
  return __builtin_calloc (size, 1);
}

static int **
return_block (struct context *c, int n)
{
  int count = busy (0, c, n); /* { dg-note "'count' escapes its frame: .*" } */
  void *(*maker) (unsigned long) = n ? make : make_clear;
  int **block = maker (sizeof *block);
  *block = &count;
  return block;
}

static int
busy (struct walk *w, struct context *c, int n)
{
  switch (n)
    {
    case 1: return member_1 (w, c, n);
    case 2: return member_2 (w, c, n);
    case 3: return member_3 (w, c, n);
    case 4: return member_4 (w, c, n);
    case 5: return member_5 (w, c, n);
    case 6: return member_6 (w, c, n);
    case 7: return member_7 (w, c, n);
    case 8: return member_8 (w, c, n);
    case 9: return member_9 (w, c, n);
    case 10: return down (n);
    case 11: return back (n) != 0;
    case 12: leave (c, n); return 0;
    case 13: give (n); return 0;
    case 14: turn (0, n); return 0;
    case 15: return self (n);
    case 16: return return_self (n) != 0;
    case 17: return return_block (c, n) != 0;
    }
  return 0;
}

int
start (int n)
{
  return busy (0, 0, n);
}

/* A parameter whose value is left in what it points to is not told to keep
   it.  */
/* { dg-final { scan-json {"function":"know_oneself","entity":"parameter","name":"c",.*"to":"parameter","name":"c","level":0,"into":1,} } } */
