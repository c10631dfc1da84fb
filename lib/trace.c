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


/* See trace.h.  */

#include "trace.h"

#include "trace-int.h"
#include "transfer-int.h"
#include "verdict.h"

void
esc_graph_trace (struct esc_graph *g)
{
  if (g->trace)
    return;
  g->trace = XCNEW (struct esc_trace);
  RESERVE (g->trace->sources, 0, g->trace->sources_capacity);
  memset (&g->trace->sources[0], 0, sizeof g->trace->sources[0]);
  g->trace->n_sources = 1;
}

void
esc_trace_free (struct esc_trace *t)
{
  if (!t)
    return;
  free (t->sources);
  free (t->flows);
  free (t->constraint_sources);
  free (t->order);
  free (t->first);
  free (t->place_of);
  free (t->leaks);
  free (t);
}

/* Make SOURCE the current one of T.  */
static void
set_source (struct esc_trace *t, const struct source *source)
{
  RESERVE (t->sources, t->n_sources, t->sources_capacity);
  t->sources[t->n_sources] = *source;
  t->current = t->n_sources++;
}

void
esc_graph_site (struct esc_graph *g, void *site, uint32_t loc)
{
  if (!g->trace)
    return;
  struct source s = { site, loc, NULL, NULL, 0 };
  if (site)
    set_source (g->trace, &s);
  else
    g->trace->current = 0;
}

uint32_t
esc_trace_call (struct esc_graph *g, struct bound_call *call,
		struct esc_transfer *transfer, uint32_t fact)
{
  if (!g->trace)
    return 0;
  uint32_t old = g->trace->current;
  struct source s = { call->call.site, call->call.loc, call, transfer, fact };
  set_source (g->trace, &s);
  return old;
}

void
esc_trace_back (struct esc_graph *g, uint32_t source)
{
  if (g->trace)
    g->trace->current = source;
}

void
esc_trace_flow (struct esc_graph *g, esc_node dst, esc_node src,
		struct esc_offset offset, uint32_t loc)
{
  struct esc_trace *t = g->trace;
  RESERVE (t->flows, t->n_flows, t->flows_capacity);
  struct flow *f = &t->flows[t->n_flows++];
  f->dst = dst;
  f->src = src;
  f->u.offset = offset;
  f->loc = loc;
  f->source = t->current;
}

void
esc_trace_address (struct esc_graph *g, esc_node dst, esc_place element)
{
  esc_trace_flow (g, dst, 0, ESC_EXACTLY (0), 0);
  struct flow *f = &g->trace->flows[g->trace->n_flows - 1];
  f->u.element = element;
  /* What the caller passes is there from the beginning, whichever statement
     reads it first.  */
  if (is_symbolic (&g->objects[g->places[element].object]))
    f->source = 0;
}

void
esc_trace_constraint (struct esc_graph *g, uint32_t constraint)
{
  struct esc_trace *t = g->trace;
  while (constraint >= t->constraint_sources_capacity)
    RESERVE (t->constraint_sources, t->constraint_sources_capacity,
	     t->constraint_sources_capacity);
  t->constraint_sources[constraint] = t->current;
}

void
esc_trace_resume (struct esc_graph *g, uint32_t constraint)
{
  g->trace->current = g->trace->constraint_sources[constraint];
}

void
esc_transfer_trace (struct esc_transfer *t, struct esc_tracer *tracer,
		    void *owner)
{
  t->trace = XCNEW (struct transfer_trace);
  t->trace->tracer = tracer;
  t->trace->owner = owner;
}

void *
esc_transfer_owner (const struct esc_transfer *t)
{
  return t->trace ? t->trace->owner : NULL;
}

void
esc_transfer_trace_free (struct transfer_trace *t)
{
  if (!t)
    return;
  free (t->facts);
  free (t);
}

void
esc_trace_fact (struct transfer_trace *t)
{
  RESERVE (t->facts, t->n_facts, t->capacity);
  t->facts[t->n_facts++] = (struct fact_trace) { ++t->tracer->facts, 0, NULL };
}
