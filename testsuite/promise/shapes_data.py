# Shapes for generate.py that are in one function: how an address is handed on
# through variables, fields, integers and memory.
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



class DataShapes:
    """Each step takes the Function F and the name P of an int pointer, and
    returns the expression of one to the same place."""

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

    def step_packed(self, f, p):
        s = f.new('s')
        f.put('''
struct __attribute__ ((packed)) { char c; int *p; short n; } %(s)s, %(s)st;
%(s)s.p = %(p)s;
%(s)st = %(s)s;
''' % dict(s=s, p=p))
        return s + 't.p'

    def step_double(self, f, p):
        u, d = f.new('u'), f.new('d')
        f.put('''
union { int *p; double d; } %(u)s = { %(p)s }, %(u)st;
double %(d)s = %(u)s.d;
%(u)st.d = %(d)s;
''' % dict(u=u, d=d, p=p))
        return u + 't.p'

    def step_arithmetic(self, f, p):
        n = f.new('number')
        there, back = self.random.choice([
            ('%s * 2', '%s / 2'), ('- %s', '- %s'), ('~ %s', '~ %s'),
            ('~ (uintptr_t) 0 - %s', '~ (uintptr_t) 0 - %s'),
            ('__builtin_bswap64 (%s)', '__builtin_bswap64 (%s)'),
            ('%s << 3', '%s >> 3'), ('%s * 3', '%s / 3'),
            ('%s << 16 | 7', '%s >> 16'),
            ('(%s >> 32 | %%s << 32)', '(%s << 32 | %%s >> 32)')])

        def fill(text, value):
            return text.replace('%%s', value).replace('%s', value)

        word = '(uintptr_t) ' + p
        f.put('uintptr_t %s = %s;' % (n, fill(there, '(%s)' % word)))
        return '(int *) (%s)' % fill(back, n)

    def step_difference(self, f, p):
        n = f.new('number')
        f.put('intptr_t %s = (intptr_t) %s - (intptr_t) &other_value;'
              % (n, p))
        return '(int *) ((intptr_t) &other_value + %s)' % n

    def step_overflow(self, f, p):
        n = f.new('number')
        f.put('''
uintptr_t %(n)s;
if (__builtin_add_overflow ((uintptr_t) %(p)s, 5, &%(n)s))
  abort ();
''' % dict(n=n, p=p))
        return '(int *) (%s - 5)' % n

    def step_halves_by_memcpy(self, f, p):
        q = f.new()
        f.put('''
int *%(q)s;
memcpy (&%(q)s, &%(p)s, 4);
memcpy ((char *) &%(q)s + 4, (char *) &%(p)s + 4, 4);
''' % dict(q=q, p=p))
        return q

    def step_words(self, f, p):
        s, t = f.new('s'), f.new('s')
        f.put('''
struct wide %(s)s = { .p = %(p)s }, %(t)s;
for (unsigned i = 0; i < sizeof %(s)s / sizeof (long); i++)
  ((long *) &%(t)s)[i] = ((long *) &%(s)s)[i];
''' % dict(s=s, t=t, p=p))
        return t + '.p'

    def step_char_offset(self, f, p):
        s = f.new('s')
        f.put('''
struct box %(s)s = { 1, &other_value, 2 };
*(int **) ((char *) &%(s)s + offsetof (struct box, p)) = %(p)s;
''' % dict(s=s, p=p))
        return s + '.p'

    def step_backwards(self, f, p):
        s = f.new('s')
        f.put('''
struct box %(s)s = { 1, %(p)s, 2 };
long *%(s)sl = &%(s)s.pad;
''' % dict(s=s, p=p))
        return ('*(int **) ((char *) %sl - offsetof (struct box, pad) '
                '+ offsetof (struct box, p))' % s)

    def step_array_of_structs(self, f, p):
        a, i = f.new('a'), self.random.below(4)
        f.put('''
struct box %(a)s[4] = { 0 };
struct box *%(a)sp = %(a)s;
%(a)sp += %(i)d * n;
%(a)sp->p = %(p)s;
''' % dict(a=a, i=i, p=p))
        return '(%s + %d)->p' % (a, i)

    def step_matrix(self, f, p):
        a, i, j = f.new('a'), self.random.below(3), self.random.below(3)
        f.put('int *%s[3][3] = { 0 };\n%s[%d][n * %d] = %s;'
              % (a, a, i, j, p))
        return '(*(%s + %d))[%d]' % (a, i, j)

    def step_three_levels(self, f, p):
        q = f.new()
        f.put('''
int **%(q)s1 = &%(p)s, ***%(q)s2 = &%(q)s1, ****%(q)s = &%(q)s2;
''' % dict(q=q, p=p))
        return '***' + q

    def step_flexible(self, f, p):
        s, q = f.new('s'), f.new()
        f.put('''
struct { long n; int *p[]; } *%(s)s = malloc (sizeof *%(s)s + 3 * sizeof (int *));
%(s)s->p[2] = %(p)s;
int *%(q)s = %(s)s->p[n + 1];
free (%(s)s);
''' % dict(s=s, q=q, p=p))
        return q

    def step_anonymous(self, f, p):
        s = f.new('s')
        f.put('''
struct { int tag; union { int *p; long n; struct { int low, high; }; }; }
  %(s)s = { 1, { 0 } }, %(s)st;
%(s)s.p = %(p)s;
%(s)st = %(s)s;
%(s)s.n = 0;
''' % dict(s=s, p=p))
        return '(int *) %st.n' % s

    def step_halves_in_union(self, f, p):
        u = f.new('u')
        f.put('''
union { int *p; struct { unsigned long low : 32, high : 32; } half; }
  %(u)s = { %(p)s }, %(u)st;
%(u)st.half = %(u)s.half;
''' % dict(u=u, p=p))
        return u + 't.p'

    def step_nested_struct_assignment(self, f, p):
        s, t = f.new('s'), f.new('s')
        f.put('''
struct deep %(s)s = { { { 0 } }, 0 }, *%(t)s = &%(s)s;
struct pair %(s)sp = { &other_value, %(p)s };
%(t)s->in[n] = %(sp)s;
*(struct pair *) &%(s)s = %(t)s->in[1];
''' % dict(s=s, t=t, p=p, sp=s + 'p'))
        return s + '.in[0].b'

    def step_array_in_struct(self, f, p):
        s = f.new('s')
        f.put('''
struct { int *a[3]; } %(s)s = { { 0, %(p)s, 0 } }, %(s)sa[2];
%(s)sa[1] = %(s)s;
''' % dict(s=s, p=p))
        return s + 'a[n].a[n]'

    def step_tail_pointer(self, f, p):
        head, tail = f.new('head'), f.new('tail')
        f.put('''
struct node *%(h)s = NULL, **%(t)s = &%(h)s;
struct node %(h)sn[3];
for (int i = 0; i < 3; i++)
  {
    %(h)sn[i] = (struct node) { NULL, i == 2 ? %(p)s : NULL, i };
    *%(t)s = &%(h)sn[i];
    %(t)s = &%(h)sn[i].next;
  }
while (%(h)s->tag != 2)
  %(h)s = %(h)s->next;
''' % dict(h=head, t=tail, p=p))
        return head + '->p'

    def step_xor_list(self, f, p):
        a = f.new('a')
        f.put('''
struct { uintptr_t link; int *p; } %(a)s[3], *%(a)sp = %(a)s;
uintptr_t %(a)sq = 0;
for (int i = 0; i < 3; i++)
  {
    %(a)s[i].link = ((i > 0 ? (uintptr_t) &%(a)s[i - 1] : 0)
		     ^ (i < 2 ? (uintptr_t) &%(a)s[i + 1] : 0));
    %(a)s[i].p = i == 2 ? %(p)s : NULL;
  }
while (!%(a)sp->p)
  {
    uintptr_t next = %(a)sp->link ^ %(a)sq;
    %(a)sq = (uintptr_t) %(a)sp;
    %(a)sp = (void *) next;
  }
''' % dict(a=a, p=p))
        return a + 'p->p'

    def step_exchange(self, f, p):
        q, r = f.new(), f.new()
        f.put('''
int *%(q)s = &other_value, *%(r)s = %(p)s;
if (!__atomic_compare_exchange (&%(q)s, &(int *) { &other_value }, &%(r)s, 0,
				__ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
  abort ();
''' % dict(q=q, r=r, p=p))
        return q

    def step_atomic_type(self, f, p):
        q, n = f.new(), f.new('number')
        f.put('''
int *_Atomic %(q)s = %(p)s;
_Atomic uintptr_t %(n)s = (uintptr_t) %(q)s;
%(n)s += 4;
''' % dict(q=q, n=n, p=p))
        return '(int *) (__atomic_fetch_sub (&%s, 4, __ATOMIC_RELAXED) - 4)' \
            % n

    def step_volatile(self, f, p):
        q = f.new()
        f.put('int *volatile %s = %s;' % (q, p))
        return '*(int *volatile *) &' + q

    def step_asm_memory(self, f, p):
        q = f.new()
        f.put('''
int *%(q)s = NULL;
#ifdef __x86_64__
__asm__ ("movq %%1, (%%0)" : : "r" (&%(q)s), "r" (%(p)s) : "memory");
#else
%(q)s = %(p)s;
#endif
''' % dict(q=q, p=p))
        return q

    def step_shuffle(self, f, p):
        q = f.new()
        f.put('''
typedef long %(q)st __attribute__ ((vector_size (32)));
%(q)st %(q)s = { 1, 2, (long) %(p)s, 4 };
%(q)s = __builtin_shuffle (%(q)s, (%(q)st) { 3, 2, 1, 2 });
%(q)s = %(q)s & (%(q)s != 4);
''' % dict(q=q, p=p))
        return '(int *) %s[3]' % q

    def step_union_of_vectors(self, f, p):
        u = f.new('u')
        f.put('''
union { long v __attribute__ ((vector_size (16))); int *p[2]; } %(u)s, %(u)st;
%(u)s.p[0] = NULL;
%(u)s.p[1] = %(p)s;
%(u)st.v = %(u)s.v;
''' % dict(u=u, p=p))
        return u + 't.p[1]'

    def step_arena(self, f, p):
        a, b = f.new('a'), f.new('box')
        f.put('''
char %(a)s[256] __attribute__ ((aligned (16))), *%(a)sp = %(a)s;
struct box *%(b)s = (struct box *) %(a)sp;
%(a)sp += sizeof *%(b)s;
struct pair *%(b)sp = (struct pair *) %(a)sp;
*%(b)s = (struct box) { 1, &other_value, 2 };
%(b)sp->b = %(p)s;
%(b)s->p = %(b)sp->b;
''' % dict(a=a, b=b, p=p))
        return '((struct box *) %s)->p' % a

    def step_stack_arena(self, f, p):
        b = f.new('box')
        f.put('''
struct box *%(b)s = NULL;
for (int i = 0; i < 3; i++)
  {
    struct box *more = alloca (sizeof *more);
    *more = (struct box) { i, i ? %(b)s->p : %(p)s, (long) %(b)s };
    %(b)s = more;
  }
''' % dict(b=b, p=p))
        return '((struct box *) ((struct box *) %s->pad)->pad)->p' % b

    def step_choice(self, f, p):
        return ('__builtin_speculation_safe_value (__builtin_choose_expr '
                '(1, %s, &other_value))' % p)

    def step_swap(self, f, p):
        q, r = f.new(), f.new()
        f.put('''
int *%(q)s = %(p)s, *%(r)s = &other_value;
%(q)s = (int *) ((uintptr_t) %(q)s ^ (uintptr_t) %(r)s);
%(r)s = (int *) ((uintptr_t) %(q)s ^ (uintptr_t) %(r)s);
%(q)s = (int *) ((uintptr_t) %(q)s ^ (uintptr_t) %(r)s);
''' % dict(q=q, r=r, p=p))
        return r

    def step_variable_offset(self, f, p):
        s, i = f.new('s'), self.random.below(3)
        f.put('''
int *%(s)s[3] = { &other_value, &other_value, &other_value };
size_t %(s)so = %(i)d * n * sizeof (int *);
memcpy ((char *) %(s)s + %(s)so, &%(p)s, sizeof %(p)s);
''' % dict(s=s, i=i, p=p))
        return '*(int **) ((char *) %s + %so)' % (s, s)

    def step_other_layout(self, f, p):
        s = f.new('s')
        f.put('''
struct { long tag; struct { long more; int *p; } in; } %(s)s = { 1, { 2, 0 } };
struct { long all[2]; int *p; } %(s)st;
%(s)s.in.p = %(p)s;
memcpy (&%(s)st, &%(s)s, sizeof %(s)st);
''' % dict(s=s, p=p))
        return s + 't.p'

    def step_base(self, f, p):
        s = f.new('s')
        f.put('''
struct { struct { struct node first; long n; } base; long n; } %(s)s
  = { { { NULL, %(p)s, 1 }, 2 }, 3 };
struct node *%(s)sb = (struct node *) &%(s)s;
''' % dict(s=s, p=p))
        return s + 'b->p'

    def step_self(self, f, p):
        s = f.new('s')
        f.put('''
struct node %(s)s = { NULL, %(p)s, 1 };
%(s)s.next = &%(s)s;
''' % dict(s=s, p=p))
        return s + '.next->next->next->p'

    def step_ring(self, f, p):
        a = f.new('a')
        f.put('''
struct node %(a)s[3];
for (int i = 0; i < 3; i++)
  %(a)s[i] = (struct node) { &%(a)s[(i + 1) %% 3], NULL, i };
%(a)s->next->next->next->next->p = %(p)s;
struct node *%(a)sp = %(a)s;
for (int i = 0; i < 100; i++)
  %(a)sp = %(a)sp->next;
''' % dict(a=a, p=p))
        return a + 'p->p'

    def step_shift(self, f, p):
        a = f.new('a')
        f.put('''
int *%(a)s[5] = { %(p)s, &other_value, &other_value };
memmove (%(a)s + 1, %(a)s, 4 * sizeof *%(a)s);
memmove (%(a)s + n + 1, %(a)s + n, 3 * sizeof *%(a)s);
''' % dict(a=a, p=p))
        return a + '[2]'

    def step_part_copied(self, f, p):
        s, t = f.new('s'), f.new('s')
        f.put('''
struct deep %(s)s = { .in[0] = { &other_value, %(p)s } }, %(t)s = { 0 };
memcpy (&%(t)s.in[1], &%(s)s.in[0], sizeof %(t)s.in[1]);
*(struct pair *) &%(t)s = *(struct pair *) (%(t)s.in + n);
''' % dict(s=s, t=t, p=p))
        return t + '.in[0].b'

    def step_array_pointer(self, f, p):
        a = f.new('a')
        f.put('''
int *%(a)s[2][3] = { { 0 } };
int *(*%(a)sp)[3] = &%(a)s[1];
(*%(a)sp)[n] = %(p)s;
''' % dict(a=a, p=p))
        return '%s[n][n]' % a

    def step_wide_copy(self, f, p):
        u = f.new('u')
        kind = self.random.choice(
            ['__int128', 'unsigned __int128', '__float128', '_Complex double',
             '_Complex long', 'struct pair'])
        f.put('''
union { %(kind)s w; int *p[2]; } %(u)s, %(u)st;
%(u)s.p[0] = &other_value;
%(u)s.p[1] = %(p)s;
%(kind)s %(u)sw = %(u)s.w;
%(u)st.w = %(u)sw;
''' % dict(u=u, p=p, kind=kind))
        return u + 't.p[1]'

    def step_many_fields(self, f, p):
        s, i = f.new('s'), self.random.below(200)
        f.put('''
struct { int *p[100]; struct pair q[50]; struct box r; } %(s)s, %(s)st;
memset (&%(s)s, 0, sizeof %(s)s);
((int **) &%(s)s)[%(i)d] = %(p)s;
%(s)st = %(s)s;
''' % dict(s=s, p=p, i=i))
        return ('%st.p[%d]' % (s, i) if i < 100 else
                '%st.q[%d].%s' % (s, (i - 100) // 2, 'ab'[i % 2]))

    def step_far_field(self, f, p):
        s = f.new('s')
        f.put('''
struct { char room[5000]; int *p; } %(s)s, *%(s)sp = &%(s)s;
%(s)sp->p = %(p)s;
''' % dict(s=s, p=p))
        return '*(int **) ((char *) &%s + 5000)' % s

    def step_masked(self, f, p):
        n = f.new('number')
        f.put('''
uintptr_t %(n)s = (uintptr_t) %(p)s, %(n)sm = - (uintptr_t) (n != 7);
%(n)s = (%(n)s & %(n)sm) | ((uintptr_t) &other_value & ~%(n)sm);
''' % dict(n=n, p=p))
        return '(int *) ' + n

    def step_index(self, f, p):
        n = f.new('number')
        f.put('''
char *%(n)sb = NULL;
size_t %(n)s = (char *) %(p)s - %(n)sb;
''' % dict(n=n, p=p))
        return '(int *) &%sb[%s]' % (n, n)

    def step_negative_index(self, f, p):
        a = f.new('a')
        f.put('''
int *%(a)s[4] = { &other_value, %(p)s, &other_value, &other_value };
int **%(a)se = &%(a)s[4];
''' % dict(a=a, p=p))
        return '%se[-3 * n]' % a

    def step_literal_struct(self, f, p):
        return ('((struct deep *) &(struct deep) { { { %s, NULL } }, NULL })'
                '->in->a' % p)

    def step_conditional_struct(self, f, p):
        s = f.new('s')
        f.put('''
struct pair %(s)sa = { &other_value, &other_value };
struct pair %(s)sb = { &other_value, %(p)s };
struct pair %(s)s = n > 5 ? %(s)sa : %(s)sb;
struct pair *%(s)sp = n > 5 ? &%(s)sa : &%(s)s;
''' % dict(s=s, p=p))
        return s + 'p->b'

    STEPS = [
        step_copy, step_field, step_deep_field, step_struct_copy,
        step_list_on_stack, step_list_on_heap, step_union, step_integer,
        step_tagged, step_memcpy, step_memcpy_struct, step_array,
        step_vla_of_pointers, step_heap_array, step_conditional, step_switch,
        step_computed_goto, step_loop, step_atomic, step_asm, step_int128,
        step_vector, step_complex, step_statement_expression, step_static,
        step_global, step_packed, step_double, step_arithmetic,
        step_difference, step_overflow, step_halves_by_memcpy, step_words,
        step_char_offset, step_backwards, step_array_of_structs, step_matrix,
        step_three_levels, step_flexible, step_anonymous, step_halves_in_union,
        step_nested_struct_assignment, step_array_in_struct, step_tail_pointer,
        step_xor_list, step_exchange, step_atomic_type, step_volatile,
        step_asm_memory, step_shuffle, step_union_of_vectors, step_arena,
        step_stack_arena, step_choice, step_swap, step_variable_offset,
        step_other_layout, step_base, step_self, step_ring, step_shift,
        step_part_copied, step_array_pointer, step_wide_copy, step_many_fields,
        step_far_field, step_masked, step_index, step_negative_index,
        step_literal_struct, step_conditional_struct]
