/* Globals that are overwritten before the function returns.

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

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "gimple-iterator.h"
#include "ssa.h"
#include "cgraph.h"
#include "tree-dfa.h"
#include "tree-eh.h"

#include "resets.h"
#include "tracker-int.h"
#include "unit.h"

/* Bounds of what is asked of callees: how many basic blocks each may have, how
   deep calls are followed, and how many functions may be looked at.  And for
   one answer, so much work and a share of what may still be done: the note is
   true without it, so it is not worth as much as one on a block.  */
enum
{
  MAX_BLOCKS = 256,
  MAX_DEPTH = 1,
  MAX_CALLEES = 32,
  MIN_WORK = 1000,
  WORK_SHARE = 32
};

bool
resets_parameter_p (unit *u, tree fndecl, int parameter, tree global)
{
  summary *s = summary_of_function (u, fndecl);
  if (s)
    for (unsigned i = 0; i < s->resets.length (); i++)
      if (s->resets[i].parameter == parameter && s->resets[i].global == global)
	return true;
  return false;
}

/* The address of an object of this function.  */

/* Whether NODE may hold a pointer to OBJECT, which is in a global: then what is
   read from memory that is not known may be that, too.  */

static bool
node_holds_p (const esc_graph *g, esc_node node, esc_object object)
{
  uint32_t n = node ? esc_node_size (g, node) : 0;
  for (uint32_t i = 0; i < n; i++)
    {
      esc_object o
	= esc_place_target (g, esc_node_element (g, node, i, NULL)).object;
      if (o == object || esc_object_kind (g, o) == ESC_OBJECT_WORLD)
	return true;
    }
  return false;
}

/* Make all that can hold the address of OBJECT a holder of T.  */

static void
add_holders (tracker *t, esc_object object)
{
  const reader *r = t->s->r;
  const esc_graph *g = r->graph;
  unsigned i;
  tree name;
  FOR_EACH_SSA_NAME (i, name, r->fun)
    if (!virtual_operand_p (name)
	&& node_holds_p (g, known_node_of_ssa (r, name), object))
      tracker_add_name (t, name, false);
  for (esc_object o = 1; o < esc_graph_objects (g); o++)
    {
      if (esc_object_kind (g, o) == ESC_OBJECT_SINK
	  || esc_object_kind (g, o) == ESC_OBJECT_FUNCTION)
	continue;
      tree global = esc_object_kind (g, o) == ESC_OBJECT_GLOBAL
		      ? symbol_decl (esc_object_entity (g, o)) : NULL_TREE;
      for (esc_place p = esc_object_next_place (g, o, 0); p;
	   p = esc_object_next_place (g, o, p))
	if (node_holds_p (g, esc_place_written (g, p), object))
	  {
	    /* Anywhere in a pointer is its beginning.  */
	    esc_offset offset = esc_place_target (g, p).offset;
	    if (global && POINTER_TYPE_P (TREE_TYPE (global)))
	      offset.at = offset.stride = 0;
	    tracker_add_place (t, o, offset, global, false);
	  }
    }
}

/* Find the globals to which statements of the function of S store.  */

static void
find_stored_globals (summary *s)
{
  struct function *fun = DECL_STRUCT_FUNCTION (s->decl);
  if (s->stored_globals_known || !fun || !fun->cfg)
    return;
  s->stored_globals_known = true;
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i);
	 gsi_next (&i))
      {
	tree lhs = gimple_get_lhs (gsi_stmt (i));
	tree base = lhs && TREE_CODE (lhs) != SSA_NAME
		      ? get_base_address (lhs) : NULL_TREE;
	if (base && VAR_P (base) && is_global_var (base))
	  s->stored_globals.safe_push (base);
      }
}

/* How many statements of the function of S store to GLOBAL.  */

static unsigned
stores_to_global (summary *s, tree global)
{
  unsigned n = 0;
  find_stored_globals (s);
  for (unsigned i = 0; i < s->stored_globals.length (); i++)
    n += s->stored_globals[i] == global;
  return n;
}

bool
may_store_in_global_p (unit *u, tree fndecl, tree global)
{
  auto_vec<tree> pending;
  hash_set<tree> seen;
  pending.safe_push (fndecl);
  for (unsigned n = 0; !pending.is_empty (); n++)
    {
      tree decl = pending.pop ();
      summary *s = summary_of_function (u, decl);
      cgraph_node *node = s ? cgraph_node::get (s->decl) : NULL;
      if (!node && fndecl_built_in_p (decl, BUILT_IN_NORMAL))
	continue;
      if (!node || node->indirect_calls || n == MAX_CALLEES
	  || stores_to_global (s, global))
	return true;
      for (cgraph_edge *e = node->callees; e; e = e->next_callee)
	if (!seen.add (e->callee->decl))
	  pending.safe_push (e->callee->decl);
    }
  return false;
}

/* Whether enough statements of AROUND's function, and of the functions that
   they call, store to GLOBAL that one of them might overwrite what another has
   stored.  This is quickly found, and false of most.  What a function stores
   itself and was PASSED, its caller may reset.  */

static bool
may_be_overwritten_p (surroundings *around, tree global, bool passed)
{
  unit *u = around->r->unit;
  summary *own = summary_of_function (u, around->r->fun->decl);
  unsigned n = own ? stores_to_global (own, global) : 0;
  if (passed && n)
    return true;
  for (unsigned i = 0; i < around->calls.length () && n < 2; i++)
    {
      summary *s
	= summary_of_function (u, gimple_call_fndecl (around->calls[i]));
      if (s)
	n += stores_to_global (s, global);
      around->work -= MIN (around->work, 4);
    }
  return n >= 2 && around->work;
}

bool
reset_before_return_p (surroundings *around, esc_object object,
		       esc_object sink)
{
  reader *r = around->r;
  const esc_graph *g = r->graph;
  /* In a flat graph, OBJECT is every local.  */
  if (esc_graph_detail (g) == ESC_FLAT)
    return false;
  tracker t;
  tracker_init (&t, around);
  t.object = object;
  t.global = symbol_decl (esc_object_entity (g, sink));
  t.passed = esc_object_kind (g, object) == ESC_OBJECT_ROOT;
  if (!may_be_overwritten_p (around, t.global, t.passed))
    return false;
  auto_vec<basic_block> starts;
  switch (esc_object_kind (g, object))
    {
    case ESC_OBJECT_LOCAL:
    case ESC_OBJECT_BLOCK:
      if (const esc_call *call = esc_object_call (g, object))
	t.stmt = (gimple *) call->site;
      else
	{
	  const entity &e = r->entities[esc_object_entity (g, object)];
	  t.decl = e.decl;
	  t.stmt = e.stmt;
	  mentions **m = e.decl ? around->variables.get (e.decl) : NULL;
	  if (m)
	    starts.safe_splice ((*m)->address);
	}
      if (t.stmt)
	starts.safe_push (gimple_bb (t.stmt));
      break;
    case ESC_OBJECT_ROOT:
      break;
    default:
      return false;
    }
  unsigned HOST_WIDE_INT cost = vec_safe_length (SSANAMES (r->fun))
				+ esc_graph_objects (g);
  around->work -= MIN (around->work, cost);
  if (!around->work)
    return false;
  add_holders (&t, object);
  unsigned HOST_WIDE_INT share = MIN_WORK + around->work / WORK_SHARE;
  unsigned HOST_WIDE_INT spared = around->work - MIN (around->work, share);
  around->work -= spared;
  bool done = tracker_run (&t, starts);
  around->work += spared;
  if (!done)
    return false;
  bool reset = t.met && !t.left;
  if (t.passed)
    if (summary *s = summary_of_function (r->unit, r->fun->decl))
      {
	reset_parameter p = { esc_object_root_of (g, object), t.global };
	if (reset)
	  s->resets.safe_push (p);
	p.global = NULL_TREE;
	if (!t.left_elsewhere)
	  s->resets.safe_push (p);
      }
  return reset;
}

/* What a callee does.  */

/* A walk over the statements of one function.  */
struct overwrite_walk
{
  unit *u;
  struct function *fun;
  tree global;
  HOST_WIDE_INT offset;
  bool leaked;			/* what was there is in other memory, too */
};

/* Whether REF is memory of W's global that meets the place; with WHOLE, that
   covers it.  */

static bool
names_place_p (const overwrite_walk *w, tree ref, bool whole)
{
  if (TREE_CODE (ref) == SSA_NAME || CONSTANT_CLASS_P (ref)
      || TREE_CODE (ref) == ADDR_EXPR || TREE_CODE (ref) == CONSTRUCTOR)
    return false;
  touched a = touched_by (ref);
  if (a.decl != w->global)
    return false;
  if (!a.exact)
    return !whole;
  HOST_WIDE_INT end = w->offset + POINTER_SIZE_UNITS;
  return whole ? a.at <= w->offset && end <= a.at + a.size
	       : a.at < end && w->offset < a.at + a.size;
}

/* Whether VAL may be what was in the place when W's function began.  */

static bool
old_value_p (const overwrite_walk *w, tree val, hash_set<tree> *seen)
{
  if (TREE_CODE (val) == CONSTRUCTOR)
    return CONSTRUCTOR_NELTS (val) != 0;
  if (CONSTANT_CLASS_P (val) || TREE_CODE (val) == ADDR_EXPR)
    return false;
  if (TREE_CODE (val) != SSA_NAME)
    return w->leaked || names_place_p (w, val, false) || touched_by (val).decl;
  if (seen->add (val) || SSA_NAME_IS_DEFAULT_DEF (val))
    return false;
  gimple *def = SSA_NAME_DEF_STMT (val);
  if (gimple_code (def) == GIMPLE_PHI)
    {
      for (unsigned i = 0; i < gimple_phi_num_args (def); i++)
	if (old_value_p (w, gimple_phi_arg_def (def, i), seen))
	  return true;
      return false;
    }
  if (is_gimple_assign (def))
    {
      for (unsigned i = 1; i < gimple_num_ops (def); i++)
	if (old_value_p (w, gimple_op (def, i), seen))
	  return true;
      return false;
    }
  /* A call can give back what it gets, or what it finds.  */
  gcall *call = dyn_cast<gcall *> (def);
  return !call || !gimple_call_builtin_p (call, BUILT_IN_NORMAL);
}

static bool
old_value_p (const overwrite_walk *w, tree val)
{
  hash_set<tree> seen;
  return old_value_p (w, val, &seen);
}

/* Whether no statement of W's function puts back into the place what was there
   when it began.  */

static bool
never_restored_p (overwrite_walk *w)
{
  basic_block bb;
  FOR_EACH_BB_FN (bb, w->fun)
    for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i);
	 gsi_next (&i))
      {
	gimple *stmt = gsi_stmt (i);
	gcall *call = dyn_cast<gcall *> (stmt);
	if (gimple_assign_single_p (stmt) && !gimple_clobber_p (stmt)
	    && TREE_CODE (gimple_assign_lhs (stmt)) != SSA_NAME
	    && !names_place_p (w, gimple_assign_lhs (stmt), false))
	  w->leaked |= old_value_p (w, gimple_assign_rhs1 (stmt));
	if (call && !gimple_call_builtin_p (call, BUILT_IN_NORMAL))
	  for (unsigned j = 0; j < gimple_call_num_args (call); j++)
	    w->leaked |= old_value_p (w, gimple_call_arg (call, j));
      }
  FOR_EACH_BB_FN (bb, w->fun)
    for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i);
	 gsi_next (&i))
      {
	gimple *stmt = gsi_stmt (i);
	tree lhs = gimple_get_lhs (stmt);
	if (gimple_code (stmt) == GIMPLE_ASM)
	  return false;
	if (lhs && names_place_p (w, lhs, false)
	    && (!gimple_assign_single_p (stmt)
		|| !names_place_p (w, lhs, true)
		|| old_value_p (w, gimple_assign_rhs1 (stmt))))
	  return false;
      }
  return true;
}

static bool always_overwrites_p (unit *, tree, tree, HOST_WIDE_INT, int);

/* Whether no path through W's function leaves the place as it is; DEPTH calls
   led here.  */

static bool
on_every_path_p (const overwrite_walk *w, int depth)
{
  auto_vec<basic_block> pending;
  auto_bitmap seen;
  pending.safe_push (single_succ (ENTRY_BLOCK_PTR_FOR_FN (w->fun)));
  while (!pending.is_empty ())
    {
      basic_block bb = pending.pop ();
      bool overwritten = false;
      for (gimple_stmt_iterator i = gsi_start_bb (bb);
	   !gsi_end_p (i) && !overwritten; gsi_next (&i))
	{
	  gimple *stmt = gsi_stmt (i);
	  tree lhs = gimple_get_lhs (stmt);
	  if (stmt_can_throw_external (w->fun, stmt))
	    return false;
	  if (lhs && names_place_p (w, lhs, true))
	    overwritten = true;
	  else if (is_gimple_call (stmt) && gimple_call_fndecl (stmt))
	    overwritten
	      = always_overwrites_p (w->u, gimple_call_fndecl (stmt),
				     w->global, w->offset, depth + 1);
	}
      if (!overwritten && left_after_p (bb))
	return false;
      edge e;
      edge_iterator i;
      FOR_EACH_EDGE (e, i, bb->succs)
	if (e->dest->index != EXIT_BLOCK
	    && (!overwritten || (e->flags & EDGE_COMPLEX))
	    && bitmap_set_bit (seen, e->dest->index))
	  pending.safe_push (e->dest);
    }
  return true;
}

/* overwrites_p, of a function that DEPTH calls led to.  */

static bool
always_overwrites_p (unit *u, tree fndecl, tree global, HOST_WIDE_INT offset,
		     int depth)
{
  summary *s = summary_of_function (u, fndecl);
  struct function *fun = s ? DECL_STRUCT_FUNCTION (s->decl) : NULL;
  if (!fun || !fun->cfg || depth > MAX_DEPTH || TREE_ADDRESSABLE (global)
      || TREE_THIS_VOLATILE (global)
      || n_basic_blocks_for_fn (fun) > MAX_BLOCKS)
    return false;
  for (unsigned i = 0; i < s->overwritings.length (); i++)
    if (s->overwritings[i].global == global
	&& s->overwritings[i].offset == offset)
      return s->overwritings[i].always;
  /* Of a function that calls itself it is not known yet.  */
  overwriting answer = { global, offset, false };
  unsigned at = s->overwritings.length ();
  s->overwritings.safe_push (answer);
  overwrite_walk w = { u, fun, global, offset, false };
  bool always = never_restored_p (&w) && on_every_path_p (&w, depth);
  s->overwritings[at].always = always;
  return always;
}

bool
overwrites_p (unit *u, tree fndecl, tree global, HOST_WIDE_INT offset)
{
  return always_overwrites_p (u, fndecl, global, offset, 0);
}
