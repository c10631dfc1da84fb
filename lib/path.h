/* Paths: by which flows an object leaves a solved graph.

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


/* A path is looked for when all is solved, from its end: which flows brought
   this pointer into that place?  Each node has a few flows into it, and only
   those matter whose source holds the pointer, too; so a walk backwards meets
   little more than the ways there are.  It goes on until it finds where the
   address is taken.  The path that needs fewest steps of the source is
   chosen; of several, the one whose last statements come first in the
   source.

   What a call does is one hop here.  The hop names the fact of the callee's
   transfer, which has a path of its own, in the callee's graph.  That graph
   is gone by the time its callers are looked at, so the client finds and
   keeps the paths of all facts it may want to tell of.

   The search is bounded; beyond that there is no path to tell of.  */

#ifndef ESC_PATH_H
#define ESC_PATH_H

#include "trace.h"
#include "transfer.h"
#include "verdict.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One flow of a path, by the statement SITE at LOC (NULL: none that must be
   told).  It is from a node into another one, or (FROM 0, the first of a
   path) where the address is taken.  */
struct esc_hop
{
  esc_node from, to;
  void *site;
  uint32_t loc;
  bool silent;			/* nothing to tell: memory is what it is */
  esc_object memory;		/* TO is what is in it, or 0 */
  /* A call: its transfer, and the fact of it (from 0) that is the flow; the
     former may be NULL, the latter ESC_NO_FACT.  */
  const struct esc_call *call;
  struct esc_transfer *callee;
  uint32_t fact;
  bool deferred;		/* CALL is one that another callee makes */
};

#define ESC_NO_FACT UINT32_MAX

/* OBJECT is the first hop's address.  */
struct esc_path
{
  esc_object object;
  struct esc_hop *hops;
  size_t n_hops;
  uint32_t cost;		/* in steps to tell */
};

/* Set *PATH to the path by which LEAK of GRAPH takes its object to where it
   is stored: the object VIA, or (without one) the sink.  Return false if none
   is found.  The caller frees *PATH with esc_path_free.  GRAPH is solved and
   traced.  */
bool esc_leak_path (struct esc_graph *graph, const struct esc_leak *leak,
		    struct esc_path *path);

/* The leak of GRAPH by which the object that LEAK's is stored in leaves on
   its way to LEAK's sink, or NULL.  */
const struct esc_leak *esc_leak_of_via (struct esc_graph *graph,
					const struct esc_leak *leak);

/* The same as esc_leak_path for what fact number FACT (from 0) of TRANSFER,
   which was extended from GRAPH and is not sealed, says.  The path uses only
   facts that were found before.  What it leads out may be stored in an object
   that is stored in another one: then it is followed by the path of that
   object, and so on.  */
bool esc_fact_path (struct esc_graph *graph,
		    const struct esc_transfer *transfer, uint32_t fact,
		    struct esc_path *path);

void esc_path_free (struct esc_path *path);

/* The ends of a fact.  */
struct esc_fact
{
  enum esc_object_kind dst, src;
  struct esc_sink sink;		/* DST is a SINK */
  uint32_t symbol;		/* DST is a GLOBAL, or a WORLD (0: all) */
  uint32_t argument;		/* DST is an ARGUMENT: which */
  int dst_root;			/* DST is symbolic: of which parameter */
  int root;			/* SRC is symbolic: of which parameter;
				   ESC_ROOT_ALL: of any */
  unsigned level;		/* ... and after how many loads */
};

struct esc_fact esc_transfer_fact (const struct esc_transfer *,
				   uint32_t fact);

/* The client's explanation of a fact, of COST steps, kept with TRANSFER, which
   is traced.  */
void esc_transfer_explain (struct esc_transfer *, uint32_t fact, void *,
			   uint32_t cost);
void *esc_transfer_explanation (const struct esc_transfer *, uint32_t fact);

#ifdef __cplusplus
}
#endif

#endif /* ESC_PATH_H */
