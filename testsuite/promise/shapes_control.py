# Shapes for generate.py in which it is not plain who is called, or what comes
# next: function pointers, recursion, nested functions, jumps and threads.
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



class ControlShapes:
    """Each step takes the Function F and the name P of an int pointer, and
    returns the expression of one to the same place."""

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
        step_recursion, step_mutual_recursion, step_callback, step_table,
        step_sorted, step_nested, step_nested_callback, step_setjmp,
        step_cleanup, step_thread, step_string_function, step_closure,
        step_methods, step_global_function, step_function_returned,
        step_stack_of_frames, step_result_in_caller, step_apply,
        step_nested_recursive, step_nonlocal_goto, step_nested_sort,
        step_found, step_threads, step_once, step_group, step_other_type,
        step_unprototyped, step_function_in_block, step_alias, step_visitor]
