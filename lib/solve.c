/* The solver: propagate points-to sets until nothing changes.

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


/* See solve.h.  */

#include "solve.h"

#include "graph-int.h"
#include "joint.h"
#include "trace-int.h"

/* How many elements may be offered to nodes before a graph must be coarse, or a
   joint one given up: so many, and so many more for each node that what is read
   into it has; in a closed world, which the user asks for, even more.  A graph
   that leaves calls to the function's callers, which a coarse one cannot, is
   worth more work: one walker over a tree may call back all of a program.  And
   how many, copies included, before a coarse graph must be flat.  A build for
   tests chooses FINE_WORK_LIMIT: with 1, all that flows through functions
   flows through coarse graphs, and joint ones.  */
enum
{
#ifdef FINE_WORK_LIMIT
  WORK_LIMIT = FINE_WORK_LIMIT,
  WORK_PER_NODE = 0,
  DEFERRED_WORK = 0,
#else
  WORK_LIMIT = 800,
  WORK_PER_NODE = 1,
  DEFERRED_WORK = 5000,
#endif
  JOINT_WORK_LIMIT = 30000,
  JOINT_WORK_PER_NODE = 8,
  CLOSED_WORK_PER_NODE = 2000,
  COARSE_WORK_LIMIT = 3000000,
  COARSE_WORK_PER_NODE = 100
};

/* How much work G is worth.  */
static uint64_t
work_limit_of (const struct esc_graph *g)
{
  if (g->coarse)
    return COARSE_WORK_LIMIT + (uint64_t) g->n_nodes * COARSE_WORK_PER_NODE;
  if (g->joint)
    return JOINT_WORK_LIMIT
	   + (uint64_t) g->n_nodes
	       * (g->client->call_fitting ? CLOSED_WORK_PER_NODE
					  : JOINT_WORK_PER_NODE);
  return WORK_LIMIT + (uint64_t) g->n_nodes * WORK_PER_NODE;
}

/* Whether G takes more work to solve than it is worth.  */
static inline bool
is_too_much (const struct esc_graph *g)
{
  if (g->coarse)
    return !g->flat && g->work + g->copies > g->work_limit;
  return g->work > g->work_limit + (g->n_deferred ? DEFERRED_WORK : 0);
}

/* From now on, calls that are deferred may change OBJECT of this frame.  */
static void
add_deferred_contents (struct esc_graph *g, esc_object object)
{
  for (esc_place p = g->objects[object].first_place; p;
       p = g->places[p].next)
    if (g->places[p].read)
      esc_add_deferred_content (g, p, g->places[p].read);
}

/* The address ELEMENT got where unseen code finds it: into the WORLD, or
   (EXPOSED) into the caller's memory.  If it is an object of this frame,
   unseen code may change what is in it from now on, and finds what is stored
   there.  */
static void
leak (struct esc_graph *g, esc_place element, bool exposed)
{
  esc_object object = g->places[element].object;
  if (g->objects[object].kind == ESC_OBJECT_FOREIGN)
    object = g->objects[object].id;
  if (g->objects[object].kind == ESC_OBJECT_FUNCTION
      && !g->client->call_fitting)
    esc_joint_open_function (g, object);
  struct object *o = &g->objects[object];
  if (!is_made_here (o))
    return;
  if (exposed)
    esc_node_add (g, g->exposed, element, 0);
  if (exposed ? o->exposed : o->escaped)
    return;
  if (exposed)
    o->exposed = true;
  else
    o->escaped = true;
  esc_object unseen = exposed ? esc_object_outside (g) : esc_object_world (g);
  esc_node_add (g, esc_escape_node (g, object),
		esc_place_at (g, unseen, ESC_ANYWHERE), 0);
  if (exposed && g->n_deferred)
    add_deferred_contents (g, object);
  esc_node sink = exposed ? g->leak_exposed : g->leak_world;
  for (esc_place p = g->objects[object].first_place; p;
       p = g->places[p].next)
    if (g->places[p].written)
      esc_add_copy (g, sink, g->places[p].written, 0);
}

/* What unseen code may have put where ELEMENT points to goes to DST.  */
static void
escape_of (struct esc_graph *g, esc_node dst, esc_place element)
{
  esc_object object = g->places[element].object;
  if (g->objects[object].kind == ESC_OBJECT_FOREIGN)
    object = g->objects[object].id;
  switch (g->objects[object].kind)
    {
    case ESC_OBJECT_FOREIGN:
    case ESC_OBJECT_LOCAL:
    case ESC_OBJECT_BLOCK:
    case ESC_OBJECT_RESULT:
      esc_add_copy (g, dst, esc_escape_node (g, object), 0);
      break;
    case ESC_OBJECT_ROOT:
    case ESC_OBJECT_DEREF:
    case ESC_OBJECT_ANSWER:
    case ESC_OBJECT_OUTSIDE:
      esc_node_add (g, dst, esc_place_at (g, esc_object_outside (g),
					  ESC_ANYWHERE), 0);
      break;
    case ESC_OBJECT_GLOBAL:
    case ESC_OBJECT_WORLD:
      esc_node_add (g, dst, esc_place_at (g, esc_object_world (g),
					  ESC_ANYWHERE), 0);
      break;
    case ESC_OBJECT_FUNCTION:
    case ESC_OBJECT_SINK:
    case ESC_OBJECT_ARGUMENT:
      break;
    }
}

/* CALL goes to FUNCTION, which only the caller knows: leave it to the caller.
   Return false if it must not be left to it: aggregates are passed, or there
   are too many such functions.  */
static bool
defer_call (struct esc_graph *g, struct bound_call *call, esc_object function)
{
  const struct esc_call *c = &call->call;
  if (g->coarse || c->result_address || c->n_arguments > MAX_ARGUMENTS)
    return false;
  for (uint32_t i = 0; i < c->n_arguments; i++)
    if (c->arguments[i].address)
      return false;
  call->resolved = true;
  if (!g->objects[function].deferred)
    {
      if (g->n_deferred >= MAX_DEFERRED)
	return false;
      g->objects[function].deferred = true;
      g->objects[function].sink = c->sink;
      if (g->n_deferred++ == 0)
	for (esc_object o = 1; o < g->n_objects; o++)
	  if (g->objects[o].exposed)
	    add_deferred_contents (g, o);
    }
  for (uint32_t i = 0; i < c->n_arguments; i++)
    if (c->arguments[i].value)
      {
	esc_object hands = esc_object_argument (g, function, i);
	g->objects[hands].pointer
	  |= g->nodes[c->arguments[i].value].flags & NODE_POINTER;
	esc_add_copy (g,
		      esc_node_write (g, esc_place_at (g, hands,
						       ESC_ANYWHERE)),
		      c->arguments[i].value, c->loc);
      }
  if (c->result)
    {
      esc_object answer = esc_object_answer (g, function);
      esc_add_address (g, c->result,
		       esc_place_at (g, answer, ESC_EXACTLY (0)));
      esc_add_copy (g, c->result, g->exposed, 0);
    }
  return true;
}

/* In a closed world, CALL of the joint graph G goes to ELEMENT: to all functions
   that fit, if that is the WORLD, and nowhere, if it is no function that fits.
   Return false if it is one that does.  */
static bool
goes_nowhere_else (struct esc_graph *g, struct bound_call *call,
		   esc_place element)
{
  const struct object *o = &g->objects[g->places[element].object];
  if (o->kind == ESC_OBJECT_FUNCTION
      && g->client->fits (g->client->data, &call->call, o->id))
    return false;
  call->resolved = true;
  if (o->kind != ESC_OBJECT_WORLD || call->fitted)
    return true;
  call->fitted = true;
  if (call->call.result)
    esc_add_address (g, call->call.result, element);
  g->client->call_fitting (g->client->data, g, &call->call);
  return true;
}

/* ELEMENT is called by CALL.  The storage of a frame is no function but the
   environment of a nested one, which the same pointer carries.  */
static void
call_target (struct esc_graph *g, struct bound_call *call, esc_place element)
{
  esc_object object = g->places[element].object;
  const struct object *o = &g->objects[object];
  struct esc_transfer *transfer = NULL;
  if (o->kind == ESC_OBJECT_LOCAL || o->kind == ESC_OBJECT_FOREIGN)
    return;
  if (g->joint && g->client->call_fitting
      && goes_nowhere_else (g, call, element))
    return;
  if (o->kind == ESC_OBJECT_FUNCTION && g->joint)
    {
      uint32_t member;
      if (g->client->member_of (g->client->data, o->id, &member))
	{
	  esc_joint_call_member (g, call, member);
	  return;
	}
    }
  if (o->kind == ESC_OBJECT_FUNCTION)
    {
      bool recursive = false;
      transfer = g->client->transfer_of (g->client->data, o->id, &recursive);
      call->recursive |= recursive;
    }
  if (transfer)
    esc_call_bind (g, call, transfer);
  else if (!is_symbolic (o) || !defer_call (g, call, object))
    esc_bound_call_unseen (g, call);
}

/* ELEMENT holds its own address as constraint C says.  Whose frame it is in
   does not matter.  */
static void
store_self (struct esc_graph *g, const struct constraint *c, esc_place element)
{
  esc_place value = esc_place_shift (g, element, *c->self);
  esc_place at = esc_place_shift (g, element, c->offset);
  struct esc_target to = esc_place_target (g, at);
  if (g->objects[to.object].kind == ESC_OBJECT_FUNCTION)
    return;
  if (g->objects[to.object].kind == ESC_OBJECT_FOREIGN)
    at = esc_place_at (g, g->objects[to.object].id, to.offset);
  esc_node held = esc_node_write (g, at);
  if (g->trace)
    esc_trace_flow (g, held, c->other, *c->self, c->loc);
  esc_node_add (g, held, value, c->loc);
}

void
esc_constraint_apply (struct esc_graph *g, uint32_t i, esc_place element)
{
  struct constraint c = g->constraints[i];
  if (g->trace)
    esc_trace_resume (g, i);
  switch (c.kind)
    {
    case CONSTRAINT_SHIFT:
      esc_node_add (g, c.other, esc_place_shift (g, element, c.offset), 0);
      break;
    case CONSTRAINT_FOREIGN:
      esc_node_add (g, c.other, esc_place_foreign (g, element), 0);
      break;
    case CONSTRAINT_SOME:
      break;
    case CONSTRAINT_LOAD:
      element = esc_place_shift (g, element, c.offset);
      if (g->objects[g->places[element].object].kind != ESC_OBJECT_FUNCTION)
	{
	  g->nodes[c.other].flags |= NODE_LOADED;
	  esc_add_copy (g, c.other, esc_node_read (g, element, c.loc), 0);
	}
      break;
    case CONSTRAINT_STORE:
      element = esc_place_shift (g, element, c.offset);
      if (g->objects[g->places[element].object].kind != ESC_OBJECT_FUNCTION)
	esc_add_copy (g, esc_node_write (g, element), c.other, c.loc);
      break;
    case CONSTRAINT_SELF:
      store_self (g, &c, element);
      break;
    case CONSTRAINT_ESCAPE_OF:
      escape_of (g, c.other, element);
      break;
    case CONSTRAINT_CALL:
      call_target (g, c.call, element);
      break;
    case CONSTRAINT_RECEIVER:
      esc_joint_add_receiver (g, c.call, element);
      break;
    }
}

/* Propagate the elements of NODE that its edges and constraints have not
   seen.  Both may grow meanwhile: what is added later sees all that is
   marked done.  Where all is in vain, stop.  */
static void
propagate (struct esc_graph *g, esc_node node)
{
  uint32_t from = g->nodes[node].done;
  uint32_t to = g->nodes[node].pts.n;
  uint32_t n_edges = g->nodes[node].n_edges;
  uint32_t constraints = g->nodes[node].constraints;
  uint16_t flags = g->nodes[node].flags;
  g->nodes[node].done = to;
  for (uint32_t e = 0; e < n_edges && !is_too_much (g); e++)
    {
      struct edge edge = g->nodes[node].edges[e];
      esc_node_add_from (g, edge.dst, node, from, to, edge.loc);
    }
  for (uint32_t c = constraints; c; c = g->constraints[c].next)
    for (uint32_t i = from; i < to && !is_too_much (g); i++)
      esc_constraint_apply (g, c, g->nodes[node].pts.elements[i]);
  /* A symbolic object that a pointer node holds is a pointer in the eyes of
     the program.  */
  if (flags & NODE_POINTER)
    for (uint32_t i = from; i < to; i++)
      {
	esc_place element = g->nodes[node].pts.elements[i];
	g->objects[g->places[element].object].pointer = true;
      }
  if (flags & (NODE_LEAK_WORLD | NODE_LEAK_EXPOSED))
    for (uint32_t i = from; i < to; i++)
      leak (g, g->nodes[node].pts.elements[i], flags & NODE_LEAK_EXPOSED);
  if (g->joint && (flags & NODE_OPENS))
    for (uint32_t i = from; i < to; i++)
      {
	esc_place p = g->nodes[node].pts.elements[i];
	if (g->objects[g->places[p].object].kind == ESC_OBJECT_FUNCTION)
	  esc_joint_open_function (g, g->places[p].object);
      }
  if (flags & NODE_RETURNED)
    for (uint32_t i = from; i < to; i++)
      esc_joint_return (g, node, g->nodes[node].pts.elements[i]);
}

bool
esc_solve (struct esc_graph *g)
{
  if (!g->work_limit)
    g->work_limit = work_limit_of (g);
  while (g->queue_head < g->n_queue && !is_too_much (g))
    {
      esc_node node = g->queue[g->queue_head++];
      g->nodes[node].flags &= ~NODE_QUEUED;
      propagate (g, node);
    }
  if (is_too_much (g))
    return false;
  g->queue_head = g->n_queue = 0;
  return true;
}

uint64_t
esc_solve_cost (const struct esc_graph *g)
{
  return g->work + g->copies + g->n_nodes + g->n_constraints;
}
