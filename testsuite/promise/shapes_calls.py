# Shapes for generate.py that take calls: how an address is handed on through
# arguments, results and what they point to.
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

    STEPS = [
        step_struct_result, step_struct_argument, step_list_reversed,
        step_out_parameter, step_out_field, step_wrapper, step_integer_call,
        step_varargs, step_va_list, step_container, step_swap_call,
        step_swap_bytes, step_tree, step_hash, step_doubly_linked,
        step_va_pointer, step_va_through_pointer, step_many_arguments,
        step_struct_of_function, step_duplicate, step_growing, step_chain,
        step_chain_of_calls, step_same_twice, step_inside, step_field_address,
        step_global_struct, step_vla_parameter, step_pushed, step_iterator,
        step_parameter_changed]
