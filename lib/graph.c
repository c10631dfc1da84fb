/* The flow graph of one function: nodes and constraints.

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


/* See graph.h for what they are.  Everything is found by index; the tables
   grow by doubling, and what has a variable length comes from one objalloc.  */

#include "graph-int.h"
#include "trace-int.h"

struct esc_graph *
esc_graph_new (unsigned pointer_size, const struct esc_client *client,
	       enum esc_detail detail)
{
  struct esc_graph *g = XCNEW (struct esc_graph);
  g->memory = objalloc_create ();
  g->pointer_size = pointer_size;
  g->coarse = detail == ESC_COARSE || detail == ESC_FLAT;
  g->flat = detail == ESC_FLAT;
  g->joint = detail == ESC_JOINT;
  g->client = client;
  g->last_call = &g->calls;
  /* Index 0 of each table is none.  */
  g->n_objects = g->n_places = g->n_nodes = g->n_constraints = 1;
  RESERVE (g->objects, 32, g->objects_capacity);
  RESERVE (g->places, 32, g->places_capacity);
  RESERVE (g->nodes, 32, g->nodes_capacity);
  RESERVE (g->constraints, 32, g->constraints_capacity);
  g->leak_world = esc_node_new (g, false);
  g->nodes[g->leak_world].flags |= NODE_LEAK_WORLD;
  g->leak_exposed = esc_node_new (g, false);
  g->nodes[g->leak_exposed].flags |= NODE_LEAK_EXPOSED;
  g->exposed = esc_node_new (g, false);
  return g;
}

void
esc_graph_expect (struct esc_graph *g, uint32_t n)
{
  if (n > g->nodes_capacity)
    {
      g->nodes_capacity = n;
      g->nodes = xrealloc (g->nodes, n * sizeof *g->nodes);
    }
  if (n > g->constraints_capacity)
    {
      g->constraints_capacity = n;
      g->constraints = xrealloc (g->constraints, n * sizeof *g->constraints);
    }
}

void
esc_graph_free (struct esc_graph *g)
{
  if (!g)
    return;
  free (g->objects);
  free (g->places);
  free (g->nodes);
  free (g->constraints);
  free (g->queue);
  free (g->members);
  esc_table_free (&g->edges);
  esc_table_free (&g->found);
  esc_trace_free (g->trace);
  objalloc_free (g->memory);
  free (g);
}

/* Nodes.  */

esc_node
esc_node_new (struct esc_graph *g, bool pointer)
{
  RESERVE (g->nodes, g->n_nodes, g->nodes_capacity);
  struct node *node = &g->nodes[g->n_nodes];
  memset (node, 0, sizeof *node);
  node->flags = (pointer ? NODE_POINTER : 0) | (g->flat ? NODE_FOLD : 0);
  return g->n_nodes++;
}

bool
esc_node_pointer_p (const struct esc_graph *g, esc_node node)
{
  return g->nodes[node].flags & NODE_POINTER;
}

void
esc_node_points_to (struct esc_graph *g, esc_node node, uint32_t tag)
{
  if (!g->joint || (tag & ESC_TAG_FUNCTION))
    return;
  /* In a closed world one need not know which function it is to call it.  */
  if (g->client->call_fitting)
    g->nodes[node].flags |= NODE_FOLD;
  else if (tag)
    g->nodes[node].flags |= NODE_DATA;
}

void
esc_graph_disguised (struct esc_graph *g)
{
  g->disguised = true;
  for (struct dropped *d = g->dropped; d; d = d->next)
    esc_node_add (g, d->node, d->element, 0);
  g->dropped = NULL;
}

esc_node
esc_node_passed (struct esc_graph *g, bool pointer, int root, int64_t offset,
		 uint32_t stride, uint32_t tag)
{
  if (g->joint)
    return esc_joint_parameter (g, root,
				(struct esc_offset) { offset, stride });
  esc_object passed = esc_object_root (g, root, offset, stride, tag);
  esc_node node = esc_node_new (g, pointer);
  esc_add_address (g, node, esc_place_at (g, passed, ESC_EXACTLY (0)));
  return node;
}

esc_node
esc_escape_node (struct esc_graph *g, esc_object object)
{
  if (!g->objects[object].escape)
    {
      esc_node node = esc_node_new (g, false);
      g->objects[object].escape = node;
    }
  return g->objects[object].escape;
}

/* Add to the read node NODE of place P what is there from the beginning.  */
static void
add_initial_content (struct esc_graph *g, esc_node node, esc_place p,
		     uint32_t tag)
{
  esc_object object = g->places[p].object;
  struct object o = g->objects[object];
  switch (o.kind)
    {
    case ESC_OBJECT_LOCAL:
    case ESC_OBJECT_BLOCK:
    case ESC_OBJECT_RESULT:
      esc_add_copy (g, node, esc_escape_node (g, object), 0);
      if (o.exposed && g->n_deferred)
	esc_add_deferred_content (g, p, node);
      break;
    case ESC_OBJECT_ROOT:
    case ESC_OBJECT_DEREF:
    case ESC_OBJECT_ANSWER:
      {
	esc_object deref = esc_object_deref (g, p, tag);
	esc_add_address (g, node, esc_place_at (g, deref, ESC_EXACTLY (0)));
	esc_add_copy (g, node, g->exposed, 0);
	break;
      }
    case ESC_OBJECT_GLOBAL:
      if (!o.constant)
	{
	  esc_object world = esc_object_world_of (g, o.id);
	  esc_add_address (g, node, esc_place_at (g, world, ESC_ANYWHERE));
	}
      break;
    case ESC_OBJECT_WORLD:
      esc_add_address (g, node, esc_place_at (g, esc_object_world (g),
					      ESC_ANYWHERE));
      break;
    case ESC_OBJECT_OUTSIDE:
      esc_add_address (g, node, p);
      break;
    case ESC_OBJECT_FOREIGN:
      {
	esc_place own = esc_place_at (g, o.id, g->places[p].offset);
	esc_add_foreign (g, node, esc_node_read (g, own, tag));
	break;
      }
    case ESC_OBJECT_FUNCTION:
    case ESC_OBJECT_SINK:
    case ESC_OBJECT_ARGUMENT:
      break;
    }
}

void
esc_add_deferred_content (struct esc_graph *g, esc_place p, esc_node node)
{
  esc_object deref = esc_object_deref (g, p, 0);
  esc_add_address (g, node, esc_place_at (g, deref, ESC_EXACTLY (0)));
}

/* Whether O of a joint graph holds only what is in the WORLD, and that holds
   only itself.  */
static bool
is_world (const struct esc_graph *g, const struct object *o)
{
  return g->joint
	 && (o->kind == ESC_OBJECT_WORLD
	     || (o->kind == ESC_OBJECT_GLOBAL && !o->constant));
}

esc_node
esc_node_read (struct esc_graph *g, esc_place p, uint32_t tag)
{
  if (g->places[p].read)
    return g->places[p].read;
  struct object *o = &g->objects[g->places[p].object];
  if (o->constant && !o->filled)
    {
      o->filled = true;
      g->client->read_constant (g->client->data, g, g->places[p].object,
				o->id);
    }
  esc_node node = esc_node_new (g, false);
  g->places[p].read = node;
  if (is_world (g, &g->objects[g->places[p].object]))
    {
      esc_add_address (g, node, esc_place_at (g, esc_object_world (g),
					      ESC_ANYWHERE));
      return node;
    }
  struct esc_offset offset = g->places[p].offset;
  for (esc_place q = g->objects[g->places[p].object].first_place; q;
       q = g->places[q].next)
    if (g->places[q].written
	&& esc_offsets_overlap (g, offset, g->places[q].offset))
      esc_add_copy (g, node, g->places[q].written, 0);
  add_initial_content (g, node, p, tag);
  return node;
}

esc_node
esc_node_write (struct esc_graph *g, esc_place p)
{
  if (g->places[p].written)
    return g->places[p].written;
  esc_node node = esc_node_new (g, false);
  g->nodes[node].flags |= NODE_WRITE;
  g->places[p].written = node;
  const struct object *o = &g->objects[g->places[p].object];
  struct esc_offset offset = g->places[p].offset;
  for (esc_place q = o->first_place; q; q = g->places[q].next)
    if (g->places[q].read && !is_world (g, o)
	&& esc_offsets_overlap (g, offset, g->places[q].offset))
      esc_add_copy (g, g->places[q].read, node, 0);
  switch (o->kind)
    {
    case ESC_OBJECT_LOCAL:
    case ESC_OBJECT_BLOCK:
    case ESC_OBJECT_RESULT:
      if (o->escaped)
	esc_add_copy (g, g->leak_world, node, 0);
      if (o->exposed)
	esc_add_copy (g, g->leak_exposed, node, 0);
      break;
    case ESC_OBJECT_ROOT:
    case ESC_OBJECT_DEREF:
    case ESC_OBJECT_ANSWER:
    case ESC_OBJECT_ARGUMENT:
    case ESC_OBJECT_OUTSIDE:
      if (g->coarse)
	g->nodes[node].flags |= NODE_FOLD;
      esc_add_copy (g, g->leak_exposed, node, 0);
      break;
    case ESC_OBJECT_GLOBAL:
      if (!o->constant)
	esc_add_copy (g, g->leak_world, node, 0);
      break;
    case ESC_OBJECT_SINK:
      g->nodes[node].flags |= NODE_OPENS;
      /* Fall through.  */
    case ESC_OBJECT_WORLD:
      esc_add_copy (g, g->leak_world, node, 0);
      break;
    case ESC_OBJECT_FOREIGN:
      {
	esc_place own = esc_place_at (g, o->id, offset);
	esc_add_foreign (g, esc_node_write (g, own), node);
	esc_add_copy (g, g->leak_world, node, 0);
	break;
      }
    case ESC_OBJECT_FUNCTION:
      break;
    }
  return node;
}

uint32_t
esc_node_size (const struct esc_graph *g, esc_node node)
{
  return g->nodes[node].pts.n;
}

esc_place
esc_node_element (const struct esc_graph *g, esc_node node, uint32_t i,
		  uint32_t *loc)
{
  const struct node *n = &g->nodes[node];
  if (loc)
    *loc = n->flags & NODE_WRITE ? n->locs->at[i] : 0;
  return n->pts.elements[i];
}

/* ELEMENT, or the WORLD where it is a part of it.  In a coarse graph this is
   all that is known of it in the caller's memory.  */
static esc_place
fold_unseen (struct esc_graph *g, esc_place element)
{
  const struct object *o = &g->objects[g->places[element].object];
  if (o->kind == ESC_OBJECT_FUNCTION && !g->client->call_fitting)
    esc_joint_open_function (g, g->places[element].object);
  if (o->kind == ESC_OBJECT_GLOBAL || o->kind == ESC_OBJECT_WORLD
      || (o->kind == ESC_OBJECT_FUNCTION && !o->nested))
    return esc_place_at (g, esc_object_world (g), ESC_ANYWHERE);
  return element;
}

/* ELEMENT, a function, is not added to NODE, whose type says that it points to
   data.  While statements are read, one may be yet to come that tells
   otherwise.  */
static void
drop_function (struct esc_graph *g, esc_node node, esc_place element)
{
  if (g->work_limit)
    return;
  struct dropped *d = NEW_ARRAY (g, struct dropped, 1);
  d->node = node;
  d->element = element;
  d->next = g->dropped;
  g->dropped = d;
}

/* What NODE of a joint graph gets for ELEMENT: the WORLD where that has become
   a part of it, or 0 for nothing.  */
static esc_place
fold_away (struct esc_graph *g, esc_node node, esc_place element)
{
  const struct object *o = &g->objects[g->places[element].object];
  if (o->kind == ESC_OBJECT_FOREIGN)
    o = &g->objects[o->id];
  if (o->escaped || is_world (g, o))
    return esc_place_at (g, esc_object_world (g), ESC_ANYWHERE);
  if (g->objects[g->places[element].object].kind == ESC_OBJECT_FOREIGN
      && g->client->call_fitting && node != g->leak_world
      && g->nodes[node].pts.n >= MAX_FOREIGN)
    {
      /* Where so many locals meet, nothing would be found out of them.  */
      esc_node_add (g, g->leak_world, element, 0);
      return esc_place_at (g, esc_object_world (g), ESC_ANYWHERE);
    }
  if (g->nodes[node].flags & NODE_FOLD)
    return fold_unseen (g, element);
  if (!(g->nodes[node].flags & NODE_DATA))
    return element;
  if (o->kind == ESC_OBJECT_FUNCTION && !g->disguised)
    {
      drop_function (g, node, element);
      return 0;
    }
  return fold_unseen (g, element);
}

/* Whether the statement at LOC is to be told, of what an element of N may be,
   for all that is known of them by now.  */
static inline bool
may_be_first (const struct node *n, uint32_t loc)
{
  return loc && n->locs && loc < n->locs->last;
}

/* ELEMENT, which N holds, was also put there by the statement at LOC.  Of
   several statements the first one in the source is told, whatever the order
   in which they are met.  To look for the last one takes constant time for
   each that was changed.  */
static void
note_location (struct esc_graph *g, struct node *n, esc_place element,
	       uint32_t loc)
{
  if (!may_be_first (n, loc))
    return;
  struct locations *l = n->locs;
  uint32_t i = esc_pts_find (&n->pts, element, g->memory);
  if (loc >= l->at[i])
    return;
  l->at[i] = loc;
  if (++l->n_changed < n->pts.n)
    return;
  l->n_changed = 0;
  l->last = 0;
  for (i = 0; i < n->pts.n; i++)
    if (l->at[i] > l->last)
      l->last = l->at[i];
}

/* The last element of N was put there by the statement at LOC.  */
static void
new_location (struct esc_graph *g, struct node *n, uint32_t loc)
{
  if (!n->locs)
    {
      n->locs = NEW_ARRAY (g, struct locations, 1);
      memset (n->locs, 0, sizeof *n->locs);
    }
  struct locations *l = n->locs;
  if (l->capacity < n->pts.capacity)
    {
      uint32_t *old = l->at;
      l->capacity = n->pts.capacity;
      l->at = NEW_ARRAY (g, uint32_t, l->capacity);
      if (old)
	memcpy (l->at, old, (n->pts.n - 1) * sizeof *old);
    }
  l->at[n->pts.n - 1] = loc;
  if (l->last < loc)
    l->last = loc;
}

/* NODE has new elements.  What has left the queue makes room before that
   grows.  */
static void
enqueue (struct esc_graph *g, esc_node node)
{
  g->nodes[node].flags |= NODE_QUEUED;
  if (g->n_queue == g->queue_capacity && g->queue_head > g->n_queue / 2)
    {
      g->n_queue -= g->queue_head;
      memmove (g->queue, g->queue + g->queue_head,
	       g->n_queue * sizeof *g->queue);
      g->queue_head = 0;
    }
  RESERVE (g->queue, g->n_queue, g->queue_capacity);
  g->queue[g->n_queue++] = node;
}

/* ELEMENT is not in NODE under this name: add it if it is not there under
   another one.  */
static void
add_element (struct esc_graph *g, esc_node node, esc_place element,
	     uint32_t loc)
{
  struct node *n = &g->nodes[node];
  esc_place given = element;
  bool held = false;
  if (g->joint || (n->flags & NODE_FOLD))
    {
      element
	= g->joint ? fold_away (g, node, element) : fold_unseen (g, element);
      if (!element)
	return;
      n = &g->nodes[node];
      held = element != given && esc_pts_holds (&n->pts, element);
    }
  if (!held)
    {
      /* A pointer to anywhere in the object may point to this place of
	 it.  */
      esc_place anywhere = g->objects[g->places[element].object].anywhere;
      if (anywhere && anywhere != element
	  && esc_pts_holds (&n->pts, anywhere))
	{
	  element = anywhere;
	  held = true;
	}
    }
  if (held)
    note_location (g, n, element, loc);
  else
    {
      esc_pts_add (&n->pts, element, g->memory);
      if (n->flags & NODE_WRITE)
	new_location (g, n, loc);
    }
  /* What folds in a joint graph may change its mind.  */
  if (element != given && !g->joint)
    esc_pts_cover (&n->pts, given, g->memory);
  if (!held && !(n->flags & NODE_QUEUED))
    enqueue (g, node);
}

void
esc_node_add (struct esc_graph *g, esc_node node, esc_place element,
	      uint32_t loc)
{
  struct node *n = &g->nodes[node];
  g->work++;
  /* Most of what is offered is known.  */
  if (!esc_pts_covers (&n->pts, element))
    add_element (g, node, element, loc);
  else if (!may_be_first (n, loc))
    return;
  else if (esc_pts_holds (&n->pts, element))
    note_location (g, n, element, loc);
  else
    add_element (g, node, element, loc);
}

void
esc_node_add_from (struct esc_graph *g, esc_node dst, esc_node src,
		   uint32_t from, uint32_t to, uint32_t loc)
{
  /* How many it takes to be worth a look at the whole sets.  */
  enum { MANY = 4 };
  if (to - from >= MANY && !may_be_first (&g->nodes[dst], loc)
      && esc_pts_covers_all (&g->nodes[dst].pts, &g->nodes[src].pts))
    {
      g->work += to - from;
      return;
    }
  for (uint32_t i = from; i < to; i++)
    esc_node_add (g, dst, g->nodes[src].pts.elements[i], loc);
}

/* Constraints.  */

void
esc_add_address (struct esc_graph *g, esc_node dst, esc_place place)
{
  if (g->trace)
    esc_trace_address (g, dst, place);
  esc_node_add (g, dst, place, 0);
}

/* Remember that there is an edge from SRC to DST.  Return false if it was
   known.  A few edges are searched; many are hashed.  */
static bool
note_edge (struct esc_graph *g, esc_node src, esc_node dst)
{
  enum { FEW = 24 };
  struct node *n = &g->nodes[src];
  if (n->n_edges < FEW)
    {
      for (uint32_t i = 0; i < n->n_edges; i++)
	if (n->edges[i].dst == dst)
	  return false;
      return true;
    }
  if (n->n_edges == FEW)
    for (uint32_t i = 0; i < FEW; i++)
      *esc_table_slot (&g->edges, (uint64_t) src << 32 | n->edges[i].dst) = 1;
  uint32_t *slot = esc_table_slot (&g->edges, (uint64_t) src << 32 | dst);
  if (*slot)
    return false;
  *slot = 1;
  return true;
}

void
esc_add_copy (struct esc_graph *g, esc_node dst, esc_node src, uint32_t loc)
{
  g->copies++;
  if (dst == src || !dst || !src || !note_edge (g, src, dst))
    return;
  struct node *n = &g->nodes[src];
  /* There is room for 2, 4, 8...  */
  if (n->n_edges != 1 && (n->n_edges & (n->n_edges - 1)) == 0)
    {
      struct edge *old = n->edges;
      n->edges = NEW_ARRAY (g, struct edge, old ? n->n_edges * 2 : 2);
      if (old)
	memcpy (n->edges, old, n->n_edges * sizeof *old);
    }
  n->edges[n->n_edges++] = (struct edge) { dst, loc };
  if (g->trace)
    esc_trace_flow (g, dst, src, ESC_EXACTLY (0), loc);
  /* What is not yet propagated will follow the new edge by itself.  */
  esc_node_add_from (g, dst, src, 0, g->nodes[src].done, loc);
}

/* Put CONSTRAINT at NODE.  What NODE has propagated already is given to it at
   once; the rest will come.  */
static void
add_constraint (struct esc_graph *g, esc_node node,
		const struct constraint *constraint)
{
  RESERVE (g->constraints, g->n_constraints, g->constraints_capacity);
  uint32_t i = g->n_constraints++;
  g->constraints[i] = *constraint;
  g->constraints[i].next = g->nodes[node].constraints;
  g->nodes[node].constraints = i;
  if (g->trace)
    esc_trace_constraint (g, i);
  for (uint32_t j = 0; j < g->nodes[node].done; j++)
    esc_constraint_apply (g, i, g->nodes[node].pts.elements[j]);
}

void
esc_add_shift (struct esc_graph *g, esc_node dst, esc_node src,
	       struct esc_offset offset)
{
  if (!src || !dst)
    return;
  if (offset.at == 0 && offset.stride == 0)
    {
      esc_add_copy (g, dst, src, 0);
      return;
    }
  if (g->trace)
    esc_trace_flow (g, dst, src, offset, 0);
  struct constraint c = { CONSTRAINT_SHIFT, dst, offset, 0, { NULL }, 0 };
  add_constraint (g, src, &c);
}

void
esc_add_foreign (struct esc_graph *g, esc_node dst, esc_node src)
{
  if (!src || !dst)
    return;
  struct constraint c
    = { CONSTRAINT_FOREIGN, dst, ESC_EXACTLY (0), 0, { NULL }, 0 };
  add_constraint (g, src, &c);
}

void
esc_add_some (struct esc_graph *g, esc_node dst, esc_node src)
{
  struct constraint c
    = { CONSTRAINT_SOME, dst, ESC_EXACTLY (0), 0, { NULL }, 0 };
  add_constraint (g, src, &c);
}

void
esc_add_load (struct esc_graph *g, esc_node dst, esc_node ptr,
	      struct esc_offset offset, uint32_t tag)
{
  if (!ptr || !dst)
    return;
  struct constraint c = { CONSTRAINT_LOAD, dst, offset, tag, { NULL }, 0 };
  add_constraint (g, ptr, &c);
}

void
esc_add_store (struct esc_graph *g, esc_node ptr, struct esc_offset offset,
	       esc_node src, uint32_t loc)
{
  if (!ptr || !src)
    return;
  struct constraint c = { CONSTRAINT_STORE, src, offset, loc, { NULL }, 0 };
  add_constraint (g, ptr, &c);
}

void
esc_add_self (struct esc_graph *g, esc_node ptr, struct esc_offset at,
	      struct esc_offset by, uint32_t loc)
{
  if (!ptr)
    return;
  struct esc_offset *self = NEW_ARRAY (g, struct esc_offset, 1);
  *self = by;
  struct constraint c = { CONSTRAINT_SELF, ptr, at, loc, { NULL }, 0 };
  c.self = self;
  add_constraint (g, ptr, &c);
}

void
esc_add_escape_of (struct esc_graph *g, esc_node dst, esc_node ptr)
{
  if (!ptr || !dst)
    return;
  struct constraint c
    = { CONSTRAINT_ESCAPE_OF, dst, ESC_EXACTLY (0), 0, { NULL }, 0 };
  add_constraint (g, ptr, &c);
}

esc_node
esc_shifted (struct esc_graph *g, esc_node src, struct esc_offset offset)
{
  if (!src || (offset.at == 0 && offset.stride == 0))
    return src;
  esc_node dst = esc_node_new (g, g->nodes[src].flags & NODE_POINTER);
  esc_add_shift (g, dst, src, offset);
  return dst;
}

struct esc_call *
esc_add_call (struct esc_graph *g, const struct esc_call *call,
	      esc_node pointer)
{
  struct bound_call *b = NEW_ARRAY (g, struct bound_call, 1);
  memset (b, 0, sizeof *b);
  b->call = *call;
  b->member = g->member;
  b->call.arguments = NEW_ARRAY (g, struct esc_argument, call->n_arguments);
  if (call->n_arguments)
    memcpy (b->call.arguments, call->arguments,
	    call->n_arguments * sizeof *call->arguments);
  *g->last_call = b;
  g->last_call = &b->next;
  b->call.receiver = NULL;
  if (pointer && g->joint && call->receiver)
    esc_call_receivers (g, b, pointer, call->receiver);
  else if (pointer)
    esc_call_through (g, b, pointer);
  return &b->call;
}

void
esc_call_through (struct esc_graph *g, struct bound_call *b, esc_node pointer)
{
  struct constraint c = { CONSTRAINT_CALL, 0, ESC_EXACTLY (0), 0, { b }, 0 };
  b->pointer = pointer;
  g->nodes[pointer].flags &= ~NODE_DATA;
  add_constraint (g, pointer, &c);
}

void
esc_call_receivers (struct esc_graph *g, struct bound_call *b,
		    esc_node pointer, const struct esc_receiver *receiver)
{
  struct constraint c
    = { CONSTRAINT_RECEIVER, 0, ESC_EXACTLY (0), 0, { b }, 0 };
  b->receivers = NEW_ARRAY (g, struct receivers, 1);
  *b->receivers = (struct receivers) { *receiver, 0, NULL };
  b->pointer = pointer;
  g->nodes[pointer].flags &= ~NODE_DATA;
  add_constraint (g, b->call.arguments[receiver->argument].value, &c);
}
