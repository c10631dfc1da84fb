/* Joint graphs: many functions in one graph, for what transfers cut short.

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


/* See joint.h.  */

#include "joint.h"

#include "graph-int.h"

uint32_t
esc_joint_add (struct esc_graph *g, uint32_t n_parameters,
	       const uint32_t *tags)
{
  RESERVE (g->members, g->n_members, g->members_capacity);
  struct member *m = &g->members[g->n_members];
  m->n_parameters = n_parameters;
  m->parameters = NEW_ARRAY (g, esc_node, n_parameters);
  for (uint32_t i = 0; i < n_parameters; i++)
    {
      m->parameters[i] = esc_node_new (g, true);
      esc_node_points_to (g, m->parameters[i], tags[i]);
    }
  memset (m->varargs, 0, sizeof m->varargs);
  m->open = false;
  g->member = g->n_members;
  g->result = 0;
  m->result = esc_object_result (g);
  m->returned = esc_node_read (g, esc_place_at (g, m->result, ESC_ANYWHERE),
			       0);
  g->nodes[m->returned].flags |= NODE_RETURNED;
  return g->n_members++;
}

void
esc_joint_return (struct esc_graph *g, esc_node returned, esc_place element)
{
  const struct object *o = &g->objects[g->places[element].object];
  if (o->kind == ESC_OBJECT_FOREIGN)
    o = &g->objects[o->id];
  if ((o->kind == ESC_OBJECT_LOCAL || o->kind == ESC_OBJECT_BLOCK)
      && g->members[o->member].returned == returned)
    esc_add_address (g, g->leak_world, element);
}

void
esc_joint_open (struct esc_graph *g, uint32_t member)
{
  struct member *m = &g->members[member];
  if (m->open)
    return;
  m->open = true;
  esc_place world = esc_place_at (g, esc_object_world (g), ESC_ANYWHERE);
  for (uint32_t i = 0; i < m->n_parameters; i++)
    esc_add_address (g, m->parameters[i], world);
  for (int i = 0; i < ESC_SORTS; i++)
    if (m->varargs[i])
      esc_add_address (g, m->varargs[i], world);
}

void
esc_joint_open_function (struct esc_graph *g, esc_object function)
{
  uint32_t member;
  if (g->joint
      && g->client->member_of (g->client->data, g->objects[function].id,
			       &member))
    esc_joint_open (g, member);
}

void
esc_joint_enter (struct esc_graph *g, uint32_t member)
{
  g->member = member;
  g->result = g->members[member].result;
}

/* What is passed to MEMBER for `...', of SORT.  Few members have any.  */
static esc_node
variable_arguments (struct esc_graph *g, uint32_t member, enum esc_sort sort)
{
  struct member *m = &g->members[member];
  if (!m->varargs[sort])
    {
      m->varargs[sort] = esc_node_new (g, true);
      if (m->open)
	esc_add_address (g, m->varargs[sort],
			 esc_place_at (g, esc_object_world (g), ESC_ANYWHERE));
    }
  return m->varargs[sort];
}

esc_node
esc_joint_parameter (struct esc_graph *g, int root, struct esc_offset offset)
{
  const struct member m = g->members[g->member];
  if (root >= 0 && (uint32_t) root < m.n_parameters)
    return m.parameters[root];
  esc_node unknown = esc_node_new (g, true);
  if (root == ESC_ROOT_VARARGS)
    {
      for (int i = 0; i < ESC_SORTS; i++)
	if (esc_offsets_overlap (g, offset, ESC_SORT_OFFSET (i)))
	  esc_add_copy (g, unknown, variable_arguments (g, g->member, i), 0);
      return unknown;
    }
  esc_add_address (g, unknown,
		   esc_place_at (g, esc_object_world (g), ESC_ANYWHERE));
  return unknown;
}

esc_object
esc_object_foreign (struct esc_graph *g, esc_object own)
{
  uint32_t *slot
    = esc_table_slot (&g->found, (uint64_t) ESC_OBJECT_FOREIGN << 32 | own);
  if (!*slot)
    *slot = esc_object_new_foreign (g, own);
  return *slot;
}

/* What SRC holds, as another function sees it.  */
static esc_node
foreign (struct esc_graph *g, esc_node src)
{
  esc_node dst = esc_node_new (g, g->nodes[src].flags & NODE_POINTER);
  esc_add_foreign (g, dst, src);
  return dst;
}

/* Let what CALL passes as argument I go to MEMBER.  */
static void
join_argument (struct esc_graph *g, const struct esc_call *call, uint32_t i,
	       uint32_t member)
{
  const struct member m = g->members[member];
  const struct esc_argument *a = &call->arguments[i];
  if (!a->value && !a->address)
    return;
  esc_node to = i < m.n_parameters
		  ? m.parameters[i]
		  : variable_arguments (g, member, a->sort);
  if (a->value)
    esc_add_foreign (g, to, a->value);
  if (a->address)
    {
      esc_node content = esc_node_new (g, false);
      esc_add_load (g, content, a->address, ESC_ANYWHERE, 0);
      esc_add_foreign (g, to, content);
    }
}

/* Let what MEMBER returns come back to CALL.  */
static void
join_result (struct esc_graph *g, const struct esc_call *call, uint32_t member)
{
  esc_node returned = g->members[member].returned;
  if (call->result)
    esc_add_foreign (g, call->result, returned);
  if (call->result_address)
    esc_add_store (g, call->result_address, ESC_ANYWHERE,
		   foreign (g, returned), call->loc);
}

void
esc_call_join (struct esc_graph *g, struct esc_call *call, uint32_t member)
{
  for (uint32_t i = 0; i < call->n_arguments; i++)
    join_argument (g, call, i, member);
  join_result (g, call, member);
}

void
esc_joint_call_member (struct esc_graph *g, struct bound_call *call,
		       uint32_t member)
{
  call->resolved = true;
  struct bound_call *whole = call->whole;
  if (!whole)
    {
      esc_call_join (g, &call->call, member);
      return;
    }
  /* All but the receiver is the same for all its elements.  */
  uint32_t receiver = whole->receivers->from.argument;
  join_argument (g, &call->call, receiver, member);
  struct joined **link = &whole->receivers->joined;
  while (*link && (*link)->member != member)
    link = &(*link)->next;
  if (*link)
    return;
  *link = NEW_ARRAY (g, struct joined, 1);
  (*link)->member = member;
  (*link)->next = NULL;
  for (uint32_t i = 0; i < call->call.n_arguments; i++)
    if (i != receiver)
      join_argument (g, &call->call, i, member);
  join_result (g, &call->call, member);
}

void
esc_joint_call_all (struct esc_graph *g, struct bound_call *call)
{
  if (!call->receivers || call->receivers->n > MAX_RECEIVERS)
    return;
  call->receivers->n = MAX_RECEIVERS + 1;
  esc_call_through (g, call, call->pointer);
}

void
esc_joint_add_receiver (struct esc_graph *g, struct bound_call *whole,
			esc_place element)
{
  const struct esc_receiver *from = &whole->receivers->from;
  if (whole->receivers->n > MAX_RECEIVERS
      || g->objects[g->places[element].object].kind == ESC_OBJECT_FUNCTION)
    return;
  if (whole->receivers->n == MAX_RECEIVERS)
    {
      esc_joint_call_all (g, whole);
      return;
    }
  whole->receivers->n++;
  struct esc_call c = whole->call;
  struct esc_argument *receiver = &c.arguments[from->argument];
  struct esc_argument all = *receiver;
  esc_node node = receiver->value = esc_node_new (g, true);
  struct bound_call *one = (struct bound_call *) esc_add_call (g, &c, 0);
  *receiver = all;
  one->member = whole->member;
  one->maker = whole->maker;
  one->made_by = whole->made_by;
  one->depth = whole->depth;
  one->whole = whole;
  esc_add_some (g, node, all.value);
  esc_add_address (g, node, element);
  for (uint32_t i = 0; i < from->n_steps; i++)
    {
      esc_node loaded = esc_node_new (g, true);
      esc_add_load (g, loaded, node, from->steps[i], 0);
      node = loaded;
    }
  esc_call_through (g, one, node);
}

bool
esc_joint_stays (const struct esc_graph *g, esc_object object)
{
  return !g->objects[object].escaped;
}

void
esc_joint_find_memory (struct esc_graph *g)
{
  for (uint32_t i = 0; i < g->n_members; i++)
    g->members[i].made = 0;
  for (esc_object o = g->n_objects; --o;)
    if (g->objects[o].kind == ESC_OBJECT_LOCAL
	|| g->objects[o].kind == ESC_OBJECT_BLOCK)
      {
	struct member *m = &g->members[g->objects[o].member];
	g->objects[o].next_made = m->made;
	m->made = o;
      }
}

/* Whether an address written to OBJECT has left for good.  */
static bool
is_away (const struct object *o)
{
  switch (o->kind)
    {
    case ESC_OBJECT_LOCAL:
    case ESC_OBJECT_BLOCK:
      return o->escaped;
    case ESC_OBJECT_GLOBAL:
      return !o->constant;
    case ESC_OBJECT_RESULT:
    case ESC_OBJECT_FUNCTION:
      return false;
    default:
      return true;
    }
}

/* Whether what NODE may point to, which is told the value of NODE, is not all
   of its own function.  */
static bool
tells_others (const struct esc_graph *g, esc_node node)
{
  bool self = false;
  for (uint32_t c = g->nodes[node].constraints; c; c = g->constraints[c].next)
    self |= g->constraints[c].kind == CONSTRAINT_SELF;
  if (self)
    for (uint32_t i = 0; i < g->nodes[node].pts.n; i++)
      if (is_away (&g->objects[g->places[g->nodes[node].pts.elements[i]]
				 .object]))
	return true;
  return false;
}

/* Marking the nodes from which values get to some others: those that get to
   node N come from SOURCES, from FIRST[N] up to FIRST[N + 1].  */
struct marking
{
  struct esc_graph *graph;
  const uint32_t *first;
  const esc_node *sources;
  esc_node *pending;
  uint32_t n_pending;
};

static void
mark (struct marking *m, esc_node node, enum node_flag flag)
{
  if (m->graph->nodes[node].flags & flag)
    return;
  m->graph->nodes[node].flags |= flag;
  m->pending[m->n_pending++] = node;
}

static void
mark_sources (struct marking *m, enum node_flag flag)
{
  while (m->n_pending)
    {
      esc_node to = m->pending[--m->n_pending];
      for (uint32_t i = m->first[to]; i < m->first[to + 1]; i++)
	mark (m, m->sources[i], flag);
    }
}

/* A value leaves if it is copied to where one leaves: the edges are followed
   from the places that are away back to the parameters.  One pass over the
   edges makes them searchable by their ends, another marks; linear in their
   number.  */
void
esc_joint_find_values (struct esc_graph *g)
{
  uint32_t *first = XCNEWVEC (uint32_t, g->n_nodes + 1);
  for (esc_node n = 1; n < g->n_nodes; n++)
    {
      for (uint32_t e = 0; e < g->nodes[n].n_edges; e++)
	first[g->nodes[n].edges[e].dst]++;
      for (uint32_t c = g->nodes[n].constraints; c; c = g->constraints[c].next)
	if (moves_value (&g->constraints[c]))
	  first[g->constraints[c].other]++;
    }
  uint32_t total = 0;
  for (esc_node n = 0; n <= g->n_nodes; n++)
    {
      uint32_t count = n < g->n_nodes ? first[n] : 0;
      first[n] = total += count;
    }
  esc_node *sources = XNEWVEC (esc_node, total + 1);
  for (esc_node n = 1; n < g->n_nodes; n++)
    {
      for (uint32_t e = 0; e < g->nodes[n].n_edges; e++)
	sources[--first[g->nodes[n].edges[e].dst]] = n;
      for (uint32_t c = g->nodes[n].constraints; c; c = g->constraints[c].next)
	if (moves_value (&g->constraints[c]))
	  sources[--first[g->constraints[c].other]] = n;
    }
  struct marking m = { g, first, sources, XNEWVEC (esc_node, g->n_nodes), 0 };
  for (esc_place p = 1; p < g->n_places; p++)
    if (g->places[p].written && is_away (&g->objects[g->places[p].object]))
      mark (&m, g->places[p].written, NODE_LEAVES);
  for (esc_node n = 1; n < g->n_nodes; n++)
    if (tells_others (g, n))
      mark (&m, n, NODE_LEAVES);
  mark_sources (&m, NODE_LEAVES);
  for (esc_place p = 1; p < g->n_places; p++)
    if (g->places[p].written
	&& g->objects[g->places[p].object].kind == ESC_OBJECT_RESULT)
      mark (&m, g->places[p].written, NODE_RESULT);
  mark_sources (&m, NODE_RESULT);
  free (m.pending);
  free (sources);
  free (first);
}

bool
esc_joint_value_stays (const struct esc_graph *g, uint32_t member, uint32_t i)
{
  esc_node node = g->members[member].parameters[i];
  return !(g->nodes[node].flags & NODE_LEAVES);
}

bool
esc_joint_value_returned (const struct esc_graph *g, uint32_t member,
			  uint32_t i)
{
  esc_node node = g->members[member].parameters[i];
  return g->nodes[node].flags & NODE_RESULT;
}
