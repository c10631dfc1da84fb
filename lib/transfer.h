/* Transfers: what a caller needs to know of a function.

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


/* A transfer is the part of a solved graph that outlives the call: the
   objects that the caller can see (what its arguments point to, and what can
   be reached from there; blocks made by the call; globals; functions; the
   result; unseen hands), and facts of the form "the place OFFSET of DST may
   hold a pointer to OFFSET of SRC".  It is what Chatterjee, Ryder and Landi
   (1999) call a relevant context inference, and Whaley and Rinard (1999) a
   parameterised points-to graph.

   At a call, each object of the transfer becomes a node of the caller's
   graph: ROOT (i) is the I-th argument, DEREF (place) a load from the node of
   its parent, a BLOCK a new object for this call; and each fact a store.  So
   every call gets an answer for its own arguments, and parameters that share
   memory are found by the caller, who solves these constraints with its own
   points-to sets.

   A transfer only grows.  In a recursive group it is extended and applied
   again until nothing is new; bindings remember how much they have applied.

   When it has more than a bounded number of facts, it becomes coarse: what a
   parameter points to is then one object, all that is reached from there is
   another, and all blocks are one.  */

#ifndef ESC_TRANSFER_H
#define ESC_TRANSFER_H

#include "graph.h"

#ifdef __cplusplus
extern "C" {
#endif

struct esc_transfer;

/* An empty transfer: of a function that does nothing.  N_PARAMETERS tells
   named arguments from those that match `...'.  */
struct esc_transfer *esc_transfer_new (uint32_t n_parameters);
void esc_transfer_free (struct esc_transfer *transfer);

/* Extend TRANSFER by what the solved GRAPH adds to it.  Return true if
   anything was new.  All extensions of one TRANSFER come from one graph that
   only grows, or from one after the other with a restart between them.  */
bool esc_transfer_extend (struct esc_transfer *transfer,
			  struct esc_graph *graph);

/* The next extension of TRANSFER comes from another graph of the same
   function.  What the transfer says stays.  */
void esc_transfer_restart (struct esc_transfer *transfer);

/* TRANSFER will not be extended any more: free what only that needs.  */
void esc_transfer_seal (struct esc_transfer *transfer);

/* Bind CALL of GRAPH to TRANSFER, and apply what is new in it.  RECURSIVE
   says that the callee belongs to the group that is being solved; then all
   blocks it makes are one object for this call.  */
void esc_call_apply (struct esc_graph *graph, struct esc_call *call,
		     struct esc_transfer *transfer, bool recursive);

/* Apply what is new in the transfers of all calls of GRAPH.  Return false if
   nothing was.  */
bool esc_graph_reapply (struct esc_graph *graph);

/* Let calls of GRAPH through pointers that point to nothing known be to
   unseen functions: the pointer may come from where the analysis does not
   look.  But one that a callee has left to its caller, who has it read from a
   place in which nothing was ever stored, is null or indeterminate, and is not
   called.  Return false if there were no such calls.  */
bool esc_graph_close (struct esc_graph *graph);

/* Whether a call of TRANSFER's function may store the value of argument I,
   moved or not: with GLOBAL, in a global or in unseen hands; else in other
   memory that its arguments reach or that it makes.  */
bool esc_transfer_stores (const struct esc_transfer *transfer, uint32_t i,
			  bool global);

/* Whether TRANSFER passes anything to functions that nobody knows.  */
bool esc_transfer_passes_unknown (const struct esc_transfer *transfer);

/* Whether TRANSFER was cut short.  */
bool esc_transfer_is_coarse (const struct esc_transfer *transfer);

/* For statistics and the dump.  */
uint32_t esc_transfer_facts (const struct esc_transfer *transfer);
uint32_t esc_transfer_objects (const struct esc_transfer *transfer);

#ifdef __cplusplus
}
#endif

#endif /* ESC_TRANSFER_H */
