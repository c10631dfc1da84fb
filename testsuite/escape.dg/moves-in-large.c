/* Of a function with very many flows only a summary is kept, in which all that
   a parameter reaches is one; a store from there to there still counts.  */
/* { dg-do compile } */
/* { dg-additional-options "-Wno-return-local-addr" } */
/* { dg-prune-notes "." } */

struct tree
{
  struct tree *a, *b, *c, *d;
};

#define MOVES_4(A, B, C, D)			\
  p->A->B->C = q->D;				\
  q->A->C->B = p->D;				\
  q->D->A = p->B->C;				\
  p->C->D->A = q->B->A;
#define MOVES_3(A, B, C) \
  MOVES_4 (A, B, C, a) MOVES_4 (A, B, C, b) \
  MOVES_4 (A, B, C, c) MOVES_4 (A, B, C, d)
#define MOVES_2(A, B) \
  MOVES_3 (A, B, a) MOVES_3 (A, B, b) MOVES_3 (A, B, c) MOVES_3 (A, B, d)
#define MOVES_1(A) \
  MOVES_2 (A, a) MOVES_2 (A, b) MOVES_2 (A, c) MOVES_2 (A, d)
#define MOVES MOVES_1 (a) MOVES_1 (b) MOVES_1 (c) MOVES_1 (d)

static void
move_below (struct tree *p, struct tree *q)
{
  p->a->b = p->c;
  MOVES
}

/* move_below makes x.b point to y.  */
struct tree *
below (void)
{
  struct tree y = { 0 }; /* { dg-note "'y' escapes its frame: returned by 'below'" } */
  struct tree x = { 0 };
  struct tree top = { 0 }, other = { 0 };

  top.a = &x;
  top.c = &y;
  move_below (&top, &other);
  return x.b;
}

static void
move_self (struct tree *p, struct tree *q)
{
  p->a = p;
  MOVES
}

/* move_self makes top point to itself.  */
struct tree *
self (void)
{
  struct tree top = { 0 }; /* { dg-note "'top' escapes its frame: returned by 'self'" } */
  struct tree other = { 0 };

  move_self (&top, &other);
  return top.a;
}
