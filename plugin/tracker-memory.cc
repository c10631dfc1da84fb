/* Who holds the address that a tracker follows.

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

/* See tracker.h.  A state is a bitmap with two bits for each holder.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "gimple-iterator.h"
#include "ssa.h"
#include "cgraph.h"
#include "tree-dfa.h"

#include "tracker-int.h"

int
state_of (bitmap state, unsigned i)
{
  return (bitmap_bit_p (state, 2 * i) ? HELD : 0)
	 | (bitmap_bit_p (state, 2 * i + 1) ? STALE : 0);
}

void
add_state (bitmap state, unsigned i, int what)
{
  if (what & HELD)
    bitmap_set_bit (state, 2 * i);
  if (what & STALE)
    bitmap_set_bit (state, 2 * i + 1);
}

void
clear_state (bitmap state, unsigned i)
{
  bitmap_clear_bit (state, 2 * i);
  bitmap_clear_bit (state, 2 * i + 1);
}

void
list_state (bitmap state, holder_list *list)
{
  unsigned bit;
  bitmap_iterator bi;
  EXECUTE_IF_SET_IN_BITMAP (state, 0, bit, bi)
    if (list->is_empty () || list->last () != bit / 2)
      list->safe_push (bit / 2);
}

void
expire (tracker *t, bitmap state)
{
  holder_list held;
  list_state (state, &held);
  for (unsigned j = 0; j < held.length (); j++)
    {
      unsigned i = held[j];
      const holder *h = &t->holders[i];
      if (!h->name && h->object == t->object
	  && (t->end == 0
	      || (h->offset.stride == 0 && tracked_offset_p (t, h->offset))))
	clear_state (state, i);
      else if (bitmap_clear_bit (state, 2 * i))
	{
	  t->kept |= h->outer;
	  bitmap_set_bit (state, 2 * i + 1);
	}
    }
}

/* Memory.  */

touched
touched_by (tree ref)
{
  touched a = { NULL_TREE, NULL_TREE, 0, -1, false };
  if (TREE_CODE (ref) == WITH_SIZE_EXPR)
    ref = TREE_OPERAND (ref, 0);
  poly_int64 at, size, max_size;
  bool reverse;
  tree base = get_ref_base_and_extent (ref, &at, &size, &max_size, &reverse);
  HOST_WIDE_INT bits, n_bits;
  if (known_eq (size, max_size) && at.is_constant (&bits)
      && size.is_constant (&n_bits) && n_bits >= 0
      && bits % BITS_PER_UNIT == 0 && n_bits % BITS_PER_UNIT == 0)
    {
      a.exact = true;
      a.at = bits / BITS_PER_UNIT;
      a.size = n_bits / BITS_PER_UNIT;
    }
  if (TREE_CODE (base) == MEM_REF)
    {
      a.ptr = TREE_OPERAND (base, 0);
      offset_int by;
      if (mem_ref_offset (base).is_constant (&by) && wi::fits_shwi_p (by))
	a.at += by.to_shwi ();
      else
	a.exact = false;
    }
  else if (TREE_CODE (base) == TARGET_MEM_REF)
    {
      a.ptr = TMR_BASE (base);
      a.exact = false;
    }
  else if (DECL_P (base))
    a.decl = base;
  if (a.ptr && TREE_CODE (a.ptr) != SSA_NAME)
    a.ptr = NULL_TREE;
  return a;
}

touched
touched_through (tree arg, HOST_WIDE_INT size)
{
  touched a = { NULL_TREE, NULL_TREE, 0, size, size >= 0 };
  if (TREE_CODE (arg) == SSA_NAME)
    a.ptr = arg;
  else if (TREE_CODE (arg) == ADDR_EXPR)
    {
      a = touched_by (TREE_OPERAND (arg, 0));
      a.size = size;
      a.exact &= size >= 0;
    }
  return a;
}

/* Whether OBJECT stands for one piece of memory at a time.  */

static bool
single_object_p (const tracker *t, esc_object object)
{
  const reader *r = t->s->r;
  return esc_object_kind (r->graph, object) == ESC_OBJECT_LOCAL
	 && r->entities[esc_object_entity (r->graph, object)].decl;
}

/* Whether SIZE bytes at AT, if that is EXACT, meet the pointer at OFFSET; with
   WHOLE, whether they are sure to cover all of it.  */

static bool
meet_p (esc_offset offset, HOST_WIDE_INT at, HOST_WIDE_INT size, bool exact,
	bool whole)
{
  if (offset.stride != 0 || !exact)
    return !whole;
  HOST_WIDE_INT end = offset.at + POINTER_SIZE_UNITS;
  if (whole)
    return at <= offset.at && end <= at + size;
  return at < end && offset.at < at + size;
}

/* Whether A may touch holder H, a place; with WHOLE, whether it is sure to
   cover it.  */

static bool
touches_p (const tracker *t, const touched &a, const holder &h, bool whole)
{
  const reader *r = t->s->r;
  if (h.name)
    return false;
  if (a.decl)
    {
      bool same = h.global ? a.decl == h.global
		  : known_object_of_local (r, a.decl) == h.object;
      return same && meet_p (h.offset, a.at, a.size, a.exact, whole);
    }
  esc_node node = a.ptr ? known_node_of_ssa (r, a.ptr) : 0;
  uint32_t n = node ? esc_node_size (r->graph, node) : 0;
  if (whole && (n != 1 || !single_object_p (t, h.object)))
    return false;
  for (uint32_t i = 0; i < n; i++)
    {
      esc_target to = esc_place_target (r->graph,
					esc_node_element (r->graph, node, i,
							  NULL));
      if (to.object != h.object
	  && (whole || esc_object_own (r->graph, to.object) != h.object))
	continue;
      if (meet_p (h.offset, a.at + to.offset.at, a.size,
		     a.exact && to.offset.stride == 0, whole))
	return true;
    }
  return false;
}

bool
tracker_reads_p (const tracker *t, tree ref, unsigned i)
{
  return touches_p (t, touched_by (ref), t->holders[i], false);
}

bool
global_holds_p (const tracker *t, bitmap state)
{
  unsigned bit;
  bitmap_iterator bi;
  EXECUTE_IF_SET_IN_BITMAP (state, 0, bit, bi)
    if (t->holders[bit / 2].global)
      return true;
  return false;
}

int
loaded (const tracker *t, bitmap state, const touched &a)
{
  int what = 0;
  unsigned bit;
  bitmap_iterator bi;
  EXECUTE_IF_SET_IN_BITMAP (state, 0, bit, bi)
    {
      int has = bit % 2 ? STALE : HELD;
      if (!(what & has) && touches_p (t, a, t->holders[bit / 2], false))
	what |= has;
    }
  if (t->global && a.ptr && !what && global_holds_p (t, state))
    {
      const esc_graph *g = t->s->r->graph;
      esc_node node = known_node_of_ssa (t->s->r, a.ptr);
      uint32_t n = node ? esc_node_size (g, node) : 0;
      for (uint32_t i = 0; i < n; i++)
	switch (esc_object_kind (g, esc_place_target
				      (g, esc_node_element (g, node, i, NULL))
				      .object))
	  {
	  case ESC_OBJECT_LOCAL:
	  case ESC_OBJECT_BLOCK:
	  case ESC_OBJECT_GLOBAL:
	    break;
	  default:
	    return HELD;
	  }
    }
  return what;
}

void
note_use (tracker *t, unsigned i, gimple *stmt)
{
  if (t->found < 0)
    {
      t->found = i;
      t->use = stmt;
    }
}

void
stored (tracker *t, bitmap state, const touched &a, int what, bool kills,
	gimple *stmt)
{
  if (!what && bitmap_empty_p (state))
    return;
  for (unsigned i = t->n_names; i < t->holders.length (); i++)
    {
      const holder &h = t->holders[i];
      int has = state_of (state, i);
      if (!(what | has) || !touches_p (t, a, h, false))
	continue;
      if (!touches_p (t, a, h, true))
	{
	  if (has & STALE)
	    note_use (t, i, stmt);
	}
      else if (kills)
	clear_state (state, i);
      add_state (state, i, what);
      t->met |= what && t->global && h.global == t->global;
    }
}

/* Values.  */

/* Whether the address of REF, whose base is DECL, is one of what T tracks.  */

static bool
tracked_address_p (const tracker *t, tree ref, tree decl)
{
  if (decl != t->decl)
    return false;
  if (t->end == 0 || ref == decl)
    return true;
  touched a = touched_by (ref);
  return !a.exact || (a.at >= t->begin && a.at < t->end);
}

int
value_state (tracker *t, bitmap state, tree val)
{
  switch (TREE_CODE (val))
    {
    case SSA_NAME:
      {
	int i = tracker_holder (t, val);
	return i >= 0 ? state_of (state, i) : 0;
      }
    case ADDR_EXPR:
      {
	tree ref = TREE_OPERAND (val, 0);
	tree base = get_base_address (ref);
	if (base && TREE_CODE (base) == MEM_REF)
	  return value_state (t, state, TREE_OPERAND (base, 0));
	return base && tracked_address_p (t, ref, base) ? HELD : 0;
      }
    case CONSTRUCTOR:
      {
	unsigned HOST_WIDE_INT i;
	tree element;
	int what = 0;
	FOR_EACH_CONSTRUCTOR_VALUE (CONSTRUCTOR_ELTS (val), i, element)
	  what |= value_state (t, state, element);
	return what;
      }
    default:
      {
	if (CONSTANT_CLASS_P (val))
	  return 0;
	tree base = val;
	while (handled_component_p (base))
	  base = TREE_OPERAND (base, 0);
	if (TREE_CODE (base) == SSA_NAME || TREE_CODE (base) == ADDR_EXPR)
	  return value_state (t, state, base);
	if (CONSTANT_CLASS_P (base))
	  return 0;
	return loaded (t, state, touched_by (val));
      }
    }
}

/* The pointer that memory reference REF follows, or NULL_TREE.  */

static tree
followed_pointer (tree ref)
{
  while (handled_component_p (ref) || TREE_CODE (ref) == WITH_SIZE_EXPR)
    ref = TREE_OPERAND (ref, 0);
  return TREE_CODE (ref) == MEM_REF || TREE_CODE (ref) == TARGET_MEM_REF
	   ? TREE_OPERAND (ref, 0) : NULL_TREE;
}

void
use_value (tracker *t, bitmap state, tree val, gimple *stmt)
{
  if (TREE_CODE (val) == ADDR_EXPR)
    {
      tree ptr = followed_pointer (TREE_OPERAND (val, 0));
      if (ptr)
	use_value (t, state, ptr, stmt);
      return;
    }
  if (TREE_CODE (val) != SSA_NAME)
    return;
  int i = tracker_holder (t, val);
  if (i >= 0 && (state_of (state, i) & STALE))
    note_use (t, i, stmt);
}

void
use_reference (tracker *t, bitmap state, tree op, gimple *stmt)
{
  if (TREE_CODE (op) == ADDR_EXPR || TREE_CODE (op) == SSA_NAME)
    return;
  tree ptr = followed_pointer (op);
  if (ptr)
    use_value (t, state, ptr, stmt);
}

/* The variable of SSA name NAME gets another value.  What is not used any more
   of those that it had is gone.  */

static void
forget_values (const tracker *t, bitmap state, tree name)
{
  holder_list held;
  list_state (state, &held);
  for (unsigned j = 0; j < held.length (); j++)
    {
      const holder &h = t->holders[held[j]];
      if (h.name && h.passing && h.outer
	  && SSA_NAME_VAR (h.name) == SSA_NAME_VAR (name))
	clear_state (state, held[j]);
    }
}

bool
assign (tracker *t, bitmap state, tree lhs, int what, bool kills, gimple *stmt)
{
  if (TREE_CODE (lhs) != SSA_NAME)
    {
      stored (t, state, touched_by (lhs), what, kills, stmt);
      return true;
    }
  if (SSA_NAME_VAR (lhs) && !bitmap_empty_p (state))
    forget_values (t, state, lhs);
  int i = tracker_holder (t, lhs);
  if (i < 0)
    return false;
  clear_state (state, i);
  add_state (state, i, what);
  return true;
}
