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

import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from shapes_calls import CallShapes
from shapes_control import ControlShapes
from shapes_data import DataShapes
from shapes_leaving import LeavingShapes


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
        return '%s%d_' % (prefix, self.n)


class Program(DataShapes, CallShapes, ControlShapes, LeavingShapes):
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

    STEPS = ([step_function] * 8 + DataShapes.STEPS + CallShapes.STEPS
             + ControlShapes.STEPS)

    def steps(self, f, p):
        """Hand P on in F by some steps; return the name of the last."""
        many = self.random.below(5)
        if self.random.chance(1):
            # A function that is too large for some ways to look at it.
            many = 80
        for _ in range(many):
            step = self.random.choice(self.STEPS)
            q = step(self, f, p)
            p = f.new('p')
            f.put('int *%s = %s;' % (p, q))
        return p

    def leave(self, f, p):
        """Leave P behind in memory that lives on, where nobody looks."""
        text = self.random.choice(self.LEAVING)(self, f, p)
        if self.random.chance(30):
            text = 'if (n > 60)\n  { %s }' % text
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
