# Shapes for generate.py in which an address is left behind in memory that
# lives on.
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



class LeavingShapes:
    """Each takes the Function F, which has a parameter `struct ctx *c', and
    the name P of an int pointer, and returns statements.  It may define
    functions."""

    def leave_direct(self, f, p):
        return self.assign(p)

    def assign(self, p):
        """An assignment of P to memory that lives on."""
        to = self.random.choice(
            ['global_pointer', 'global_pair.a', 'global_array[n]',
             'global_node.p', 'thread_pointer', 'visible_pointer',
             'c->slot[%d]' % self.random.below(5), 'c->list->p', 'c->word.p'])
        if self.random.chance(20):
            return '%s = (uintptr_t) %s;' \
                % (self.random.choice(['global_number', 'c->word.n']), p)
        return '%s = %s;' % (to, p)

    def leave_by_memcpy(self, f, p):
        to = self.random.choice(['c->slot', '&global_pair.b', 'global_array',
                                 '(char *) c + 8 * n'])
        return 'memcpy (%s, &%s, sizeof %s);' % (to, p, p)

    def leave_in_struct(self, f, p):
        return self.random.choice(
            ['global_pair = (struct pair) { NULL, %s };',
             'global_node = (struct node) { .p = %s };',
             '*c->list = (struct node) { NULL, %s, 1 };',
             'c->word = (union word) { %s };']) % p

    def leave_by_call(self, f, p):
        put = self.new('put')
        self.define('''
static void %s (int **to, int *p, int n)
{
  to[n - 1] = p;
}
''' % put)
        to = self.random.choice(['&global_pointer', '&global_pair.b',
                                 'c->slot + 2', '&c->list->p',
                                 'global_array', '&thread_pointer'])
        return '%s (%s, %s, n);' % (put, to, p)

    def leave_by_callback(self, f, p):
        keep, call = self.new('keep'), self.new('call')
        self.define('''
static void %(k)s (int *p, struct ctx *c)
{
  c->slot[6] = p;
  global_node.p = NULL;
}

static void %(c)s (void (*f) (int *, struct ctx *), void *p, void *c)
{
  f (p, c);
}
''' % dict(k=keep, c=call))
        return '%s (%s, %s, c);' % (call, keep, p)

    def leave_in_table(self, f, p):
        table = self.new('table')
        self.define('''
static int *%(t)s_a, *%(t)s_b;
static int **const %(t)s[] = { &%(t)s_a, &%(t)s_b };
''' % dict(t=table))
        return '*%s[n] = %s;' % (table, p)

    def leave_in_static(self, f, p):
        slot = self.new('slot')
        self.define('''
static int **%s (void)
{
  static int *kept[2];
  return &kept[1];
}
''' % slot)
        return '*%s () = %s;' % (slot, p)

    def leave_in_block(self, f, p):
        slot = self.new('slot')
        self.define('''
static struct box *%(s)s_box;

static struct box *%(s)s (void)
{
  if (!%(s)s_box)
    %(s)s_box = calloc (1, sizeof *%(s)s_box);
  return %(s)s_box;
}
''' % dict(s=slot))
        return '%s ()->p = %s;' % (slot, p)

    def leave_in_list(self, f, p):
        push = self.new('push')
        self.define('''
static struct node *%(s)s_list;

static void %(s)s (int *p)
{
  struct node *n = malloc (sizeof *n);
  n->p = p;
  n->next = %(s)s_list;
  %(s)s_list = n;
}
''' % dict(s=push))
        return '%s (%s);' % (push, p)

    def leave_in_callers_list(self, f, p):
        push = self.new('push')
        self.define('''
static void %s (struct ctx *c, int *p)
{
  struct node *n = calloc (1, sizeof *n), *last = c->list;
  while (last->next)
    last = last->next;
  n->p = p;
  last->next = n;
}
''' % push)
        return '%s (c, %s);' % (push, p)

    def leave_atomically(self, f, p):
        return self.random.choice(
            ['__atomic_store_n (&global_pointer, %s, __ATOMIC_RELEASE);',
             '__atomic_exchange_n (&global_pair.a, %s, __ATOMIC_RELAXED);',
             '__sync_lock_test_and_set (&c->slot[7], %s);',
             '__atomic_add_fetch (&global_number, (uintptr_t) %s, '
             '__ATOMIC_RELAXED);\n  global_number = 0;',
             '__sync_val_compare_and_swap (&c->slot[7], c->slot[7], %s);']) \
            % p

    def leave_in_argument(self, f, p):
        put = self.new('put')
        self.define('''
static void %s (int n, ...)
{
  va_list list;
  va_start (list, n);
  int **to = va_arg (list, int **);
  *to = va_arg (list, int *);
  va_end (list);
}
''' % put)
        return '%s (n, &c->slot[3], %s);' % (put, p)

    def leave_by_thread(self, f, p):
        run = self.new('run')
        self.define('''
static int *%(s)s_kept;

static void *%(s)s (void *p)
{
  %(s)s_kept = p;
  return p;
}
''' % dict(s=run))
        f.put('''
{
  pthread_t thread;
  if (pthread_create (&thread, NULL, %s, %s) || pthread_join (thread, NULL))
    abort ();
}
''' % (run, p))
        return ';'

    def leave_by_asm(self, f, p):
        return '__asm__ volatile ("" : "=m" (c->slot[1]) : "r" (%s)); ' \
            'c->slot[1] = %s;' % (p, p)

    def leave_by_nested(self, f, p):
        g = f.new('nested')
        f.put('void %s (int *q) { c->slot[2] = q; }' % g)
        return '%s (%s);' % (g, p)

    def leave_two_levels(self, f, p):
        put = self.new('put')
        self.define('''
static void %(s)s_in (struct ctx **c, int **p)
{
  (*c)->list->p = *p;
}

static void %(s)s (struct ctx *c, int *p)
{
  struct ctx *own = c;
  %(s)s_in (&own, &p);
}
''' % dict(s=put))
        return '%s (c, %s);' % (put, p)

    LEAVING = [
        leave_direct, leave_by_memcpy, leave_in_struct, leave_by_call,
        leave_by_callback, leave_in_table, leave_in_static, leave_in_block,
        leave_in_list, leave_in_callers_list, leave_atomically,
        leave_in_argument, leave_by_thread, leave_by_asm, leave_by_nested,
        leave_two_levels]
