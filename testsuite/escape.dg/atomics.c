/* Atomic operations move pointers of any size, and into other fields.  */
/* { dg-do compile } */
/* { dg-additional-options "-Wno-return-local-addr" } */
/* { dg-prune-notes "." } */

struct three
{
  void *a, *b, *c;
};

struct two
{
  void *a, *b;
} __attribute__ ((aligned (16)));

void *
generic (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'generic'" } */
  struct three from = { 0 }, to = { 0 };

  from.b = &x;
  __atomic_store (&to, &from, __ATOMIC_SEQ_CST);
  return to.b;
}

void *
double_word (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'double_word'" } */
  struct two from = { 0 }, to = { 0 };

  from.b = &x;
  __atomic_store ((__int128 *) &to, (__int128 *) &from, __ATOMIC_SEQ_CST);
  return to.b;
}

/* The addition makes p point to b.  */
void *
moved (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'moved'" } */
  struct two t = { 0 };
  void **p = &t.a;

  __atomic_fetch_add ((unsigned long *) &p, sizeof *p, __ATOMIC_SEQ_CST);
  *p = &x;
  return t.b;
}

void *
exchanged (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'exchanged'" } */
  int y; /* { dg-note "'y' does not escape" } */
  void *p = &x, *q = &y;

  __atomic_store_n (&q, 0, __ATOMIC_SEQ_CST);
  return __atomic_exchange_n (&p, 0, __ATOMIC_SEQ_CST);
}

void *
standard (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'standard'" } */
  struct three t = { 0 };
  _Atomic struct three a;

  t.c = &x;
  a = t;
  t = a;
  return t.c;
}
