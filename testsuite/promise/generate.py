#!/usr/bin/env python3
# Make a C program out of the shapes that matter to an analysis of where
# addresses go.  The program is correct C (of GNU's dialect), and it knows what
# it must compute: it exits with status 0 if that is what it got.
#
# Usage: generate.py SEED
#
# The program is made of functions with a few objects each.  An object's
# address is handed on step by step, each step another shape: a field, a list,
# an out-parameter, a callback, a union, an integer, a nested function, ...  In
# the end what it points to is read.  Some addresses are then left behind in
# memory that lives on, or returned, but never used again.  Each function calls
# others with addresses of its own.
#
# The same seed gives the same program everywhere.
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

import sys


class Random:
    """Random numbers that are the same with every version of Python."""

    def __init__(self, seed):
        self.state = (seed * 0x9e3779b97f4a7c15 + 1) & (2 ** 64 - 1)

    def below(self, n):
        """A number from 0 up to N - 1."""
        self.state = (self.state * 6364136223846793005
                      + 1442695040888963407) & (2 ** 64 - 1)
        return (self.state >> 33) % n

    def chance(self, percent):
        return self.below(100) < percent

    def choice(self, items):
        return items[self.below(len(items))]


PROLOGUE = r'''#include <alloca.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define UNUSED __attribute__ ((unused))

struct node { struct node *next; int *p; int tag; };
struct pair { int *a; int *b; };
struct box { long size; int *p; long pad; };
struct deep { struct pair in[2]; struct box *box; };
struct wide { int *p; long rest[6]; };
struct holder { int tag; struct node node; int value[3]; };
union word { int *p; uintptr_t n; char bytes[sizeof (int *)]; };
struct ctx { int *slot[8]; struct node *list; union word word; };

UNUSED static int *global_pointer;
UNUSED static uintptr_t global_number;
UNUSED static struct pair global_pair;
UNUSED static int *global_array[4];
UNUSED static struct node global_node;
UNUSED static __thread int *thread_pointer;
int *visible_pointer;
static int other_value = 1000;
'''


class Function:
    """A function in the making.  LINES is its body so far; SUM what it
    returns."""

    def __init__(self, name, depth):
        self.name = name
        self.depth = depth
        self.lines = []
        self.n = 0
        self.sum = 0
        self.indent = 1

    def put(self, text):
        """Append the lines of TEXT."""
        for line in text.strip('\n').split('\n'):
            self.lines.append('  ' * self.indent + line)

    def new(self, prefix='v'):
        """A name that is not used in the function yet."""
        self.n += 1
        return '%s%d' % (prefix, self.n)


class Program:
    """A program in the making."""

    def __init__(self, seed):
        self.random = Random(seed)
        self.n = 0
        self.text = []

    def new(self, prefix):
        """A name that is not used in the program yet."""
        self.n += 1
        return '%s_%d' % (prefix, self.n)

    def define(self, text):
        """Append a definition at file scope."""
        self.text.append(text.strip('\n') + '\n')

    # Objects.  Each takes the Function F and returns the expression of an int
    # pointer and the value it points to.

    def value(self):
        return 1 + self.random.below(90)

    def object_int(self, f):
        x, v = f.new('x'), self.value()
        f.put('int %s = %d;' % (x, v))
        return '&' + x, v

    def object_array(self, f):
        x, v, i = f.new('x'), self.value(), self.random.below(4)
        f.put('int %s[4] = { 0 };\n%s[%d] = %d;' % (x, x, i, v))
        return '&%s[%d]' % (x, i), v

    def object_field(self, f):
        x, v, i = f.new('x'), self.value(), self.random.below(3)
        f.put('struct holder %s = { .tag = 7 };\n%s.value[%d] = %d;'
              % (x, x, i, v))
        return '&%s.value[%d]' % (x, i), v

    def object_literal(self, f):
        x, v = f.new('x'), self.value()
        f.put('int *%s = (int[]) { %d, n };' % (x, v))
        return x, v

    def object_alloca(self, f):
        x, v = f.new('x'), self.value()
        f.put('int *%s = alloca ((n + 3) * sizeof *%s);\n%s[1] = %d;'
              % (x, x, x, v))
        return x + ' + 1', v

    def object_vla(self, f):
        x, v = f.new('x'), self.value()
        f.put('int %s[n + 2];\n%s[n] = %d;' % (x, x, v))
        return '&%s[n]' % x, v

    def object_block(self, f):
        x, v = f.new('x'), self.value()
        how = self.random.choice(['malloc (2 * sizeof (int))',
                                  'calloc (n + 4, sizeof (int))',
                                  'realloc (NULL, 64)'])
        f.put('int *%s = %s;\n%s[1] = %d;' % (x, how, x, v))
        return x + ' + 1', v

    def object_wrapped_block(self, f):
        make, x, v = self.new('make'), f.new('x'), self.value()
        self.define('''
static int *%s (int n, int v)
{
  int *p = malloc (n * sizeof *p);
  for (int i = 0; i < n; i++)
    p[i] = v;
  return p;
}
''' % make)
        f.put('int *%s = %s (3, %d);' % (x, make, v))
        return x + ' + 2', v

    def object_by_out_parameter(self, f):
        make, x, v = self.new('make'), f.new('x'), self.value()
        self.define('''
static int %s (int **out, int v)
{
  *out = malloc (sizeof **out);
  **out = v;
  return 0;
}
''' % make)
        f.put('int *%s;\nif (%s (&%s, %d))\n  abort ();' % (x, make, x, v))
        return x, v

    OBJECTS = [object_int] * 5 + [
        object_array, object_field, object_literal, object_alloca, object_vla,
        object_block, object_wrapped_block, object_by_out_parameter]

    # Steps.  Each takes the Function F and the name P of an int pointer, and
    # returns the expression of one to the same place.

    def step_copy(self, f, p):
        q = f.new()
        f.put('int **%s = &%s;' % (q, p))
        return '*' + q

    def step_field(self, f, p):
        s = f.new('s')
        f.put('struct box %s = { .size = 3 };\n%s.p = %s;' % (s, s, p))
        return s + '.p'

    def step_deep_field(self, f, p):
        s, b, i = f.new('s'), f.new('b'), self.random.below(2)
        f.put('''
struct box %(b)s = { 1, &other_value, 2 };
struct deep %(s)s = { { { 0 } }, &%(b)s };
%(s)s.box->p = %(p)s;
%(s)s.in[%(i)d].b = %(s)s.box->p;
''' % dict(s=s, b=b, p=p, i=i))
        return '%s.in[%d].b' % (s, i)

    def step_struct_copy(self, f, p):
        s, t = f.new('s'), f.new('s')
        f.put('''
struct pair %(s)s = { &other_value, %(p)s };
struct pair %(t)s;
%(t)s = %(s)s;
''' % dict(s=s, t=t, p=p))
        return t + '.b'

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

    def step_list_on_stack(self, f, p):
        a, i = f.new('a'), self.random.below(4)
        q = f.new()
        f.put('''
struct node %(a)s[4];
for (int i = 0; i < 4; i++)
  {
    %(a)s[i].next = i < 3 ? &%(a)s[i + 1] : NULL;
    %(a)s[i].p = i == %(i)d ? %(p)s : NULL;
  }
struct node *%(q)s = %(a)s;
while (!%(q)s->p)
  %(q)s = %(q)s->next;
''' % dict(a=a, i=i, p=p, q=q))
        return q + '->p'

    def step_list_on_heap(self, f, p):
        push, head, q = self.new('push'), f.new('head'), f.new()
        self.define('''
static struct node *%s (struct node *next, int *p)
{
  struct node *n = malloc (sizeof *n);
  n->next = next;
  n->p = p;
  return n;
}
''' % push)
        f.put('''
struct node *%(h)s = %(push)s (%(push)s (NULL, %(p)s), &other_value);
int *%(q)s = %(h)s->next->p;
free (%(h)s->next);
free (%(h)s);
''' % dict(h=head, push=push, p=p, q=q))
        return q

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

    def step_union(self, f, p):
        u, t = f.new('u'), f.new('u')
        f.put('''
union word %(u)s = { .p = %(p)s }, %(t)s;
%(t)s.n = %(u)s.n;
''' % dict(u=u, t=t, p=p))
        return t + '.p'

    def step_integer(self, f, p):
        number = f.new('number')
        key = self.random.choice(['1', '0xff00', '~(uintptr_t) 0',
                                  '(uintptr_t) n << 40'])
        how = self.random.choice(['^', '+'])
        back = {'^': '^', '+': '-'}[how]
        f.put('uintptr_t %s = (uintptr_t) %s %s (%s);'
              % (number, p, how, key))
        return '(int *) (%s %s (%s))' % (number, back, key)

    def step_integer_call(self, f, p):
        through = self.new('through')
        self.define('''
static unsigned long %s (unsigned long n)
{
  return n;
}
''' % through)
        return '(int *) %s ((unsigned long) %s)' % (through, p)

    def step_tagged(self, f, p):
        number = f.new('number')
        f.put('''
uintptr_t %(x)s = (uintptr_t) %(p)s | 1;
if (!(%(x)s & 1))
  abort ();
''' % dict(x=number, p=p))
        return '(int *) (%s & ~(uintptr_t) 1)' % number

    def step_memcpy(self, f, p):
        q, b = f.new(), f.new('bytes')
        f.put('''
char %(b)s[sizeof (int *)];
int *%(q)s;
memcpy (%(b)s, &%(p)s, sizeof %(b)s);
memmove (&%(q)s, %(b)s, sizeof %(b)s);
''' % dict(q=q, b=b, p=p))
        return q

    def step_memcpy_struct(self, f, p):
        s, t = f.new('s'), f.new('s')
        f.put('''
struct deep %(s)s = { .in[1].a = %(p)s }, %(t)s;
memcpy (&%(t)s, &%(s)s, sizeof %(t)s);
''' % dict(s=s, t=t, p=p))
        return t + '.in[1].a'

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

    def step_array(self, f, p):
        a, i = f.new('a'), self.random.below(5)
        f.put('''
int *%(a)s[5];
for (int i = 0; i < 5; i++)
  %(a)s[i] = &other_value;
%(a)s[%(i)d * n] = %(p)s;
''' % dict(a=a, i=i, p=p))
        return '%s[%d]' % (a, i)

    def step_vla_of_pointers(self, f, p):
        a = f.new('a')
        f.put('int *%s[n + 3];\n%s[n + 1] = %s;' % (a, a, p))
        return a + '[2]'

    def step_heap_array(self, f, p):
        a, q = f.new('a'), f.new()
        f.put('''
int **%(a)s = malloc (2 * sizeof *%(a)s);
%(a)s[1] = %(p)s;
%(a)s = realloc (%(a)s, 50 * sizeof *%(a)s);
int *%(q)s = %(a)s[1];
free (%(a)s);
''' % dict(a=a, p=p, q=q))
        return q

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

    def step_conditional(self, f, p):
        q = f.new()
        f.put('int *%s = n > 50 ? &other_value : %s;' % (q, p))
        return q

    def step_switch(self, f, p):
        q = f.new()
        f.put('''
int *%(q)s;
switch (n)
  {
  case 1: %(q)s = %(p)s; break;
  case 2: %(q)s = &other_value; break;
  default: %(q)s = NULL;
  }
''' % dict(q=q, p=p))
        return q

    def step_computed_goto(self, f, p):
        q = f.new()
        f.put('''
int *%(q)s = &other_value;
{
  __label__ set, skip;
  void *where[] = { &&skip, &&set };
  goto *where[n];
set:
  %(q)s = %(p)s;
skip:;
}
''' % dict(q=q, p=p))
        return q

    def step_loop(self, f, p):
        q, r = f.new(), f.new()
        f.put('''
int *%(q)s = %(p)s, *%(r)s = &other_value;
for (int i = 0; i < %(i)d; i++)
  {
    int *t = %(q)s;
    %(q)s = %(r)s;
    %(r)s = t;
  }
''' % dict(q=q, r=r, p=p, i=2 * self.random.below(4)))
        return q

    def step_atomic(self, f, p):
        q, r = f.new(), f.new()
        f.put('''
int *%(q)s = NULL, *%(r)s = NULL;
__atomic_store_n (&%(q)s, %(p)s, __ATOMIC_SEQ_CST);
if (!__sync_bool_compare_and_swap (&%(r)s, NULL, %(q)s))
  abort ();
''' % dict(q=q, r=r, p=p))
        return '__atomic_exchange_n (&%s, NULL, __ATOMIC_ACQ_REL)' % r

    def step_asm(self, f, p):
        q = f.new()
        f.put('int *%s;\n__asm__ ("" : "=r" (%s) : "0" (%s));' % (q, q, p))
        return q

    def step_int128(self, f, p):
        q = f.new()
        f.put('unsigned __int128 %s = (unsigned __int128) (uintptr_t) %s << 64;'
              % (q, p))
        return '(int *) (uintptr_t) (%s >> 64)' % q

    def step_vector(self, f, p):
        q = f.new()
        f.put('''
typedef long %(q)st __attribute__ ((vector_size (16)));
%(q)st %(q)s = { 5, (long) %(p)s };
%(q)s = (%(q)st) { %(q)s[1], %(q)s[0] };
''' % dict(q=q, p=p))
        return '(int *) %s[0]' % q

    def step_complex(self, f, p):
        q = f.new()
        f.put('''
_Complex long %(q)s;
__real__ %(q)s = 1;
__imag__ %(q)s = (long) %(p)s;
''' % dict(q=q, p=p))
        return '(int *) __imag__ %s' % q

    def step_string_function(self, f, p):
        return ('(int *) ((char *) memchr (%s, ((unsigned char *) %s)[0], '
                'sizeof (int)))' % (p, p))

    def step_statement_expression(self, f, p):
        return '({ struct pair s = { %s, NULL }; struct pair *t = &s; t->a; })' \
            % p

    def step_static(self, f, p):
        s = f.new('s')
        f.put('''
static int *%(s)ss;
%(s)ss = %(p)s;
int *%(s)s = %(s)ss;
%(s)ss = NULL;
''' % dict(s=s, p=p))
        return s

    def step_global(self, f, p):
        q = f.new()
        g = self.random.choice(['global_pointer', 'global_pair.b',
                                'global_array[2]', 'global_node.p',
                                'thread_pointer', 'visible_pointer',
                                'c->slot[5]'])
        f.put('%s = %s;\nint *%s = %s;\n%s = NULL;' % (g, p, q, g, g))
        return q

    def step_function(self, f, p):
        """A function of its own, with objects of its own."""
        if f.depth >= 3:
            return self.step_wrapper(f, p)
        g = Function(self.new('carry'), f.depth + 1)
        if self.random.chance(50):
            self.objects(g)
        r = self.steps(g, 'p')
        if self.random.chance(15):
            self.leave(g, r)
        self.finish(g, 'int *', 'struct ctx *c, int *p, int n', r)
        return '%s (c, %s, n)' % (g.name, p)

    STEPS = [step_function] * 6 + [
        step_copy, step_field, step_deep_field, step_struct_copy,
        step_struct_result, step_struct_argument, step_list_on_stack,
        step_list_on_heap, step_list_reversed, step_out_parameter,
        step_out_field, step_wrapper, step_recursion, step_mutual_recursion,
        step_callback, step_table, step_sorted, step_union, step_integer,
        step_integer_call, step_tagged, step_memcpy, step_memcpy_struct,
        step_varargs, step_va_list, step_array, step_vla_of_pointers,
        step_heap_array, step_container, step_nested, step_nested_callback,
        step_setjmp, step_cleanup, step_thread, step_conditional, step_switch,
        step_computed_goto, step_loop, step_atomic, step_asm, step_int128,
        step_vector, step_complex, step_string_function,
        step_statement_expression, step_static, step_global]

    def steps(self, f, p):
        """Hand P on in F by some steps; return the name of the last."""
        for _ in range(self.random.below(5)):
            step = self.random.choice(self.STEPS)
            q = step(self, f, p)
            p = f.new('p')
            f.put('int *%s = %s;' % (p, q))
        return p

    def leave(self, f, p):
        """Leave P behind in memory that lives on, where nobody looks."""
        where = self.random.choice(
            ['global_pointer', 'global_pair.a', 'global_array[n]',
             'global_node.p', 'thread_pointer', 'visible_pointer',
             'c->slot[%d]' % self.random.below(5), 'c->list->p', 'c->word.p'])
        text = '%s = %s;' % (where, p)
        if self.random.chance(20):
            text = 'global_number = (uintptr_t) %s;' % p
        elif self.random.chance(20):
            text = 'memcpy (c->slot, &%s, sizeof %s);' % (p, p)
        if self.random.chance(30):
            text = 'if (n > 60)\n  ' + text
        f.put(text)

    def objects(self, f):
        """Some objects of F's own, where their addresses go, and a look at
        what they have become."""
        for _ in range(1 + self.random.below(3)):
            expression, v = self.random.choice(self.OBJECTS)(self, f)
            p = f.new('p')
            f.put('int *%s = %s;' % (p, expression))
            q = self.steps(f, p)
            if self.random.chance(40):
                k = self.value()
                f.put('*%s += %d;' % (q, k))
                v += k
            f.put('sum += *%s;' % p if self.random.chance(50)
                  else 'sum += *%s;' % q)
            f.sum += v
            if self.random.chance(25):
                self.leave(f, self.random.choice([p, q]))

    def finish(self, f, kind, parameters, result):
        """Define F, a function of KIND with PARAMETERS that returns the
        pointer RESULT, or its sum if that is null."""
        body = '\n'.join(f.lines)
        check = '  if (sum != %d)\n    abort ();' % f.sum
        self.define('static %s%s%s (%s)\n{\n  int sum = 0;\n%s\n%s\n'
                    '  return %s;\n}'
                    % (kind, '' if kind.endswith('*') else ' ', f.name,
                       parameters, body, check, result or 'sum'))

    def by_value(self, p):
        """A function whose parameters' own addresses are handed on."""
        f = Function(self.new('by_value'), 1)
        first, second = f.new('p'), f.new('p')
        f.put('int *%s = &x;\nint *%s = &h.value[1];' % (first, second))
        a = self.steps(f, first)
        b = self.steps(f, second)
        f.put('sum += *%s + *%s;' % (a, b))
        f.sum = 30
        if self.random.chance(30):
            self.leave(f, self.random.choice([a, b]))
        self.finish(f, 'int',
                    'struct ctx *c, int x, struct holder h, int n', None)
        return f

    def returning(self, p):
        """A function that returns the address of what is gone then."""
        f = Function(self.new('returning'), 1)
        expression, _ = self.random.choice(self.OBJECTS)(self, f)
        first = f.new('p')
        f.put('int *%s = %s;' % (first, expression))
        last = self.steps(f, first)
        self.finish(f, 'int *', 'struct ctx *c, int n', last)
        return f

    def program(self):
        """The whole program."""
        calls = []
        for _ in range(3 + self.random.below(5)):
            f = Function(self.new('scene'), 0)
            self.objects(f)
            self.finish(f, 'int', 'struct ctx *c, int n', None)
            calls.append(('%s (&c, argc)' % f.name, f.sum))
        f = self.by_value(None)
        calls.append(('%s (&c, 10, (struct holder) { 1, { 0 }, { 0, 20 } }, '
                      'argc)' % f.name, f.sum))
        f = self.returning(None)
        calls.append(('(int) ((uintptr_t) %s (&c, argc) & 0)' % f.name, 0))
        order = [self.random.choice(calls) for _ in range(4)] + calls
        self.define('''
int main (int argc, char **argv)
{
  struct node node = { 0 };
  struct ctx c = { { 0 }, &node, { 0 } };
  long sum = 0;
  (void) argv;
  for (int i = 0; i < 3; i++)
    {
%s
    }
  return sum == %d ? 0 : 1;
}
''' % ('\n'.join('      sum += %s;' % call for call, _ in order),
       3 * sum(value for _, value in order)))
        return PROLOGUE + '\n' + '\n'.join(self.text)


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdigit():
        print('usage: generate.py SEED', file=sys.stderr)
        sys.exit(2)
    seed = int(sys.argv[1])
    print('/* Made by generate.py %d.  */\n' % seed)
    print(Program(seed).program(), end='')


if __name__ == '__main__':
    main()
