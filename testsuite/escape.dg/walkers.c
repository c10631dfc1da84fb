/* Walkers of trees of several types, which call each other and a function
   given by the caller: each caller is told what its own function does.  Of
   what they are given the walkers themselves can only say that it is passed
   on.  */

/* { dg-prune-notes "passed to an unknown function through 'w->on_" } */

struct select;
struct list;
struct window;

struct expr
{
  struct expr *left, *right;
  struct list *arguments;
  struct select *subquery;
  struct window *over;
  int op;
};
struct list { int n; struct { struct expr *e; char *name; } item[8]; };
struct from { int n; struct { struct select *s; struct list *l; } item[4]; };
struct window
{
  struct list *partition, *order;
  struct expr *begin, *end, *filter;
  struct window *next;
};
struct select
{
  struct list *columns, *group, *order;
  struct expr *where, *having, *limit;
  struct from *from;
  struct window *windows;
  struct select *prior;
};

struct walker
{
  int (*on_expr) (struct walker *, struct expr *);
  int (*on_select) (struct walker *, struct select *);
  int *count;
};

int walk_list (struct walker *w, struct list *l);
int walk_select (struct walker *w, struct select *s);

static int
walk_windows (struct walker *w, struct window *list)
{
  for (; list; list = list->next)
    if (walk_list (w, list->partition) || walk_list (w, list->order)
	|| (list->begin && w->on_expr (w, list->begin))
	|| (list->end && w->on_expr (w, list->end))
	|| (list->filter && w->on_expr (w, list->filter)))
      return 1;
  return 0;
}

static int
walk_expr (struct walker *w, struct expr *e)
{
  for (; e; e = e->right)
    {
      if (w->on_expr (w, e))
	return 1;
      if (e->left && walk_expr (w, e->left))
	return 1;
      if (e->subquery ? walk_select (w, e->subquery)
		      : walk_list (w, e->arguments))
	return 1;
      if (e->over && walk_windows (w, e->over))
	return 1;
    }
  return 0;
}

int
walk_list (struct walker *w, struct list *l)
{
  if (l)
    for (int i = 0; i < l->n; i++)
      if (walk_expr (w, l->item[i].e))
	return 1;
  return 0;
}

static int
walk_from (struct walker *w, struct from *f)
{
  if (f)
    for (int i = 0; i < f->n; i++)
      if (walk_select (w, f->item[i].s) || walk_list (w, f->item[i].l))
	return 1;
  return 0;
}

int
walk_select (struct walker *w, struct select *s)
{
  for (; s; s = s->prior)
    if (w->on_select (w, s)
	|| walk_list (w, s->columns) || walk_list (w, s->group)
	|| walk_list (w, s->order) || walk_expr (w, s->where)
	|| walk_expr (w, s->having) || walk_expr (w, s->limit)
	|| walk_from (w, s->from) || walk_windows (w, s->windows))
      return 1;
  return 0;
}

/* This one only counts.  */
static int
count_expr (struct walker *w, /* { dg-note "'w' does not escape" } */
	    struct expr *e) /* { dg-note "'e' does not escape" } */
{
  *w->count += e->op;
  return 0;
}

static int
count_select (struct walker *w, /* { dg-note "'w' does not escape" } */
	      struct select *s) /* { dg-note "'s' does not escape" } */
{
  *w->count += s->prior != 0;
  return 0;
}

/* Nothing keeps the walker or what it counts in.  */
int
count (struct select *s) /* { dg-note "'s' does not escape" } */
{
  int n = 0; /* { dg-note "'n' does not escape" } */
  struct walker w = { count_expr, count_select, &n }; /* { dg-note "'w' does not escape" } */
  walk_select (&w, s);
  return n;
}

/* This one keeps the counter.  */
int *kept;

static int
keep_expr (struct walker *w, /* { dg-note "leaking param content: 'w': stored in 'kept'" } */
	   struct expr *e) /* { dg-note "'e' does not escape" } */
{
  kept = w->count;
  return e->op;
}

/* The counter is kept by KEEP_EXPR, the walker by nobody.  */
int
keep (struct select *s) /* { dg-note "'s' does not escape" } */
{
  int n = 0; /* { dg-note "'n' escapes its frame: stored in 'kept'" } */
  struct walker w = { keep_expr, count_select, &n }; /* { dg-note "'w' does not escape" } */
  return walk_select (&w, s);
}
