/* Products: the facts of a coarse transfer in fewer constraints.

   Copyright (C) 2026 The escape authors.

   This file is part of escape.

   escape is free software: you can redistribute it and/or modify it under
   the terms of the GNU General Public License as published by the Free
   Software Foundation, either version 3 of the License, or (at your option)
   any later version.

   escape is distributed in the hope that it will be useful, but WITHOUT ANY
   WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
   FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
   details.

   You should have received a copy of the GNU General Public License along
   with this program.  If not, see <https://www.gnu.org/licenses/>.  */

/* A coarse transfer says of most memory that it may hold what is in most other
   memory: that is a set of facts for each pair, and a constraint for each of
   them at each call.  Where several objects may hold the contents of the same
   others, two nodes do for all pairs: one that points to any of the former,
   one for what any of the latter holds.  Neither loses anything, since what is
   stored does not depend on where.

   Facts are put together batch by batch, as they are found, since transfers of
   a recursive group are applied before they are complete.  Calls that began at
   other times may ask for other batches, which overlap.  A batch of N facts
   takes O(N log N) time, once; its products have no more members than N.  */

#include "transfer-int.h"

/* Whether fact F of T is one of many that coarse transfers have.  What is
   stored in an object of its own is another matter (apply_fact).  */
static bool
is_plain (const struct esc_transfer *t, const struct fact *f)
{
  switch (t->objects[f->dst - 1].kind)
    {
    case ESC_OBJECT_ROOT:
      if (f->dst == f->src)
	return false;
      break;
    case ESC_OBJECT_DEREF:
    case ESC_OBJECT_OUTSIDE:
    case ESC_OBJECT_BLOCK:
      break;
    default:
      return false;
    }
  return f->dst_offset.stride == 1 && f->src_offset.stride == 1;
}

static void
add_member (struct esc_transfer *t, uint32_t number)
{
  RESERVE (t->members, t->n_members, t->members_capacity);
  t->members[t->n_members++] = number;
}

/* For qsort: the order of pairs of numbers.  */
static int
compare_pairs (const void *a, const void *b)
{
  uint64_t x = *(const uint64_t *) a, y = *(const uint64_t *) b;
  return x < y ? -1 : x > y;
}

/* Facts that say all there is of one object: pairs of it and a source, sorted,
   from FIRST up to END.  */
struct row
{
  uint64_t hash;
  uint32_t first, end;
  bool done;			/* in a product */
};

/* Whether rows A and B of PAIRS have the same sources.  */
static bool
same_sources (const uint64_t *pairs, const struct row *a,
	      const struct row *b)
{
  if (a->hash != b->hash || a->end - a->first != b->end - b->first)
    return false;
  for (uint32_t i = 0; i < a->end - a->first; i++)
    if ((uint32_t) pairs[a->first + i] != (uint32_t) pairs[b->first + i])
      return false;
  return true;
}

/* Make rows of the N PAIRS, which are sorted: an array that the caller frees.
   *N_ROWS is how many.  */
static struct row *
make_rows (const uint64_t *pairs, uint32_t n, uint32_t *n_rows)
{
  struct row *rows = XNEWVEC (struct row, n);
  *n_rows = 0;
  for (uint32_t i = 0; i < n; i++)
    {
      if (i == 0 || pairs[i] >> 32 != pairs[i - 1] >> 32)
	rows[(*n_rows)++] = (struct row) { 0, i, i, false };
      struct row *row = &rows[*n_rows - 1];
      row->hash = esc_mix (row->hash, (uint32_t) pairs[i]);
      row->end = i + 1;
    }
  return rows;
}

/* Add products of the N PAIRS to T, those that store in a smaller object number
   first.  The time is quadratic in the number of objects that are stored in
   and differ, but for a test of two numbers.  */
static void
add_products (struct esc_transfer *t, const uint64_t *pairs, uint32_t n)
{
  uint32_t n_rows;
  struct row *rows = make_rows (pairs, n, &n_rows);
  for (uint32_t i = 0; i < n_rows; i++)
    {
      const struct row *row = &rows[i];
      if (row->done)
	continue;
      struct product p = { t->n_members, 0, 0, row->end - row->first };
      for (uint32_t j = i; j < n_rows; j++)
	if (!rows[j].done && same_sources (pairs, row, &rows[j]))
	  {
	    rows[j].done = true;
	    add_member (t, pairs[rows[j].first] >> 32);
	    p.n_dsts++;
	  }
      p.srcs = t->n_members;
      for (uint32_t j = row->first; j < row->end; j++)
	add_member (t, (uint32_t) pairs[j]);
      RESERVE (t->products, t->n_products, t->products_capacity);
      t->products[t->n_products++] = p;
    }
  free (rows);
}

const struct batch *
esc_transfer_batch (struct esc_transfer *t, uint32_t from)
{
  for (uint32_t i = 0; i < t->n_batches; i++)
    if (t->batches[i].start == from)
      return &t->batches[i];
  uint64_t *pairs = XNEWVEC (uint64_t, t->n_facts - from);
  uint32_t n = 0;
  struct batch b = { from, t->n_facts, t->n_products, 0, t->n_members, 0 };
  for (uint32_t i = from; i < t->n_facts; i++)
    if (is_plain (t, &t->facts[i]))
      pairs[n++] = (uint64_t) t->facts[i].dst << 32 | t->facts[i].src;
    else
      add_member (t, i);
  b.n_single = t->n_members - b.single;
  qsort (pairs, n, sizeof *pairs, compare_pairs);
  add_products (t, pairs, n);
  b.n_products = t->n_products - b.products;
  free (pairs);
  RESERVE (t->batches, t->n_batches, t->batches_capacity);
  t->batches[t->n_batches] = b;
  return &t->batches[t->n_batches++];
}

void
esc_transfer_forget_batches (struct esc_transfer *t)
{
  free (t->batches);
  free (t->products);
  free (t->members);
  t->batches = NULL;
  t->products = NULL;
  t->members = NULL;
  t->n_batches = t->batches_capacity = 0;
  t->n_products = t->products_capacity = 0;
  t->n_members = t->members_capacity = 0;
}
