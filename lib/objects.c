/* Objects of the flow graph, and their places.
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


/* See graph.h for what they are.  They are found by index; esc_table finds an
   object by its kind and number.  */

#include "graph-int.h"

/* Objects.  */

static esc_object
new_object (struct esc_graph *g, enum esc_object_kind kind, uint32_t id)
{
  RESERVE (g->objects, g->n_objects, g->objects_capacity);
  struct object *o = &g->objects[g->n_objects];
  memset (o, 0, sizeof *o);
  o->kind = kind;
  o->id = id;
  o->member = g->member;
  return g->n_objects++;
}

/* The object of KIND and number ID, made if there is none.  */
static esc_object
find_object (struct esc_graph *g, enum esc_object_kind kind, uint32_t id)
{
  uint64_t key = (uint64_t) kind << 32 | id;
  uint32_t *slot = esc_table_slot (&g->found, key);
  if (!*slot)
    *slot = new_object (g, kind, id);
  return *slot;
}

esc_object
esc_object_local (struct esc_graph *g, uint32_t entity)
{
  if (!g->flat)
    return new_object (g, ESC_OBJECT_LOCAL, entity);
  if (!g->local)
    g->local = new_object (g, ESC_OBJECT_LOCAL, entity);
  return g->local;
}

esc_object
esc_object_block (struct esc_graph *g, uint32_t entity,
		  const struct esc_size *size)
{
  if (g->block)
    return g->block;
  esc_object block = new_object (g, ESC_OBJECT_BLOCK, entity);
  if (g->flat)
    g->block = block;
  else
    g->objects[block].size = *size;
  return block;
}

esc_object
esc_object_global (struct esc_graph *g, uint32_t symbol, bool constant)
{
  esc_object global = find_object (g, ESC_OBJECT_GLOBAL, symbol);
  g->objects[global].constant = constant;
  return global;
}

esc_object
esc_object_function (struct esc_graph *g, uint32_t symbol, bool nested)
{
  esc_object function = find_object (g, ESC_OBJECT_FUNCTION, symbol);
  g->objects[function].nested = nested;
  return function;
}

esc_object
esc_object_world (struct esc_graph *g)
{
  if (!g->world)
    g->world = new_object (g, ESC_OBJECT_WORLD, 0);
  return g->world;
}

esc_object
esc_object_world_of (struct esc_graph *g, uint32_t symbol)
{
  return symbol ? find_object (g, ESC_OBJECT_WORLD, symbol)
		: esc_object_world (g);
}

esc_object
esc_object_result (struct esc_graph *g)
{
  if (!g->result)
    g->result = new_object (g, ESC_OBJECT_RESULT, 0);
  return g->result;
}

esc_object
esc_object_outside (struct esc_graph *g)
{
  if (!g->outside)
    g->outside = new_object (g, ESC_OBJECT_OUTSIDE, 0);
  return g->outside;
}

esc_object
esc_object_root (struct esc_graph *g, int root, int64_t offset,
		 uint32_t stride, uint32_t tag)
{
  for (esc_object i = 1; i < g->n_objects; i++)
    if (g->objects[i].kind == ESC_OBJECT_ROOT && g->objects[i].root == root
	&& g->objects[i].root_offset.at == offset
	&& g->objects[i].root_offset.stride == stride)
      return i;
  esc_object i = new_object (g, ESC_OBJECT_ROOT, 0);
  g->objects[i].root = root;
  g->objects[i].root_offset = (struct esc_offset) { offset, stride };
  g->objects[i].tag = tag;
  g->n_symbolic++;
  return i;
}

esc_object
esc_object_new_foreign (struct esc_graph *g, esc_object own)
{
  return new_object (g, ESC_OBJECT_FOREIGN, own);
}

/* Whether A and B say the same.  */
static bool
same_sink (const struct esc_sink *a, const struct esc_sink *b)
{
  return a->to == b->to && a->where == b->where
	 && (a->name == b->name
	     || (a->name && b->name && strcmp (a->name, b->name) == 0));
}

esc_object
esc_object_sink (struct esc_graph *g, const struct esc_sink *sink)
{
  /* Chained by hash of the identity: sinks that collide get a key of their
     own by probing.  */
  uint64_t key = (uint64_t) ESC_OBJECT_SINK << 32
		 | (sink->name ? htab_hash_string (sink->name) : 0);
  for (;; key += UINT64_C (1) << 40)
    {
      uint32_t *slot = esc_table_slot (&g->found, key);
      if (!*slot)
	{
	  *slot = new_object (g, ESC_OBJECT_SINK, 0);
	  g->objects[*slot].sink = *sink;
	}
      if (same_sink (&g->objects[*slot].sink, sink))
	return *slot;
    }
}

esc_object
esc_object_argument (struct esc_graph *g, esc_object function, uint32_t i)
{
  return find_object (g, ESC_OBJECT_ARGUMENT, function * MAX_ARGUMENTS + i);
}

esc_object
esc_object_answer (struct esc_graph *g, esc_object function)
{
  esc_object answer = find_object (g, ESC_OBJECT_ANSWER, function);
  g->objects[answer].root = ESC_ROOT_NONE;
  return answer;
}

/* Where the object is found that stands for all memory of type TAG that is
   more than one step away from ROOT.  */
static uint32_t *
typed_slot (struct esc_graph *g, int root, uint32_t tag)
{
  enum { BIAS = -ESC_ROOT_ALL };
  return esc_table_slot (&g->found, (uint64_t) (root + BIAS) << 32 | tag
				      | UINT64_C (1) << 63);
}

/* The symbolic object that is read from PLACE as memory of type TAG, but that
   the bounds do not allow to be one of its own: an object to fold it into.
   Beyond the first steps a root has one object for each type, the nearest
   ancestor of that type if there is one: a tree or a list is its first nodes
   and one more for the rest.  Otherwise 0.  */
static esc_object
fold_into (struct esc_graph *g, const struct place *place, uint32_t tag)
{
  esc_object from = place->object;
  const struct object *o = &g->objects[from];
  bool few = g->n_symbolic < FEW_SYMBOLIC;
  if (o->depth + 1 > (few ? FEW_DEPTH : MAX_DEPTH)
      || g->n_symbolic > MAX_SYMBOLIC)
    return from;
  if (!tag || !is_symbolic (o) || o->depth < (few ? FEW_STEPS : 1))
    return 0;
  for (esc_object i = from; g->objects[i].kind == ESC_OBJECT_DEREF;
       i = g->objects[i].origins->origin.parent)
    if (g->objects[i].tag == tag)
      return i;
  return *typed_slot (g, o->root, tag);
}

esc_object
esc_object_deref (struct esc_graph *g, esc_place p, uint32_t tag)
{
  if (g->places[p].deref)
    return g->places[p].deref;
  struct place place = g->places[p];
  esc_object target;
  if (!g->coarse)
    target = fold_into (g, &place, tag);
  else
    target = g->rest;
  struct origin_list *origin = NEW_ARRAY (g, struct origin_list, 1);
  origin->origin.parent = place.object;
  origin->origin.offset = place.offset;
  origin->next = NULL;
  if (!target)
    {
      target = new_object (g, ESC_OBJECT_DEREF, 0);
      struct object *o = &g->objects[target];
      o->depth = g->objects[place.object].depth + 1;
      o->root = is_symbolic (&g->objects[place.object])
		  ? g->objects[place.object].root : ESC_ROOT_NONE;
      o->tag = tag;
      g->n_symbolic++;
      if (o->depth > 1 && tag && is_symbolic (&g->objects[place.object]))
	*typed_slot (g, o->root, tag) = target;
      if (g->coarse)
	{
	  g->rest = target;
	  o->root = ESC_ROOT_ALL;
	}
    }
  /* Appended: the first origin is the one the object was made for.  */
  struct origin_list **link = &g->objects[target].origins;
  while (*link)
    link = &(*link)->next;
  *link = origin;
  g->places[p].deref = target;
  return target;
}

enum esc_object_kind
esc_object_kind (const struct esc_graph *g, esc_object o)
{
  return g->objects[o].kind;
}

uint32_t
esc_object_entity (const struct esc_graph *g, esc_object o)
{
  return g->objects[o].id;
}

int
esc_object_root_of (const struct esc_graph *g, esc_object o)
{
  return g->objects[o].root;
}

bool
esc_object_reached_from (const struct esc_graph *g, esc_object object,
			 int root)
{
  const struct object *o = &g->objects[object];
  if (o->root != ESC_ROOT_ALL)
    return o->root == root;
  for (const struct origin_list *i = o->origins; i; i = i->next)
    if (g->objects[i->origin.parent].root == root)
      return true;
  return false;
}

unsigned
esc_object_depth (const struct esc_graph *g, esc_object o)
{
  return g->objects[o].depth;
}

bool
esc_object_is_pointer (const struct esc_graph *g, esc_object o)
{
  return g->objects[o].pointer;
}

const struct esc_sink *
esc_object_sink_of (const struct esc_graph *g, esc_object o)
{
  return &g->objects[o].sink;
}

esc_object
esc_object_function_of (const struct esc_graph *g, esc_object argument)
{
  return g->objects[argument].id / MAX_ARGUMENTS;
}

struct esc_size
esc_size_product (struct esc_size a, struct esc_size b)
{
  static const struct esc_size unknown;
  if (a.kind < b.kind)
    {
      struct esc_size t = a;
      a = b;
      b = t;
    }
  if (b.kind == ESC_SIZE_UNKNOWN
      || __builtin_mul_overflow (a.value, b.value, &a.value))
    return unknown;
  if (b.kind == ESC_SIZE_CONSTANT)
    return a;
  if (a.kind != ESC_SIZE_PARAMETER)
    return unknown;
  a.kind = ESC_SIZE_PRODUCT;
  a.other = b.parameter;
  return a;
}

struct esc_size
esc_object_size (const struct esc_graph *g, esc_object o)
{
  return g->objects[o].size;
}

const struct esc_call *
esc_object_call (const struct esc_graph *g, esc_object o)
{
  return g->objects[o].call;
}

uint32_t
esc_graph_objects (const struct esc_graph *g)
{
  return g->n_objects;
}

enum esc_detail
esc_graph_detail (const struct esc_graph *g)
{
  return g->flat ? ESC_FLAT : g->coarse ? ESC_COARSE : ESC_FINE;
}

esc_object
esc_object_next_made (const struct esc_graph *g, esc_object of, esc_object o)
{
  if (g->joint)
    return o ? g->objects[o].next_made
	     : g->members[g->objects[of].member].made;
  while (++o < g->n_objects)
    if (g->objects[o].kind == ESC_OBJECT_LOCAL
	|| g->objects[o].kind == ESC_OBJECT_BLOCK)
      return o;
  return 0;
}

esc_object
esc_object_own (const struct esc_graph *g, esc_object o)
{
  return g->objects[o].kind == ESC_OBJECT_FOREIGN ? g->objects[o].id : o;
}

/* Places.  */

static uint32_t
gcd (uint32_t a, uint32_t b)
{
  while (b)
    {
      uint32_t t = a % b;
      a = b;
      b = t;
    }
  return a;
}

/* X modulo M, never negative.  */
static int64_t
modulo (int64_t x, uint32_t m)
{
  int64_t r = x % (int64_t) m;
  return r < 0 ? r + m : r;
}

/* The sort of variable arguments that OFFSET is the offset of, moved or not;
   or -1.  */
static int
sort_at (struct esc_offset offset)
{
  if (offset.stride == 0)
    for (int i = 0; i < ESC_SORTS; i++)
      {
	int64_t at = ESC_SORT_OFFSET (i).at;
	if (offset.at < at - INT32_MAX)
	  return -1;
	if (offset.at <= at + INT32_MAX)
	  return i;
      }
  return -1;
}

struct esc_offset
esc_offset_sum (struct esc_offset a, struct esc_offset b)
{
  int a_sort = sort_at (a), b_sort = sort_at (b);
  int64_t at;
  if (__builtin_add_overflow (a.at, b.at, &at))
    return ESC_ANYWHERE;
  struct esc_offset sum = { at, gcd (a.stride, b.stride) };
  if (sum.stride)
    sum.at = modulo (sum.at, sum.stride);
  if ((a_sort >= 0 || b_sort >= 0)
      && sort_at (sum) != (a_sort >= 0 ? a_sort : b_sort))
    return ESC_ANYWHERE;
  return sum;
}

bool
esc_offsets_overlap (const struct esc_graph *g, struct esc_offset a,
		     struct esc_offset b)
{
  int64_t size = g->pointer_size;
  int64_t distance;
  uint32_t stride = gcd (a.stride, b.stride);
  int a_sort = sort_at (a), b_sort = sort_at (b);
  if (a_sort >= 0 || b_sort >= 0)
    return a_sort < 0 || b_sort < 0 || a_sort == b_sort;
  if (__builtin_sub_overflow (a.at, b.at, &distance))
    return true;
  if (!stride)
    return distance < size && -distance < size;
  distance = modulo (distance, stride);
  return distance < size || stride - distance < size;
}

esc_place
esc_place_at (struct esc_graph *g, esc_object object, struct esc_offset offset)
{
  struct object *o = &g->objects[object];
  switch (o->kind)
    {
    case ESC_OBJECT_FUNCTION:
    case ESC_OBJECT_WORLD:
    case ESC_OBJECT_OUTSIDE:
    case ESC_OBJECT_SINK:
    case ESC_OBJECT_ARGUMENT:
      offset = ESC_ANYWHERE;
      break;
    case ESC_OBJECT_ROOT:
    case ESC_OBJECT_DEREF:
    case ESC_OBJECT_ANSWER:
      if (g->coarse)
	offset = ESC_ANYWHERE;
      if (offset.stride)
	offset.at = modulo (offset.at, offset.stride);
      break;
    case ESC_OBJECT_LOCAL:
    case ESC_OBJECT_BLOCK:
      if (g->flat)
	offset = ESC_ANYWHERE;
      /* Fall through.  */
    default:
      if (offset.stride)
	offset.at = modulo (offset.at, offset.stride);
    }
  if (offset.stride == 1 && o->anywhere)
    return o->anywhere;
  for (int full = o->n_places >= MAX_PLACES; ; full = 0)
    {
      for (esc_place p = o->first_place; p; p = g->places[p].next)
	if (g->places[p].offset.at == offset.at
	    && g->places[p].offset.stride == offset.stride)
	  return p;
      if (!full)
	break;
      offset = ESC_ANYWHERE;
    }
  RESERVE (g->places, g->n_places, g->places_capacity);
  esc_place p = g->n_places++;
  memset (&g->places[p], 0, sizeof g->places[p]);
  g->places[p].object = object;
  g->places[p].offset = offset;
  if (o->last_place)
    g->places[o->last_place].next = p;
  else
    o->first_place = p;
  o->last_place = p;
  o->n_places++;
  if (offset.stride == 1)
    o->anywhere = p;
  return p;
}

esc_place
esc_place_shift (struct esc_graph *g, esc_place p, struct esc_offset by)
{
  const struct place *place = &g->places[p];
  if ((by.at == 0 && by.stride == 0) || place->offset.stride == 1)
    return p;
  return esc_place_at (g, place->object, esc_offset_sum (place->offset, by));
}

struct esc_target
esc_place_target (const struct esc_graph *g, esc_place p)
{
  return (struct esc_target) { g->places[p].object, g->places[p].offset };
}

esc_place
esc_object_next_place (const struct esc_graph *g, esc_object o, esc_place p)
{
  return p ? g->places[p].next : g->objects[o].first_place;
}

esc_node
esc_place_written (const struct esc_graph *g, esc_place p)
{
  return g->places[p].written;
}

esc_place
esc_place_foreign (struct esc_graph *g, esc_place p)
{
  struct place place = g->places[p];
  enum esc_object_kind kind = g->objects[place.object].kind;
  if (kind != ESC_OBJECT_LOCAL && kind != ESC_OBJECT_BLOCK)
    return p;
  return esc_place_at (g, esc_object_foreign (g, place.object), place.offset);
}

/* Whether the symbolic object I stands for one piece of memory in each call,
   and not for all that a loop or an index can reach.  */
static bool
stands_for_one (const struct esc_graph *g, esc_object i)
{
  for (;;)
    {
      const struct object *o = &g->objects[i];
      const struct origin_list *from = o->origins;
      if (o->kind == ESC_OBJECT_ROOT)
	return !from && !o->root_offset.stride && o->root != ESC_ROOT_VARARGS;
      if (o->kind != ESC_OBJECT_DEREF || from->next
	  || from->origin.offset.stride)
	return false;
      i = from->origin.parent;
    }
}

bool
esc_place_unchanged (const struct esc_graph *g, esc_place p,
		     esc_place element)
{
  const struct place *to = &g->places[p];
  const struct place *value = &g->places[element];
  return to->deref && to->deref == value->object
	 && value->offset.at == 0 && value->offset.stride == 0
	 && !to->offset.stride && stands_for_one (g, to->object)
	 && stands_for_one (g, to->deref);
}
