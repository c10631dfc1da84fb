/* Transfers, as those who make and apply them share them.

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


#ifndef ESC_TRANSFER_INT_H
#define ESC_TRANSFER_INT_H

#include "graph-int.h"
#include "transfer.h"

/* An object of a transfer.  */
struct exported
{
  enum esc_object_kind kind;
  bool pointer;
  bool constant;
  bool nested;
  uint32_t tag;
  uint32_t id;
  int root;
  struct esc_offset root_offset;
  struct esc_sink sink;
  struct esc_size size;
  uint32_t function;		/* ARGUMENT, ANSWER: what is called */
  uint32_t rest;		/* ROOT: all it reaches, if coarse */
};

/* OBJECT is read from OFFSET of PARENT; or, for OUTSIDE, PARENT is an object
   of the caller in which the address of a block or local was stored.  */
struct exported_origin
{
  uint32_t object, parent;
  struct esc_offset offset;
};

struct fact
{
  uint32_t dst, src;
  struct esc_offset dst_offset, src_offset;
};

/* Facts by which anywhere in any of some objects may be stored anywhere in any
   of some others.  The numbers of both are in a transfer's MEMBERS.  */
struct product
{
  uint32_t dsts, n_dsts;
  uint32_t srcs, n_srcs;
};

/* The facts of a transfer from START to END: those that make products, and the
   rest.  */
struct batch
{
  uint32_t start, end;
  uint32_t products, n_products;
  uint32_t single, n_single;	/* facts, in MEMBERS */
};

/* Numbers of exported objects are indices plus 1; 0 is none.  */
struct esc_transfer
{
  uint32_t n_parameters;
  bool coarse;
  struct exported *objects;
  uint32_t n_objects, objects_capacity;
  struct exported_origin *origins;
  uint32_t n_origins, origins_capacity;
  struct fact *facts;
  uint32_t n_facts, facts_capacity;
  struct batch *batches;	/* made when they are asked for */
  uint32_t n_batches, batches_capacity;
  struct product *products;
  uint32_t n_products, products_capacity;
  uint32_t *members;
  uint32_t n_members, members_capacity;
  uint32_t *calls;		/* functions that the caller must call */
  uint32_t n_calls, calls_capacity;

  /* While it may grow.  */
  uint32_t *of_object;		/* graph object -> exported number */
  uint32_t of_object_size;
  struct esc_table known_facts;	/* hash chain key -> fact + 1 */
  struct esc_table known_origins;
  struct esc_table leaked;	/* what has a way to unseen hands */
  uint32_t n_blocks;
  uint32_t merged_block;	/* all blocks beyond the bound */
  uint32_t world, outside;

  struct transfer_trace *trace;	/* or NULL; see trace.h */
};

/* HASH, with VALUE added.  */
static inline uint64_t
esc_mix (uint64_t hash, uint64_t value)
{
  hash = (hash ^ value) * UINT64_C (0x9e3779b97f4a7c15);
  return hash ^ hash >> 29;
}

/* A batch of T's facts that starts with number FROM, which there is.  It is good
   until the next call.  */
const struct batch *esc_transfer_batch (struct esc_transfer *t,
					uint32_t from);

/* T will have other facts, or may have its batches put together.  */
void esc_transfer_forget_batches (struct esc_transfer *t);

#endif /* ESC_TRANSFER_INT_H */
