/* What a call through a pointer can reach in a closed world.

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


/* See targets.h.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "gimple-iterator.h"
#include "ssa.h"
#include "cgraph.h"
#include "langhooks.h"

#include "targets.h"

/* How many definitions are looked at to find where a value comes from.  */
enum { MAX_STEPS = 32 };

/* Functions are known by the declaration that their aliases lead to.  */

static tree
target_of_function (tree decl)
{
  cgraph_node *node = cgraph_node::get (decl);
  return node ? node->ultimate_alias_target ()->decl : decl;
}

/* Where a value comes from: ANY, if that is not known; or else from FUNCTIONS,
   and from what is in FIELDS.  */
struct origin
{
  bool any;
  hash_set<tree> functions;
  auto_vec<tree> fields;
};

/* What is stored in fields (FIELD_DECL), and in what may be any of them; the
   origins of what is called, by SSA name.  */
static hash_map<tree, origin *> *stored;
static origin *stored_somewhere;
static hash_map<tree, origin *> *called;
static hash_set<tree> *opened;	/* types */
static vec<tree> address_taken;

static origin *
new_origin (void)
{
  origin *o = new origin;
  o->any = false;
  return o;
}

static origin *
stored_in_field (tree field)
{
  bool existed;
  origin *&slot = stored->get_or_insert (field, &existed);
  if (!existed)
    slot = new_origin ();
  return slot;
}

/* Fields.  */

/* The type of the elements of TYPE, if that is an array; else TYPE.  */

static tree
without_arrays (tree type)
{
  while (TREE_CODE (type) == ARRAY_TYPE)
    type = TREE_TYPE (type);
  return type;
}

/* The field that reference REF is to, or to an element of, or NULL_TREE.  What
   is in a union is no field to go by; nor is what the compiler has made up,
   which it may copy in ways of its own.  */

static tree
field_of_reference (tree ref)
{
  while (TREE_CODE (ref) == ARRAY_REF || TREE_CODE (ref) == ARRAY_RANGE_REF)
    ref = TREE_OPERAND (ref, 0);
  if (TREE_CODE (ref) != COMPONENT_REF)
    return NULL_TREE;
  tree field = TREE_OPERAND (ref, 1);
  return TREE_CODE (DECL_CONTEXT (field)) == RECORD_TYPE
	 && !DECL_ARTIFICIAL (field) ? field : NULL_TREE;
}

/* Any function may be in each field of TYPE, and of what is in it.  */

static void
open_type (tree type)
{
  type = TYPE_MAIN_VARIANT (without_arrays (type));
  if (!RECORD_OR_UNION_TYPE_P (type) || opened->add (type))
    return;
  for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f))
    if (TREE_CODE (f) == FIELD_DECL)
      {
	stored_in_field (f)->any = true;
	open_type (TREE_TYPE (f));
      }
}

/* Whether an object of type OUTER begins with one of type INNER.  */

static bool
begins_with_p (tree outer, tree inner)
{
  while (TREE_CODE (outer) == RECORD_TYPE)
    {
      if (TYPE_MAIN_VARIANT (outer) == inner)
	return true;
      tree f = TYPE_FIELDS (outer);
      while (f && TREE_CODE (f) != FIELD_DECL)
	f = DECL_CHAIN (f);
      if (!f)
	return false;
      outer = without_arrays (TREE_TYPE (f));
    }
  return false;
}

/* An object of type A is taken for one of type B.  A structure may be taken for
   what it begins with.  */

static void
see_pun (tree a, tree b)
{
  a = TYPE_MAIN_VARIANT (without_arrays (a));
  b = TYPE_MAIN_VARIANT (without_arrays (b));
  if (a == b || !RECORD_OR_UNION_TYPE_P (a) || !RECORD_OR_UNION_TYPE_P (b)
      || begins_with_p (a, b) || begins_with_p (b, a))
    return;
  open_type (a);
  open_type (b);
}

/* A value of type FROM becomes one of type TO.  */

static void
see_conversion (tree to, tree from)
{
  if (POINTER_TYPE_P (to) && POINTER_TYPE_P (from))
    see_pun (TREE_TYPE (to), TREE_TYPE (from));
}

/* Origins.  */

/* Add to O where VAL comes from.  *STEPS definitions may still be looked
   at.  */

static void
find_origin (origin *o, tree val, int *steps)
{
  while (!o->any)
    {
      STRIP_NOPS (val);
      if (TREE_CODE (val) == INTEGER_CST)
	return;
      if (TREE_CODE (val) == ADDR_EXPR
	  && TREE_CODE (TREE_OPERAND (val, 0)) == FUNCTION_DECL)
	{
	  o->functions.add (target_of_function (TREE_OPERAND (val, 0)));
	  return;
	}
      if (tree field = field_of_reference (val))
	{
	  if (!o->fields.contains (field))
	    o->fields.safe_push (field);
	  return;
	}
      if (TREE_CODE (val) != SSA_NAME || !(*steps)--)
	break;
      gimple *def = SSA_NAME_DEF_STMT (val);
      if (gphi *phi = dyn_cast<gphi *> (def))
	{
	  for (unsigned i = 0; i < gimple_phi_num_args (phi); i++)
	    find_origin (o, gimple_phi_arg_def (phi, i), steps);
	  return;
	}
      if (!is_gimple_assign (def)
	  || !(gimple_assign_single_p (def)
	       || CONVERT_EXPR_CODE_P (gimple_assign_rhs_code (def))))
	break;
      val = gimple_assign_rhs1 (def);
    }
  o->any = true;
}

static void
find_origin (origin *o, tree val)
{
  int steps = MAX_STEPS;
  find_origin (o, val, &steps);
}

/* Reading the unit.  */

/* See how the memory is taken that REF names.  */

static void
see_reference (tree ref)
{
  if (TREE_CODE (ref) == ADDR_EXPR)
    {
      ref = TREE_OPERAND (ref, 0);
      tree field = field_of_reference (ref);
      if (field && !RECORD_OR_UNION_TYPE_P (without_arrays
					      (TREE_TYPE (field))))
	stored_in_field (field)->any = true;
    }
  for (; handled_component_p (ref); ref = TREE_OPERAND (ref, 0))
    if (TREE_CODE (ref) == COMPONENT_REF
	&& TREE_CODE (DECL_CONTEXT (TREE_OPERAND (ref, 1))) != RECORD_TYPE)
      open_type (TREE_TYPE (ref));
    else if (TREE_CODE (ref) == VIEW_CONVERT_EXPR)
      see_pun (TREE_TYPE (ref), TREE_TYPE (TREE_OPERAND (ref, 0)));
  if (TREE_CODE (ref) == MEM_REF || TREE_CODE (ref) == TARGET_MEM_REF)
    {
      tree base = TREE_OPERAND (ref, 0);
      see_pun (TREE_TYPE (ref), TREE_TYPE (TREE_TYPE (base)));
      if (TREE_CODE (base) == ADDR_EXPR)
	see_reference (base);
    }
}

static bool
function_pointer_p (tree type)
{
  return POINTER_TYPE_P (type) && FUNC_OR_METHOD_TYPE_P (TREE_TYPE (type));
}

/* Whether PTR, through which a pointer to a function is stored, may be the
   address of a field that has been made by arithmetic, as with offsetof.  Where
   it was a pointer to such pointers before, it was not; nor where a call gives
   it, which is how memory is allocated.  *STEPS definitions may still be looked
   at.  */

static bool
made_by_arithmetic_p (tree ptr, int *steps)
{
  for (;;)
    {
      if (TREE_CODE (ptr) == ADDR_EXPR)
	return false;
      tree type = TREE_TYPE (ptr);
      if (TREE_CODE (ptr) != SSA_NAME || !POINTER_TYPE_P (type)
	  || !(*steps)--)
	return true;
      bool typed = function_pointer_p (TREE_TYPE (type));
      gimple *def = SSA_NAME_DEF_STMT (ptr);
      if (is_gimple_call (def))
	return false;
      if (gphi *phi = dyn_cast<gphi *> (def))
	{
	  for (unsigned i = 0; i < gimple_phi_num_args (phi); i++)
	    if (made_by_arithmetic_p (gimple_phi_arg_def (phi, i), steps))
	      return true;
	  return false;
	}
      if (!is_gimple_assign (def) || gimple_assign_load_p (def))
	return !typed;
      enum tree_code code = gimple_assign_rhs_code (def);
      if (!gimple_assign_single_p (def) && !CONVERT_EXPR_CODE_P (code)
	  && !(code == POINTER_PLUS_EXPR && typed))
	return true;
      ptr = gimple_assign_rhs1 (def);
    }
}

/* The structure that REF names bytes of, as something else, or NULL_TREE.  */

static tree
type_of_bytes (tree ref)
{
  if (TREE_CODE (ref) != MEM_REF)
    return NULL_TREE;
  tree type = TYPE_MAIN_VARIANT (TREE_TYPE (TREE_TYPE (TREE_OPERAND (ref,
								     0))));
  return RECORD_OR_UNION_TYPE_P (type)
	 && TYPE_MAIN_VARIANT (TREE_TYPE (ref)) != type ? type : NULL_TREE;
}

/* VAL is stored in the memory REF; NULL_TREE: nobody knows what.  */

static void
see_store (tree ref, tree val)
{
  tree type = TREE_TYPE (ref);
  tree whole = type_of_bytes (ref);
  if (whole && !(val && type_of_bytes (val) == whole))
    open_type (whole);
  if (AGGREGATE_TYPE_P (type))
    {
      if (val && TREE_CODE (val) != CONSTRUCTOR)
	see_pun (type, TREE_TYPE (val));
      return;
    }
  origin *o;
  if (tree field = field_of_reference (ref))
    o = stored_in_field (field);
  else
    {
      int steps = MAX_STEPS;
      if (TREE_CODE (ref) != MEM_REF || !function_pointer_p (type)
	  || !made_by_arithmetic_p (TREE_OPERAND (ref, 0), &steps))
	return;
      o = stored_somewhere;
    }
  if (val)
    find_origin (o, val);
  else
    o->any = true;
}

/* See how the memory is taken that OP, an operand, names.  */

static void
see_operand (tree op)
{
  if (TREE_CODE (op) == ADDR_EXPR || TREE_CODE (op) == MEM_REF
      || handled_component_p (op))
    see_reference (op);
}

static void
see_call (gcall *call)
{
  tree lhs = gimple_call_lhs (call);
  if (gimple_call_builtin_p (call, BUILT_IN_NORMAL))
    switch (DECL_FUNCTION_CODE (gimple_call_fndecl (call)))
      {
      case BUILT_IN_MEMCPY:
      case BUILT_IN_MEMCPY_CHK:
      case BUILT_IN_MEMMOVE:
      case BUILT_IN_MEMMOVE_CHK:
      case BUILT_IN_MEMPCPY:
      case BUILT_IN_MEMPCPY_CHK:
	see_conversion (TREE_TYPE (gimple_call_arg (call, 0)),
			TREE_TYPE (gimple_call_arg (call, 1)));
	break;
      default:
	break;
      }
  tree fntype = gimple_call_fntype (call);
  tree types = fntype ? TYPE_ARG_TYPES (fntype) : NULL_TREE;
  for (unsigned i = 0; types && i < gimple_call_num_args (call);
       i++, types = TREE_CHAIN (types))
    see_conversion (TREE_VALUE (types),
		    TREE_TYPE (gimple_call_arg (call, i)));
  if (!lhs)
    return;
  if (fntype)
    see_conversion (TREE_TYPE (lhs), TREE_TYPE (fntype));
  if (TREE_CODE (lhs) != SSA_NAME)
    see_store (lhs, NULL_TREE);
}

static void
see_asm (gasm *stmt)
{
  for (unsigned i = 0; i < gimple_asm_noutputs (stmt); i++)
    {
      tree to = TREE_VALUE (gimple_asm_output_op (stmt, i));
      see_operand (to);
      if (TREE_CODE (to) != SSA_NAME)
	{
	  open_type (TREE_TYPE (to));
	  see_store (to, NULL_TREE);
	}
    }
  for (unsigned i = 0; i < gimple_asm_ninputs (stmt); i++)
    see_operand (TREE_VALUE (gimple_asm_input_op (stmt, i)));
  if (*gimple_asm_string (stmt) && gimple_asm_clobbers_memory_p (stmt))
    stored_somewhere->any = true;
}

/* See statement STMT of FUN.  */

static void
see_statement (struct function *fun, gimple *stmt)
{
  for (unsigned i = 0; i < gimple_num_ops (stmt); i++)
    if (tree op = gimple_op (stmt, i))
      see_operand (op);
  switch (gimple_code (stmt))
    {
    case GIMPLE_ASSIGN:
      {
	tree lhs = gimple_assign_lhs (stmt), rhs = gimple_assign_rhs1 (stmt);
	see_conversion (TREE_TYPE (lhs), TREE_TYPE (rhs));
	if (TREE_CODE (lhs) != SSA_NAME && !gimple_clobber_p (stmt))
	  see_store (lhs, gimple_assign_single_p (stmt) ? rhs : NULL_TREE);
	break;
      }
    case GIMPLE_CALL:
      see_call (as_a<gcall *> (stmt));
      break;
    case GIMPLE_ASM:
      see_asm (as_a<gasm *> (stmt));
      break;
    case GIMPLE_RETURN:
      if (tree val = gimple_return_retval (as_a<greturn *> (stmt)))
	see_conversion (TREE_TYPE (TREE_TYPE (fun->decl)), TREE_TYPE (val));
      break;
    default:
      break;
    }
}

static void
see_function (struct function *fun)
{
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    {
      for (gphi_iterator i = gsi_start_phis (bb); !gsi_end_p (i);
	   gsi_next (&i))
	for (unsigned j = 0; j < gimple_phi_num_args (i.phi ()); j++)
	  {
	    tree arg = gimple_phi_arg_def (i.phi (), j);
	    see_operand (arg);
	    see_conversion (TREE_TYPE (gimple_phi_result (i.phi ())),
			    TREE_TYPE (arg));
	  }
      for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i);
	   gsi_next (&i))
	see_statement (fun, gsi_stmt (i));
    }
}

/* See initializer VAL of an object that is in FIELD (NULL_TREE: in none).  */

static void
see_initializer (tree val, tree field)
{
  if (TREE_CODE (val) == CONSTRUCTOR)
    {
      unsigned i;
      tree index, element;
      if (TREE_CODE (TREE_TYPE (val)) == UNION_TYPE)
	open_type (TREE_TYPE (val));
      FOR_EACH_CONSTRUCTOR_ELT (CONSTRUCTOR_ELTS (val), i, index, element)
	see_initializer (element, index && TREE_CODE (index) == FIELD_DECL
				  ? index : field);
      return;
    }
  if (AGGREGATE_TYPE_P (TREE_TYPE (val)))
    open_type (TREE_TYPE (val));
  else if (field)
    find_origin (stored_in_field (field), val);
  while (CONVERT_EXPR_P (val))
    {
      see_conversion (TREE_TYPE (val), TREE_TYPE (TREE_OPERAND (val, 0)));
      val = TREE_OPERAND (val, 0);
    }
  see_operand (val);
}

/* Let O have what is in the fields that it comes from.  Where nothing is ever
   stored, something must be copied from where it has another name.  Return
   whether that is news.  */

static bool
gather (origin *o)
{
  bool news = false;
  for (unsigned i = 0; i < o->fields.length () && !o->any; i++)
    {
      origin **from = stored->get (o->fields[i]);
      if (!from || (*from)->any)
	news = o->any = true;
      else if (*from != o)
	for (tree decl : (*from)->functions)
	  news |= !o->functions.add (decl);
    }
  return news;
}

void
find_targets (void)
{
  stored = new hash_map<tree, origin *>;
  called = new hash_map<tree, origin *>;
  opened = new hash_set<tree>;
  stored_somewhere = new_origin ();
  cgraph_node *node;
  varpool_node *variable;
  FOR_EACH_FUNCTION (node)
    if (node->address_taken && !node->thunk)
      address_taken.safe_push (node->decl);
  FOR_EACH_FUNCTION_WITH_GIMPLE_BODY (node)
    if (struct function *fun = DECL_STRUCT_FUNCTION (node->decl))
      if (gimple_in_ssa_p (fun))
	see_function (fun);
  FOR_EACH_VARIABLE (variable)
    if (tree initial = DECL_INITIAL (variable->decl))
      if (initial != error_mark_node)
	see_initializer (initial, NULL_TREE);
  for (bool news = true; news;)
    {
      news = gather (stored_somewhere);
      for (auto i = stored->begin (); i != stored->end (); ++i)
	news |= gather ((*i).second);
    }
}

static void
free_origins (hash_map<tree, origin *> *&origins)
{
  for (auto i = origins->begin (); i != origins->end (); ++i)
    delete (*i).second;
  delete origins;
  origins = NULL;
}

void
forget_targets (void)
{
  if (!stored)
    return;
  free_origins (stored);
  free_origins (called);
  delete opened;
  delete stored_somewhere;
  address_taken.release ();
}

const vec<tree> &
address_taken_functions (void)
{
  return address_taken;
}

/* Whether the pointer NAME that is called may hold function DECL.  */

static bool
may_hold_p (tree name, tree decl)
{
  if (OPTION_SET_P (flag_strict_aliasing) && !flag_strict_aliasing)
    return true;
  bool existed;
  origin *&o = called->get_or_insert (name, &existed);
  if (!existed)
    {
      o = new_origin ();
      find_origin (o, name);
      gather (o);
    }
  tree target = target_of_function (decl);
  return o->any || o->functions.contains (target) || stored_somewhere->any
	 || stored_somewhere->functions.contains (target);
}

/* Types.  */

/* Whether values of types A and B can be passed for each other: pointers to
   the same type, qualified or not, or to void on either side; and else what is
   as large and of the same kind.  */

static bool
passes_for_p (tree a, tree b)
{
  if (VOID_TYPE_P (a) || VOID_TYPE_P (b))
    return VOID_TYPE_P (a) && VOID_TYPE_P (b);
  if (POINTER_TYPE_P (a) && POINTER_TYPE_P (b))
    {
      tree to_a = TYPE_MAIN_VARIANT (TREE_TYPE (a));
      tree to_b = TYPE_MAIN_VARIANT (TREE_TYPE (b));
      return VOID_TYPE_P (to_a) || VOID_TYPE_P (to_b)
	     || lang_hooks.types_compatible_p (to_a, to_b);
    }
  if (POINTER_TYPE_P (a) || POINTER_TYPE_P (b))
    return false;
  return TYPE_MODE (a) == TYPE_MODE (b)
	 && AGGREGATE_TYPE_P (a) == AGGREGATE_TYPE_P (b);
}

/* Whether a call through a pointer to TYPE can reach function DECL.  A type
   without a prototype, or none, fits all.  */

static bool
fits_p (const_tree type, tree decl)
{
  tree own = TREE_TYPE (decl);
  if (!type || !prototype_p (type) || !prototype_p (own))
    return true;
  if (stdarg_p (type) != stdarg_p (own)
      || !passes_for_p (TREE_TYPE (type), TREE_TYPE (own)))
    return false;
  tree a = TYPE_ARG_TYPES (type), b = TYPE_ARG_TYPES (own);
  for (; a && b; a = TREE_CHAIN (a), b = TREE_CHAIN (b))
    if (!passes_for_p (TREE_VALUE (a), TREE_VALUE (b)))
      return false;
  return !a && !b;
}

bool
can_reach_p (const esc_call *call, tree decl)
{
  return fits_p ((const_tree) call->sink.type, decl)
	 && (!call->through || may_hold_p ((tree) call->through, decl));
}
