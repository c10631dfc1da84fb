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


/* See transfer.h.  Here a transfer is extended from a solved graph; bind.c
   binds it to a call.  */

#include "transfer.h"

#include "trace-int.h"
#include "transfer-int.h"

/* Bounds.  Beyond MAX_FACTS a transfer becomes coarse; beyond MAX_BLOCKS all
   further blocks are one, of which only "anywhere" is known.  */
enum
{
  MAX_FACTS = 120,
  MAX_BLOCKS = 12
};

struct esc_transfer *
esc_transfer_new (uint32_t n_parameters)
{
  struct esc_transfer *t = XCNEW (struct esc_transfer);
  t->n_parameters = n_parameters;
  return t;
}

void
esc_transfer_seal (struct esc_transfer *t)
{
  esc_transfer_restart (t);
  esc_table_free (&t->known_facts);
  esc_table_free (&t->known_origins);
  esc_table_free (&t->leaked);
  esc_transfer_forget_batches (t);
}

void
esc_transfer_free (struct esc_transfer *t)
{
  if (!t)
    return;
  esc_transfer_seal (t);
  free (t->objects);
  free (t->origins);
  free (t->facts);
  free (t->calls);
  esc_transfer_trace_free (t->trace);
  free (t);
}

bool
esc_transfer_stores (const struct esc_transfer *t, uint32_t i, bool global)
{
  int root = i < t->n_parameters ? (int) i : ESC_ROOT_VARARGS;
  for (uint32_t j = 0; j < t->n_facts; j++)
    {
      const struct exported *src = &t->objects[t->facts[j].src - 1];
      if (src->kind != ESC_OBJECT_ROOT || src->root != root)
	continue;
      switch (t->objects[t->facts[j].dst - 1].kind)
	{
	case ESC_OBJECT_RESULT:
	  break;
	case ESC_OBJECT_GLOBAL:
	case ESC_OBJECT_WORLD:
	case ESC_OBJECT_SINK:
	  if (global)
	    return true;
	  break;
	case ESC_OBJECT_ARGUMENT:
	  return true;
	default:
	  if (!global)
	    return true;
	}
    }
  return false;
}

bool
esc_transfer_passes_unknown (const struct esc_transfer *t)
{
  for (uint32_t i = 0; i < t->n_objects; i++)
    if (t->objects[i].kind == ESC_OBJECT_SINK
	&& t->objects[i].sink.where == ESC_WHERE_PASSED_UNKNOWN)
      return true;
  return t->n_calls != 0;
}

bool
esc_transfer_is_coarse (const struct esc_transfer *t)
{
  return t->coarse;
}

uint32_t
esc_transfer_facts (const struct esc_transfer *t)
{
  return t->n_facts;
}

uint32_t
esc_transfer_objects (const struct esc_transfer *t)
{
  return t->n_objects;
}

static bool
same_offset (struct esc_offset a, struct esc_offset b)
{
  return a.at == b.at && a.stride == b.stride;
}

/* Add the fact that DST_OFFSET of DST may hold SRC_OFFSET of SRC, unless it
   is known.  */
static void
add_fact (struct esc_transfer *t, uint32_t dst, struct esc_offset dst_offset,
	  uint32_t src, struct esc_offset src_offset)
{
  uint64_t key = esc_mix (esc_mix (esc_mix (esc_mix (dst, src), dst_offset.at),
			   src_offset.at),
		      (uint64_t) dst_offset.stride << 32 | src_offset.stride);
  uint32_t *slot;
  while (*(slot = esc_table_slot (&t->known_facts, key)))
    {
      const struct fact *f = &t->facts[*slot - 1];
      if (f->dst == dst && f->src == src
	  && same_offset (f->dst_offset, dst_offset)
	  && same_offset (f->src_offset, src_offset))
	return;
      key = esc_mix (key, 1);
    }
  RESERVE (t->facts, t->n_facts, t->facts_capacity);
  t->facts[t->n_facts++]
    = (struct fact) { dst, src, dst_offset, src_offset };
  *slot = t->n_facts;
  if (t->trace)
    esc_trace_fact (t->trace);
  if (t->n_facts >= MAX_FACTS)
    t->coarse = true;
}

static void
add_origin (struct esc_transfer *t, uint32_t object, uint32_t parent,
	    struct esc_offset offset)
{
  uint64_t key = esc_mix (esc_mix (esc_mix (object, parent), offset.at), offset.stride);
  uint32_t *slot;
  while (*(slot = esc_table_slot (&t->known_origins, key)))
    {
      const struct exported_origin *o = &t->origins[*slot - 1];
      if (o->object == object && o->parent == parent
	  && same_offset (o->offset, offset))
	return;
      key = esc_mix (key, 1);
    }
  RESERVE (t->origins, t->n_origins, t->origins_capacity);
  t->origins[t->n_origins++]
    = (struct exported_origin) { object, parent, offset };
  *slot = t->n_origins;
}

/* The caller must call what exported object FUNCTION stands for.  */
static void
add_call (struct esc_transfer *t, uint32_t function)
{
  for (uint32_t i = 0; i < t->n_calls; i++)
    if (t->calls[i] == function)
      return;
  RESERVE (t->calls, t->n_calls, t->calls_capacity);
  t->calls[t->n_calls++] = function;
}

static uint32_t
new_exported (struct esc_transfer *t, enum esc_object_kind kind)
{
  RESERVE (t->objects, t->n_objects, t->objects_capacity);
  memset (&t->objects[t->n_objects], 0, sizeof *t->objects);
  t->objects[t->n_objects].kind = kind;
  return ++t->n_objects;
}

/* The exported WORLD.  */
static uint32_t
exported_world (struct esc_transfer *t)
{
  if (!t->world)
    t->world = new_exported (t, ESC_OBJECT_WORLD);
  return t->world;
}

static uint32_t export (struct esc_transfer *, struct esc_graph *, esc_object);

/* The ancestor of symbolic object O that stands for all that is reached from
   it in a coarse transfer.  */
static esc_object
root_of (const struct esc_graph *g, esc_object o)
{
  while (g->objects[o].kind == ESC_OBJECT_DEREF)
    o = g->objects[o].origins->origin.parent;
  return o;
}

/* Tell how the symbolic object O, exported as NUMBER, is reached.  Origins
   may have come since it was exported.  */
static void
export_origins (struct esc_transfer *t, struct esc_graph *g, esc_object o,
		uint32_t number)
{
  for (struct origin_list *i = g->objects[o].origins; i; i = i->next)
    {
      uint32_t parent = export (t, g, i->origin.parent);
      add_origin (t, number, parent, i->origin.offset);
    }
}

/* Whether symbolic object O is a part of what one parameter reaches, which T
   does not tell apart.  */
static bool
is_part_of_rest (const struct esc_transfer *t, const struct esc_graph *g,
		 esc_object o)
{
  return t->coarse && g->objects[o].kind == ESC_OBJECT_DEREF && o != g->rest;
}

/* The exported number for all that is reached from ROOT; it is POINTER if any
   of that is.  */
static uint32_t
export_rest (struct esc_transfer *t, struct esc_graph *g, esc_object root,
	     bool pointer)
{
  uint32_t number = export (t, g, root);
  uint32_t rest = t->objects[number - 1].rest;
  if (!rest)
    {
      rest = new_exported (t, ESC_OBJECT_DEREF);
      t->objects[number - 1].rest = rest;
      add_origin (t, rest, number, ESC_ANYWHERE);
      add_origin (t, rest, rest, ESC_ANYWHERE);
    }
  t->objects[rest - 1].pointer |= pointer;
  return rest;
}

/* The exported number of OBJECT, exported if it was not.  An object of this
   frame that has escaped is the WORLD for callers.  */
static uint32_t
export (struct esc_transfer *t, struct esc_graph *g, esc_object object)
{
  if (t->coarse && g->objects[object].kind == ESC_OBJECT_ARGUMENT)
    {
      struct esc_sink unseen
	= *esc_object_sink_of (g, esc_object_function_of (g, object));
      object = esc_object_sink (g, &unseen);
    }
  if (t->coarse && g->objects[object].kind == ESC_OBJECT_ANSWER)
    return exported_world (t);
  if (t->of_object_size < g->n_objects)
    {
      uint32_t size = g->objects_capacity;
      t->of_object = XRESIZEVEC (uint32_t, t->of_object, size);
      memset (t->of_object + t->of_object_size, 0,
	      (size - t->of_object_size) * sizeof *t->of_object);
      t->of_object_size = size;
    }
  const struct object o = g->objects[object];
  /* What was exported by itself before the transfer became coarse stays, but
     nothing is added to it.  */
  if (is_part_of_rest (t, g, object))
    return export_rest (t, g, root_of (g, object), o.pointer);
  if (t->coarse && o.kind == ESC_OBJECT_BLOCK && t->merged_block)
    return t->merged_block;
  if (t->of_object[object])
    return t->of_object[object];
  if (is_made_here (&o) && o.escaped && o.kind != ESC_OBJECT_RESULT)
    return exported_world (t);
  if (o.kind == ESC_OBJECT_LOCAL || o.kind == ESC_OBJECT_BLOCK)
    {
      if (t->n_blocks >= MAX_BLOCKS || t->coarse)
	{
	  if (!t->merged_block)
	    t->merged_block = new_exported (t, ESC_OBJECT_BLOCK);
	  return t->of_object[object] = t->merged_block;
	}
      t->n_blocks++;
    }
  if (o.kind == ESC_OBJECT_WORLD && !o.id)
    return t->of_object[object] = exported_world (t);
  /* Numbers go up from what is called to what it is called with.  */
  uint32_t function = 0;
  if (o.kind == ESC_OBJECT_ANSWER)
    function = export (t, g, o.id);
  else if (o.kind == ESC_OBJECT_ARGUMENT)
    function = export (t, g, esc_object_function_of (g, object));
  enum esc_object_kind kind
    = o.kind == ESC_OBJECT_LOCAL ? ESC_OBJECT_BLOCK : o.kind;
  uint32_t number = new_exported (t, kind);
  t->of_object[object] = number;
  struct exported *e = &t->objects[number - 1];
  e->pointer = o.pointer;
  e->constant = o.constant;
  e->nested = o.nested;
  e->tag = o.tag;
  e->id = o.kind == ESC_OBJECT_LOCAL || o.kind == ESC_OBJECT_BLOCK ? 0 : o.id;
  e->root = o.root;
  e->root_offset = o.root_offset;
  e->sink = o.sink;
  e->size = o.size;
  e->function = function;
  if (o.kind == ESC_OBJECT_ARGUMENT)
    e->id = o.id % MAX_ARGUMENTS;
  if (is_symbolic (&o))
    export_origins (t, g, object, number);
  if (o.kind == ESC_OBJECT_OUTSIDE)
    t->outside = number;
  return number;
}

/* The offset in exported object NUMBER for OFFSET in a graph object: objects
   that stand for several know only "anywhere".  */
static struct esc_offset
exported_offset (const struct esc_transfer *t, uint32_t number,
		 struct esc_offset offset)
{
  if (number == t->world || number == t->merged_block
      || (t->coarse && t->objects[number - 1].kind != ESC_OBJECT_RESULT))
    return ESC_ANYWHERE;
  return offset;
}

/* Whether what is stored in O is out of the caller's sight for good, so that
   only the fact that it is there matters.  */
static bool
is_world (const struct object *o)
{
  return o->kind == ESC_OBJECT_GLOBAL || o->kind == ESC_OBJECT_WORLD
	 || o->kind == ESC_OBJECT_SINK;
}

/* Whether a coarse transfer no longer tells O from unseen memory.  */
static bool
is_unseen_when_coarse (const struct object *o)
{
  return o->kind == ESC_OBJECT_GLOBAL || o->kind == ESC_OBJECT_WORLD
	 || (o->kind == ESC_OBJECT_FUNCTION && !o->nested);
}

/* The way by which something gets to unseen hands.  */
struct way_out
{
  uint64_t key;			/* in the table of what is known to */
  uint32_t src;			/* an exported number */
  struct esc_offset offset;
  esc_object sink;
  uint32_t loc;
};

/* The walk over what a caller can see.  An object of this frame is visited
   when an address of it was exported.  */
struct walk
{
  struct esc_transfer *transfer;
  struct esc_graph *graph;
  esc_object *pending;		/* objects whose content is to be exported */
  uint32_t n_pending, capacity;
  struct esc_table visited;	/* (object, sink) */
  struct way_out *ways_out;	/* to unseen hands */
  uint32_t n_ways_out, ways_capacity;
  struct esc_table ways;	/* key -> index in WAYS_OUT + 1 */
};

static void
visit (struct walk *w, esc_object object, esc_object sink)
{
  uint32_t *slot = esc_table_slot (&w->visited,
				   (uint64_t) object << 32 | sink);
  if (*slot)
    return;
  *slot = 1;
  RESERVE (w->pending, w->n_pending + 1, w->capacity);
  w->pending[w->n_pending++] = object;
  w->pending[w->n_pending++] = sink;
}

/* Whether A comes before B in an order that depends on what they are.  */
static bool
sink_before (const struct object *a, const struct object *b)
{
  if (a->kind != b->kind)
    return a->kind < b->kind;
  if (a->kind != ESC_OBJECT_SINK)
    return a->id < b->id;
  if (a->sink.where != b->sink.where)
    return a->sink.where < b->sink.where;
  return a->sink.name && b->sink.name
	 && strcmp (a->sink.name, b->sink.name) < 0;
}

/* SRC, at OFFSET, gets to SINK by the statement at LOC.  One way out is enough
   for callers, and the first in the source is taken.  Of a frame, each
   variable has its own.  */
static void
note_way_out (struct walk *w, esc_object sink, esc_object src,
	      struct esc_offset offset, uint32_t loc)
{
  struct esc_transfer *t = w->transfer;
  struct esc_graph *g = w->graph;
  const struct object *s = &g->objects[src];
  bool frame = s->kind == ESC_OBJECT_ROOT && s->root == ESC_ROOT_CHAIN;
  uint32_t number = export (t, g, src);
  uint64_t key = esc_mix (number,
		      frame ? esc_mix (offset.at + 1, offset.stride) : 0);
  if (esc_table_get (&t->leaked, key))
    return;
  uint32_t *slot = esc_table_slot (&w->ways, key);
  if (!*slot)
    {
      RESERVE (w->ways_out, w->n_ways_out, w->ways_capacity);
      w->ways_out[w->n_ways_out++]
	= (struct way_out) { key, number, offset, sink, loc };
      *slot = w->n_ways_out;
      return;
    }
  struct way_out *way = &w->ways_out[*slot - 1];
  if (loc < way->loc
      || (loc == way->loc
	  && sink_before (&g->objects[sink], &g->objects[way->sink])))
    {
      way->sink = sink;
      way->loc = loc;
      way->offset = offset;
    }
}

/* PLACE of DST holds ELEMENT, put there at LOC.  With SINK, DST is an object
   of this frame whose content SINK can reach.  */
static void
export_element (struct walk *w, esc_place place, esc_place element,
		uint32_t loc, esc_object sink)
{
  struct esc_transfer *t = w->transfer;
  struct esc_graph *g = w->graph;
  esc_object dst = sink ? sink : g->places[place].object;
  struct esc_offset dst_offset
    = sink ? ESC_ANYWHERE : g->places[place].offset;
  esc_object src = g->places[element].object;
  struct esc_offset src_offset = g->places[element].offset;
  const struct object *d = &g->objects[dst];
  const struct object *s = &g->objects[src];

  if (is_world (d) || (t->coarse && d->kind == ESC_OBJECT_ARGUMENT))
    {
      /* Everything there is of a global or of unseen memory is there
	 already.  */
      if (is_made_here (s) && s->kind != ESC_OBJECT_RESULT)
	{
	  visit (w, src, dst);
	  if (t->of_object_size > src && t->of_object[src])
	    add_fact (t, export (t, g, dst), ESC_ANYWHERE,
		      t->of_object[src], ESC_ANYWHERE);
	  return;
	}
      if (!is_symbolic (s) && !s->nested && s->kind != ESC_OBJECT_RESULT)
	return;
      note_way_out (w, dst, src, src_offset, loc);
      return;
    }
  /* The frame is gone when its result is looked at.  */
  if (d->kind == ESC_OBJECT_RESULT && s->kind == ESC_OBJECT_LOCAL)
    return;
  if (esc_place_unchanged (g, place, element))
    return;
  uint32_t src_number = t->coarse && is_unseen_when_coarse (s)
			? exported_world (t) : export (t, g, src);
  uint32_t dst_number = export (t, g, dst);
  dst_offset = exported_offset (t, dst_number, dst_offset);
  src_offset = exported_offset (t, src_number, src_offset);
  add_fact (t, dst_number, dst_offset, src_number, src_offset);
  s = &g->objects[src];
  if (is_made_here (s) && src_number != t->world)
    {
      visit (w, src, 0);
      if (is_symbolic (&g->objects[dst])
	  || g->objects[dst].kind == ESC_OBJECT_ARGUMENT)
	{
	  uint32_t outside = export (t, g, esc_object_outside (g));
	  add_origin (t, outside, dst_number, ESC_ANYWHERE);
	}
    }
}

/* Export what OBJECT holds; see export_element for SINK.  */
static void
export_content (struct walk *w, esc_object object, esc_object sink)
{
  struct esc_graph *g = w->graph;
  for (esc_place p = g->objects[object].first_place; p;
       p = g->places[p].next)
    if (g->places[p].written)
      {
	esc_node node = g->places[p].written;
	for (uint32_t i = 0; i < g->nodes[node].pts.n; i++)
	  export_element (w, p, g->nodes[node].pts.elements[i],
			  g->nodes[node].locs->at[i], sink);
      }
}

void
esc_transfer_restart (struct esc_transfer *t)
{
  free (t->of_object);
  t->of_object = NULL;
  t->of_object_size = 0;
}

/* Export all that G adds to T.  */
static void
extend (struct esc_transfer *t, struct esc_graph *g)
{
  struct walk w;
  memset (&w, 0, sizeof w);
  w.transfer = t;
  w.graph = g;
  uint32_t n = g->n_objects;
  for (esc_object o = 1; o < n; o++)
    if (g->objects[o].kind == ESC_OBJECT_RESULT
	|| g->objects[o].kind == ESC_OBJECT_OUTSIDE
	|| g->objects[o].kind == ESC_OBJECT_ARGUMENT
	|| is_symbolic (&g->objects[o])
	|| (is_world (&g->objects[o]) && !g->objects[o].constant))
      export_content (&w, o, 0);
  while (w.n_pending)
    {
      esc_object sink = w.pending[--w.n_pending];
      esc_object object = w.pending[--w.n_pending];
      export_content (&w, object, sink);
    }
  for (uint32_t i = 0; i < w.n_ways_out; i++)
    {
      struct way_out way = w.ways_out[i];
      *esc_table_slot (&t->leaked, way.key) = 1;
      add_fact (t, export (t, g, way.sink), ESC_ANYWHERE, way.src,
		exported_offset (t, way.src, way.offset));
    }
  for (esc_object o = 1; o < n; o++)
    if (g->objects[o].deferred && !t->coarse)
      add_call (t, export (t, g, o));
  /* Objects may have got origins, have been seen as pointers, or (exported as
     blocks) have escaped since they were exported.  */
  for (esc_object o = 1; o < n && o < t->of_object_size; o++)
    if (t->of_object[o])
      {
	struct exported *e = &t->objects[t->of_object[o] - 1];
	e->pointer |= g->objects[o].pointer;
	e->sink = g->objects[o].sink;
	if (is_symbolic (&g->objects[o]) && !is_part_of_rest (t, g, o))
	  export_origins (t, g, o, t->of_object[o]);
	if (is_made_here (&g->objects[o])
	    && g->objects[o].kind != ESC_OBJECT_RESULT
	    && (g->objects[o].escaped
		|| (t->coarse && g->n_deferred && g->objects[o].exposed)))
	  add_fact (t, exported_world (t), ESC_ANYWHERE, t->of_object[o],
		    ESC_ANYWHERE);
      }
  free (w.pending);
  free (w.ways_out);
  esc_table_free (&w.visited);
  esc_table_free (&w.ways);
}

bool
esc_transfer_extend (struct esc_transfer *t, struct esc_graph *g)
{
  uint32_t objects = t->n_objects, facts = t->n_facts, origins = t->n_origins;
  uint32_t calls = t->n_calls;
  bool first = objects == 0;
  t->coarse |= g->coarse;
  bool coarse = t->coarse;
  extend (t, g);
  if (first && t->coarse && !coarse)
    {
      /* Nobody has seen it yet, so the fine beginning can go.  */
      esc_transfer_seal (t);
      t->n_objects = t->n_facts = t->n_origins = t->n_blocks = 0;
      t->n_calls = 0;
      if (t->trace)
	t->trace->n_facts = 0;
      t->merged_block = t->world = t->outside = 0;
      extend (t, g);
    }
  return t->n_objects != objects || t->n_facts != facts
	 || t->n_origins != origins || t->n_calls != calls;
}

