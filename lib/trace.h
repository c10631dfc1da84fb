/* Where flows come from: the statements behind a graph's constraints.

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


/* Only who wants to tell by which way an object leaves (path.h) needs to know
   this.  So a graph has a trace only if it is asked for; without one, all that
   is here costs a test.

   While constraints are added, the trace has a current source: the statement
   that is being read, or the call whose transfer is being applied, and which
   fact of it.  Each flow between two nodes keeps the source that it was added
   under; what a constraint adds while solving has the constraint's.

   A transfer that is traced numbers its facts in the order in which they are
   found in the whole unit.  A fact follows from earlier ones alone; so an
   explanation that uses only these ends.  */

#ifndef ESC_TRACE_H
#define ESC_TRACE_H

#include "graph.h"

#ifdef __cplusplus
extern "C" {
#endif

struct esc_transfer;

/* What the traces of a unit share; zeroed at the start.  */
struct esc_tracer
{
  uint32_t facts;		/* found so far, in all transfers */
};

/* Trace GRAPH, from now on.  */
void esc_graph_trace (struct esc_graph *graph);

/* What is added to GRAPH from now on comes from the statement SITE, a token of
   the client's, at LOC.  NULL is none: flows that need not be told.  Does
   nothing if GRAPH is not traced.  */
void esc_graph_site (struct esc_graph *graph, void *site, uint32_t loc);

/* Trace TRANSFER, which is empty, for TRACER.  OWNER is the client's token
   for its function.  */
void esc_transfer_trace (struct esc_transfer *transfer,
			 struct esc_tracer *tracer, void *owner);

/* The token given with it, or NULL if TRANSFER is not traced.  */
void *esc_transfer_owner (const struct esc_transfer *transfer);

#ifdef __cplusplus
}
#endif

#endif /* ESC_TRACE_H */
