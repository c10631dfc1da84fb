/* What a function says of the memory of a parameter stays true when it turns out
   later, as its recursion is followed, that so much of that memory is used that
   not all of it can be told apart: `r' then stands for all that `r->p*' point
   to.  */
/* { dg-do compile } */
/* { dg-additional-options "-Wno-return-local-addr" } */
/* { dg-prune-notes "." } */

struct in
{
  void *a, *b;
};

#define TEN(D) \
  M (D##0) M (D##1) M (D##2) M (D##3) M (D##4) \
  M (D##5) M (D##6) M (D##7) M (D##8) M (D##9)
#define ALL \
  TEN (1) TEN (2) TEN (3) \
  M (40) M (41) M (42) M (43) M (44)

struct out
{
#define M(N) struct in *p##N;
  ALL
#undef M
};

static void *first (struct out *, struct out *, struct out *, int);

static void *
second (struct out *o, struct out *q, struct out *r, int k)
{
  if (k == 5)
    return first (o, q, r, k - 1);
  return r->p39->a;
}

static void *
first (struct out *o, struct out *q, struct out *r, int k)
{
  void *p = r->p10;

  if (k == 1)
    return p;
#define M(N) o->p##N->b = 0; q->p##N->b = 0;
  ALL
#undef M
  *(void **) o->p10->a = 0;
  *(void **) o->p11->a = 0;
  *(void **) o->p12->a = 0;
  *(void **) o->p13->a = 0;
  *(void **) o->p14->a = 0;
  *(void **) o->p15->a = 0;
  *(void **) o->p16->a = 0;
  return second (o, q, r, k - 1);
}

/* first calls second, which returns r->p39->a.  */
void *
through_both (void)
{
  int x; /* { dg-note "'x' escapes its frame: returned by 'through_both'" } */
  struct in in = { &x, 0 };
  struct out o = { 0 }, q = { 0 }, r = { 0 };

  r.p39 = &in;
  return first (&o, &q, &r, 3);
}
