/* In a joint graph, too, a callback gets the walker that it is stored in, and
   not all others that are walked in the same place.  */

/* { dg-options "-fplugin-arg-escape-show=locals -fplugin-arg-escape-json -w" } */

struct walker;
struct indexed;
struct methods { int (*leave) (struct walker *, int); };
struct walker
{
  int (*visit) (struct walker *, int);
  const struct methods *methods;
  int *context;
};

static int *kept_context;
static struct walker *kept_walker;
static int walk (struct walker *w, int n);

/* All members of the group: each may call each, by way of WALK.  They are so
   many that their transfers are coarse.  */
#define MEMBER(N) \
  static int member_##N (struct walker *w, int n) \
  { return n > N ? walk (w, n - 1) : N; }
MEMBER (1) MEMBER (2) MEMBER (3) MEMBER (4) MEMBER (5) MEMBER (6) MEMBER (7)
MEMBER (8) MEMBER (9)

static int
visit_count (struct walker *w, int n)
{
  return *w->context += walk (w, n - 1);
}

static int
visit_context (struct walker *w, int n)
{
  kept_context = w->context;
  return walk (w, n - 1);
}

static int
visit_walker (struct walker *w, int n)
{
  kept_walker = w;
  return walk (w, n - 1);
}

static const struct methods counting = { visit_count };
static const struct methods keeping = { visit_walker };

static int
count (int n)
{
  int sum = 0; /* { dg-note "'sum' does not escape" } */
  struct walker w = { visit_count, &counting, &sum }; /* { dg-note "'w' does not escape" } */
  return walk (&w, n) + sum;
}

/* What it counts is kept, not the walker.  */
static int
keep_context (int n)
{
  int sum = 0; /* { dg-note "'sum' escapes its frame: .*" } */
  struct walker w = { visit_context, &counting, &sum }; /* { dg-note "'w' does not escape" } */
  return walk (&w, n);
}

/* The walker is kept, and what is in it with it.  */
static int
keep_walker (int n)
{
  int sum = 0; /* { dg-note "'sum' escapes its frame: .*" } */
  struct walker w = { visit_walker, &counting, &sum }; /* { dg-note "'w' escapes its frame: .*" } */
  return walk (&w, n);
}

/* The method is two loads from the walker.  */
static int
keep_at_end (int n)
{
  int sum = 0; /* { dg-note "'sum' escapes its frame: .*" } */
  struct walker w = { visit_count, &keeping, &sum }; /* { dg-note "'w' escapes its frame: .*" } */
  return walk (&w, n);
}

/* The callback may be any.  */
static int
call_unknown (int (*visit) (struct walker *, int), int n)
{
  int sum = 0; /* { dg-note "'sum' escapes its frame: .*" } */
  struct walker w = { visit, &counting, &sum }; /* { dg-note "'w' escapes its frame: .*" } */
  return walk (&w, n);
}

/* One of two callbacks keeps it.  */
static int
keep_sometimes (int n)
{
  int sum = 0; /* { dg-note "'sum' escapes its frame: .*" } */
  struct walker w = { visit_count, &counting, &sum }; /* { dg-note "'w' does not escape" } */
  if (n > 8)
    w.visit = visit_context;
  return walk (&w, n);
}

/* The method is in a short table, behind another member: the walker is two
   loads and an index away from it.  */
struct short_table
{
  long n;
  int (*other) (struct indexed *, int);
  struct { long id; int (*visit) (struct indexed *, int); } of[3];
  long end;
};
struct indexed { const struct short_table *table; int *context; };

static struct indexed *kept_indexed;

static int
visit_indexed (struct indexed *w, int n)
{
  kept_indexed = w;
  return walk (0, n - 1);
}

static int
no_visit (struct indexed *w, int n)
{
  return walk (0, n - 1);
}

static const struct short_table short_table
  = { 3, no_visit, { { 1, no_visit }, { 2, visit_indexed }, { 3, no_visit } }, 0 };

static int
call_indexed (struct indexed *w, int n)
{
  return w->table->of[n % 3].visit (w, walk (0, n - 1));
}

static int
keep_indexed (int n)
{
  int sum = 0; /* { dg-note "'sum' escapes its frame: .*" } */
  struct indexed w = { &short_table, &sum }; /* { dg-note "'w' escapes its frame: .*" } */
  return call_indexed (&w, n);
}

/* Whoever calls the callback gives the walker away.  */
static int
call_visit (struct walker *w, int n)
{
  return w->visit (w, n);
}

static int
walk (struct walker *w, int n)
{
  switch (n)
    {
    case 1: return member_1 (w, n);
    case 2: return member_2 (w, n);
    case 3: return member_3 (w, n);
    case 4: return member_4 (w, n);
    case 5: return member_5 (w, n);
    case 6: return member_6 (w, n);
    case 7: return member_7 (w, n);
    case 8: return member_8 (w, n);
    case 9: return member_9 (w, n);
    case 10: return count (n);
    case 11: return keep_context (n);
    case 12: return keep_walker (n);
    case 13: return keep_at_end (n);
    case 14: return keep_sometimes (n);
    case 16: return keep_indexed (n);
    case 15: return w->methods->leave (w, n);
    }
  return call_visit (w, n);
}

int
start (int (*visit) (struct walker *, int), int n)
{
  return walk (0, n) + call_unknown (visit, n);
}

/* { dg-final { scan-json {"function":"call_visit","entity":"parameter","name":"w",.*"level":0,} } } */
/* { dg-final { scan-json {"function":"walk","entity":"parameter","name":"w",.*"level":0,} } } */
