/* Every kind of GIMPLE statement but calls, as constraints.

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


/* In the order of "GIMPLE statements" in GCC's internals manual.  Statements
   that move no data (conditions, jumps, labels, switches, exception
   dispatch) say nothing here: the analysis knows no paths but those that SSA
   names show.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "gimple-iterator.h"
#include "ssa.h"
#include "cgraph.h"
#include "tree-dfa.h"
#include "fold-const.h"
#include "tree-cfg.h"
#include "ssa-iterators.h"
#include "stringpool.h"
#include "attribs.h"

#include "assume.h"
#include "reader.h"
#include "unit.h"

static const esc_offset anywhere = { 0, 1 };

/* DST includes VAL moved by OFFSET.  */

static void
flow (reader *r, esc_node dst, tree val, esc_offset offset)
{
  if (!dst || !carries_pointer_p (TREE_TYPE (val)))
    return;
  if (offset.at == 0 && offset.stride == 0)
    value_into (r, dst, val);
  else
    esc_add_shift (r->graph, dst, node_of_value (r, val), offset);
}

/* GIMPLE_ASM.  Instructions can do anything with their operands, so these
   are in unseen hands.  An empty template has no instructions: what goes in
   comes out, and no more; unless it is said to use memory, which is the usual
   way to pretend that what an operand points to is used.  */

static void
read_asm (reader *r, gasm *stmt)
{
  esc_graph *g = r->graph;
  uint32_t loc = core_location (gimple_location (stmt));
  bool empty = (gimple_asm_string (stmt)[0] == '\0'
		&& !gimple_asm_clobbers_memory_p (stmt));
  esc_sink sink = { ESC_TO_ASM, ESC_WHERE_ASM, NULL, NULL };
  esc_node hands;
  if (empty)
    hands = esc_node_new (g, false);
  else
    {
      esc_object object = esc_object_sink (g, &sink);
      hands = esc_node_write (g, esc_place_at (g, object, anywhere));
    }
  esc_node out = empty ? hands : node_of_world (r);

  for (unsigned i = 0; i < gimple_asm_ninputs (stmt); i++)
    {
      tree op = TREE_VALUE (gimple_asm_input_op (stmt, i));
      if (is_gimple_reg_type (TREE_TYPE (op)) && is_gimple_val (op))
	{
	  if (carries_pointer_p (TREE_TYPE (op)))
	    esc_add_copy (g, hands, node_of_value (r, op), loc);
	  continue;
	}
      /* In memory: instructions can take its address, too.  */
      reference ref = read_reference (r, op);
      esc_add_copy (g, hands, load (r, ref, TREE_TYPE (op)), loc);
      if (!empty)
	esc_add_copy (g, hands, node_of_address (r, ref), loc);
    }
  for (unsigned i = 0; i < gimple_asm_noutputs (stmt); i++)
    {
      tree op = TREE_VALUE (gimple_asm_output_op (stmt, i));
      if (TREE_CODE (op) == SSA_NAME)
	{
	  esc_node dst = node_of_ssa (r, op);
	  esc_add_copy (g, dst, out, loc);
	  continue;
	}
      reference ref = read_reference (r, op);
      store (r, ref, TREE_TYPE (op), out, gimple_location (stmt));
      if (!empty)
	esc_add_copy (g, hands, node_of_address (r, ref), loc);
    }
}

/* Whether integer VAL is made of a pointer alone, so that what a cast of it
   to a pointer points to is known.  */

static bool
made_of_pointer_p (tree val)
{
  for (int steps = 8; steps && TREE_CODE (val) == SSA_NAME; steps--)
    {
      if (POINTER_TYPE_P (TREE_TYPE (val)))
	return true;
      gassign *def = dyn_cast<gassign *> (SSA_NAME_DEF_STMT (val));
      if (!def)
	return false;
      switch (gimple_assign_rhs_code (def))
	{
	case PLUS_EXPR:
	case MINUS_EXPR:
	case BIT_AND_EXPR:
	case BIT_IOR_EXPR:
	case BIT_XOR_EXPR:
	  if (TREE_CODE (gimple_assign_rhs2 (def)) != INTEGER_CST)
	    return false;
	  break;
	case SSA_NAME:
	CASE_CONVERT:
	  break;
	default:
	  return false;
	}
      val = gimple_assign_rhs1 (def);
    }
  return TREE_CODE (val) == ADDR_EXPR || integer_zerop (val);
}

/* Whether pointer VAL is null or an address that the program gives as a
   number, so that adding an integer to it makes that the address.  */

static bool
number_as_base_p (tree val)
{
  if (TREE_CODE (val) == SSA_NAME)
    {
      gassign *def = dyn_cast<gassign *> (SSA_NAME_DEF_STMT (val));
      if (!def || !gimple_assign_single_p (def))
	return false;
      val = gimple_assign_rhs1 (def);
    }
  return TREE_CODE (val) == INTEGER_CST;
}

/* Whether pointer A, to which a constant is added to give RESULT, is RESULT
   of the turn of a loop before.  */

static bool
stepped_in_loop_p (tree a, tree result)
{
  if (TREE_CODE (a) != SSA_NAME)
    return false;
  gphi *phi = dyn_cast<gphi *> (SSA_NAME_DEF_STMT (a));
  if (!phi)
    return false;
  for (unsigned i = 0; i < gimple_phi_num_args (phi); i++)
    {
      tree from = gimple_phi_arg_def (phi, i);
      if (from == result)
	return true;
      /* Where the paths of a `continue' meet first.  */
      gphi *inner = TREE_CODE (from) == SSA_NAME
		    ? dyn_cast<gphi *> (SSA_NAME_DEF_STMT (from)) : NULL;
      if (inner)
	for (unsigned j = 0; j < gimple_phi_num_args (inner); j++)
	  if (gimple_phi_arg_def (inner, j) == result)
	    return true;
    }
  return false;
}

/* Operands of an operation whose result is a register go to DST.  */

static void
read_operation (reader *r, gassign *stmt, esc_node dst)
{
  esc_graph *g = r->graph;
  enum tree_code code = gimple_assign_rhs_code (stmt);
  tree a = gimple_assign_rhs1 (stmt);
  const esc_offset here = { 0, 0 };
  switch (code)
    {
    CASE_CONVERT:
      if (FUNCTION_POINTER_TYPE_P (TREE_TYPE (gimple_assign_lhs (stmt)))
	  && pointee_tag (TREE_TYPE (a))
	  && !FUNCTION_POINTER_TYPE_P (TREE_TYPE (a)))
	esc_graph_disguised (g);
      flow (r, dst, a, here);
      /* Nobody knows where a number points.  */
      if (POINTER_TYPE_P (TREE_TYPE (gimple_assign_lhs (stmt)))
	  && !POINTER_TYPE_P (TREE_TYPE (a)) && !made_of_pointer_p (a))
	esc_add_copy (g, dst, node_of_world (r), 0);
      break;

    case PAREN_EXPR:
      flow (r, dst, a, here);
      break;

    case POINTER_PLUS_EXPR:
      {
	tree by = gimple_assign_rhs2 (stmt);
	esc_offset offset = offset_of_value (by);
	if (offset.stride == 0 && offset.at != 0
	    && stepped_in_loop_p (a, gimple_assign_lhs (stmt)))
	  {
	    unsigned HOST_WIDE_INT step = absu_hwi (offset.at);
	    offset.at = 0;
	    offset.stride = step < 0x10000000 ? step : 1;
	  }
	flow (r, dst, a, offset);
	if (number_as_base_p (a))
	  {
	    flow (r, dst, by, anywhere);
	    esc_add_copy (g, dst, node_of_world (r), 0);
	  }
	break;
      }

    case POINTER_DIFF_EXPR:
      /* A distance within one object is no way to it, but one from a number
	 is the address.  */
      if (number_as_base_p (gimple_assign_rhs2 (stmt)))
	flow (r, dst, a, anywhere);
      break;

    case PLUS_EXPR:
    case MINUS_EXPR:
      {
	tree b = gimple_assign_rhs2 (stmt);
	esc_offset by = offset_of_value (b);
	bool constant = by.stride == 0
			&& INTEGRAL_TYPE_P (TREE_TYPE (gimple_assign_lhs
						       (stmt)));
	if (constant && code == MINUS_EXPR)
	  by.at = -by.at;
	flow (r, dst, a, constant ? by : anywhere);
	if (!constant)
	  flow (r, dst, b, anywhere);
	break;
      }

    case COND_EXPR:
      flow (r, dst, gimple_assign_rhs2 (stmt), here);
      flow (r, dst, gimple_assign_rhs3 (stmt), here);
      break;

    default:
      /* Comparisons have results too narrow to carry anything, and so have
	 no node.  What is left can hide a pointer but not lose it.  */
      if (TREE_CODE_CLASS (code) == tcc_comparison)
	break;
      for (unsigned i = 1; i < gimple_num_ops (stmt); i++)
	flow (r, dst, gimple_op (stmt, i), anywhere);
    }
}

/* Elements of the vector constructor VAL go to DST.  */

static void
read_vector (reader *r, tree val, esc_node dst)
{
  unsigned HOST_WIDE_INT i;
  tree element;
  const esc_offset here = { 0, 0 };
  FOR_EACH_CONSTRUCTOR_VALUE (CONSTRUCTOR_ELTS (val), i, element)
    if (TREE_CODE (element) == CONSTRUCTOR)
      read_vector (r, element, dst);
    else
      flow (r, dst, element, here);
}

/* If REF is a part of a value that is in no memory, or that value seen as
   another type, the whole value; else NULL_TREE.  An address may be in such a
   place, too: VIEW_CONVERT_EXPR <vector> (&x).  */

static tree
value_that_has_part (tree ref)
{
  if (!handled_component_p (ref))
    return NULL_TREE;
  while (handled_component_p (ref))
    ref = TREE_OPERAND (ref, 0);
  return TREE_CODE (ref) == SSA_NAME || TREE_CODE (ref) == ADDR_EXPR
	 || CONSTANT_CLASS_P (ref) ? ref : NULL_TREE;
}

/* The right-hand side of STMT, a single operand, goes to DST.  */

static void
read_single (reader *r, tree rhs, esc_node dst)
{
  const esc_offset here = { 0, 0 };
  tree whole = value_that_has_part (rhs);
  if (TREE_CODE (rhs) == CONSTRUCTOR)
    read_vector (r, rhs, dst);
  else if (whole)
    flow (r, dst, whole, here);
  else if (TREE_CODE (rhs) == ASSERT_EXPR)
    flow (r, dst, TREE_OPERAND (rhs, 0), here);
  else
    flow (r, dst, rhs, here);
}

/* The value of NODE is a pointer in the eyes of the program.  */

static void
see_pointer (reader *r, esc_node node)
{
  esc_add_copy (r->graph, esc_node_new (r->graph, true), node, 0);
}

/* Whether REF is memory of any type: what GCC makes of a small memcpy.  */

static bool
any_memory_p (tree ref)
{
  return TREE_CODE (ref) == MEM_REF
	 && TYPE_REF_CAN_ALIAS_ALL (TREE_TYPE (TREE_OPERAND (ref, 1)));
}

/* The bytes, fewer than a pointer has, that VAL was read from and that it
   moves to LHS; or NULL_TREE.  They may be a part of a pointer.  */

static tree
moved_bytes (tree lhs, tree val)
{
  if (TREE_CODE (val) != SSA_NAME || carries_pointer_p (TREE_TYPE (val))
      || !any_memory_p (lhs))
    return NULL_TREE;
  gimple *def = SSA_NAME_DEF_STMT (val);
  return gimple_assign_load_p (def) && any_memory_p (gimple_assign_rhs1 (def))
	   ? gimple_assign_rhs1 (def) : NULL_TREE;
}

/* Whether LHS, which is narrower than a pointer, is a part of memory that has
   pointers by its type.  */

static bool
piece_of_pointers_p (tree lhs)
{
  return TREE_CODE (lhs) == MEM_REF && INTEGRAL_TYPE_P (TREE_TYPE (lhs))
	 && !carries_pointer_p (TREE_TYPE (lhs))
	 && points_to_pointers_p (TREE_OPERAND (lhs, 0));
}

/* Whether VAL is the pointer of node PTR, moved: *BY.  Both are names of one
   value, since the definition of VAL dominates its use and is dominated by
   that of the pointer.  */

static bool
is_moved_pointer (reader *r, tree val, esc_node ptr, esc_offset *by)
{
  *by = esc_offset ();
  if (TREE_CODE (val) != SSA_NAME)
    return false;
  if (node_of_ssa (r, val) == ptr)
    return true;
  gassign *def = dyn_cast<gassign *> (SSA_NAME_DEF_STMT (val));
  if (!def)
    return false;
  tree from = gimple_assign_rhs1 (def);
  if (gimple_assign_rhs_code (def) == POINTER_PLUS_EXPR
      && TREE_CODE (from) == SSA_NAME && node_of_ssa (r, from) == ptr)
    {
      *by = offset_of_value (gimple_assign_rhs2 (def));
      return true;
    }
  if (gimple_assign_rhs_code (def) != ADDR_EXPR)
    return false;
  tree base = get_base_address (TREE_OPERAND (from, 0));
  if (!base || TREE_CODE (base) != MEM_REF
      || TREE_CODE (TREE_OPERAND (base, 0)) != SSA_NAME)
    return false;
  reference ref = read_reference (r, TREE_OPERAND (from, 0));
  *by = ref.offset;
  return ref.ptr == ptr;
}

/* GIMPLE_ASSIGN.  */

static void
read_assign (reader *r, gassign *stmt)
{
  tree lhs = gimple_assign_lhs (stmt);
  tree rhs = gimple_assign_rhs1 (stmt);
  location_t location = gimple_location (stmt);
  if (gimple_clobber_p (stmt))
    return;
  if (TREE_CODE (lhs) == SSA_NAME)
    {
      esc_node dst = node_of_ssa (r, lhs);
      if (!dst)
	return;
      /* A plain copy may have made no node of its own.  */
      if (gimple_assign_single_p (stmt))
	{
	  if (TREE_CODE (rhs) != SSA_NAME || node_of_ssa (r, rhs) != dst)
	    read_single (r, rhs, dst);
	  if (disguises_pointers_p (rhs))
	    see_pointer (r, dst);
	}
      else
	read_operation (r, stmt, dst);
      return;
    }
  /* A store.  What is stored is a value in a register, or memory of the same
     type.  */
  reference to = read_reference (r, lhs);
  tree type = TREE_TYPE (lhs);
  esc_offset by;
  if (tree bytes = moved_bytes (lhs, rhs))
    copy_bytes (r, to, read_reference (r, bytes), 1, false, location);
  else if (piece_of_pointers_p (lhs))
    /* The pointer that it becomes a part of may be any.  */
    store_bytes (r, to, 1, node_of_world (r), location);
  else if (to.ptr && POINTER_TYPE_P (type)
	   && is_moved_pointer (r, rhs, to.ptr, &by))
    esc_add_self (r->graph, to.ptr, to.offset, by, core_location (location));
  else if (is_gimple_min_invariant (rhs) || TREE_CODE (rhs) == SSA_NAME)
    {
      esc_node value = node_of_value (r, rhs);
      store (r, to, type, value, location);
      if (value && disguises_pointers_p (lhs))
	see_pointer (r, value);
    }
  else if (TREE_CODE (rhs) == CONSTRUCTOR)
    {
      if (CONSTRUCTOR_NELTS (rhs))
	{
	  esc_node value = esc_node_new (r->graph, false);
	  read_vector (r, rhs, value);
	  store (r, to, type, value, location);
	}
    }
  else
    {
      tree whole = value_that_has_part (rhs);
      if (whole)
	store (r, to, type, node_of_value (r, whole), location);
      else if (disguises_pointers_p (lhs) || disguises_pointers_p (rhs))
	copy_bytes (r, to, read_reference (r, rhs),
		    int_size_in_bytes (type), true, location);
      else
	copy_aggregate (r, to, read_reference (r, rhs), type, location);
    }
}

/* GIMPLE_PHI.  */

static void
read_phi (reader *r, gphi *phi)
{
  esc_node dst = node_of_ssa (r, gimple_phi_result (phi));
  const esc_offset here = { 0, 0 };
  edge e;
  edge_iterator i;
  FOR_EACH_EDGE (e, i, gimple_bb (phi)->preds)
    if (executed_p (r->known, e))
      flow (r, dst, gimple_phi_arg_def (phi, e->dest_idx), here);
}

/* GIMPLE_RETURN.  */

/* Store in RESULT what VAL holds, which is returned at LOCATION.  */

static void
read_returned (reader *r, reference result, tree val, location_t location)
{
  tree type = TREE_TYPE (val);
  if (location == UNKNOWN_LOCATION)
    location = r->fun->function_end_locus;
  if (is_gimple_reg_type (type))
    store (r, result, type, node_of_value (r, val), location);
  else
    copy_aggregate (r, result, read_reference (r, val), type, location);
}

/* Where a function has several return statements, the front end gives it one
   STMT without a location, at which PHI has what each of them returns.  Store
   that in RESULT.  */

static void
read_returned_phi (reader *r, reference result, gphi *phi)
{
  edge e;
  edge_iterator i;
  FOR_EACH_EDGE (e, i, gimple_bb (phi)->preds)
    if (executed_p (r->known, e))
      read_returned (r, result, PHI_ARG_DEF_FROM_EDGE (phi, e),
		     gimple_phi_arg_location_from_edge (phi, e));
}

/* The same where the variable VAL has it: the statements that have set it last
   are looked for from STMT back.  */

static void
read_returned_variable (reader *r, reference result, tree val, greturn *stmt)
{
  auto_vec<basic_block> pending;
  auto_bitmap seen;
  pending.safe_push (gimple_bb (stmt));
  while (!pending.is_empty ())
    {
      basic_block bb = pending.pop ();
      gimple_stmt_iterator i = gsi_last_bb (bb);
      for (; !gsi_end_p (i); gsi_prev (&i))
	{
	  tree lhs = gimple_get_lhs (gsi_stmt (i));
	  if (lhs && get_base_address (lhs) == val)
	    break;
	}
      if (!gsi_end_p (i) || bb == ENTRY_BLOCK_PTR_FOR_FN (r->fun))
	{
	  read_returned (r, result, val, gsi_end_p (i)
					 ? UNKNOWN_LOCATION
					 : gimple_location (gsi_stmt (i)));
	  continue;
	}
      edge e;
      edge_iterator j;
      FOR_EACH_EDGE (e, j, bb->preds)
	if (executed_p (r->known, e)
	    && bitmap_set_bit (seen, e->src->index))
	  pending.safe_push (e->src);
    }
}

static void
read_return (reader *r, greturn *stmt)
{
  tree val = gimple_return_retval (stmt);
  if (!val || TREE_CODE (val) == RESULT_DECL)
    return;
  if (TREE_CODE (val) == SSA_NAME && SSA_NAME_VAR (val)
      && TREE_CODE (SSA_NAME_VAR (val)) == RESULT_DECL
      && DECL_BY_REFERENCE (SSA_NAME_VAR (val)))
    return;
  reference result
    = { 0, esc_object_result (r->graph), { 0, 0 } };
  location_t location = gimple_location (stmt);
  gphi *phi = TREE_CODE (val) == SSA_NAME
	      ? dyn_cast<gphi *> (SSA_NAME_DEF_STMT (val)) : NULL;
  if (location == UNKNOWN_LOCATION && phi)
    read_returned_phi (r, result, phi);
  else if (location == UNKNOWN_LOCATION && VAR_P (val))
    read_returned_variable (r, result, val, stmt);
  else
    read_returned (r, result, val, location);
}

/* Whether STMT may say anything: it sets what can carry a pointer, or memory, or
   it is a call, a return or an asm.  */

static bool
telling_p (gimple *stmt)
{
  switch (gimple_code (stmt))
    {
    case GIMPLE_ASSIGN:
      {
	tree lhs = gimple_assign_lhs (stmt);
	return TREE_CODE (lhs) != SSA_NAME
	       || carries_pointer_p (TREE_TYPE (lhs));
      }
    case GIMPLE_PHI:
      return carries_pointer_p (TREE_TYPE (gimple_phi_result (stmt)));
    case GIMPLE_ASM:
    case GIMPLE_CALL:
    case GIMPLE_RETURN:
      return true;
    default:
      return false;
    }
}

/* Read STMT, which telling_p.  */

static void
read_statement (reader *r, gimple *stmt)
{
  switch (gimple_code (stmt))
    {
    case GIMPLE_ASM:
      read_asm (r, as_a<gasm *> (stmt));
      break;
    case GIMPLE_ASSIGN:
      read_assign (r, as_a<gassign *> (stmt));
      break;
    case GIMPLE_CALL:
      read_call (r, as_a<gcall *> (stmt));
      break;
    case GIMPLE_RETURN:
      read_return (r, as_a<greturn *> (stmt));
      break;
    case GIMPLE_PHI:
      read_phi (r, as_a<gphi *> (stmt));
      break;
    default:
      gcc_unreachable ();
    }
}

/* `return &local' (see frontend.h).  */

static void
read_returned_addresses (reader *r)
{
  const vec<returned_address> &all = returned_addresses ();
  esc_graph *g = r->graph;
  for (unsigned i = 0; i < all.length (); i++)
    {
      if (all[i].function_uid != DECL_UID (r->fun->decl))
	continue;
      reference ref = returned_local (r, all[i]);
      if (!ref.object)
	continue;
      reference result = { 0, esc_object_result (g), { 0, 0 } };
      esc_offset at = { all[i].offset, 0 };
      store (r, result, ptr_type_node,
	     node_of_address (r, reference_at (ref, at)), all[i].location);
    }
}

/* Put the statements of FUN that may say anything into STATEMENTS.  */

static void
find_statements (struct function *fun, vec<gimple *> *statements)
{
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    {
      for (gphi_iterator i = gsi_start_phis (bb); !gsi_end_p (i);
	   gsi_next (&i))
	if (telling_p (i.phi ()))
	  statements->safe_push (i.phi ());
      for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i);
	   gsi_next (&i))
	if (telling_p (gsi_stmt (i)))
	  statements->safe_push (gsi_stmt (i));
    }
}

void
read_statements (reader *r, vec<gimple *> *statements)
{
  /* GCC asks it, and not cfun, whose local an address is of.  To set cfun
     would change the state of the target, too.  */
  tree outer = current_function_decl;
  current_function_decl = r->fun->decl;

  if (statements->is_empty ())
    find_statements (r->fun, statements);
  for (unsigned i = 0; i < statements->length (); i++)
    {
      gimple *stmt = (*statements)[i];
      if (!executed_p (r->known, gimple_bb (stmt)))
	continue;
      esc_graph_site (r->graph, stmt, gimple_code (stmt) == GIMPLE_PHI
				      ? 0 : core_location (gimple_location
							   (stmt)));
      read_statement (r, stmt);
    }
  esc_graph_site (r->graph, NULL, 0);
  read_returned_addresses (r);
  if (lookup_attribute ("naked", DECL_ATTRIBUTES (r->fun->decl)))
    read_naked_function (r);
  current_function_decl = outer;
}
