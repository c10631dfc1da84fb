/* What statements do with the address that a tracker follows.

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
#include "attr-fnspec.h"

#include "calls-int.h"
#include "resets.h"
#include "tracker-int.h"
#include "unit.h"

/* Statements.  */

/* Whether control may leave STMT for a handler of this function before it is
   done.  */

static bool
may_be_left_p (gimple *stmt)
{
  basic_block bb = gimple_bb (stmt);
  return EDGE_COUNT (bb->succs) > 1 && gsi_stmt (gsi_last_bb (bb)) == stmt;
}

static void
follow_clobber (tracker *t, bitmap state, gassign *stmt)
{
  tree decl = gimple_assign_lhs (stmt);
  if (!DECL_P (decl))
    return;
  if (decl == t->decl && t->end == 0)
    expire (t, state);
  esc_object object = known_object_of_local (t->s->r, decl);
  if (object)
    for (unsigned i = 0; i < t->holders.length (); i++)
      if (!t->holders[i].name && t->holders[i].object == object)
	clear_state (state, i);
}

static void
follow_assign (tracker *t, bitmap state, gassign *stmt)
{
  if (gimple_clobber_p (stmt))
    {
      follow_clobber (t, state, stmt);
      return;
    }
  tree lhs = gimple_assign_lhs (stmt);
  int what = 0;
  for (unsigned i = 1; i < gimple_num_ops (stmt); i++)
    {
      use_reference (t, state, gimple_op (stmt, i), stmt);
      what |= value_state (t, state, gimple_op (stmt, i));
    }
  use_reference (t, state, lhs, stmt);
  if (!assign (t, state, lhs, what, !may_be_left_p (stmt), stmt)
      || TREE_CODE (lhs) != SSA_NAME)
    for (unsigned i = 1; i < gimple_num_ops (stmt); i++)
      use_value (t, state, gimple_op (stmt, i), stmt);
}

/* Add to REACHED the objects that NODE points to.  */

static void
add_targets (const reader *r, bitmap reached, esc_node node,
	     vec<esc_object> *pending)
{
  uint32_t n = node ? esc_node_size (r->graph, node) : 0;
  for (uint32_t i = 0; i < n; i++)
    {
      esc_place p = esc_node_element (r->graph, node, i, NULL);
      esc_object o = esc_object_own (r->graph,
				     esc_place_target (r->graph, p).object);
      if (bitmap_set_bit (reached, o))
	pending->safe_push (o);
    }
}

/* Add to REACHED what OBJECT holds.  */

static void
add_content (const reader *r, bitmap reached, esc_object object,
	     vec<esc_object> *pending)
{
  const esc_graph *g = r->graph;
  object = esc_object_own (g, object);
  if (esc_object_kind (g, object) != ESC_OBJECT_LOCAL
      && esc_object_kind (g, object) != ESC_OBJECT_BLOCK)
    return;
  for (esc_place p = esc_object_next_place (g, object, 0); p;
       p = esc_object_next_place (g, object, p))
    add_targets (r, reached, esc_place_written (g, p), pending);
}

/* Add to REACHED what argument ARG of a call lets it reach.  */

static void
add_argument (const reader *r, bitmap reached, tree arg,
	      vec<esc_object> *pending)
{
  if (TREE_CODE (arg) == SSA_NAME)
    {
      add_targets (r, reached, known_node_of_ssa (r, arg), pending);
      return;
    }
  bool address = TREE_CODE (arg) == ADDR_EXPR;
  touched a = touched_by (address ? TREE_OPERAND (arg, 0) : arg);
  esc_object object = a.decl ? known_object_of_local (r, a.decl) : 0;
  esc_node node = a.ptr ? known_node_of_ssa (r, a.ptr) : 0;
  if (address)
    {
      if (object && bitmap_set_bit (reached, object))
	pending->safe_push (object);
      add_targets (r, reached, node, pending);
      return;
    }
  /* An aggregate: only what it holds.  */
  if (object)
    add_content (r, reached, object, pending);
  for (uint32_t i = 0; node && i < esc_node_size (r->graph, node); i++)
    add_content (r, reached,
		 esc_place_target (r->graph,
				   esc_node_element (r->graph, node, i, NULL))
		   .object, pending);
}

/* Whether argument I of CALL, which SPEC tells of, is one whose memory the
   callee reads and writes as plain bytes.  */

static bool
plain_argument_p (gcall *call, attr_fnspec *spec, unsigned i)
{
  return gimple_call_builtin_p (call, BUILT_IN_NORMAL) && spec->known_p ()
	 && spec->arg_specified_p (i)
	 && (!spec->arg_used_p (i) || spec->arg_noescape_p (i));
}

/* The objects of this function that CALL can read and write.  */

static bitmap
reached_by (surroundings *s, gcall *call)
{
  bitmap &reached = s->reached.get_or_insert (call);
  if (reached)
    return reached;
  reached = BITMAP_ALLOC (&s->memory);
  auto_vec<esc_object> pending;
  attr_fnspec spec = gimple_call_fnspec (call);
  for (unsigned i = 0; i < gimple_call_num_args (call); i++)
    if (!CONSTANT_CLASS_P (gimple_call_arg (call, i))
	&& !plain_argument_p (call, &spec, i))
      add_argument (s->r, reached, gimple_call_arg (call, i), &pending);
  if (gimple_call_chain (call))
    add_argument (s->r, reached, gimple_call_chain (call), &pending);
  while (!pending.is_empty ())
    add_content (s->r, reached, pending.pop (), &pending);
  return reached;
}

/* Whether STMT is on every path to STMT2.  */

static bool
always_before_p (surroundings *s, gimple *stmt, gimple *stmt2)
{
  basic_block bb = gimple_bb (stmt), bb2 = gimple_bb (stmt2);
  if (bb == bb2)
    {
      for (gimple_stmt_iterator i = gsi_for_stmt (stmt); !gsi_end_p (i);
	   gsi_next (&i))
	if (gsi_stmt (i) == stmt2)
	  return true;
      return false;
    }
  auto_vec<basic_block> pending;
  auto_bitmap seen;
  pending.safe_push (ENTRY_BLOCK_PTR_FOR_FN (s->r->fun));
  while (!pending.is_empty ())
    {
      edge e;
      edge_iterator i;
      FOR_EACH_EDGE (e, i, pending.pop ()->succs)
	{
	  if (e->dest == bb2)
	    return false;
	  if (e->dest != bb && bitmap_set_bit (seen, e->dest->index))
	    {
	      pending.safe_push (e->dest);
	      if (s->work)
		s->work--;
	    }
	}
    }
  return true;
}

/* CALL gives back the stack down to where it was saved.  What alloca has made
   since then is gone.  */

static void
follow_stack_restore (tracker *t, bitmap state, gcall *call)
{
  if (!t->stmt || !gimple_call_builtin_p (t->stmt))
    return;
  tree saved = gimple_call_arg (call, 0);
  gimple *save = TREE_CODE (saved) == SSA_NAME ? SSA_NAME_DEF_STMT (saved)
					       : NULL;
  if (!save || !gimple_bb (save) || always_before_p (t->s, save, t->stmt))
    expire (t, state);
}

/* The number of bytes that argument I of CALL is, or -1.  */

static HOST_WIDE_INT
bytes_of_argument (gcall *call, unsigned i)
{
  tree n = call_arg (call, i);
  return n && tree_fits_shwi_p (n) ? tree_to_shwi (n) : -1;
}

/* CALL copies SIZE bytes (-1: not known) to what argument DST points to from
   what argument SRC points to.  */

static void
follow_copy (tracker *t, bitmap state, gcall *call, unsigned dst, unsigned src,
	     HOST_WIDE_INT size)
{
  int what = loaded (t, state, touched_through (call_arg (call, src), size));
  stored (t, state, touched_through (call_arg (call, dst), size), what, true,
	  call);
}

/* Follow CALL if it is to a builtin that does no more than its name says.  */

static bool
follow_builtin (tracker *t, bitmap state, gcall *call)
{
  if (!gimple_call_builtin_p (call, BUILT_IN_NORMAL))
    return false;
  switch (DECL_FUNCTION_CODE (gimple_call_fndecl (call)))
    {
    case BUILT_IN_STACK_RESTORE:
      follow_stack_restore (t, state, call);
      return true;
    case BUILT_IN_STACK_SAVE:
    case BUILT_IN_FREE:
    case BUILT_IN_VA_END:
    case BUILT_IN_PREFETCH:
    case BUILT_IN_DWARF_CFA:
      return true;
    case BUILT_IN_BZERO:
      stored (t, state, touched_through (call_arg (call, 0),
					bytes_of_argument (call, 1)), 0, true,
	      call);
      return true;
    case BUILT_IN_MEMSET:
    case BUILT_IN_MEMSET_CHK:
      stored (t, state, touched_through (call_arg (call, 0),
					bytes_of_argument (call, 2)), 0, true,
	      call);
      break;
    case BUILT_IN_MEMCPY:
    case BUILT_IN_MEMMOVE:
    case BUILT_IN_MEMPCPY:
    case BUILT_IN_MEMCPY_CHK:
    case BUILT_IN_MEMMOVE_CHK:
    case BUILT_IN_MEMPCPY_CHK:
      follow_copy (t, state, call, 0, 1, bytes_of_argument (call, 2));
      break;
    case BUILT_IN_BCOPY:
      follow_copy (t, state, call, 1, 0, bytes_of_argument (call, 2));
      return true;
    case BUILT_IN_REALLOC:
      /* The new block holds what the old one held.  */
      if (tree lhs = gimple_call_lhs (call))
	{
	  touched old = touched_through (call_arg (call, 0), -1);
	  int what = loaded (t, state, old);
	  int block = value_state (t, state, call_arg (call, 0));
	  assign (t, state, lhs, block, true, call);
	  if (TREE_CODE (lhs) == SSA_NAME)
	    stored (t, state, touched_through (lhs, -1), what, false, call);
	}
      return true;
    default:
      return false;
    }
  /* These return their first argument.  */
  if (tree lhs = gimple_call_lhs (call))
    assign (t, state, lhs, value_state (t, state, call_arg (call, 0)), true,
	    call);
  return true;
}

/* Whether OBJECT is a block that is made in CALL.  */

static bool
made_by_p (const reader *r, gcall *call, esc_object object)
{
  const esc_call *maker
    = esc_object_kind (r->graph, object) == ESC_OBJECT_BLOCK
	? esc_object_call (r->graph, object) : NULL;
  return maker && maker->site == call;
}

/* Whether CALL, to CALLEE, may store one of its arguments that has the address
   in GLOBAL, or (NULL_TREE) in other memory that it reaches or makes.  */

static bool
stores_p (tracker *t, bitmap state, gcall *call, tree callee, tree global)
{
  unit *u = t->s->r->unit;
  bool recursive;
  esc_transfer *transfer = transfer_of_function (u, callee, &recursive);
  if (call == t->stmt || gimple_call_va_arg_pack_p (call)
      || (gimple_call_chain (call)
	  && value_state (t, state, gimple_call_chain (call))))
    return true;
  attr_fnspec spec = gimple_call_fnspec (call);
  for (unsigned i = 0; i < gimple_call_num_args (call); i++)
    if (value_state (t, state, gimple_call_arg (call, i))
	&& (transfer
	    ? esc_transfer_stores (transfer, i, global)
	    : !plain_argument_p (call, &spec, i)))
      {
	t->met |= global && global == t->global;
	if (!resets_parameter_p (u, callee, i, global))
	  return true;
      }
  return false;
}

/* Whether an argument of CALL points to the global H.  */

static bool
argument_points_p (const reader *r, gcall *call, const holder &h)
{
  for (unsigned i = 0; i < gimple_call_num_args (call); i++)
    {
      tree arg = gimple_call_arg (call, i);
      if (TREE_CODE (arg) == ADDR_EXPR
	  && touched_by (TREE_OPERAND (arg, 0)).decl == h.global)
	return true;
      esc_node node = TREE_CODE (arg) == SSA_NAME ? known_node_of_ssa (r, arg)
						  : 0;
      for (uint32_t j = 0; node && j < esc_node_size (r->graph, node); j++)
	if (esc_place_target (r->graph, esc_node_element (r->graph, node, j,
							  NULL)).object
	    == h.object)
	  return true;
    }
  return false;
}

/* Whether CALL, to CALLEE, may store the address in global H again: it gets the
   address as PASSED, or finds it in a global.  */

static bool
stores_again_p (tracker *t, bitmap state, gcall *call, tree callee, int passed,
		const holder &h)
{
  bool found = global_holds_p (t, state);
  if (!found && !passed)
    return false;
  return argument_points_p (t->s->r, call, h)
	 || (found && callee
	     && may_store_in_global_p (t->s->r->unit, callee, h.global));
}

/* CALL is to CALLEE, which may overwrite T's global on all of its ways.  That
   counts if it cannot find the address in other memory.  */

static void
follow_overwriting (tracker *t, bitmap state, gcall *call, tree callee)
{
  if (may_be_left_p (call))
    return;
  holder_list held;
  list_state (state, &held);
  for (unsigned j = 0; j < held.length (); j++)
    if (!t->holders[held[j]].name
	&& t->holders[held[j]].global != t->global)
      return;
  for (unsigned j = 0; j < held.length (); j++)
    {
      const holder &h = t->holders[held[j]];
      if (!h.name && h.offset.stride == 0
	  && overwrites_p (t->s->r->unit, callee, h.global, h.offset.at))
	clear_state (state, held[j]);
    }
}

static void
follow_call (tracker *t, bitmap state, gcall *call)
{
  tree lhs = gimple_call_lhs (call);
  if (gimple_call_internal_p (call))
    {
      int what = 0;
      for (unsigned i = 0; i < gimple_call_num_args (call); i++)
	what |= value_state (t, state, gimple_call_arg (call, i));
      if (lhs)
	assign (t, state, lhs, what, true, call);
      return;
    }

  tree fn = gimple_call_fn (call);
  if (fn)
    use_value (t, state, fn, call);
  int passed = call == t->stmt ? HELD : 0;
  unsigned n = gimple_call_num_args (call);
  for (unsigned i = 0; i <= n; i++)
    {
      tree arg = i < n ? gimple_call_arg (call, i) : gimple_call_chain (call);
      if (!arg)
	continue;
      use_value (t, state, arg, call);
      use_reference (t, state, arg, call);
      passed |= value_state (t, state, arg);
    }
  if (lhs)
    use_reference (t, state, lhs, call);
  if (follow_builtin (t, state, call))
    return;

  /* What it can reach, it may use and store where it can reach.  */
  bitmap reached = reached_by (t->s, call);
  tree callee = gimple_call_fndecl (call);
  if (t->global && callee)
    follow_overwriting (t, state, call, callee);
  bool by_memory = false;
  holder_list held;
  list_state (state, &held);
  for (unsigned j = 0; j < held.length (); j++)
    {
      unsigned i = held[j];
      const holder &h = t->holders[i];
      if (h.name || !bitmap_bit_p (reached, h.object))
	continue;
      int has = state_of (state, i);
      if (has & STALE)
	note_use (t, i, call);
      passed |= has;
      by_memory = true;
    }
  for (unsigned i = t->n_names; i < t->holders.length (); i++)
    {
      const holder &h = t->holders[i];
      bool stored
	= passed
	  && (h.global || bitmap_bit_p (reached, h.object)
	      || made_by_p (t->s->r, call, h.object))
	  && (by_memory || !callee
	      || stores_p (t, state, call, callee, h.global));
      if (stored
	  || (h.global && stores_again_p (t, state, call, callee, passed, h)))
	{
	  add_state (state, i, passed | (stored ? 0 : HELD));
	  t->met |= t->global && h.global == t->global;
	}
    }
  if (t->global && global_holds_p (t, state))
    passed |= HELD;
  if (lhs)
    assign (t, state, lhs, passed, !may_be_left_p (call), call);
}

/* Instructions can do anything with their operands.  */

static void
follow_asm (tracker *t, bitmap state, gasm *stmt)
{
  int what = 0;
  for (unsigned i = 0; i < gimple_asm_ninputs (stmt); i++)
    {
      tree op = TREE_VALUE (gimple_asm_input_op (stmt, i));
      use_value (t, state, op, stmt);
      use_reference (t, state, op, stmt);
      what |= value_state (t, state, op);
    }
  for (unsigned i = 0; i < gimple_asm_noutputs (stmt); i++)
    {
      tree op = TREE_VALUE (gimple_asm_output_op (stmt, i));
      use_reference (t, state, op, stmt);
      assign (t, state, op, what, false, stmt);
    }
}

void
follow_stmt (tracker *t, bitmap state, gimple *stmt)
{
  tree block = gimple_block (stmt);
  if (t->scope && block && !in_scope_p (t, block))
    expire (t, state);
  switch (gimple_code (stmt))
    {
    case GIMPLE_ASSIGN:
      follow_assign (t, state, as_a<gassign *> (stmt));
      break;
    case GIMPLE_CALL:
      follow_call (t, state, as_a<gcall *> (stmt));
      break;
    case GIMPLE_ASM:
      follow_asm (t, state, as_a<gasm *> (stmt));
      break;
    case GIMPLE_COND:
    case GIMPLE_SWITCH:
    case GIMPLE_GOTO:
    case GIMPLE_RETURN:
      for (unsigned i = 0; i < gimple_num_ops (stmt); i++)
	if (gimple_op (stmt, i))
	  {
	    use_value (t, state, gimple_op (stmt, i), stmt);
	    use_reference (t, state, gimple_op (stmt, i), stmt);
	  }
      break;
    default:
      break;
    }
}
