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
#include "tables.h"

/* More rounds than that a function is not worth, and in so many a set may grow;
   and how far back something is looked for.  */
enum { MAX_ROUNDS = 8, MAX_GROWING = 4, MAX_STEPS = 4 };

/* A round.  */
struct round
{
  known_values *k;
  auto_bitmap visited;		/* blocks that have had their turn */
  int number;			/* from 0 */
  bool again;			/* there must be another one */
};

/* The value that is CONSTANT, unless that is none to go on with.  */

static abstract_value
value_of_constant (tree constant)
{
  abstract_value v = { VALUE_ANYTHING, 0, NULL_TREE };
  if (constant && TREE_CODE (constant) == INTEGER_CST
      && !TREE_OVERFLOW (constant))
    {
      v.kind = VALUE_CONSTANT;
      v.constant = constant;
    }
  return v;
}

static abstract_value
anything (void)
{
  return value_of_constant (NULL_TREE);
}

static abstract_value
value_of_numbers (known_values *k, value_kind kind, const number_set &numbers)
{
  abstract_value v = { kind, k->sets.length (), NULL_TREE };
  k->sets.safe_push (numbers);
  return v;
}

/* The value of operand VAL as far as it is known.  */

static abstract_value
value_of_operand (known_values *k, tree val)
{
  return TREE_CODE (val) == SSA_NAME ? k->values[SSA_NAME_VERSION (val)]
				     : value_of_constant (val);
}

/* Set NUMBERS to those that V of K may be.  Return false if that is not
   known.  */

static bool
numbers_of_value (known_values *k, const abstract_value &v,
		  number_set *numbers)
{
  if (v.kind == VALUE_NUMBERS)
    {
      *numbers = k->sets[v.numbers];
      return true;
    }
  *numbers = number_set ();
  if (v.kind != VALUE_CONSTANT || TREE_CODE (v.constant) != INTEGER_CST)
    return false;
  add_number (numbers, small_number (v.constant));
  return true;
}

static bool
same_value_p (known_values *k, const abstract_value &a,
	      const abstract_value &b)
{
  if (a.kind != b.kind)
    return false;
  switch (a.kind)
    {
    case VALUE_CONSTANT:
      return a.constant == b.constant
	     || tree_int_cst_equal (a.constant, b.constant);
    case VALUE_NUMBERS:
    case VALUE_STRING:
      return a.numbers == b.numbers
	     || same_numbers_p (k->sets[a.numbers], k->sets[b.numbers]);
    default:
      return true;
    }
}

/* What may be A or B.  */

static abstract_value
meet (known_values *k, const abstract_value &a, const abstract_value &b)
{
  number_set of_a, of_b;
  if (a.kind == VALUE_NONE || same_value_p (k, a, b))
    return b;
  if (b.kind == VALUE_NONE)
    return a;
  if (a.kind == VALUE_STRING && b.kind == VALUE_STRING)
    {
      of_a = k->sets[a.numbers];
      add_numbers (&of_a, k->sets[b.numbers]);
      return value_of_numbers (k, VALUE_STRING, of_a);
    }
  if (!numbers_of_value (k, a, &of_a) || !numbers_of_value (k, b, &of_b))
    return anything ();
  add_numbers (&of_a, of_b);
  return value_of_numbers (k, VALUE_NUMBERS, of_a);
}

/* NAME may be VALUE.  What uses it comes after it, but for back edges, and
   another round sees those.  A set that goes on growing from round to round is
   given up.  */

static void
set_value (round *r, tree name, const abstract_value &value)
{
  abstract_value &old = r->k->values[SSA_NAME_VERSION (name)];
  if (old.kind == VALUE_ANYTHING)
    return;
  abstract_value both = meet (r->k, old, value);
  if (same_value_p (r->k, both, old))
    return;
  r->again |= r->number > 0;
  old = r->number < MAX_GROWING || both.kind != VALUE_NUMBERS
	? both : anything ();
}

/* What CODE makes of constants A and B of which one is not known, in TYPE.  */

static tree
dominated_by_operand (enum tree_code code, tree type, tree a, tree b)
{
  tree constant = a ? a : b;
  if (constant
      && ((code == BIT_AND_EXPR && integer_zerop (constant))
	  || (code == BIT_IOR_EXPR && integer_all_onesp (constant))))
    return const_unop (NOP_EXPR, type, constant);
  return NULL_TREE;
}

/* How a comparison can end.  */
enum { MAY_BE_FALSE = 1, MAY_BE_TRUE = 2 };

/* The ways in which comparison CODE of A and B can end.  */

static int
compare_values (known_values *k, enum tree_code code, const abstract_value &a,
		const abstract_value &b)
{
  number_set of_a, of_b;
  if (a.kind == VALUE_CONSTANT && b.kind == VALUE_CONSTANT)
    {
      tree result = const_binop (code, boolean_type_node, a.constant,
				 b.constant);
      if (!result || TREE_CODE (result) != INTEGER_CST)
	return MAY_BE_FALSE | MAY_BE_TRUE;
      return integer_zerop (result) ? MAY_BE_FALSE : MAY_BE_TRUE;
    }
  if (!numbers_of_value (k, a, &of_a) || !numbers_of_value (k, b, &of_b))
    return MAY_BE_FALSE | MAY_BE_TRUE;
  if (!of_a.others)
    add_numbers (&k->told_apart, of_a);
  if (!of_b.others)
    add_numbers (&k->told_apart, of_b);
  if ((code == EQ_EXPR || code == NE_EXPR) && !may_meet_p (of_a, of_b))
    return code == EQ_EXPR ? MAY_BE_FALSE : MAY_BE_TRUE;
  return MAY_BE_FALSE | MAY_BE_TRUE;
}

/* What V is when it is converted to TYPE from FROM.  What is no small number
   may become one where bits are lost.  */

static abstract_value
convert_value (known_values *k, const abstract_value &v, tree type, tree from)
{
  if (v.kind == VALUE_CONSTANT)
    return value_of_constant (const_unop (NOP_EXPR, type, v.constant));
  if (v.kind == VALUE_NUMBERS
      && (!INTEGRAL_TYPE_P (type) || !INTEGRAL_TYPE_P (from)
	  || TYPE_PRECISION (type) < TYPE_PRECISION (char_type_node)
	  || (k->sets[v.numbers].others
	      && TYPE_PRECISION (type) < TYPE_PRECISION (from))))
    return anything ();
  if (v.kind == VALUE_STRING && !POINTER_TYPE_P (type))
    return anything ();
  return v;
}

/* Elements of tables.  */

static bool condition_allows_p (known_values *k, basic_block bb, tree index,
				unsigned at, int steps);

/* What STMT reads from a constant table at an index that is not known.  */

static abstract_value
value_of_element (known_values *k, gassign *stmt)
{
  const table *t = table_of_load (stmt);
  number_set numbers = number_set ();
  bool any = false;
  for (unsigned i = 0; i < t->elements.length (); i++)
    if (condition_allows_p (k, gimple_bb (stmt), t->index, i, MAX_STEPS))
      {
	add_number (&numbers, t->elements[i]);
	any = true;
      }
  return any ? value_of_numbers (k, VALUE_NUMBERS, numbers) : anything ();
}

/* What the load STMT gives.  */

static abstract_value
value_of_load (known_values *k, gassign *stmt)
{
  tree ref = gimple_assign_rhs1 (stmt);
  tree type = TREE_TYPE (ref);
  if (!k->strings || !INTEGRAL_TYPE_P (type) || gimple_has_volatile_ops (stmt))
    return anything ();
  if (TREE_CODE (ref) == MEM_REF
      && TYPE_PRECISION (type) == TYPE_PRECISION (char_type_node))
    {
      abstract_value v = value_of_operand (k, TREE_OPERAND (ref, 0));
      if (v.kind == VALUE_NONE)
	return v;
      if (v.kind == VALUE_STRING)
	{
	  v.kind = VALUE_NUMBERS;
	  return v;
	}
    }
  return handled_component_p (ref) ? value_of_element (k, stmt) : anything ();
}

/* What VAL is when the SSA name INDEX is AT: VAL is that itself, converted, or
   read from a constant table there, in so many STEPS.  */

static abstract_value
value_at_index (known_values *k, tree val, tree index, unsigned at, int steps)
{
  number_set number = number_set ();
  if (val == index)
    {
      add_number (&number, at);
      return value_of_numbers (k, VALUE_NUMBERS, number);
    }
  gassign *def = TREE_CODE (val) == SSA_NAME && steps
		 ? dyn_cast<gassign *> (SSA_NAME_DEF_STMT (val)) : NULL;
  if (!def)
    return value_of_operand (k, val);
  tree rhs = gimple_assign_rhs1 (def);
  if (CONVERT_EXPR_CODE_P (gimple_assign_rhs_code (def))
      || gimple_assign_rhs_code (def) == SSA_NAME)
    return convert_value (k, value_at_index (k, rhs, index, at, steps - 1),
			  TREE_TYPE (val), TREE_TYPE (rhs));
  if (gimple_assign_load_p (def) && handled_component_p (rhs)
      && INTEGRAL_TYPE_P (TREE_TYPE (rhs)) && !gimple_has_volatile_ops (def))
    {
      const table *t = table_of_load (def);
      if (t->index == index && at < t->elements.length ())
	{
	  add_number (&number, t->elements[at]);
	  return value_of_numbers (k, VALUE_NUMBERS, number);
	}
    }
  return value_of_operand (k, val);
}

/* Whether the conditions by which alone control gets to BB, so many STEPS back,
   allow the SSA name INDEX to be AT.  */

static bool
condition_allows_p (known_values *k, basic_block bb, tree index, unsigned at,
		    int steps)
{
  for (; steps && single_pred_p (bb); steps--)
    {
      edge e = single_pred_edge (bb);
      bb = e->src;
      gcond *cond = safe_dyn_cast<gcond *> (last_stmt (bb));
      if (!cond || !(e->flags & (EDGE_TRUE_VALUE | EDGE_FALSE_VALUE)))
	continue;
      abstract_value a = value_at_index (k, gimple_cond_lhs (cond), index, at,
					 MAX_STEPS);
      abstract_value b = value_at_index (k, gimple_cond_rhs (cond), index, at,
					 MAX_STEPS);
      if (!(compare_values (k, gimple_cond_code (cond), a, b)
	    & (e->flags & EDGE_TRUE_VALUE ? MAY_BE_TRUE : MAY_BE_FALSE)))
	return false;
    }
  return true;
}

/* Statements.  */

/* What STMT makes of its operands.  */

static abstract_value
value_of_assign (known_values *k, gassign *stmt)
{
  tree type = TREE_TYPE (gimple_assign_lhs (stmt));
  enum tree_code code = gimple_assign_rhs_code (stmt);
  if (!INTEGRAL_TYPE_P (type) && !POINTER_TYPE_P (type))
    return anything ();
  tree rhs = gimple_assign_rhs1 (stmt);
  switch (gimple_assign_rhs_class (stmt))
    {
    case GIMPLE_SINGLE_RHS:
      return gimple_assign_load_p (stmt) ? value_of_load (k, stmt)
					 : value_of_operand (k, rhs);
    case GIMPLE_UNARY_RHS:
      {
	abstract_value a = value_of_operand (k, rhs);
	if (CONVERT_EXPR_CODE_P (code))
	  return convert_value (k, a, type, TREE_TYPE (rhs));
	return a.kind == VALUE_CONSTANT
	       ? value_of_constant (const_unop (code, type, a.constant))
	       : a.kind == VALUE_NONE ? a : anything ();
      }
    case GIMPLE_BINARY_RHS:
      {
	abstract_value a = value_of_operand (k, rhs);
	abstract_value b = value_of_operand (k, gimple_assign_rhs2 (stmt));
	/* No pointer leaves the string that it points into.  */
	if (a.kind == VALUE_NONE || b.kind == VALUE_NONE
	    || (code == POINTER_PLUS_EXPR && a.kind == VALUE_STRING))
	  return a.kind == VALUE_NONE || b.kind != VALUE_NONE ? a : b;
	if (TREE_CODE_CLASS (code) == tcc_comparison)
	  {
	    int ends = compare_values (k, code, a, b);
	    return ends == (MAY_BE_FALSE | MAY_BE_TRUE)
		   ? anything ()
		   : value_of_constant (build_int_cst (type,
						       ends == MAY_BE_TRUE));
	  }
	return value_of_constant
		 (a.kind == VALUE_CONSTANT && b.kind == VALUE_CONSTANT
		    ? const_binop (code, type, a.constant, b.constant)
		    : dominated_by_operand (code, type, a.constant,
					    b.constant));
      }
    default:
      return anything ();
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

/* Go along the edges by which control can leave BB after COND.  */

static void
take_condition (round *r, basic_block bb, gcond *cond)
{
  int ends = compare_values (r->k, gimple_cond_code (cond),
			     value_of_operand (r->k, gimple_cond_lhs (cond)),
			     value_of_operand (r->k, gimple_cond_rhs (cond)));
  edge yes, no;
  extract_true_false_edges_from_block (bb, &yes, &no);
  if (ends & MAY_BE_TRUE)
    take_edge (r, yes);
  if (ends & MAY_BE_FALSE)
    take_edge (r, no);
}

/* Likewise, after CHOICE, where the index is one of NUMBERS.  */

static void
take_choice (round *r, basic_block bb, gswitch *choice,
	     const number_set &numbers)
{
  number_set rest = numbers;
  for (unsigned i = 1; i < gimple_switch_num_labels (choice); i++)
    {
      tree label = gimple_switch_label (choice, i);
      tree low = CASE_LOW (label);
      tree high = CASE_HIGH (label) ? CASE_HIGH (label) : low;
      bool taken = numbers.others
		   && (small_number (low) == SMALL_NUMBERS
		       || small_number (high) == SMALL_NUMBERS);
      unsigned n = tree_int_cst_sgn (low) < 0 ? 0 : small_number (low);
      unsigned last = tree_int_cst_sgn (high) < 0 ? 0 : small_number (high);
      for (; n <= last && n < SMALL_NUMBERS; n++)
	{
	  taken |= has_number (numbers, n);
	  remove_number (&rest, n);
	  add_number (&r->k->told_apart, n);
	}
      if (taken)
	take_edge (r, find_edge (bb, label_to_block (r->k->fun,
						     CASE_LABEL (label))));
    }
  number_set none = number_set ();
  if (!within_p (rest, none))
    take_edge (r, find_edge (bb, label_to_block
				   (r->k->fun,
				    CASE_LABEL (gimple_switch_default_label
						  (choice)))));
}

/* Go along the edges by which control can leave BB.  */

static void
take_edges (round *r, basic_block bb)
{
  gimple *last = last_stmt (bb);
  if (gcond *cond = safe_dyn_cast<gcond *> (last))
    {
      take_condition (r, bb, cond);
      return;
    }
  if (gswitch *choice = safe_dyn_cast<gswitch *> (last))
    {
      abstract_value index
	= value_of_operand (r->k, gimple_switch_index (choice));
      if (index.kind == VALUE_CONSTANT)
	{
	  tree taken = find_case_label_for_value (choice, index.constant);
	  take_edge (r, find_edge (bb, label_to_block (r->k->fun,
						       CASE_LABEL (taken))));
	  return;
	}
      if (index.kind == VALUE_NUMBERS)
	{
	  take_choice (r, bb, choice, r->k->sets[index.numbers]);
	  return;
	}
    }
  edge e;
  edge_iterator i;
  FOR_EACH_EDGE (e, i, bb->succs)
    take_edge (r, e);
}

static void
visit_phi (round *r, gphi *phi)
{
  known_values *k = r->k;
  tree result = gimple_phi_result (phi);
  if (virtual_operand_p (result))
    return;
  abstract_value value = abstract_value ();
  edge e;
  edge_iterator i;
  FOR_EACH_EDGE (e, i, gimple_bb (phi)->preds)
    if (executed_p (k, e))
      value = meet (k, value,
		    value_of_operand (k, gimple_phi_arg_def (phi,
							     e->dest_idx)));
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
	set_value (r, name, anything ());
    }
  take_edges (r, bb);
}

/* The characters of the STRING_CST CST, its end included.  */

static number_set
characters_of_string (tree cst)
{
  number_set characters = number_set ();
  add_number (&characters, 0);
  for (int i = 0; i < TREE_STRING_LENGTH (cst); i++)
    add_number (&characters, (unsigned char) TREE_STRING_POINTER (cst)[i]);
  return characters;
}

/* What is known before any statement of K's function: its parameters, if they
   are CONSTANTS.  Of what else is defined nowhere nothing is known.  */

static void
set_known_parameters (known_values *k, const vec<tree> &constants)
{
  unsigned i;
  tree name;
  k->strings = false;
  k->values.safe_grow_cleared (vec_safe_length (SSANAMES (k->fun)), true);
  FOR_EACH_SSA_NAME (i, name, k->fun)
    if (SSA_NAME_IS_DEFAULT_DEF (name))
      k->values[i] = anything ();
  i = 0;
  for (tree p = DECL_ARGUMENTS (k->fun->decl); p && i < constants.length ();
       p = DECL_CHAIN (p), i++)
    if (constants[i] && (name = ssa_default_def (k->fun, p)))
      {
	abstract_value &v = k->values[SSA_NAME_VERSION (name)];
	if (TREE_CODE (constants[i]) == STRING_CST)
	  {
	    v = value_of_numbers (k, VALUE_STRING,
				  characters_of_string (constants[i]));
	    k->strings = true;
	  }
	else
	  {
	    v.kind = VALUE_CONSTANT;
	    v.constant = constants[i];
	  }
      }
}

/* Let K be of FUN, of which nothing is executed yet.  */

static void
start_known_values (known_values *k, struct function *fun)
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
  k->told_apart = number_set ();
}

bool
find_known_values (known_values *k, struct function *fun,
		   const vec<tree> &constants)
{
  start_known_values (k, fun);
  set_known_parameters (k, constants);
  basic_block bb;
  for (int rounds = 0; rounds < MAX_ROUNDS; rounds++)
    {
      round r;
      r.k = k;
      r.number = rounds;
      r.again = false;
      if (rounds == 0)
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

void
recall_executed (known_values *k, struct function *fun, const_bitmap edges)
{
  start_known_values (k, fun);
  bitmap_copy (k->edges, edges);
  basic_block bb;
  edge e;
  edge_iterator i;
  FOR_EACH_BB_FN (bb, fun)
    FOR_EACH_EDGE (e, i, bb->preds)
      if (executed_p (k, e))
	{
	  k->n_executed++;
	  bitmap_set_bit (k->blocks, bb->index);
	}
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
   that is copied or converted; or NULL_TREE.  */

static tree
constant_by_definition (tree val, int steps)
{
  if (TREE_CODE (val) != SSA_NAME)
    return TREE_CODE (val) == INTEGER_CST && !TREE_OVERFLOW (val)
	   ? val : NULL_TREE;
  gassign *def = dyn_cast<gassign *> (SSA_NAME_DEF_STMT (val));
  tree_code code = def ? gimple_assign_rhs_code (def) : ERROR_MARK;
  if (!steps || (!CONVERT_EXPR_CODE_P (code) && code != SSA_NAME
		 && code != INTEGER_CST))
    return NULL_TREE;
  tree a = constant_by_definition (gimple_assign_rhs1 (def), steps - 1);
  if (!a || !CONVERT_EXPR_CODE_P (code))
    return a;
  return value_of_constant (const_unop (code, TREE_TYPE (val), a)).constant;
}

tree
known_value (known_values *k, tree val)
{
  tree constant = k ? value_of_operand (k, val).constant
		    : constant_by_definition (val, MAX_STEPS);
  return constant && TREE_CODE (constant) == INTEGER_CST
	 ? constant : NULL_TREE;
}

tree
known_function (known_values *k, tree val)
{
  if (k && TREE_CODE (val) == SSA_NAME)
    val = k->values[SSA_NAME_VERSION (val)].constant;
  return val && TREE_CODE (val) == ADDR_EXPR
	 && TREE_CODE (TREE_OPERAND (val, 0)) == FUNCTION_DECL
	   ? val : NULL_TREE;
}

bool
known_string (known_values *k, tree val, number_set *characters)
{
  if (TREE_CODE (val) == SSA_NAME)
    {
      if (!k || k->values[SSA_NAME_VERSION (val)].kind != VALUE_STRING)
	return false;
      *characters = k->sets[k->values[SSA_NAME_VERSION (val)].numbers];
      return true;
    }
  if (TREE_CODE (val) != ADDR_EXPR)
    return false;
  tree string = TREE_OPERAND (val, 0);
  if (TREE_CODE (string) == ARRAY_REF)
    string = TREE_OPERAND (string, 0);
  if (TREE_CODE (string) != STRING_CST
      || TYPE_PRECISION (TREE_TYPE (TREE_TYPE (string)))
	   != TYPE_PRECISION (char_type_node))
    return false;
  *characters = characters_of_string (string);
  return true;
}

tree
string_of_characters (const number_set &characters)
{
  char text[SMALL_NUMBERS + 1];
  int n = 0;
  for (unsigned c = 0; c <= SMALL_NUMBERS; c++)
    if (has_number (characters, c))
      text[n++] = c;
  return build_string (n, text);
}

/* Whether VAL is more than a number.  */

static bool
carries_pointer_value_p (tree val)
{
  return carries_pointer_p (TREE_TYPE (val)) && !CONSTANT_CLASS_P (val);
}

/* Whether VAL is known to point into a string.  */

static bool
string_p (known_values *k, tree val)
{
  return TREE_CODE (val) == SSA_NAME
	 && k->values[SSA_NAME_VERSION (val)].kind == VALUE_STRING;
}

/* Whether STMT could do anything with pointers, other than to move one in a
   string.  */

static bool
may_flow_p (known_values *k, gimple *stmt)
{
  switch (gimple_code (stmt))
    {
    case GIMPLE_ASSIGN:
      if (is_gimple_assign (stmt)
	  && gimple_assign_rhs_code (stmt) == POINTER_PLUS_EXPR
	  && k->strings && string_p (k, gimple_assign_rhs1 (stmt)))
	return false;
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

/* Whether PHI gets ARG by an edge that is executed.  */

static bool
gets_anyway_p (known_values *k, gphi *phi, tree arg)
{
  edge e;
  edge_iterator i;
  FOR_EACH_EDGE (e, i, gimple_bb (phi)->preds)
    if (executed_p (k, e) && gimple_phi_arg_def (phi, e->dest_idx) == arg)
      return true;
  return false;
}

/* Whether by E, which is never executed, a pointer would get to PHI that does
   not come to it otherwise, nor points into a known string.  */

static bool
spares_argument_p (known_values *k, gphi *phi, edge e)
{
  tree arg = gimple_phi_arg_def (phi, e->dest_idx);
  return !virtual_operand_p (gimple_phi_result (phi))
	 && carries_pointer_value_p (arg)
	 && !string_p (k, gimple_phi_result (phi))
	 && !gets_anyway_p (k, phi, arg);
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
		if (spares_argument_p (k, j.phi (), e))
		  return true;
	  continue;
	}
      for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i);
	   gsi_next (&i))
	if (may_flow_p (k, gsi_stmt (i)))
	  return true;
    }
  return false;
}
