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


/* See path.h.  The walk is Dijkstra's, over pairs of a node and an element of
   it; costs are small numbers, so its queue is one list for each.  */

#include "path.h"

#include "trace-int.h"
#include "transfer-int.h"

/* A path that would be longer, or that needs a longer search, is not told; nor
   is any where so many flows have been looked at.  */
enum
{
  MAX_COST = 60,
  MAX_STATES = 20000,
  MAX_PREDECESSORS = 200000,
  MAX_WORK = 50000000,		/* of all searches in one graph */
  MAX_TURNS = 8			/* objects stored in objects */
};

/* The index of flows.  */

static int
compare_flows (const void *a, const void *b)
{
  const struct flow *const *x = a;
  const struct flow *const *y = b;
  if ((*x)->dst != (*y)->dst)
    return (*x)->dst < (*y)->dst ? -1 : 1;
  if ((*x)->loc != (*y)->loc)
    return (*x)->loc < (*y)->loc ? -1 : 1;
  return *x < *y ? -1 : *x > *y;
}

static void
index_flows (struct esc_graph *g)
{
  struct esc_trace *t = g->trace;
  if (t->indexed == t->n_flows && t->n_first == g->n_nodes)
    return;
  t->indexed = t->n_flows;
  t->n_first = g->n_nodes;
  const struct flow **sorted = XNEWVEC (const struct flow *, t->n_flows + 1);
  for (uint32_t i = 0; i < t->n_flows; i++)
    sorted[i] = &t->flows[i];
  qsort (sorted, t->n_flows, sizeof *sorted, compare_flows);
  t->order = XRESIZEVEC (uint32_t, t->order, t->n_flows + 1);
  t->first = XRESIZEVEC (uint32_t, t->first, g->n_nodes + 1);
  uint32_t i = 0;
  for (esc_node n = 0; n <= g->n_nodes; n++)
    {
      while (i < t->n_flows && sorted[i]->dst < n)
	{
	  t->order[i] = sorted[i] - t->flows;
	  i++;
	}
      t->first[n] = i;
    }
  free (sorted);
  t->place_of = XRESIZEVEC (esc_place, t->place_of, g->n_nodes);
  memset (t->place_of, 0, g->n_nodes * sizeof *t->place_of);
  for (esc_place p = 1; p < g->n_places; p++)
    {
      t->place_of[g->places[p].read] = p;
      t->place_of[g->places[p].written] = p;
    }
  t->place_of[0] = 0;
}

/* The search.  */

/* ELEMENT is in NODE, and gets from there to the end by FLOW (an index plus 1;
   0: it is there) into NEXT.  */
struct state
{
  esc_node node;
  esc_place element;
  uint32_t flow, next;
  uint32_t cost;
  bool done;
};

/* An entry of a queue.  */
struct entry
{
  uint32_t state;
  uint32_t next;
};

/* Indices are plus 1; 0 is none.  */
struct search
{
  struct esc_graph *graph;
  uint32_t before;		/* the number of the first fact that must not
				   be used, or 0 */
  struct state *states;
  uint32_t n_states, states_capacity;
  struct entry *entries;
  uint32_t n_entries, entries_capacity;
  uint32_t head[MAX_COST + 1], tail[MAX_COST + 1];
  struct esc_table found;	/* (node, element) -> state */
};

/* Let S know a way of COST from ELEMENT in NODE, by FLOW into NEXT.  */
static void
reach (struct search *s, esc_node node, esc_place element, uint32_t flow,
       uint32_t next, uint32_t cost)
{
  if (cost > MAX_COST)
    return;
  uint32_t *slot = esc_table_slot (&s->found,
				   (uint64_t) node << 32 | element);
  if (!*slot)
    {
      RESERVE (s->states, s->n_states, s->states_capacity);
      s->states[s->n_states++]
	= (struct state) { node, element, flow, next, cost, false };
      *slot = s->n_states;
    }
  else
    {
      struct state *old = &s->states[*slot - 1];
      if (old->cost <= cost)
	return;
      old->flow = flow;
      old->next = next;
      old->cost = cost;
    }
  RESERVE (s->entries, s->n_entries, s->entries_capacity);
  s->entries[s->n_entries++] = (struct entry) { *slot, 0 };
  if (s->tail[cost])
    s->entries[s->tail[cost] - 1].next = s->n_entries;
  else
    s->head[cost] = s->n_entries;
  s->tail[cost] = s->n_entries;
}

/* The fact that SOURCE is an application of, or NULL.  */
static const struct fact_trace *
fact_of_source (const struct source *source)
{
  return source->fact && source->transfer->trace
	 ? &source->transfer->trace->facts[source->fact - 1] : NULL;
}

/* Whether there is nothing to tell of FLOW: content of memory is there to be
   loaded, or it has no place in the source.  */
static bool
silent_p (const struct esc_graph *g, const struct flow *flow)
{
  const struct esc_trace *t = g->trace;
  esc_place p = t->place_of[flow->dst];
  return (p && g->places[p].read == flow->dst)
	 || (!flow->loc && !t->sources[flow->source].loc);
}

/* What FLOW, which comes before NEXT (or NULL), adds to the cost.  Flows of
   one statement are told as one.  */
static uint32_t
cost_of_flow (const struct esc_graph *g, const struct flow *flow,
	      const struct flow *next)
{
  const struct esc_trace *t = g->trace;
  if (silent_p (g, flow)
      || (next && flow->source && flow->source == next->source))
    return 0;
  const struct fact_trace *fact = fact_of_source (&t->sources[flow->source]);
  if (!fact)
    return 1;
  return fact->cost ? 1 + fact->cost : 3;
}

/* Look at flow I, into ELEMENT of the node of state NUMBER.  Return true if
   this is where the address is taken.  */
static bool
step_back (struct search *s, uint32_t i, uint32_t number)
{
  struct esc_graph *g = s->graph;
  const struct esc_trace *t = g->trace;
  const struct flow *f = &t->flows[i];
  const struct fact_trace *fact = fact_of_source (&t->sources[f->source]);
  esc_place element = s->states[number - 1].element;
  uint32_t after = s->states[number - 1].flow;
  uint32_t cost = s->states[number - 1].cost
		  + cost_of_flow (g, f, after ? &t->flows[after - 1] : NULL);
  if (fact && s->before && fact->number >= s->before)
    return false;
  if (!f->src)
    return f->u.element == element;
  const struct esc_pts *pts = &g->nodes[f->src].pts;
  if (f->u.offset.at == 0 && f->u.offset.stride == 0)
    {
      if (esc_pts_holds (pts, element))
	{
	  reach (s, f->src, element, i + 1, number, cost);
	  return false;
	}
      /* A pointer to anywhere in the object stands for all others.  */
      if (g->objects[g->places[element].object].anywhere != element)
	return false;
      for (uint32_t j = 0; j < pts->n; j++)
	if (g->places[pts->elements[j]].object == g->places[element].object)
	  reach (s, f->src, pts->elements[j], i + 1, number, cost);
      return false;
    }
  for (uint32_t j = 0; j < pts->n; j++)
    {
      esc_place e = pts->elements[j];
      if (g->places[e].object == g->places[element].object
	  && esc_place_shift (g, e, f->u.offset) == element)
	reach (s, f->src, e, i + 1, number, cost);
    }
  return false;
}

/* Walk back from what S can reach to where an address is taken.  Return its
   state, or 0; *FLOW is the flow that takes it.  */
static uint32_t
walk_back (struct search *s, uint32_t *flow)
{
  const struct esc_graph *g = s->graph;
  struct esc_trace *t = g->trace;
  uint32_t predecessors = 0;
  for (uint32_t cost = 0; cost <= MAX_COST; cost++)
    while (s->head[cost])
      {
	const struct entry *entry = &s->entries[s->head[cost] - 1];
	uint32_t number = entry->state;
	s->head[cost] = entry->next;
	if (!s->head[cost])
	  s->tail[cost] = 0;
	if (s->states[number - 1].done)
	  continue;
	s->states[number - 1].done = true;
	esc_node node = s->states[number - 1].node;
	/* What is exposed can be found in all the caller's memory; it was
	   stored in some of it.  */
	if (node == g->exposed)
	  node = g->leak_exposed;
	if (s->n_states > MAX_STATES)
	  return 0;
	for (uint32_t i = t->first[node]; i < t->first[node + 1]; i++)
	  {
	    if (++predecessors > MAX_PREDECESSORS || ++t->work > MAX_WORK)
	      return 0;
	    *flow = t->order[i];
	    if (step_back (s, *flow, number))
	      return number;
	  }
      }
  return 0;
}

/* Describe flow I of G.  */
static struct esc_hop
hop_of_flow (const struct esc_graph *g, uint32_t i)
{
  const struct esc_trace *t = g->trace;
  const struct flow *f = &t->flows[i];
  const struct source *source = &t->sources[f->source];
  struct esc_hop hop
    = { f->src, f->dst, source->site, f->loc ? f->loc : source->loc,
	silent_p (g, f), 0, NULL, source->transfer, ESC_NO_FACT, false };
  if (t->place_of[f->dst])
    hop.memory = g->places[t->place_of[f->dst]].object;
  if (source->call)
    {
      hop.call = &source->call->call;
      hop.deferred = source->call->maker != NULL;
    }
  if (source->fact)
    hop.fact = source->fact - 1;
  return hop;
}

/* Append the path that S has found, from state NUMBER, whose address is taken
   by FLOW, to PATH.  */
static void
append_path (struct search *s, uint32_t number, uint32_t flow,
	     struct esc_path *path)
{
  const struct esc_graph *g = s->graph;
  size_t n = 1;
  if (!path->n_hops)
    path->object = g->places[g->trace->flows[flow].u.element].object;
  for (uint32_t i = number; s->states[i - 1].flow; i = s->states[i - 1].next)
    n++;
  path->hops = XRESIZEVEC (struct esc_hop, path->hops, path->n_hops + n);
  path->hops[path->n_hops++] = hop_of_flow (g, flow);
  for (uint32_t i = number; s->states[i - 1].flow; i = s->states[i - 1].next)
    path->hops[path->n_hops++] = hop_of_flow (g, s->states[i - 1].flow - 1);
  path->cost += s->states[number - 1].cost;
}

static void
search_init (struct search *s, struct esc_graph *g)
{
  memset (s, 0, sizeof *s);
  s->graph = g;
  index_flows (g);
}

/* Finish S: append what it finds to PATH, and free it.  Return false if that
   is nothing.  */
static bool
search_finish (struct search *s, struct esc_path *path)
{
  uint32_t flow = 0;
  uint32_t number = walk_back (s, &flow);
  if (number)
    append_path (s, number, flow, path);
  free (s->states);
  free (s->entries);
  esc_table_free (&s->found);
  return number != 0;
}

/* Begin S with element I of write node NODE, by the flows into it that are
   at LOC; or (LOC 0) by all.  */
static void
begin_with (struct search *s, esc_node node, uint32_t i, uint32_t loc)
{
  struct esc_graph *g = s->graph;
  const struct esc_trace *t = g->trace;
  esc_place element = g->nodes[node].pts.elements[i];
  uint32_t end = 0;
  if (!loc)
    {
      reach (s, node, element, 0, 0, 0);
      return;
    }
  /* The end itself must not be walked back from.  */
  RESERVE (s->states, s->n_states, s->states_capacity);
  s->states[s->n_states++]
    = (struct state) { node, element, 0, 0, 0, true };
  end = s->n_states;
  for (uint32_t j = t->first[node]; j < t->first[node + 1]; j++)
    if (t->flows[t->order[j]].loc == loc)
      step_back (s, t->order[j], end);
}

/* Leaks.  */

static void
note_leak (void *data, const struct esc_leak *leak)
{
  struct esc_trace *t = data;
  RESERVE (t->leaks, t->n_leaks, t->leaks_capacity);
  t->leaks[t->n_leaks++] = *leak;
}

/* Find all leaks of G, once.  */
static void
find_leaks (struct esc_graph *g)
{
  if (!g->trace->leaks_capacity)
    {
      RESERVE (g->trace->leaks, 0, g->trace->leaks_capacity);
      esc_leaks (g, note_leak, g->trace);
    }
}

const struct esc_leak *
esc_leak_of_via (struct esc_graph *g, const struct esc_leak *leak)
{
  const struct esc_leak *best = NULL;
  if (!leak->via)
    return NULL;
  find_leaks (g);
  for (uint32_t i = 0; i < g->trace->n_leaks; i++)
    {
      const struct esc_leak *l = &g->trace->leaks[i];
      if (l->object == leak->via && l->sink == leak->sink
	  && (!best || l->into < best->into
	      || (l->into == best->into && l->loc < best->loc)))
	best = l;
    }
  return best && best->into < leak->into ? best : NULL;
}

/* Append the path of LEAK to PATH, with only what was found before BEFORE (0:
   with everything).  */
static bool
append_leak_path (struct esc_graph *g, const struct esc_leak *leak,
		  uint32_t before, struct esc_path *path)
{
  esc_object container = leak->via ? leak->via : leak->sink;
  for (int exact = leak->loc != 0; exact >= 0; exact--)
    {
      struct search s;
      search_init (&s, g);
      s.before = before;
      for (esc_place p = g->objects[container].first_place; p;
	   p = g->places[p].next)
	{
	  esc_node node = g->places[p].written;
	  for (uint32_t i = 0; node && i < g->nodes[node].pts.n; i++)
	    {
	      const struct place *e
		= &g->places[g->nodes[node].pts.elements[i]];
	      if (e->object == leak->object
		  && e->offset.at == leak->offset.at
		  && e->offset.stride == leak->offset.stride
		  && (!exact || g->nodes[node].locs->at[i] == leak->loc))
		begin_with (&s, node, i, exact ? leak->loc : 0);
	    }
	}
      if (search_finish (&s, path))
	return true;
    }
  return false;
}

bool
esc_leak_path (struct esc_graph *g, const struct esc_leak *leak,
	       struct esc_path *path)
{
  memset (path, 0, sizeof *path);
  return append_leak_path (g, leak, 0, path);
}

/* Facts.  */

/* The exported number of O in T, or 0.  */
static uint32_t
number_of_object (const struct esc_transfer *t, esc_object o)
{
  return o < t->of_object_size ? t->of_object[o] : 0;
}

static bool
same_offset (struct esc_offset a, struct esc_offset b)
{
  return a.at == b.at && a.stride == b.stride;
}

/* Set *PATH to the path of F for a way to unseen hands that has several turns:
   what is stored in an object that is stored in one...  Only the first
   statement of each is taken.  BEFORE is as in struct search.  */
static bool
fact_path_in_turns (struct esc_graph *g, const struct esc_transfer *t,
		    const struct fact *f, uint32_t before,
		    struct esc_path *path)
{
  const struct esc_leak *best = NULL;
  find_leaks (g);
  for (uint32_t i = 0; i < g->trace->n_leaks; i++)
    {
      const struct esc_leak *l = &g->trace->leaks[i];
      if (number_of_object (t, l->object) == f->src
	  && number_of_object (t, l->sink) == f->dst
	  && (!best || l->into < best->into
	      || (l->into == best->into && l->loc < best->loc)))
	best = l;
    }
  if (!best)
    return false;
  for (int turns = 0; best; turns++)
    {
      if (turns == MAX_TURNS || !append_leak_path (g, best, before, path))
	return false;
      if (!best->via)
	return true;
      best = esc_leak_of_via (g, best);
    }
  return false;
}

bool
esc_fact_path (struct esc_graph *g, const struct esc_transfer *t,
	       uint32_t fact, struct esc_path *path)
{
  const struct fact *f = &t->facts[fact];
  struct search s;
  memset (path, 0, sizeof *path);
  search_init (&s, g);
  s.before = t->trace->facts[fact].number;
  for (esc_object o = 1; o < t->of_object_size && o < g->n_objects; o++)
    {
      if (t->of_object[o] != f->dst)
	continue;
      for (esc_place p = g->objects[o].first_place; p; p = g->places[p].next)
	{
	  esc_node node = g->places[p].written;
	  if (!node || (f->dst_offset.stride != 1
			&& !same_offset (g->places[p].offset, f->dst_offset)))
	    continue;
	  for (uint32_t i = 0; i < g->nodes[node].pts.n; i++)
	    {
	      esc_place e = g->nodes[node].pts.elements[i];
	      if (number_of_object (t, g->places[e].object) != f->src
		  || (f->src_offset.stride != 1
		      && !same_offset (g->places[e].offset, f->src_offset)))
		continue;
	      begin_with (&s, node, i, 0);
	    }
	}
    }
  if (search_finish (&s, path))
    return true;
  esc_path_free (path);
  if (fact_path_in_turns (g, t, f, t->trace->facts[fact].number, path))
    return true;
  esc_path_free (path);
  return false;
}

void
esc_path_free (struct esc_path *path)
{
  free (path->hops);
  memset (path, 0, sizeof *path);
}

/* The parameter that exported object NUMBER of T belongs to; *LEVEL is how far
   away it is.  */
static int
root_of_exported (const struct esc_transfer *t, uint32_t number,
		  unsigned *level)
{
  int root = ESC_ROOT_NONE;
  bool many = false;
  *level = 0;
  /* The first origin of an object is its way in.  */
  while (number && *level <= t->n_objects)
    {
      const struct exported *e = &t->objects[number - 1];
      uint32_t parent = 0;
      if (e->kind == ESC_OBJECT_ROOT)
	root = e->root;
      if (e->kind != ESC_OBJECT_DEREF)
	break;
      for (uint32_t o = 0; o < t->n_origins; o++)
	{
	  uint32_t from = t->origins[o].parent;
	  if (t->origins[o].object != number || from == number)
	    continue;
	  many |= parent && t->objects[from - 1].kind == ESC_OBJECT_ROOT
		  && t->objects[parent - 1].kind == ESC_OBJECT_ROOT
		  && t->objects[from - 1].root
		       != t->objects[parent - 1].root;
	  if (!parent)
	    parent = from;
	}
      number = parent;
      ++*level;
    }
  return many ? ESC_ROOT_ALL : root;
}

struct esc_fact
esc_transfer_fact (const struct esc_transfer *t, uint32_t i)
{
  const struct fact *f = &t->facts[i];
  const struct exported *dst = &t->objects[f->dst - 1];
  const struct exported *src = &t->objects[f->src - 1];
  struct esc_fact fact;
  unsigned level;
  memset (&fact, 0, sizeof fact);
  fact.dst = dst->kind;
  fact.src = src->kind;
  fact.sink = dst->sink;
  if (dst->kind == ESC_OBJECT_GLOBAL || dst->kind == ESC_OBJECT_WORLD)
    fact.symbol = dst->id;
  if (dst->kind == ESC_OBJECT_ARGUMENT)
    fact.argument = dst->id;
  fact.dst_root = root_of_exported (t, f->dst, &level);
  fact.root = root_of_exported (t, f->src, &fact.level);
  return fact;
}

void
esc_transfer_explain (struct esc_transfer *t, uint32_t fact, void *explanation,
		      uint32_t cost)
{
  t->trace->facts[fact].explanation = explanation;
  t->trace->facts[fact].cost = cost;
}

void *
esc_transfer_explanation (const struct esc_transfer *t, uint32_t fact)
{
  return t->trace ? t->trace->facts[fact].explanation : NULL;
}
