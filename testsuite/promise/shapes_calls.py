# Shapes for generate.py that take calls: how an address is handed on through
# arguments, results, callbacks, jumps and threads.
#
# Copyright (C) 2026 The escape authors.
#
# This file is part of escape.
#
# escape is free software; you can redistribute it and/or modify it under
# the terms of the GNU General Public License as published by the Free
# Software Foundation; either version 3 of the License, or (at your option)
# any later version.
#
# escape is distributed in the hope that it will be useful, but WITHOUT ANY
# WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
# FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
# details.
#
# You should have received a copy of the GNU General Public License along
# with this program.  If not, see <https://www.gnu.org/licenses/>.



class CallShapes:
    """Each step takes the Function F and the name P of an int pointer, and
    returns the expression of one to the same place."""

    def step_struct_result(self, f, p):
        make = self.new('wrap')
        wide = self.random.chance(50)
        kind = 'struct wide' if wide else 'struct box'
        self.define('''
static %s %s (int *p, int n)
{
  %s s = { %sp };
  return s;
}
''' % (kind, make, kind, '' if wide else 'n, '))
        return '%s (%s, n).p' % (make, p)

    def step_struct_argument(self, f, p):
        take = self.new('take')
        self.define('''
static int *%s (struct wide w, struct pair s)
{
  return w.p == s.a ? w.p : s.b;
}
''' % take)
        return ('%s ((struct wide) { %s }, (struct pair) { %s, &other_value })'
                % (take, p, p))

    def step_list_reversed(self, f, p):
        reverse, a = self.new('reverse'), f.new('a')
        self.define('''
static struct node *%s (struct node *list)
{
  struct node *done = NULL;
  while (list)
    {
      struct node *next = list->next;
      list->next = done;
      done = list;
      list = next;
    }
  return done;
}
''' % reverse)
        f.put('''
struct node %(a)sz = { NULL, %(p)s, 3 };
struct node %(a)s = { &%(a)sz, &other_value, 4 };
''' % dict(a=a, p=p))
        return '%s (&%s)->p' % (reverse, a)

    def step_out_parameter(self, f, p):
        put, q = self.new('put'), f.new()
        self.define('''
static void %s (int **out, int *p)
{
  *out = p;
}
''' % put)
        f.put('int *%s;\n%s (&%s, %s);' % (q, put, q, p))
        return q

    def step_out_field(self, f, p):
        put, s = self.new('put'), f.new('s')
        self.define('''
static void %s (struct deep *out, int i, int *p)
{
  out->in[i].a = p;
  out->in[!i].a = &other_value;
}
''' % put)
        f.put('struct deep %s;\n%s (&%s, 1, %s);' % (s, put, s, p))
        return s + '.in[1].a'

    def step_wrapper(self, f, p):
        inner, outer = self.new('same'), self.new('same')
        self.define('''
static int *%s (int *p)
{
  return p;
}

static int *%s (int n, int *p)
{
  return n > 100 ? &other_value : %s (p);
}
''' % (inner, outer, inner))
        return '%s (n, %s)' % (outer, p)

    def step_recursion(self, f, p):
        down = self.new('down')
        self.define('''
static int *%s (int *p, int n, int *mine)
{
  int own = n;
  if (n == 0)
    return *mine > 0 ? p : mine;
  return %s (p, n - 1, &own);
}
''' % (down, down))
        return '%s (%s, %d, &other_value)' % (down, p,
                                              1 + self.random.below(5))

    def step_mutual_recursion(self, f, p):
        even, odd = self.new('even'), self.new('odd')
        self.define('''
static void %(odd)s (int **out, int *p, int n);

static void %(even)s (int **out, int *p, int n)
{
  int *own = p;
  if (n > 0)
    %(odd)s (&own, p, n - 1);
  *out = own;
}

static void %(odd)s (int **out, int *p, int n)
{
  int *own = NULL;
  %(even)s (&own, p, n - 1);
  *out = own;
}
''' % dict(even=even, odd=odd))
        q = f.new()
        f.put('int *%s;\n%s (&%s, %s, 4);' % (q, even, q, p))
        return q

    def step_callback(self, f, p):
        apply, call, data = self.new('apply'), self.new('on'), f.new('s')
        self.define('''
static void %(call)s (void *data, int *p)
{
  ((struct pair *) data)->b = p;
}

static void %(apply)s (void (*f) (void *, int *), void *data, int *p)
{
  f (data, p);
}
''' % dict(apply=apply, call=call))
        f.put('struct pair %s = { 0 };\n%s (%s, &%s, %s);'
              % (data, apply, call, data, p))
        return data + '.b'

    def step_table(self, f, p):
        a, b, table = self.new('one'), self.new('two'), self.new('table')
        self.define('''
static int *%(a)s (int *p, int *q)
{
  (void) q;
  return p;
}

static int *%(b)s (int *p, int *q)
{
  (void) p;
  return q;
}

static int *(*const %(t)s[]) (int *, int *) = { %(a)s, %(b)s };
''' % dict(a=a, b=b, t=table))
        return '%s[n != 1] (%s, &other_value)' % (table, p)

    def step_sorted(self, f, p):
        compare, a = self.new('compare'), f.new('a')
        self.define('''
static int %s (const void *a, const void *b)
{
  const struct node *const *x = a, *const *y = b;
  return (*x)->tag - (*y)->tag;
}
''' % compare)
        f.put('''
struct node %(a)sa = { NULL, &other_value, 5 }, %(a)sb = { NULL, %(p)s, 3 };
struct node *%(a)s[] = { &%(a)sa, &%(a)sb };
qsort (%(a)s, 2, sizeof *%(a)s, %(compare)s);
''' % dict(a=a, p=p, compare=compare))
        return a + '[0]->p'

    def step_integer_call(self, f, p):
        through = self.new('through')
        self.define('''
static unsigned long %s (unsigned long n)
{
  return n;
}
''' % through)
        return '(int *) %s ((unsigned long) %s)' % (through, p)

    def step_varargs(self, f, p):
        pick = self.new('pick')
        self.define('''
static int *%s (int count, ...)
{
  va_list list;
  int *p = NULL;
  va_start (list, count);
  while (count-- > 0)
    p = va_arg (list, int *);
  va_end (list);
  return p;
}
''' % pick)
        n = 1 + self.random.below(8)
        return '%s (%d, %s)' % (pick, n, ', '.join(
            ['&other_value'] * (n - 1) + [p]))

    def step_va_list(self, f, p):
        inner, outer = self.new('vpick'), self.new('pick')
        self.define('''
static int *%(inner)s (va_list list)
{
  struct pair s = va_arg (list, struct pair);
  return s.b;
}

static int *%(outer)s (int n, ...)
{
  va_list list, copy;
  int *p;
  va_start (list, n);
  va_copy (copy, list);
  p = %(inner)s (copy);
  va_end (copy);
  va_end (list);
  return p;
}
''' % dict(inner=inner, outer=outer))
        return '%s (n, (struct pair) { NULL, %s })' % (outer, p)

    def step_container(self, f, p):
        get, h = self.new('get'), f.new('h')
        self.define('''
static int *%s (struct node *node)
{
  struct holder *h = (struct holder *) ((char *) node
					- offsetof (struct holder, node));
  return h->tag == 9 ? node->p : h->value;
}
''' % get)
        f.put('struct holder %s = { .tag = 9 };\n%s.node.p = %s;'
              % (h, h, p))
        return '%s (&%s.node)' % (get, h)

    def step_nested(self, f, p):
        g, q = f.new('nested'), f.new()
        f.put('''
int *%(q)s = NULL;
void %(g)s (void) { %(q)s = %(p)s; }
%(g)s ();
''' % dict(g=g, q=q, p=p))
        return q

    def step_nested_callback(self, f, p):
        each, g, q = self.new('each'), f.new('nested'), f.new()
        self.define('''
static void %s (struct node *list, void (*f) (struct node *))
{
  for (; list; list = list->next)
    f (list);
}
''' % each)
        f.put('''
int *%(q)s = NULL;
struct node %(q)sb = { NULL, %(p)s, 2 }, %(q)sa = { &%(q)sb, NULL, 1 };
void %(g)s (struct node *x) { if (x->tag == 2) %(q)s = x->p; }
%(each)s (&%(q)sa, %(g)s);
''' % dict(g=g, q=q, p=p, each=each))
        return q

    def step_setjmp(self, f, p):
        jump, q = self.new('jump'), f.new()
        self.define('''
static void %s (jmp_buf *to, int *volatile *out, int *p, int n)
{
  int own = n;
  int *mine = &own;
  *out = p;
  if (*mine > 0)
    longjmp (*to, 1);
}

static int *%s (int *p, int n)
{
  jmp_buf here;
  int *volatile kept = NULL;
  if (setjmp (here) == 0)
    %s (&here, &kept, p, n);
  return kept;
}
''' % (jump, jump + 's', jump))
        f.put('int *%s = %ss (%s, n);' % (q, jump, p))
        return q

    def step_cleanup(self, f, p):
        clean, s = self.new('clean'), f.new('s')
        self.define('''
static void %s (struct pair *s)
{
  *(int **) s->b = s->a;
}
''' % clean)
        f.put('''
int *%(s)s = NULL;
{
  __attribute__ ((cleanup (%(clean)s))) struct pair %(s)sc
    = { %(p)s, (int *) &%(s)s };
}
''' % dict(s=s, p=p, clean=clean))
        return s

    def step_thread(self, f, p):
        run, s = self.new('run'), f.new('s')
        self.define('''
static void *%s (void *data)
{
  struct pair *s = data;
  int own = *s->a;
  int *mine = &own;
  s->b = *mine == *s->a ? s->a : NULL;
  return NULL;
}
''' % run)
        f.put('''
struct pair %(s)s = { %(p)s, NULL };
pthread_t %(s)st;
if (pthread_create (&%(s)st, NULL, %(run)s, &%(s)s)
    || pthread_join (%(s)st, NULL))
  abort ();
''' % dict(s=s, p=p, run=run))
        return s + '.b'

    def step_string_function(self, f, p):
        return ('(int *) ((char *) memchr (%s, ((unsigned char *) %s)[0], '
                'sizeof (int)))' % (p, p))

    def step_swap_call(self, f, p):
        swap, q = self.new('swap'), f.new()
        self.define('''
static void %s (int **a, int **b)
{
  int *t = *a;
  *a = *b;
  *b = t;
}
''' % swap)
        f.put('''
int *%(q)s = &other_value, *%(q)st = %(p)s;
%(swap)s (&%(q)s, &%(q)st);
''' % dict(q=q, p=p, swap=swap))
        return q

    def step_swap_bytes(self, f, p):
        swap, q = self.new('swap'), f.new()
        self.define('''
static void %s (void *a, void *b, size_t size)
{
  char t[size];
  memcpy (t, a, size);
  memcpy (a, b, size);
  memcpy (b, t, size);
}
''' % swap)
        f.put('''
struct pair %(q)s = { 0 }, %(q)st = { &other_value, %(p)s };
%(swap)s (&%(q)s, &%(q)st, sizeof %(q)s);
''' % dict(q=q, p=p, swap=swap))
        return q + '.b'

    def step_tree(self, f, p):
        put, t = self.new('put'), f.new('tree')
        self.define('''
struct %(s)s_tree { struct %(s)s_tree *down[2]; int key; int *p; };

static struct %(s)s_tree *%(s)s (struct %(s)s_tree **root, int key, int *p)
{
  while (*root && (*root)->key != key)
    root = &(*root)->down[key > (*root)->key];
  if (!*root)
    *root = calloc (1, sizeof **root);
  (*root)->key = key;
  if (p)
    (*root)->p = p;
  return *root;
}

static void %(s)s_free (struct %(s)s_tree *t)
{
  if (!t)
    return;
  %(s)s_free (t->down[0]);
  %(s)s_free (t->down[1]);
  free (t);
}
''' % dict(s=put))
        f.put('''
struct %(s)s_tree *%(t)s = NULL;
for (int i = 0; i < 5; i++)
  %(s)s (&%(t)s, i * 3 %% 7, i == 3 ? %(p)s : &other_value);
int *%(t)sp = %(s)s (&%(t)s, 2, NULL)->p;
%(s)s_free (%(t)s);
''' % dict(s=put, t=t, p=p))
        return t + 'p'

    def step_hash(self, f, p):
        put, t = self.new('put'), f.new('table')
        self.define('''
static void %(s)s (struct node **table, struct node *n)
{
  n->next = table[n->tag %% 4];
  table[n->tag %% 4] = n;
}

static int *%(s)s_get (struct node **table, int tag)
{
  struct node *n = table[tag %% 4];
  while (n && n->tag != tag)
    n = n->next;
  return n ? n->p : NULL;
}
''' % dict(s=put))
        f.put('''
struct node *%(t)s[4] = { 0 };
struct node %(t)sa = { NULL, %(p)s, 6 }, %(t)sb = { NULL, &other_value, 10 };
%(s)s (%(t)s, &%(t)sa);
%(s)s (%(t)s, &%(t)sb);
''' % dict(s=put, t=t, p=p))
        return '%s_get (%s, 6)' % (put, t)

    def step_doubly_linked(self, f, p):
        add, a = self.new('add'), f.new('a')
        self.define('''
struct %(s)s_link { struct %(s)s_link *next, *previous; };
struct %(s)s_item { int *p; struct %(s)s_link link; };

static void %(s)s (struct %(s)s_link *list, struct %(s)s_link *link)
{
  link->next = list->next;
  link->previous = list;
  list->next->previous = link;
  list->next = link;
}

static struct %(s)s_item *%(s)s_of (struct %(s)s_link *link)
{
  return (void *) ((char *) link - offsetof (struct %(s)s_item, link));
}
''' % dict(s=add))
        f.put('''
struct %(s)s_link %(a)s = { &%(a)s, &%(a)s };
struct %(s)s_item %(a)sx = { %(p)s }, %(a)sy = { &other_value };
%(s)s (&%(a)s, &%(a)sx.link);
%(s)s (&%(a)s, &%(a)sy.link);
''' % dict(s=add, a=a, p=p))
        return '%s_of (%s.previous)->p' % (add, a)

    def step_closure(self, f, p):
        run, s = self.new('run'), f.new('s')
        self.define('''
struct %(s)s_closure { int *(*f) (struct %(s)s_closure *, int);
		       void *data; };

static int *%(s)s_get (struct %(s)s_closure *c, int n)
{
  return n ? ((struct box *) c->data)->p : NULL;
}

static int *%(s)s (struct %(s)s_closure *c, int n)
{
  return c->f (c, n);
}
''' % dict(s=run))
        f.put('''
struct box %(t)s = { 1, %(p)s, 2 };
struct %(s)s_closure %(t)sc = { %(s)s_get, &%(t)s };
''' % dict(s=run, t=s, p=p))
        return '%s (&%sc, n)' % (run, s)

    def step_methods(self, f, p):
        kind, s = self.new('kind'), f.new('s')
        self.define('''
struct %(s)s { const struct %(s)s_methods *methods; };
struct %(s)s_methods { void (*set) (struct %(s)s *, int *);
		       int *(*get) (const struct %(s)s *); };
struct %(s)s_real { struct %(s)s base; int *p; };

static void %(s)s_set (struct %(s)s *o, int *p)
{
  ((struct %(s)s_real *) o)->p = p;
}

static int *%(s)s_get (const struct %(s)s *o)
{
  return ((const struct %(s)s_real *) o)->p;
}

static const struct %(s)s_methods %(s)s_table = { %(s)s_set, %(s)s_get };
''' % dict(s=kind))
        f.put('''
struct %(s)s_real %(o)sr = { { &%(s)s_table }, NULL };
struct %(s)s *%(o)s = &%(o)sr.base;
%(o)s->methods->set (%(o)s, %(p)s);
''' % dict(s=kind, o=s, p=p))
        return '%s->methods->get (%s)' % (s, s)

    def step_global_function(self, f, p):
        same = self.new('same')
        self.define('''
static int *%(s)s_yes (int *p)
{
  return p;
}

static int *%(s)s_no (int *p)
{
  return p ? &other_value : NULL;
}

static int *(*%(s)s) (int *) = %(s)s_no;

static void %(s)s_choose (int n)
{
  %(s)s = n ? %(s)s_yes : %(s)s_no;
}
''' % dict(s=same))
        f.put('%s_choose (n);' % same)
        return '%s (%s)' % (same, p)

    def step_function_returned(self, f, p):
        pick = self.new('pick')
        self.define('''
static int *%(s)s_same (int *p, int n)
{
  return n ? p : NULL;
}

static int *(*%(s)s (int n)) (int *, int)
{
  return n ? %(s)s_same : NULL;
}
''' % dict(s=pick))
        return '%s (n) (%s, n)' % (pick, p)

    def step_stack_of_frames(self, f, p):
        down = self.new('down')
        self.define('''
static int *%(s)s (struct node *outer, int *p, int n)
{
  struct node mine = { outer, n == 3 ? p : NULL, n };
  struct node *q = &mine;
  if (n > 0)
    return %(s)s (&mine, p, n - 1);
  while (q && !q->p)
    q = q->next;
  return q ? q->p : NULL;
}
''' % dict(s=down))
        return '%s (NULL, %s, 5)' % (down, p)

    def step_result_in_caller(self, f, p):
        fill, a = self.new('fill'), f.new('a')
        self.define('''
static int %(s)s (int **slots, int *p, int n, int depth)
{
  int *own[2] = { &other_value, p };
  if (depth == 0)
    {
      slots[n] = own[n];
      return 1;
    }
  int found = %(s)s (own, p, 1, depth - 1);
  slots[n] = own[found];
  return found;
}
''' % dict(s=fill))
        f.put('int *%s[2] = { 0 };\n%s (%s, %s, 1, 3);' % (a, fill, a, p))
        return a + '[n]'

    def step_apply(self, f, p):
        same = self.new('same')
        self.define('''
static int *%(s)s_same (int *p)
{
  return p;
}

static int *%(s)s (int *p)
{
  void *arguments = __builtin_apply_args ();
  (void) p;
  __builtin_return (__builtin_apply ((void (*) ()) %(s)s_same, arguments,
				     64));
}
''' % dict(s=same))
        return '%s (%s)' % (same, p)

    def step_va_pointer(self, f, p):
        pick = self.new('pick')
        self.define('''
struct %(s)s_list { va_list list; };

static void *%(s)s_next (struct %(s)s_list *l)
{
  return va_arg (l->list, void *);
}

static int *%(s)s (int n, ...)
{
  struct %(s)s_list l;
  int *p = NULL;
  va_start (l.list, n);
  for (int i = 0; i <= n; i++)
    p = %(s)s_next (&l);
  va_end (l.list);
  return p;
}
''' % dict(s=pick))
        return '%s (n, &other_value, %s)' % (pick, p)

    def step_va_through_pointer(self, f, p):
        pick = self.new('pick')
        self.define('''
static void %(s)s_one (int **out, int n, ...)
{
  va_list list;
  va_start (list, n);
  while (n-- > 0)
    *out = va_arg (list, int *);
  va_end (list);
}

static void (*volatile %(s)s) (int **, int, ...) = %(s)s_one;
''' % dict(s=pick))
        q = f.new()
        f.put('int *%s;\n%s (&%s, 2, &other_value, %s);'
              % (q, pick, q, p))
        return q

    def step_many_arguments(self, f, p):
        take = self.new('take')
        self.define('''
static int *%(s)s (long a, double b, struct pair c, int *d, struct wide e,
	      int *f, int *g, int *h, struct pair i)
{
  return a ? b > 1 ? c.a : d == e.p ? f : g : h ? i.b : NULL;
}
''' % dict(s=take))
        o = '&other_value'
        return ('%s (0, 2, (struct pair) { %s, %s }, %s, (struct wide) { %s }, '
                '%s, %s, %s, (struct pair) { %s, %s })'
                % (take, o, o, o, o, o, o, o, o, p))

    def step_struct_of_function(self, f, p):
        change = self.new('change')
        self.define('''
static struct deep %(s)s (struct deep d, int n)
{
  struct deep r = d;
  r.in[!n] = d.in[n];
  r.in[n] = (struct pair) { &other_value, &other_value };
  return r;
}
''' % dict(s=change))
        return ('%s (%s ((struct deep) { .in[1] = { NULL, %s } }, n), 0)'
                '.in[1].b' % (change, change, p))

    def step_nested_recursive(self, f, p):
        g, q = f.new('nested'), f.new()
        f.put('''
int *%(q)s = NULL;
void %(g)s (int *mine, int depth)
{
  int *own = mine;
  void inner (void) { %(q)s = own; }
  if (depth == 0)
    inner ();
  else
    %(g)s (own, depth - 1);
}
%(g)s (%(p)s, 3);
''' % dict(g=g, q=q, p=p))
        return q

    def step_nonlocal_goto(self, f, p):
        leave, q = self.new('leave'), f.new()
        self.define('''
static void %(s)s_call (void (*f) (int *), int *p)
{
  f (p);
}

static int *%(s)s (int *p, int n)
{
  __label__ out;
  int *q = NULL;
  void found (int *r)
  {
    q = r;
    if (n)
      goto out;
  }
  %(s)s_call (found, p);
  q = NULL;
out:
  return q;
}
''' % dict(s=leave))
        f.put('int *%s = %s (%s, n);' % (q, leave, p))
        return q

    def step_nested_sort(self, f, p):
        a, g, q = f.new('a'), f.new('nested'), f.new()
        f.put('''
int *%(q)s = NULL;
struct node %(a)s[2] = { { NULL, %(p)s, 8 }, { NULL, NULL, 3 } };
int %(g)s (const void *x, const void *y)
{
  const struct node *b = x, *c = y;
  if (b->p)
    %(q)s = b->p;
  if (c->p)
    %(q)s = c->p;
  return b->tag - c->tag;
}
qsort (%(a)s, 2, sizeof *%(a)s, %(g)s);
''' % dict(a=a, g=g, q=q, p=p))
        return q

    def step_found(self, f, p):
        compare, a = self.new('compare'), f.new('a')
        self.define('''
static int %s (const void *key, const void *item)
{
  return *(const int *) key - ((const struct node *) item)->tag;
}
''' % compare)
        f.put('''
struct node %(a)s[3] = { { .tag = 1 }, { NULL, %(p)s, 5 }, { .tag = 9 } };
int %(a)sk = 5;
''' % dict(a=a, p=p))
        return ('((struct node *) bsearch (&%sk, %s, 3, sizeof *%s, %s))->p'
                % (a, a, a, compare))

    def step_duplicate(self, f, p):
        copy, q = self.new('copy'), f.new()
        self.define('''
static void *%s (const void *from, size_t size)
{
  void *to = malloc (size);
  return to ? memcpy (to, from, size) : NULL;
}
''' % copy)
        f.put('''
struct box %(q)ss = { 1, %(p)s, 2 };
struct box *%(q)sd = %(copy)s (&%(q)ss, sizeof %(q)ss);
int *%(q)s = %(q)sd->p;
free (%(q)sd);
''' % dict(q=q, p=p, copy=copy))
        return q

    def step_growing(self, f, p):
        push, v = self.new('push'), f.new('v')
        self.define('''
struct %(s)s_vector { int **items; size_t n, room; };

static void %(s)s (struct %(s)s_vector *v, int *p)
{
  if (v->n == v->room)
    {
      v->room = v->room ? 2 * v->room : 1;
      int **items = malloc (v->room * sizeof *items);
      if (v->items)
	memcpy (items, v->items, v->n * sizeof *items);
      free (v->items);
      v->items = items;
    }
  v->items[v->n++] = p;
}
''' % dict(s=push))
        f.put('''
struct %(s)s_vector %(v)s = { 0 };
for (int i = 0; i < 6; i++)
  %(s)s (&%(v)s, i == 2 ? %(p)s : &other_value);
int *%(v)sp = %(v)s.items[2];
free (%(v)s.items);
''' % dict(s=push, v=v, p=p))
        return v + 'p'

    def step_threads(self, f, p):
        run, s = self.new('run'), f.new('s')
        self.define('''
static void *%(s)s (void *data)
{
  return ((struct box *) data)->p;
}
''' % dict(s=run))
        f.put('''
struct box %(b)s = { 1, %(p)s, 2 };
pthread_t %(b)st[2];
void *%(b)sr[2];
for (int i = 0; i < 2; i++)
  if (pthread_create (&%(b)st[i], NULL, %(s)s, &%(b)s))
    abort ();
for (int i = 0; i < 2; i++)
  if (pthread_join (%(b)st[i], &%(b)sr[i]))
    abort ();
''' % dict(s=run, b=s, p=p))
        return s + 'r[n]'

    def step_once(self, f, p):
        run, q = self.new('run'), f.new()
        self.define('''
static int *%(s)s_in, *%(s)s_out;

static void %(s)s (void)
{
  %(s)s_out = %(s)s_in;
}
''' % dict(s=run))
        f.put('''
pthread_once_t %(q)so = PTHREAD_ONCE_INIT;
%(s)s_in = %(p)s;
pthread_once (&%(q)so, %(s)s);
int *%(q)s = %(s)s_out;
%(s)s_in = %(s)s_out = NULL;
''' % dict(s=run, q=q, p=p))
        return q

    def step_chain(self, f, p):
        walk, a = self.new('walk'), f.new('a')
        self.define('''
static void %(s)s (struct node *n, int *p)
{
  n->next->next->next->next->next->next->next->p = p;
}

static int *%(s)s_get (struct node *n)
{
  return n->next->next->next->next->next->next->next->p;
}
''' % dict(s=walk))
        f.put('''
struct node %(a)s[8] = { 0 };
for (int i = 0; i < 7; i++)
  %(a)s[i].next = &%(a)s[i + 1];
%(s)s (%(a)s, %(p)s);
''' % dict(a=a, p=p, s=walk))
        return '%s_get (%s)' % (walk, a)

    def step_chain_of_calls(self, f, p):
        put, a = self.new('put'), f.new('a')
        depth = 3 + self.random.below(9)
        text = 'static void %s_0 (int **q, int *p)\n{\n  *q = p;\n}\n' % put
        for i in range(depth):
            text += ('\nstatic void %s_%d (int %sq, int *p)\n{\n'
                     '  %s_%d (*q, p);\n}\n'
                     % (put, i + 1, '*' * (i + 3), put, i))
        self.define(text)
        f.put('int *%s0 = NULL, **%s1 = &%s0;' % (a, a, a))
        for i in range(1, depth + 1):
            f.put('int %s%s%d = &%s%d;' % ('*' * (i + 2), a, i + 1, a, i))
        f.put('%s_%d (%s%d, %s);' % (put, depth, a, depth + 1, p))
        return a + '0'

    def step_group(self, f, p):
        group = self.new('group')
        size = 3 + self.random.below(6)
        text = ''
        for i in range(size):
            text += ('static int *%s_%d (struct box *b, int *p, int n);\n'
                     % (group, i))
        for i in range(size):
            other = self.random.below(size)
            text += '''
static int *%(g)s_%(i)d (struct box *b, int *p, int n)
{
  struct box own = *b;
  if (n <= 0)
    return own.p;
  own.p = n == %(at)d ? p : own.p;
  return n %% 2 ? %(g)s_%(j)d (&own, p, n - 1) : %(g)s_%(k)d (&own, p, n - 2);
}
''' % dict(g=group, i=i, j=(i + 1) % size, k=other, at=12)
        self.define(text)
        return ('%s_0 (&(struct box) { 1, &other_value, 2 }, %s, 12)'
                % (group, p))

    def step_same_twice(self, f, p):
        put, s = self.new('put'), f.new('s')
        self.define('''
static int *%s (struct box *a, struct box *b, int *p)
{
  a->p = p;
  return b->p;
}
''' % put)
        f.put('struct box %s = { 1, NULL, 2 };' % s)
        return '%s (&%s, &%s, %s)' % (put, s, s, p)

    def step_inside(self, f, p):
        put, s = self.new('put'), f.new('s')
        self.define('''
static int *%s (struct deep *d, struct pair *s, struct box *b, int *p)
{
  s->a = p;
  d->box->p = d->in[1].a;
  return b->p;
}
''' % put)
        f.put('''
struct box %(s)sb = { 0 };
struct deep %(s)s = { { { 0 } }, &%(s)sb };
''' % dict(s=s))
        return '%s (&%s, &%s.in[1], &%sb, %s)' % (put, s, s, s, p)

    def step_field_address(self, f, p):
        at, s = self.new('at'), f.new('s')
        self.define('''
static int **%s (struct deep *d, int i)
{
  return i ? &d->in[i].b : &d->box->p;
}
''' % at)
        f.put('''
struct box %(s)sb = { 0 };
struct deep %(s)s = { { { 0 } }, &%(s)sb };
*%(at)s (&%(s)s, 1) = %(p)s;
*%(at)s (&%(s)s, 0) = %(s)s.in[n].b;
''' % dict(s=s, at=at, p=p))
        return s + 'b.p'

    def step_global_struct(self, f, p):
        put, s = self.new('put'), f.new('s')
        self.define('''
static struct box *%(s)s_box;

static void %(s)s (int *p)
{
  %(s)s_box->p = p;
}
''' % dict(s=put))
        f.put('''
struct box %(b)s = { 0 };
%(s)s_box = &%(b)s;
%(s)s (%(p)s);
%(s)s_box = NULL;
''' % dict(b=s, s=put, p=p))
        return s + '.p'

    def step_other_type(self, f, p):
        same = self.new('same')
        self.define('''
static long %(s)s (long n, long m)
{
  return m ? n : m;
}
''' % dict(s=same))
        return '((int *(*) (int *, long)) %s) (%s, 1)' % (same, p)

    def step_unprototyped(self, f, p):
        same = self.new('same')
        self.define('''
static int *%(s)s ();

static int *(*%(s)s_through) () = %(s)s;

static int *%(s)s (n, p)
     long n;
     int *p;
{
  return n ? p : NULL;
}
''' % dict(s=same))
        return self.random.choice(['%s', '%s_through']) % same \
            + ' (1L, %s)' % p

    def step_vla_parameter(self, f, p):
        get, a = self.new('get'), f.new('a')
        self.define('''
static int *%s (int n, int *(*m)[n], int i)
{
  return m[i][n - 1];
}
''' % get)
        f.put('''
int *%(a)s[2][n + 2];
%(a)s[1][n + 1] = %(p)s;
''' % dict(a=a, p=p))
        return '%s (n + 2, %s, 1)' % (get, a)

    def step_pushed(self, f, p):
        push, a, q = self.new('push'), f.new('list'), f.new()
        self.define('''
static void %(s)s (struct node **list, int *p)
{
  struct node *n = malloc (sizeof *n);
  *n = (struct node) { *list, p, 1 };
  *list = n;
}

static int *%(s)s_pop (struct node **list)
{
  struct node *n = *list;
  int *p = n->p;
  *list = n->next;
  free (n);
  return p;
}
''' % dict(s=push))
        f.put('''
struct node *%(a)s = NULL;
%(s)s (&%(a)s, %(p)s);
%(s)s (&%(a)s, &other_value);
%(s)s_pop (&%(a)s);
int *%(q)s = %(s)s_pop (&%(a)s);
''' % dict(s=push, a=a, q=q, p=p))
        return q

    def step_function_in_block(self, f, p):
        get, b, q = self.new('get'), f.new('b'), f.new()
        self.define('''
struct %(s)s_object { int *(*get) (struct %(s)s_object *); int *p; };

static int *%(s)s (struct %(s)s_object *o)
{
  return o->p;
}

static struct %(s)s_object *%(s)s_make (int *p)
{
  struct %(s)s_object *o = malloc (sizeof *o);
  o->get = %(s)s;
  o->p = p;
  return o;
}
''' % dict(s=get))
        f.put('''
struct %(s)s_object *%(b)s = %(s)s_make (%(p)s);
int *%(q)s = %(b)s->get (%(b)s);
free (%(b)s);
''' % dict(s=get, b=b, q=q, p=p))
        return q

    def step_alias(self, f, p):
        same = self.new('same')
        self.define('''
int *%(s)s_real (int *p)
{
  return p;
}

static int *%(s)s (int *) __attribute__ ((alias ("%(s)s_real")));
''' % dict(s=same))
        return '%s (%s)' % (same, p)

    def step_iterator(self, f, p):
        each, a = self.new('each'), f.new('a')
        self.define('''
struct %(s)s { struct node *at, *end; };

static int *%(s)s_next (struct %(s)s *i)
{
  return i->at < i->end ? (i->at++)->p : NULL;
}
''' % dict(s=each))
        f.put('''
struct node %(a)s[4] = { { .p = &other_value }, { 0 }, { .p = %(p)s }, { 0 } };
struct %(s)s %(a)si = { %(a)s, %(a)s + 4 };
int *%(a)sq = NULL;
for (int i = 0; i < 3; i++)
  %(a)sq = %(s)s_next (&%(a)si);
''' % dict(s=each, a=a, p=p))
        return a + 'q'

    def step_parameter_changed(self, f, p):
        put = self.new('put')
        self.define('''
static int *%s (struct wide w, int *p, int n)
{
  struct wide *q = &w;
  int **r = &p;
  q->p = *r;
  *r = NULL;
  return n ? w.p : p;
}
''' % put)
        return '%s ((struct wide) { 0 }, %s, n)' % (put, p)

    def step_visitor(self, f, p):
        visit, a = self.new('visit'), f.new('a')
        self.define('''
static int %(s)s (struct node *list, int (*f) (struct node *, void *),
	  void *data)
{
  int n = 0;
  for (; list; list = list->next)
    n += f (list, data);
  return n;
}

static int %(s)s_find (struct node *n, void *data)
{
  if (n->tag != 4)
    return 0;
  *(int **) data = n->p;
  return 1;
}

static int %(s)s_count (struct node *n, void *data)
{
  (void) n;
  return *(int *) data;
}
''' % dict(s=visit))
        f.put('''
struct node %(a)sz = { NULL, %(p)s, 4 }, %(a)s = { &%(a)sz, NULL, 1 };
int *%(a)sq = NULL, %(a)sn = 1;
if (%(s)s (&%(a)s, %(s)s_find, &%(a)sq) != 1
    || %(s)s (&%(a)s, %(s)s_count, &%(a)sn) != 2)
  abort ();
''' % dict(s=visit, a=a, p=p))
        return a + 'q'

    STEPS = [
        step_struct_result, step_struct_argument, step_list_reversed,
        step_out_parameter, step_out_field, step_wrapper, step_recursion,
        step_mutual_recursion, step_callback, step_table, step_sorted,
        step_integer_call, step_varargs, step_va_list, step_container,
        step_nested, step_nested_callback, step_setjmp, step_cleanup,
        step_thread, step_string_function, step_swap_call, step_swap_bytes,
        step_tree, step_hash, step_doubly_linked, step_closure, step_methods,
        step_global_function, step_function_returned, step_stack_of_frames,
        step_result_in_caller, step_apply, step_va_pointer,
        step_va_through_pointer, step_many_arguments, step_struct_of_function,
        step_nested_recursive, step_nonlocal_goto, step_nested_sort,
        step_found, step_duplicate, step_growing, step_threads, step_once,
        step_chain, step_chain_of_calls, step_group, step_same_twice,
        step_inside, step_field_address, step_global_struct, step_other_type,
        step_unprototyped, step_vla_parameter, step_pushed,
        step_function_in_block, step_alias, step_iterator,
        step_parameter_changed, step_visitor]
