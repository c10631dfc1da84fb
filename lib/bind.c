/* Transfers at work: binding them to calls.

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


/* See transfer.h.  Each object of a transfer becomes a node of the caller's
   graph, and each fact a constraint.  A binding remembers how much of its
   transfer has been applied, for that may still grow.  */

#include "transfer.h"

#include "trace-int.h"
#include "transfer-int.h"

/* So many facts are applied one by one.  */
enum { FEW_FACTS = 3 };

/* What ARGUMENT holds at OFFSET.  */
static esc_node
argument_value (struct esc_graph *g, const struct esc_argument *argument,
		struct esc_offset offset, uint32_t tag)
{
  if (!argument->address)
    return argument->value;
  esc_node node = esc_node_new (g, false);
  esc_add_load (g, node, argument->address, offset, tag);
  return node;
}

/* The size of a block of size SIZE, in terms of the callee's parameters, in
   terms of the caller of CALL.  */
static struct esc_size
size_at_call (const struct esc_call *call, struct esc_size size)
{
  static const struct esc_size unknown;
  if (size.kind == ESC_SIZE_UNKNOWN || size.kind == ESC_SIZE_CONSTANT)
    return size;
  uint32_t n = call->n_arguments;
  if (size.parameter >= n
      || (size.kind == ESC_SIZE_PRODUCT && size.other >= n))
    return unknown;
  struct esc_size factor = { ESC_SIZE_CONSTANT, 0, size.value, 0 };
  struct esc_size at_call
    = esc_size_product (factor, call->arguments[size.parameter].size);
  return size.kind == ESC_SIZE_PRODUCT
	   ? esc_size_product (at_call, call->arguments[size.other].size)
	   : at_call;
}

/* The new block that stands for BLOCK, made in CALL.  */
static esc_object
block_of_call (struct esc_graph *g, struct bound_call *call,
	       const struct exported *block)
{
  if (call->recursive && call->block)
    return call->block;
  struct esc_size size = size_at_call (&call->call, block->size);
  esc_object o = esc_object_block (g, 0, &size);
  /* It may be known only while solving what is called.  */
  g->objects[o].member = call->member;
  if (!g->flat)
    g->objects[o].call = &call->call;
  if (call->recursive)
    call->block = o;
  return o;
}

/* Whether exported object I stands for what one argument points to, and for
   nothing else.  */
static bool
is_one_argument (const struct binding *binding, uint32_t i)
{
  const struct esc_transfer *t = binding->transfer;
  const struct exported *e = &t->objects[i - 1];
  if (e->kind != ESC_OBJECT_ROOT || e->root < 0 || e->root_offset.stride)
    return false;
  for (uint32_t j = 0; j < t->n_origins; j++)
    if (t->origins[j].object == i)
      return false;
  return true;
}

/* The origin of exported object I of T, if it is read from one place only, or
   NULL.  */
static const struct exported_origin *
only_origin (const struct esc_transfer *t, uint32_t i)
{
  const struct exported_origin *only = NULL;
  for (uint32_t j = 0; j < t->n_origins; j++)
    if (t->origins[j].object == i)
      {
	if (only)
	  return NULL;
	only = &t->origins[j];
      }
  return only;
}

/* The number of the argument of the calls that T leaves to its callers, of
   FUNCTION, that is OBJECT and nothing else; or MAX_ARGUMENTS.  */
static uint32_t
argument_that_is (const struct esc_transfer *t, uint32_t function,
		  uint32_t object)
{
  for (uint32_t i = 0; i < MAX_ARGUMENTS; i++)
    {
      bool is = false, other = false;
      for (uint32_t j = 0; j < t->n_facts && !other; j++)
	{
	  const struct fact *f = &t->facts[j];
	  const struct exported *e = &t->objects[f->dst - 1];
	  if (e->kind != ESC_OBJECT_ARGUMENT || e->function != function
	      || e->id != i)
	    continue;
	  is = f->src == object && !f->src_offset.at && !f->src_offset.stride;
	  other = !is;
	}
      if (is && !other)
	return i;
    }
  return MAX_ARGUMENTS;
}

/* Whether FUNCTION, which the transfer of BINDING leaves to its caller to call,
   is read from what one of the arguments points to: RECEIVER.  That is only
   asked where the transfer is complete: in a joint graph.  */
static bool
find_deferred_receiver (const struct binding *binding, uint32_t function,
			struct esc_receiver *receiver)
{
  const struct esc_transfer *t = binding->transfer;
  uint32_t object = function;
  for (uint32_t n = 1; n <= ESC_MAX_RECEIVER_STEPS; n++)
    {
      const struct exported_origin *o
	= t->objects[object - 1].kind == ESC_OBJECT_DEREF
	    ? only_origin (t, object) : NULL;
      if (!o)
	return false;
      object = o->parent;
      memmove (receiver->steps + 1, receiver->steps,
	       (n - 1) * sizeof *receiver->steps);
      receiver->steps[0] = o->offset;
      if (!is_one_argument (binding, object))
	continue;
      receiver->argument = argument_that_is (t, function, object);
      receiver->n_steps = n;
      return receiver->argument < MAX_ARGUMENTS;
    }
  return false;
}

/* The call of FUNCTION that the transfer of BINDING leaves to the caller of
   CALL.  */
static struct bound_call *
deferred_call (struct esc_graph *g, struct bound_call *call,
	       struct binding *binding, uint32_t function)
{
  for (struct deferred_call *d = binding->deferred; d; d = d->next)
    if (d->function == function)
      return d->call;
  struct esc_argument arguments[MAX_ARGUMENTS];
  memset (arguments, 0, sizeof arguments);
  for (int i = 0; i < MAX_ARGUMENTS; i++)
    arguments[i].value = esc_node_new (g, false);
  struct esc_call c;
  memset (&c, 0, sizeof c);
  c.arguments = arguments;
  c.n_arguments = MAX_ARGUMENTS;
  c.result = esc_node_new (g, true);
  c.sink = binding->transfer->objects[function - 1].sink;
  c.loc = call->call.loc;
  c.site = call->call.site;
  struct deferred_call *d = NEW_ARRAY (g, struct deferred_call, 1);
  d->function = function;
  d->call = (struct bound_call *) esc_add_call (g, &c, 0);
  d->call->maker = call;
  d->call->made_by = binding->transfer;
  d->call->depth = call->depth + 1;
  d->call->member = call->member;
  d->next = binding->deferred;
  binding->deferred = d;
  if (!binding->map[function])
    return d->call;
  struct esc_receiver receiver;
  if (g->joint && find_deferred_receiver (binding, function, &receiver))
    esc_call_receivers (g, d->call, binding->map[function], &receiver);
  else
    esc_call_through (g, d->call, binding->map[function]);
  return d->call;
}

/* A node of CALL's caller for the exported object E.  Symbolic objects get
   what their origins say later.  */
static esc_node
bind_object (struct esc_graph *g, struct bound_call *call,
	     struct binding *binding, const struct exported *e)
{
  const struct esc_transfer *t = binding->transfer;
  const struct esc_call *c = &call->call;
  esc_object object = 0;
  switch (e->kind)
    {
    case ESC_OBJECT_ROOT:
      {
	if (e->root == ESC_ROOT_CHAIN)
	  return c->chain ? c->chain : call->pointer;
	if (e->root >= 0)
	  return (uint32_t) e->root < c->n_arguments
		   ? argument_value (g, &c->arguments[e->root],
				     e->root_offset, e->tag)
		   : 0;
	esc_node all = esc_node_new (g, true);
	for (uint32_t i = t->n_parameters; i < c->n_arguments; i++)
	  if (esc_offsets_overlap (g, e->root_offset,
				   ESC_SORT_OFFSET (c->arguments[i].sort)))
	    esc_add_copy (g, all, argument_value (g, &c->arguments[i],
						  ESC_ANYWHERE, 0), c->loc);
	return all;
      }
    case ESC_OBJECT_DEREF:
    case ESC_OBJECT_OUTSIDE:
      {
	esc_node node = esc_node_new (g, e->pointer);
	if (e->kind == ESC_OBJECT_DEREF)
	  esc_node_points_to (g, node, e->tag);
	return node;
      }
    case ESC_OBJECT_RESULT:
      return c->result_address;
    case ESC_OBJECT_LOCAL:
    case ESC_OBJECT_BLOCK:
      object = block_of_call (g, call, e);
      break;
    case ESC_OBJECT_GLOBAL:
      object = esc_object_global (g, e->id, e->constant);
      break;
    case ESC_OBJECT_FUNCTION:
      object = esc_object_function (g, e->id, e->nested);
      break;
    case ESC_OBJECT_WORLD:
      object = esc_object_world_of (g, e->id);
      break;
    case ESC_OBJECT_ARGUMENT:
      {
	esc_node passed = deferred_call (g, call, binding, e->function)
			    ->call.arguments[e->id].value;
	if (e->pointer)
	  g->nodes[passed].flags |= NODE_POINTER;
	return passed;
      }
    case ESC_OBJECT_ANSWER:
      return deferred_call (g, call, binding, e->function)->call.result;
    case ESC_OBJECT_SINK:
    case ESC_OBJECT_FOREIGN:
      return 0;
    }
  esc_node node = esc_node_new (g, e->pointer);
  esc_add_address (g, node, esc_place_at (g, object, ESC_EXACTLY (0)));
  return node;
}

/* The object of CALL's caller in which what the callee stored in E, which is
   out of sight, is to be found.  */
static esc_object
world_object (struct esc_graph *g, const struct exported *e)
{
  if (e->kind == ESC_OBJECT_SINK)
    return esc_object_sink (g, &e->sink);
  if (e->kind == ESC_OBJECT_GLOBAL)
    return esc_object_global (g, e->id, e->constant);
  return esc_object_world_of (g, e->id);
}

/* The node of BINDING for OFFSET from exported object I.  Coarse transfers know
   but one offset, in many facts.  */
static esc_node
bound_at (struct esc_graph *g, const struct binding *binding, uint32_t i,
	  struct esc_offset offset)
{
  if (offset.stride != 1)
    return esc_shifted (g, binding->map[i], offset);
  if (!binding->moved[i])
    binding->moved[i] = esc_shifted (g, binding->map[i], offset);
  return binding->moved[i];
}

/* Apply fact F of transfer T, bound to CALL as BINDING.  */
static void
apply_fact (struct esc_graph *g, struct bound_call *call,
	    const struct esc_transfer *t, const struct binding *binding,
	    const struct fact *f)
{
  const struct exported *dst = &t->objects[f->dst - 1];
  const struct esc_call *c = &call->call;
  if (f->dst == f->src && is_one_argument (binding, f->src))
    {
      esc_add_self (g, binding->map[f->src], f->dst_offset, f->src_offset,
		    c->loc);
      return;
    }
  esc_node src = bound_at (g, binding, f->src, f->src_offset);
  if (!src)
    return;
  switch (dst->kind)
    {
    case ESC_OBJECT_RESULT:
      if (c->result)
	esc_add_copy (g, c->result, src, c->loc);
      if (c->result_address)
	esc_add_store (g, c->result_address, f->dst_offset, src, c->loc);
      break;
    case ESC_OBJECT_SINK:
    case ESC_OBJECT_GLOBAL:
    case ESC_OBJECT_WORLD:
      {
	esc_place p = esc_place_at (g, world_object (g, dst), f->dst_offset);
	esc_add_copy (g, esc_node_write (g, p), src, c->loc);
	break;
      }
    case ESC_OBJECT_ARGUMENT:
      esc_add_copy (g, binding->map[f->dst], src, c->loc);
      break;
    default:
      esc_add_store (g, binding->map[f->dst], f->dst_offset, src, c->loc);
    }
}

/* The node of CALL for anything that is in one of the N nodes that BINDING has
   for NUMBERS; MOVED anywhere, or not.  0 if there is none.  */
static esc_node
bound_union (struct esc_graph *g, const struct bound_call *call,
	     const struct binding *binding, const uint32_t *numbers,
	     uint32_t n, bool moved)
{
  esc_node all = 0;
  for (uint32_t i = 0; i < n; i++)
    {
      esc_node one = moved ? bound_at (g, binding, numbers[i], ESC_ANYWHERE)
			   : binding->map[numbers[i]];
      if (n == 1)
	return one;
      if (one && !all)
	all = esc_node_new (g, false);
      esc_add_copy (g, all, one, call->call.loc);
    }
  return all;
}

/* Apply the facts of its transfer that BINDING has not applied to CALL, many at
   a time.  Applying one may bind other calls to the transfer, so nothing of its
   batches is kept meanwhile.  */
static void
apply_batches (struct esc_graph *g, struct bound_call *call,
	       struct binding *binding)
{
  struct esc_transfer *t = binding->transfer;
  while (binding->facts < t->n_facts)
    {
      struct batch b = *esc_transfer_batch (t, binding->facts);
      binding->facts = b.end;
      for (uint32_t i = 0; i < b.n_single; i++)
	{
	  struct fact f = t->facts[t->members[b.single + i]];
	  apply_fact (g, call, t, binding, &f);
	}
      for (uint32_t i = 0; i < b.n_products; i++)
	{
	  struct product p = t->products[b.products + i];
	  esc_node src = bound_union (g, call, binding, &t->members[p.srcs],
				      p.n_srcs, true);
	  esc_node dst = bound_union (g, call, binding, &t->members[p.dsts],
				      p.n_dsts, false);
	  esc_add_store (g, dst, ESC_ANYWHERE, src, call->call.loc);
	}
    }
}

/* Apply what of its transfer BINDING has not applied to CALL.  */
static void
apply_rest (struct esc_graph *g, struct bound_call *call,
	    struct binding *binding)
{
  struct esc_transfer *t = binding->transfer;
  uint32_t n_objects = t->n_objects;
  uint32_t source = esc_trace_call (g, call, t, 0);
  if (binding->map_capacity <= n_objects)
    {
      esc_node *old = binding->map;
      binding->map_capacity = n_objects + 1;
      binding->map = NEW_ARRAY (g, esc_node, n_objects + 1);
      binding->map[0] = 0;
      esc_node *moved = binding->moved;
      binding->moved = NEW_ARRAY (g, esc_node, n_objects + 1);
      memset (binding->moved, 0, (n_objects + 1) * sizeof *moved);
      if (moved)
	memcpy (binding->moved, moved, (binding->objects + 1) * sizeof *moved);
      if (old)
	memcpy (binding->map, old, (binding->objects + 1) * sizeof *old);
    }
  while (binding->objects < n_objects)
    {
      struct exported e = t->objects[binding->objects];
      esc_node node = bind_object (g, call, binding, &e);
      binding->map[++binding->objects] = node;
    }
  while (binding->calls < t->n_calls)
    deferred_call (g, call, binding, t->calls[binding->calls++]);
  uint32_t n_origins = t->n_origins;
  while (binding->origins < n_origins)
    {
      struct exported_origin o = t->origins[binding->origins++];
      esc_node object = binding->map[o.object];
      esc_node parent = binding->map[o.parent];
      const struct exported *e = &t->objects[o.object - 1];
      if (e->kind == ESC_OBJECT_OUTSIDE)
	esc_add_escape_of (g, object, parent);
      else if (e->kind == ESC_OBJECT_ROOT && object)
	{
	  /* It stands for memory that it reaches, too.  The argument itself
	     must not change, so the object gets a node of its own.  */
	  if (!(g->nodes[object].flags & NODE_OWN))
	    {
	      esc_node own = esc_node_new (g, e->pointer);
	      g->nodes[own].flags |= NODE_OWN;
	      esc_add_copy (g, own, object, call->call.loc);
	      binding->map[o.object] = own;
	      binding->moved[o.object] = 0;
	      for (struct deferred_call *d = binding->deferred; d; d = d->next)
		if (d->function == o.object)
		  esc_call_through (g, d->call, own);
	      /* What was applied so far knew of the argument alone.  */
	      binding->origins = binding->facts = 0;
	      continue;
	    }
	  esc_add_load (g, object, object, o.offset, e->tag);
	}
      else
	esc_add_load (g, object, parent, o.offset, e->tag);
    }
  uint32_t n_facts = t->n_facts;
  if (g->coarse && !g->trace && n_facts - binding->facts > FEW_FACTS)
    apply_batches (g, call, binding);
  while (binding->facts < n_facts)
    {
      struct fact f = t->facts[binding->facts++];
      esc_trace_call (g, call, t, binding->facts);
      apply_fact (g, call, t, binding, &f);
    }
  esc_trace_back (g, source);
}

/* A deferred call that a deferred call to T has led to goes to T again: a
   recursion through a pointer.  The call that it repeats, or NULL.  */
static struct bound_call *
repeated_call (const struct bound_call *call, const struct esc_transfer *t)
{
  for (; call->maker; call = call->maker)
    if (call->made_by == t && call->maker->maker)
      return call->maker;
  return NULL;
}

void
esc_call_bind (struct esc_graph *g, struct bound_call *call,
	       struct esc_transfer *t)
{
  if (call->depth > MAX_CALL_DEPTH || call->n_bindings > MAX_TARGETS)
    {
      esc_bound_call_unseen (g, call);
      return;
    }
  struct bound_call *same = repeated_call (call, t);
  if (same)
    {
      /* All turns of the recursion are one call.  */
      for (int i = 0; i < MAX_ARGUMENTS; i++)
	esc_add_copy (g, same->call.arguments[i].value,
		      call->call.arguments[i].value, call->call.loc);
      esc_add_copy (g, call->call.result, same->call.result, 0);
      esc_add_copy (g, same->pointer, call->pointer, 0);
      esc_joint_call_all (g, same);
      call->resolved = true;
      return;
    }
  call->resolved = true;
  struct binding **link = &call->bindings;
  while (*link && (*link)->transfer != t)
    link = &(*link)->next;
  if (!*link)
    {
      *link = NEW_ARRAY (g, struct binding, 1);
      memset (*link, 0, sizeof **link);
      (*link)->transfer = t;
      call->n_bindings++;
    }
  apply_rest (g, call, *link);
}

void
esc_call_apply (struct esc_graph *g, struct esc_call *call,
		struct esc_transfer *t, bool recursive)
{
  struct bound_call *b = (struct bound_call *) call;
  b->recursive = recursive;
  esc_call_bind (g, b, t);
}

bool
esc_graph_reapply (struct esc_graph *g)
{
  bool any = false;
  for (struct bound_call *c = g->calls; c; c = c->next)
    for (struct binding *b = c->bindings; b; b = b->next)
      if (b->objects < b->transfer->n_objects
	  || b->origins < b->transfer->n_origins
	  || b->calls < b->transfer->n_calls
	  || b->facts < b->transfer->n_facts)
	{
	  any = true;
	  apply_rest (g, c, b);
	}
  return any;
}

bool
esc_graph_close (struct esc_graph *g)
{
  bool any = false;
  /* A call that goes nowhere for one element of its receiver, as if that held
     a null pointer, must go somewhere for another.  */
  for (struct bound_call *c = g->calls; c; c = c->next)
    if (c->whole && c->resolved)
      c->whole->resolved = true;
  for (struct bound_call *c = g->calls; c; c = c->next)
    if (c->pointer && !c->whole && !c->resolved
	&& !(c->maker && g->nodes[c->pointer].flags & NODE_LOADED))
      {
	any = true;
	esc_bound_call_unseen (g, c);
      }
  return any;
}

void
esc_bound_call_unseen (struct esc_graph *g, struct bound_call *call)
{
  if (call->unseen)
    return;
  call->unseen = call->resolved = true;
  const struct esc_call *c = &call->call;
  uint32_t source = esc_trace_call (g, call, NULL, 0);
  esc_object sink = esc_object_sink (g, &c->sink);
  esc_node hands = esc_node_write (g, esc_place_at (g, sink, ESC_ANYWHERE));
  for (uint32_t i = 0; i < c->n_arguments; i++)
    esc_add_copy (g, hands, argument_value (g, &c->arguments[i],
					    ESC_ANYWHERE, 0), c->loc);
  esc_add_copy (g, hands, c->chain, c->loc);
  esc_place world = esc_place_at (g, esc_object_world (g), ESC_ANYWHERE);
  if (c->result)
    esc_add_address (g, c->result, world);
  if (c->result_address)
    {
      esc_node result = esc_node_new (g, false);
      esc_add_address (g, result, world);
      esc_add_store (g, c->result_address, ESC_ANYWHERE, result, c->loc);
    }
  esc_trace_back (g, source);
}

void
esc_call_unseen (struct esc_graph *g, struct esc_call *call)
{
  esc_bound_call_unseen (g, (struct bound_call *) call);
}
