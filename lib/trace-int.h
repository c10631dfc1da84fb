/* Traces, as the files of the core share them.

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


#ifndef ESC_TRACE_INT_H
#define ESC_TRACE_INT_H

#include "graph-int.h"
#include "trace.h"

/* Where a constraint comes from.  */
struct source
{
  void *site;
  uint32_t loc;
  struct bound_call *call;	/* or NULL */
  struct esc_transfer *transfer; /* what is applied to CALL, or NULL */
  uint32_t fact;		/* of TRANSFER, plus 1; or 0 */
};

/* SRC, moved by OFFSET, flows to DST; or, without SRC, DST holds the address
   ELEMENT.  */
struct flow
{
  esc_node dst, src;
  union
  {
    esc_place element;
    struct esc_offset offset;
  } u;
  uint32_t loc;
  uint32_t source;
};

/* Index 0 of SOURCES is no source.  */
struct esc_trace
{
  struct source *sources;
  uint32_t n_sources, sources_capacity;
  uint32_t current;		/* source */
  struct flow *flows;
  uint32_t n_flows, flows_capacity;
  uint32_t *constraint_sources; /* by constraint */
  uint32_t constraint_sources_capacity;

  /* For searches; made anew when there are more flows.  */
  uint32_t indexed;		/* flows that the index has */
  uint32_t *order;		/* flows by DST, then by location */
  uint32_t *first;		/* node -> index in ORDER; one more at the
				   end */
  uint32_t n_first;
  uint64_t work;		/* flows that searches have looked at */
  esc_place *place_of;		/* node -> the place whose content it is */
  struct esc_leak *leaks;
  uint32_t n_leaks, leaks_capacity;
};

/* What is known of each fact of a traced transfer.  */
struct fact_trace
{
  uint32_t number;		/* in the unit */
  uint32_t cost;		/* of its explanation, in steps; 0: none */
  void *explanation;		/* the client's, or NULL */
};

struct transfer_trace
{
  struct esc_tracer *tracer;
  void *owner;
  struct fact_trace *facts;
  uint32_t n_facts, capacity;
};

void esc_trace_free (struct esc_trace *);
void esc_transfer_trace_free (struct transfer_trace *);

/* Note constraints that were just added to a traced graph.  */
void esc_trace_flow (struct esc_graph *, esc_node dst, esc_node src,
		     struct esc_offset, uint32_t loc);
void esc_trace_address (struct esc_graph *, esc_node dst, esc_place element);
void esc_trace_constraint (struct esc_graph *, uint32_t constraint);

/* What follows comes from applying CONSTRAINT.  */
void esc_trace_resume (struct esc_graph *, uint32_t constraint);

/* What follows comes from CALL: from fact number FACT (plus 1; 0: from none)
   of TRANSFER, or (NULL) because its callee is not seen.  Return what was the
   source until now, and give that to esc_trace_back afterwards.  Both do
   nothing if GRAPH is not traced.  */
uint32_t esc_trace_call (struct esc_graph *graph, struct bound_call *call,
			 struct esc_transfer *transfer, uint32_t fact);
void esc_trace_back (struct esc_graph *graph, uint32_t source);

/* TRACE's transfer has got one more fact.  */
void esc_trace_fact (struct transfer_trace *trace);

#endif /* ESC_TRACE_INT_H */
