/* Conditional constant propagation.

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


/* See assume.h.  The blocks are visited in the order in which they stand,
   which is nearly that of the source, so one round is enough where control
   goes forward only.  An edge to a block that has had its turn, and a value
   that is not what it was in the round before, make for another round.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "gimple-iterator.h"
#include "ssa.h"
#include "tree-cfg.h"
#include "tree-dfa.h"
#include "cfganal.h"
#include "fold-const.h"

#include "assume.h"
#include "reader.h"

/* More rounds than that a function is not worth; and how far constants are
   looked for without any.  */
enum { MAX_ROUNDS = 8, MAX_STEPS = 4 };

/* A round.  */
struct round
{
  known_values *k;
  auto_bitmap visited;		/* blocks that have had their turn */
  bool first;
  bool again;			/* there must be another one */
};

/* The value of operand VAL as far as it is known: see K's values.  */

static tree
value_of_operand (known_values *k, tree val)
{
  if (TREE_CODE (val) == SSA_NAME)
    return k->values[SSA_NAME_VERSION (val)];
  return TREE_CODE (val) == INTEGER_CST && !TREE_OVERFLOW (val)
	 ? val : error_mark_node;
}

/* What may be A or B.  */

static tree
meet (tree a, tree b)
{
  if (!a || !b)
    return a ? a : b;
  return a != error_mark_node && b != error_mark_node
	 && tree_int_cst_equal (a, b) ? a : error_mark_node;
}

/* NAME may be VALUE.  What uses it comes after it, but for back edges, and
   these are not taken before they are met.  */

static void
set_value (round *r, tree name, tree value)
{
  tree &old = r->k->values[SSA_NAME_VERSION (name)];
  value = meet (old, value);
  r->again |= value != old && !r->first;
  old = value;
}

/* VALUE, unless it is no constant to go on with.  */

static tree
usable (tree value)
{
  return value && TREE_CODE (value) == INTEGER_CST && !TREE_OVERFLOW (value)
	 ? value : error_mark_node;
}

/* What CODE makes of A and B of which one is not known, in TYPE.  */

static tree
dominated_by_operand (enum tree_code code, tree type, tree a, tree b)
{
  tree constant = a == error_mark_node ? b : a;
  if (constant != error_mark_node
      && ((code == BIT_AND_EXPR && integer_zerop (constant))
	  || (code == BIT_IOR_EXPR && integer_all_onesp (constant))))
    return usable (const_unop (NOP_EXPR, type, constant));
  return error_mark_node;
}

/* What STMT makes of its operands.  */

static tree
value_of_assign (known_values *k, gassign *stmt)
{
  tree type = TREE_TYPE (gimple_assign_lhs (stmt));
  enum tree_code code = gimple_assign_rhs_code (stmt);
  if (!INTEGRAL_TYPE_P (type) && !POINTER_TYPE_P (type))
    return error_mark_node;
  tree a = gimple_assign_rhs1 (stmt);
  switch (gimple_assign_rhs_class (stmt))
    {
    case GIMPLE_SINGLE_RHS:
      return value_of_operand (k, a);
    case GIMPLE_UNARY_RHS:
      a = value_of_operand (k, a);
      return a && a != error_mark_node ? usable (const_unop (code, type, a))
				       : a;
    case GIMPLE_BINARY_RHS:
      {
	a = value_of_operand (k, a);
	tree b = value_of_operand (k, gimple_assign_rhs2 (stmt));
	if (!a || !b)
	  return NULL_TREE;
	return a != error_mark_node && b != error_mark_node
	       ? usable (const_binop (code, type, a, b))
	       : dominated_by_operand (code, type, a, b);
      }
    default:
      return error_mark_node;
    }
}

/* Go along E.  */

static void
take_edge (round *r, edge e)
{
  known_values *k = r->k;
  if (e->dest->index == EXIT_BLOCK
      || !bitmap_set_bit (k->edges,
			  k->first_edge[e->dest->index] + e->dest_idx))
    return;
  k->n_executed++;
  bitmap_set_bit (k->blocks, e->dest->index);
  r->again |= bitmap_bit_p (r->visited, e->dest->index);
}

/* The only edge by which control can leave BB, or NULL if there may be
   more.  */

static edge
decided_edge (known_values *k, basic_block bb)
{
  gimple_stmt_iterator end = gsi_last_bb (bb);
  if (gsi_end_p (end))
    return NULL;
  gimple *last = gsi_stmt (end);
  if (gcond *cond = dyn_cast<gcond *> (last))
    {
      tree a = value_of_operand (k, gimple_cond_lhs (cond));
      tree b = value_of_operand (k, gimple_cond_rhs (cond));
      if (!a || !b || a == error_mark_node || b == error_mark_node)
	return NULL;
      tree result = usable (const_binop (gimple_cond_code (cond),
					 boolean_type_node, a, b));
      if (result == error_mark_node)
	return NULL;
      edge yes, no;
      extract_true_false_edges_from_block (bb, &yes, &no);
      return integer_zerop (result) ? no : yes;
    }
  if (gswitch *choice = dyn_cast<gswitch *> (last))
    {
      tree index = value_of_operand (k, gimple_switch_index (choice));
      if (!index || index == error_mark_node)
	return NULL;
      tree taken = find_case_label_for_value (choice, index);
      return find_edge (bb, label_to_block (k->fun, CASE_LABEL (taken)));
    }
  return NULL;
}

static void
visit_phi (round *r, gphi *phi)
{
  known_values *k = r->k;
  tree result = gimple_phi_result (phi);
  if (virtual_operand_p (result))
    return;
  tree value = NULL_TREE;
  edge e;
  edge_iterator i;
  FOR_EACH_EDGE (e, i, gimple_bb (phi)->preds)
    if (executed_p (k, e))
      value = meet (value, value_of_operand (k, gimple_phi_arg_def
						(phi, e->dest_idx)));
  set_value (r, result, value);
}

static void
visit_block (round *r, basic_block bb)
{
  known_values *k = r->k;
  for (gphi_iterator i = gsi_start_phis (bb); !gsi_end_p (i); gsi_next (&i))
    visit_phi (r, i.phi ());
  for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i);
       gsi_next (&i))
    {
      gimple *stmt = gsi_stmt (i);
      tree name;
      ssa_op_iter j;
      if (gassign *assign = dyn_cast<gassign *> (stmt))
	{
	  name = gimple_assign_lhs (assign);
	  if (TREE_CODE (name) == SSA_NAME)
	    set_value (r, name, value_of_assign (k, assign));
	  continue;
	}
      FOR_EACH_SSA_TREE_OPERAND (name, stmt, j, SSA_OP_DEF)
	set_value (r, name, error_mark_node);
    }
  edge decided = decided_edge (k, bb), e;
  edge_iterator i;
  if (decided)
    take_edge (r, decided);
  else
    FOR_EACH_EDGE (e, i, bb->succs)
      take_edge (r, e);
}

/* What is known before any statement of K's function: its parameters, if they
   are CONSTANTS.  Of what else is defined nowhere nothing is known.  */

static void
set_known_parameters (known_values *k, const vec<tree> &constants)
{
  unsigned i;
  tree name;
  k->values.safe_grow_cleared (vec_safe_length (SSANAMES (k->fun)), true);
  FOR_EACH_SSA_NAME (i, name, k->fun)
    if (SSA_NAME_IS_DEFAULT_DEF (name))
      k->values[i] = error_mark_node;
  i = 0;
  for (tree p = DECL_ARGUMENTS (k->fun->decl); p && i < constants.length ();
       p = DECL_CHAIN (p), i++)
    if (constants[i] && (name = ssa_default_def (k->fun, p)))
      k->values[SSA_NAME_VERSION (name)] = constants[i];
}

bool
find_known_values (known_values *k, struct function *fun,
		   const vec<tree> &constants)
{
  k->fun = fun;
  k->first_edge.safe_grow_cleared (last_basic_block_for_fn (fun), true);
  unsigned n = 0;
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    {
      k->first_edge[bb->index] = n;
      n += EDGE_COUNT (bb->preds);
    }
  k->n_edges = n;
  k->n_executed = 0;
  set_known_parameters (k, constants);
  for (int rounds = 0; rounds < MAX_ROUNDS; rounds++)
    {
      round r;
      r.k = k;
      r.first = rounds == 0;
      r.again = false;
      if (r.first)
	take_edge (&r, single_succ_edge (ENTRY_BLOCK_PTR_FOR_FN (fun)));
      FOR_EACH_BB_FN (bb, fun)
	{
	  if (executed_p (k, bb))
	    visit_block (&r, bb);
	  bitmap_set_bit (r.visited, bb->index);
	}
      if (!r.again)
	return true;
    }
  return false;
}

bool
executed_p (known_values *k, basic_block bb)
{
  return !k || bitmap_bit_p (k->blocks, bb->index);
}

bool
executed_p (known_values *k, edge e)
{
  return !k || bitmap_bit_p (k->edges,
			     k->first_edge[e->dest->index] + e->dest_idx);
}

/* The constant that VAL is by its definition, up to so many STEPS away: one
   that is copied or converted.  */

static tree
constant_by_definition (tree val, int steps)
{
  if (TREE_CODE (val) != SSA_NAME)
    return usable (val);
  gassign *def = dyn_cast<gassign *> (SSA_NAME_DEF_STMT (val));
  tree_code code = def ? gimple_assign_rhs_code (def) : ERROR_MARK;
  if (!steps || (!CONVERT_EXPR_CODE_P (code) && code != SSA_NAME
		 && code != INTEGER_CST))
    return error_mark_node;
  tree a = constant_by_definition (gimple_assign_rhs1 (def), steps - 1);
  return a == error_mark_node || !CONVERT_EXPR_CODE_P (code)
	 ? a : usable (const_unop (code, TREE_TYPE (val), a));
}

tree
known_value (known_values *k, tree val)
{
  tree constant = k ? value_of_operand (k, val)
		    : constant_by_definition (val, MAX_STEPS);
  return constant && TREE_CODE (constant) == INTEGER_CST
	 ? constant : NULL_TREE;
}

tree
known_function (known_values *k, tree val)
{
  if (k && TREE_CODE (val) == SSA_NAME)
    val = k->values[SSA_NAME_VERSION (val)];
  return val && TREE_CODE (val) == ADDR_EXPR
	 && TREE_CODE (TREE_OPERAND (val, 0)) == FUNCTION_DECL
	   ? val : NULL_TREE;
}

/* Whether VAL is more than a number.  */

static bool
carries_pointer_value_p (tree val)
{
  return carries_pointer_p (TREE_TYPE (val)) && !CONSTANT_CLASS_P (val);
}

/* Whether STMT could do anything with pointers.  */

static bool
may_flow_p (gimple *stmt)
{
  switch (gimple_code (stmt))
    {
    case GIMPLE_ASSIGN:
      return !gimple_clobber_p (stmt)
	     && carries_pointer_p (TREE_TYPE (gimple_assign_lhs (stmt)))
	     && !(gimple_assign_single_p (stmt)
		  && CONSTANT_CLASS_P (gimple_assign_rhs1 (stmt)));
    case GIMPLE_CALL:
    case GIMPLE_ASM:
      return true;
    case GIMPLE_RETURN:
      {
	tree val = gimple_return_retval (as_a<greturn *> (stmt));
	return val && carries_pointer_value_p (val);
      }
    default:
      return false;
    }
}

bool
spares_flows_p (known_values *k)
{
  basic_block bb;
  if (k->n_executed == k->n_edges)
    return false;
  FOR_EACH_BB_FN (bb, k->fun)
    {
      if (executed_p (k, bb))
	{
	  edge e;
	  edge_iterator i;
	  FOR_EACH_EDGE (e, i, bb->preds)
	    if (!executed_p (k, e))
	      for (gphi_iterator j = gsi_start_phis (bb); !gsi_end_p (j);
		   gsi_next (&j))
		if (!virtual_operand_p (gimple_phi_result (j.phi ()))
		    && carries_pointer_value_p (gimple_phi_arg_def
						  (j.phi (), e->dest_idx)))
		  return true;
	  continue;
	}
      for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i);
	   gsi_next (&i))
	if (may_flow_p (gsi_stmt (i)))
	  return true;
    }
  return false;
}
