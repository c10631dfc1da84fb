# Programs of any size, for bench/scaling.
#
# Each function takes a size and yields the text of a program in C.  What grows
# is one thing; the rest of the program is such that there is something to find
# out about each of it.
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

PRELUDE = '''
#include <stdlib.h>
struct node { struct node *next; void *data; int *count; int n; };
extern void unseen (void *);
'''


def functions(n):
    """N functions that each call two others, in a tree."""
    yield PRELUDE
    for i in range(n):
        yield 'int *f%d (struct node *a, int *p, int **q)\n{\n' % i
        yield '  struct node l = { a, p, p, %d };\n  int x = 0;\n' % i
        if i:
            yield '  int *r = f%d (&l, &x, &l.count);\n' % ((i - 1) // 2)
            yield '  if (l.n > 3)\n    r = f%d (a->next, p, q);\n' % (i // 2)
        else:
            yield '  int *r = p;\n'
        yield '  a->count = p;\n  *q = x > 2 ? r : l.count;\n  return *q;\n}\n'


def statements(n):
    """One function of N statements: locals that point to those before."""
    yield PRELUDE
    yield 'int *f (struct node *a, int *p)\n{\n  int *q = p;\n'
    for i in range(n // 8):
        yield '  int x%d = 0;\n  struct node l%d;\n' % (i, i)
        yield '  l%d.next = a;\n' % i
        yield '  l%d.count = &x%d;\n' % (i, i)
        yield '  l%d.data = q;\n' % i
        if i:
            yield '  l%d.next = &l%d;\n' % (i, i - 1)
            yield '  *l%d.next->count = x%d;\n' % (i, i - 1)
        yield '  if (a->n == %d)\n    q = l%d.data;\n' % (i, i)
        yield '  a = a->next;\n'
    yield '  return q;\n}\n'


def few_variables(n):
    """One function of N statements that move pointers between few
    variables, and call."""
    yield PRELUDE
    yield 'static void set (struct node *s, int *p) { s->count = p; }\n'
    yield 'static int *get (struct node *s) { return s->count; }\n'
    yield 'int *f (struct node *a, int *p)\n{\n  struct node l[8];\n'
    yield '  int x[8];\n'
    for i in range(n // 4):
        yield '  set (&l[%d], &x[%d]);\n' % (i % 8, i % 7)
        yield '  l[%d].next = &l[%d];\n' % (i % 8, i % 5)
        yield '  if (a->n == %d)\n    p = get (&l[%d]);\n' % (i, i % 3)
        yield '  l[%d].data = p;\n' % (i % 6)
    yield '  return p;\n}\n'


def branches(n):
    """One function of N statements in which pointers meet after branches."""
    yield PRELUDE
    yield 'int f (struct node *a, int k)\n{\n  int x = 0, y = 0;\n'
    yield '  int *p = &x, *q = &y;\n  struct node *b = a;\n'
    for i in range(n // 5):
        yield '  switch (k + %d)\n    {\n' % i
        yield '    case 1: p = q; break;\n    case 2: q = b->count; break;\n'
        yield '    default: b = b->next;\n    }\n  *p += *q;\n'
    yield '  return x + y;\n}\n'


def recursion(n):
    """One recursive group of N functions."""
    yield PRELUDE
    for i in range(n):
        yield 'int *f%d (struct node *, int *, int);\n' % i
    for i in range(n):
        yield 'int *f%d (struct node *a, int *p, int k)\n{\n' % i
        yield '  struct node l;\n  int x = 0;\n  l.next = a;\n'
        yield '  l.count = &x;\n  l.data = p;\n  l.n = k;\n'
        yield '  if (k < 0)\n    return a->next->count;\n'
        yield '  if (k > 5)\n    f%d (&l, &x, k - 1);\n' % ((i * 7 + 3) % n)
        if i % 11 == 3:
            yield '  a->next->count = p;\n'
        yield '  return f%d (a->next, p, k - 1);\n}\n' % ((i + 1) % n)


def depth(n):
    """A chain of N functions that each call the next."""
    yield PRELUDE
    yield 'int *f0 (struct node *a, int **q)\n'
    yield '{ *q = a->count; return a->next->count; }\n'
    for i in range(1, n):
        yield 'int *f%d (struct node *a, int **q)\n{\n' % i
        yield '  struct node l = *a;\n  int *x;\n  l.next = a;\n'
        yield '  *q = f%d (&l, &x);\n  return x;\n}\n' % (i - 1)


def deep_paths(n):
    """A chain of N functions that each go one step further into a list."""
    yield PRELUDE
    yield 'void f0 (struct node *a, int *p) { a->count = p; }\n'
    for i in range(1, n):
        yield 'void f%d (struct node *a, int *p)\n{\n' % i
        yield '  int x;\n  struct node l;\n  l.next = a;\n'
        yield '  f%d (a->next, p);\n  f%d (&l, &x);\n}\n' % (i - 1, i - 1)


def callbacks(n):
    """A chain of N functions that hand a callback down, and call it."""
    yield PRELUDE
    yield 'typedef int *walk (void *, struct node *);\n'
    yield 'int *f0 (walk *w, void *c, struct node *a) { return w (c, a); }\n'
    for i in range(1, n):
        yield 'int *f%d (walk *w, void *c, struct node *a)\n{\n' % i
        yield '  struct node l = { a, c, 0, 0 };\n'
        yield '  int *r = f%d (w, c, a->next);\n' % (i - 1)
        yield '  return r ? w (c, &l) : r;\n}\n'


def callback_users(n):
    """N functions that call one with callbacks of their own."""
    yield PRELUDE
    yield 'struct walker { int (*fn) (struct walker *, struct node *);\n'
    yield '  void *ctx; int *out; };\n'
    yield 'static int walk (struct walker *w, struct node *a)\n'
    yield '{ while (a && !w->fn (w, a)) a = a->next; return 0; }\n'
    for i in range(n):
        yield 'static int c%d (struct walker *w, struct node *a)\n' % i
        yield '{ w->out = a->count; *(int *) w->ctx += a->n; return 0; }\n'
        yield 'int f%d (struct node *a)\n{\n  int x = 0;\n' % i
        yield '  struct walker w = { c%d, &x, 0 };\n' % i
        yield '  return walk (&w, a) + x;\n}\n'


def table_of_functions(n):
    """A constant table of N functions, which are called through it."""
    yield PRELUDE
    for i in range(n):
        yield 'static void f%d (struct node *a, int *p)\n' % i
        yield '{ if (a->n == %d) a->%s = p; }\n' % (
            i, ('count', 'data')[i % 2])
    yield 'static void (*const t[]) (struct node *, int *) = {\n'
    yield ',\n'.join('  f%d' % i for i in range(n))
    yield '\n};\nint g (int k)\n{\n  struct node l;\n  int x = 0;\n'
    yield '  l.n = k;\n  t[k] (&l, &x);\n  return x + *l.count;\n}\n'


def fields(n):
    """One structure of N fields, which each point to another local."""
    yield PRELUDE
    yield 'struct wide {\n'
    for i in range(n):
        yield '  int *f%d;\n' % i
    yield '};\nstatic void fill (struct wide *w, int *p)\n{\n'
    for i in range(n):
        yield '  w->f%d = p;\n' % i
    yield '}\nint f (struct wide *v, int k)\n{\n  struct wide w, u;\n'
    yield '  fill (&u, 0);\n'
    for i in range(n):
        yield '  int x%d = 0;\n  w.f%d = &x%d;\n' % (i, i, i)
    yield '  u = w;\n  return k ? *u.f%d : *u.f0 + *v->f1;\n}\n' % (n - 1)


def array_of_locals(n):
    """One array that holds the addresses of N locals."""
    yield PRELUDE
    yield 'int f (int k)\n{\n  int *t[%d];\n' % n
    for i in range(n):
        yield '  int x%d = %d;\n  t[%d] = &x%d;\n' % (i, i, i, i)
    yield '  return *t[k];\n}\n'


def list_of_locals(n):
    """N locals in a list, and as many statements that walk it."""
    yield PRELUDE
    yield 'int *f (int k)\n{\n  struct node l0, *p = &l0;\n  int x0 = 0;\n'
    for i in range(1, n):
        yield '  struct node l%d;\n  int x%d = 0;\n' % (i, i)
        yield '  l%d.next = &l%d;\n  l%d.count = &x%d;\n' % (
            i - 1, i, i - 1, i)
    yield '  l%d.next = 0;\n  while (k--)\n    {\n' % (n - 1)
    for i in range(n):
        yield '      if (p->n == %d)\n\tp = p->next;\n' % i
        yield '      p->data = p->count;\n'
    yield '    }\n  return p->data;\n}\n'


def known_to_all(n):
    """N locals to each of which each of N pointers may point."""
    yield PRELUDE
    yield 'int f (int k)\n{\n  int *t[%d], r = 0;\n' % n
    for i in range(n):
        yield '  int x%d = %d;\n  t[%d] = &x%d;\n' % (i, i, i, i)
    for i in range(n):
        yield '  int *p%d = t[k + %d];\n  r += *p%d;\n' % (i, i, i)
    for i in range(1, n):
        yield '  if (r == %d)\n    p%d = p%d;\n' % (i, i, i - 1)
    yield '  return r + *p%d;\n}\n' % (n - 1)


def escaping(n):
    """N locals that are given to functions that are not seen."""
    yield PRELUDE
    for i in range(64):
        yield 'extern void unseen%d (int *);\n' % i
    yield 'int f (void)\n{\n  int r = 0;\n'
    for i in range(n):
        yield '  int x%d = %d;\n  unseen%d (&x%d);\n  r += x%d;\n' % (
            i, i, i % 64, i, i)
    yield '  return r;\n}\n'


def calls_of_one(n):
    """N calls of one function that does much with what it is given."""
    yield PRELUDE
    yield 'static int *much (struct node *a, struct node *b, int **q)\n{\n'
    for i in range(10):
        yield '  if (a->n == %d)\n    { a%s->data = b%s->count;\n' % (
            i, '->next' * (i % 4), '->next' * (i % 3))
        yield '      *q = a%s->count; }\n' % ('->next' * (i % 2))
    yield '  return b->next->count;\n}\n'
    yield 'int f (struct node *a)\n{\n  int r = 0;\n'
    for i in range(n):
        yield '  { struct node l, m; int *x; l.next = &m; m.next = a;\n'
        yield '    r += *much (&l, &m, &x) + *x; }\n'
    yield '  return r;\n}\n'


def blocks(n):
    """N functions that make and free blocks through wrappers."""
    yield PRELUDE
    yield 'static void *get (size_t n) { void *p = malloc (n);\n'
    yield '  if (!p) abort (); return p; }\n'
    yield 'static struct node *new_node (struct node *next)\n'
    yield '{ struct node *l = get (sizeof *l); l->next = next;\n'
    yield '  l->count = get (4); return l; }\n'
    for i in range(n):
        yield 'int f%d (struct node *a)\n{\n' % i
        yield '  struct node *l = new_node (0), *m = new_node (l);\n'
        if i:
            yield '  int r = f%d (l);\n' % (i - 1)
        else:
            yield '  int r = 0;\n'
        yield '  r += *m->count;\n  free (l);\n  free (m);\n  return r;\n}\n'


def types(n):
    """A chain of N types, each of which points to the next, and functions
    that go down it."""
    yield PRELUDE
    yield 'struct s0 { int *p; };\n'
    yield 'static int *f0 (struct s0 *s) { return s->p; }\n'
    for i in range(1, n):
        yield 'struct s%d { struct s%d *p; int *q; };\n' % (i, i - 1)
        yield 'static int *f%d (struct s%d *s)\n' % (i, i)
        yield '{ return s->q ? s->q : f%d (s->p); }\n' % (i - 1)
    yield 'int g (struct s%d *s)\n{\n  struct s%d l = *s;\n' % (n - 1, n - 1)
    yield '  return *f%d (&l);\n}\n' % (n - 1)


# Each with its largest size.
SHAPES = [(functions, 20000), (statements, 100000), (few_variables, 100000),
          (branches, 100000), (recursion, 4000), (depth, 16000),
          (deep_paths, 16000), (callbacks, 4000), (callback_users, 8000),
          (table_of_functions, 8000), (fields, 8000),
          (array_of_locals, 16000), (list_of_locals, 16000),
          (known_to_all, 16000), (escaping, 16000),
          (calls_of_one, 16000), (blocks, 8000),
          (types, 4000)]
