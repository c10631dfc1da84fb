/* Calls, and what is known of functions whose bodies are not seen.

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


/* What a call does is known from, in this order:

     - GCC's internal functions and builtins, by what the manual says of each,
       to which a body in this file only adds;
     - the transfer of the callee, if its body is in this file;
     - the model of the callee (models.h), which says more than a declaration
       can;
     - what GCC knows of the declaration: "fn spec", const, pure, malloc; and
       what its attributes promise (attributes.h);
     - nothing: all that the arguments reach is in unseen hands.

   A call through a pointer is resolved by the core while it solves.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "gimple-iterator.h"
#include "ssa.h"
#include "cgraph.h"
#include "tree-dfa.h"
#include "attr-fnspec.h"
#include "internal-fn.h"
#include "builtins.h"
#include "stringpool.h"
#include "attribs.h"
#include "calls.h"

#include "attributes.h"
#include "models.h"
#include "names.h"
#include "calls-int.h"
#include "clones.h"
#include "doubts.h"
#include "joint.h"
#include "sorts.h"
#include "unit.h"

static const esc_offset anywhere = { 0, 1 };
static const esc_offset here = { 0, 0 };

/* Arguments and results.  */

tree
call_arg (gcall *call, unsigned i)
{
  return i < gimple_call_num_args (call) ? gimple_call_arg (call, i)
					 : NULL_TREE;
}

esc_node
variable_arguments (reader *r, esc_offset offset)
{
  return esc_node_passed (r->graph, true, ESC_ROOT_VARARGS, offset.at,
			  offset.stride, 0);
}

esc_node
value_of (reader *r, tree val)
{
  return val && carries_pointer_p (TREE_TYPE (val)) ? node_of_value (r, val)
						    : 0;
}

reference
pointee (reader *r, gcall *call, unsigned i)
{
  reference ref = { value_of (r, call_arg (call, i)), 0, here };
  return ref;
}

/* A node whose content CALL's result gets, or 0 if it has none that matters.
   For a result in memory the caller must pass the node to set_result.  */

static esc_node
result_node (reader *r, gcall *call)
{
  tree lhs = gimple_call_lhs (call);
  if (!lhs)
    return 0;
  if (TREE_CODE (lhs) == SSA_NAME)
    return node_of_ssa (r, lhs);
  return esc_node_new (r->graph, POINTER_TYPE_P (TREE_TYPE (lhs)));
}

void
set_result (reader *r, gcall *call, esc_node value, esc_offset offset)
{
  tree lhs = gimple_call_lhs (call);
  if (!lhs || !value)
    return;
  if (TREE_CODE (lhs) == SSA_NAME)
    esc_add_shift (r->graph, node_of_ssa (r, lhs), value, offset);
  else
    store (r, read_reference (r, lhs), TREE_TYPE (lhs),
	   esc_shifted (r->graph, value, offset), gimple_location (call));
}

/* size_of_value, in so many STEPS.  */

static esc_size
size_of_value_1 (reader *r, tree val, int steps)
{
  esc_size size = { ESC_SIZE_UNKNOWN, 0, 0, 0 };
  if (!val || !steps)
    return size;
  if (TREE_CODE (val) == INTEGER_CST)
    {
      if (tree_fits_uhwi_p (val))
	{
	  size.kind = ESC_SIZE_CONSTANT;
	  size.value = tree_to_uhwi (val);
	}
      return size;
    }
  if (TREE_CODE (val) != SSA_NAME)
    return size;
  tree var = SSA_NAME_VAR (val);
  if (SSA_NAME_IS_DEFAULT_DEF (val) && var && TREE_CODE (var) == PARM_DECL)
    {
      unsigned i = 0;
      for (tree p = DECL_ARGUMENTS (r->fun->decl); p; p = DECL_CHAIN (p), i++)
	if (p == var)
	  {
	    size.kind = ESC_SIZE_PARAMETER;
	    size.parameter = i;
	    size.value = 1;
	  }
      return size;
    }
  gassign *def = dyn_cast<gassign *> (SSA_NAME_DEF_STMT (val));
  if (!def)
    return size;
  tree a = gimple_assign_rhs1 (def);
  if (CONVERT_EXPR_CODE_P (gimple_assign_rhs_code (def))
      || gimple_assign_rhs_code (def) == SSA_NAME)
    return size_of_value_1 (r, a, steps - 1);
  if (gimple_assign_rhs_code (def) == MULT_EXPR)
    return esc_size_product (size_of_value_1 (r, a, steps - 1),
			     size_of_value_1 (r, gimple_assign_rhs2 (def),
					      steps - 1));
  return size;
}

esc_size
size_of_value (reader *r, tree val)
{
  return size_of_value_1 (r, val, 6);
}

esc_sink
sink_of_call (gcall *call, tree callee)
{
  if (callee && DECL_NAME (callee))
    {
      const char *name = source_function_name (callee);
      if (name != IDENTIFIER_POINTER (DECL_NAME (callee)))
	name = IDENTIFIER_POINTER (get_identifier (name));
      return sink_of_name (name);
    }
  esc_sink sink = { ESC_TO_CALL, ESC_WHERE_PASSED_UNKNOWN, NULL, NULL };
  /* As an identifier, the text outlives the transfer.  */
  char *text = call && !callee ? called_text (call) : NULL;
  if (text)
    sink.name = IDENTIFIER_POINTER (get_identifier (text));
  free (text);
  if (call && !callee)
    sink.type = gimple_call_fntype (call);
  return sink;
}

esc_sink
sink_of_name (const char *name)
{
  esc_sink sink = { ESC_TO_CALL, ESC_WHERE_PASSED_UNSEEN, name, NULL };
  if (startswith (sink.name, "__builtin_"))
    sink.name += strlen ("__builtin_");
  if (strcmp (sink.name, "pthread_create") == 0
      || strcmp (sink.name, "thrd_create") == 0
      || strcmp (sink.name, "GOMP_task") == 0
      || strcmp (sink.name, "GOMP_taskloop") == 0
      || strcmp (sink.name, "GOMP_taskloop_ull") == 0)
    {
      sink.to = ESC_TO_THREAD;
      sink.where = ESC_WHERE_THREAD;
    }
  else if (strcmp (sink.name, "__cxa_throw") == 0)
    {
      sink.to = ESC_TO_EXCEPTION;
      sink.where = ESC_WHERE_THROWN;
      sink.name = NULL;
    }
  return sink;
}

/* Blocks.  */

esc_node
new_block (reader *r, gcall *call, esc_size size)
{
  esc_graph *g = r->graph;
  unsigned number = new_entity (r, ESC_ENTITY_ALLOCATION, call);
  esc_object block = esc_object_block (g, number, &size);
  r->entities[number].object = block;
  esc_node node = esc_node_new (g, true);
  esc_add_address (g, node, esc_place_at (g, block, here));
  return node;
}

esc_node
content (reader *r, esc_node node, esc_offset offset)
{
  esc_node all = esc_node_new (r->graph, false);
  esc_add_load (r->graph, all, node, offset, 0);
  return all;
}

/* Calls of functions of the program.  */

/* Whether FN, which is called with ARGUMENTS, is loaded from what one of these
   points to: RECEIVER.  A name is defined once, and that dominates its use: so
   names of one node are one value.  */

static bool
find_receiver (reader *r, const vec<esc_argument> &arguments, tree fn,
	       esc_receiver *receiver)
{
  esc_offset steps[ESC_MAX_RECEIVER_STEPS];
  for (unsigned n = 0; n < ESC_MAX_RECEIVER_STEPS;)
    {
      gimple *def
	= TREE_CODE (fn) == SSA_NAME ? SSA_NAME_DEF_STMT (fn) : NULL;
      if (!def || !gimple_assign_load_p (def))
	return false;
      tree base = get_base_address (gimple_assign_rhs1 (def));
      if (!base || TREE_CODE (base) != MEM_REF)
	return false;
      fn = TREE_OPERAND (base, 0);
      reference ref = read_reference (r, gimple_assign_rhs1 (def));
      /* Elements of a short array are told apart by way of another node, which
	 the offset is from.  */
      if (!ref.ptr || ref.ptr != value_of (r, fn))
	return false;
      steps[n++] = ref.offset;
      for (unsigned i = 0; i < arguments.length (); i++)
	if (arguments[i].value == ref.ptr)
	  {
	    receiver->argument = i;
	    receiver->n_steps = n;
	    for (unsigned j = 0; j < n; j++)
	      receiver->steps[j] = steps[n - 1 - j];
	    return true;
	  }
    }
  return false;
}

/* CALL in the core's words, with the N arguments from FROM on, which go to
   ARGUMENTS.  */

static esc_call
describe_call (reader *r, gcall *call, tree callee, unsigned from, unsigned n,
	       vec<esc_argument> *arguments)
{
  for (unsigned i = from; i < from + n; i++)
    {
      tree a = call_arg (call, i);
      esc_argument argument = { 0, 0, size_of_value (r, a),
				sort_of_argument (r->fun->decl, call, i) };
      if (is_gimple_reg_type (TREE_TYPE (a)))
	argument.value = value_of (r, a);
      else
	argument.address = node_of_address (r, read_reference (r, a));
      arguments->safe_push (argument);
    }
  /* `__builtin_va_arg_pack ()' is no argument of its own.  It stands for any
     number of them, some of which may be for parameters that have names.  */
  if (gimple_call_va_arg_pack_p (call))
    {
      esc_argument pack
	= { variable_arguments (r, anywhere), 0, esc_size (), ESC_SORT_OTHER };
      int named = type_num_arguments (gimple_call_fntype (call));
      do
	arguments->safe_push (pack);
      while ((int) arguments->length () <= named);
    }
  esc_call c = esc_call ();
  c.arguments = arguments->address ();
  c.n_arguments = arguments->length ();
  c.sink = sink_of_call (call, callee);
  c.loc = core_location (gimple_location (call));
  c.site = call;
  tree chain = gimple_call_chain (call);
  if (chain)
    c.chain = value_of (r, chain);
  tree lhs = gimple_call_lhs (call);
  if (lhs && is_gimple_reg_type (TREE_TYPE (lhs)))
    {
      c.result = result_node (r, call);
      if (c.result && TREE_CODE (lhs) != SSA_NAME)
	set_result (r, call, c.result, here);
    }
  else if (lhs)
    c.result_address = node_of_address (r, read_reference (r, lhs));
  return c;
}

/* Add a direct call: CALL with the N arguments from FROM on.  */

static esc_call *
add_call (reader *r, gcall *call, tree callee, unsigned from, unsigned n)
{
  auto_vec<esc_argument, 8> arguments;
  esc_call c = describe_call (r, call, callee, from, n, &arguments);
  return esc_add_call (r->graph, &c, 0);
}

/* Add CALL, which goes through FN; POINTER is its node, or 0.  */

static void
add_indirect_call (reader *r, gcall *call, tree fn, esc_node pointer)
{
  auto_vec<esc_argument, 8> arguments;
  esc_call c = describe_call (r, call, NULL_TREE, 0,
			      gimple_call_num_args (call), &arguments);
  esc_receiver receiver;
  if (pointer)
    c.through = gimple_call_fn (call);
  if (pointer && r->unit->joint
      && find_receiver (r, arguments, fn, &receiver))
    c.receiver = &receiver;
  esc_call *added = esc_add_call (r->graph, &c, pointer);
  if (!pointer)
    esc_call_unseen (r->graph, added);
}

/* What is known of argument I of a call of CALLEE, which may be NULL_TREE.
   What is freed is gone, whatever becomes of its address; but what reallocates
   may give it back.  */

static enum esc_promise
argument_promise (tree callee, unsigned i)
{
  if (!callee)
    return ESC_PROMISE_NONE;
  if (fndecl_dealloc_argno (callee) == i
      && !carries_pointer_p (TREE_TYPE (TREE_TYPE (callee))))
    return ESC_PROMISE_NOESCAPE;
  return parameter_promise (callee, i);
}

/* Whether something is known so of one of the N arguments of a call of
   CALLEE.  */

static bool
has_promises_p (tree callee, unsigned n)
{
  for (unsigned i = 0; i < n; i++)
    if (argument_promise (callee, i) != ESC_PROMISE_NONE)
      return true;
  return false;
}

void
read_unseen_call (reader *r, gcall *call, tree callee)
{
  esc_graph *g = r->graph;
  int flags = gimple_call_flags (call);
  unsigned n = gimple_call_num_args (call);
  attr_fnspec spec = gimple_call_fnspec (call);
  bool fresh = flags & ECF_MALLOC;
  bool promises = has_promises_p (callee, n);

  /* It only frees, even if the program has one of its own.  */
  if (callee && DECL_IS_OPERATOR_DELETE_P (callee)
      && DECL_IS_REPLACEABLE_OPERATOR (callee))
    return;

  if ((flags & (ECF_CONST | ECF_PURE)) && !gimple_call_va_arg_pack_p (call))
    {
      /* It can put pointers only into its result.  */
      for (unsigned i = 0; i < n; i++)
	{
	  tree a = call_arg (call, i);
	  esc_node value = is_gimple_reg_type (TREE_TYPE (a))
			   ? value_of (r, a)
			   : load (r, read_reference (r, a), TREE_TYPE (a));
	  if (!promises
	      || argument_promise (callee, i) != ESC_PROMISE_NOESCAPE)
	    set_result (r, call, value, anywhere);
	  if (value && !(flags & ECF_CONST) && gimple_call_lhs (call))
	    {
	      /* All that it reaches.  */
	      esc_node reached = esc_node_new (g, false);
	      esc_add_load (g, reached, value, anywhere, 0);
	      esc_add_load (g, reached, reached, anywhere, 0);
	      set_result (r, call, reached, anywhere);
	    }
	}
      set_result (r, call, node_of_world (r), here);
      return;
    }

  if ((!spec.known_p () && !fresh && !promises)
      || gimple_call_va_arg_pack_p (call))
    {
      esc_call_unseen (g, add_call (r, call, callee, 0, n));
      return;
    }

  /* What does not escape may come back, and be written to.  */
  esc_sink sink = sink_of_call (call, callee);
  esc_node hands
    = esc_node_write (g, esc_place_at (g, esc_object_sink (g, &sink),
				       anywhere));
  uint32_t loc = core_location (gimple_location (call));
  unsigned returned = 0;
  bool returns = spec.known_p () && spec.returns_arg (&returned);
  /* No address goes into the numbers that the functions of mathematics
     return.  */
  tree lhs = gimple_call_lhs (call);
  bool number = lhs && SCALAR_FLOAT_TYPE_P (TREE_TYPE (lhs)) && callee
		&& fndecl_built_in_p (callee, BUILT_IN_NORMAL);
  for (unsigned i = 0; i < n; i++)
    {
      tree a = call_arg (call, i);
      bool known = spec.known_p () && spec.arg_specified_p (i);
      esc_node value = is_gimple_reg_type (TREE_TYPE (a))
		       ? value_of (r, a)
		       : load (r, read_reference (r, a), TREE_TYPE (a));
      if (!value || (known && !spec.arg_used_p (i)))
	continue;
      enum esc_promise promise
	= promises ? argument_promise (callee, i) : ESC_PROMISE_NONE;
      if (promise != ESC_PROMISE_NONE)
	{
	  /* What it points to is written to, and read and kept.  */
	  esc_add_copy (g, hands, content (r, value, anywhere), loc);
	  esc_add_store (g, value, anywhere, node_of_world (r), loc);
	  if (promise == ESC_PROMISE_LIFETIMEBOUND)
	    set_result (r, call, value, anywhere);
	  continue;
	}
      if (!known || !spec.arg_noescape_p (i))
	esc_add_copy (g, hands, value, loc);
      else if (spec.arg_maybe_written_p (i))
	esc_add_store (g, value, anywhere, node_of_world (r), loc);
      if (!fresh && !number && (!returns || returned == i))
	set_result (r, call, value, anywhere);
    }
  if (fresh || (spec.known_p () && spec.returns_noalias_p ()))
    {
      esc_size size = { ESC_SIZE_UNKNOWN, 0, 0, 0 };
      tree attr = lookup_attribute ("alloc_size",
				    TYPE_ATTRIBUTES
				      (gimple_call_fntype (call)));
      if (attr && TREE_VALUE (attr))
	{
	  tree first = TREE_VALUE (attr);
	  tree second = TREE_CHAIN (first);
	  unsigned at = tree_to_uhwi (TREE_VALUE (first)) - 1;
	  size = size_of_value (r, call_arg (call, at));
	  if (second)
	    {
	      at = tree_to_uhwi (TREE_VALUE (second)) - 1;
	      size = esc_size_product (size, size_of_value (r, call_arg (call,
								     at)));
	    }
	}
      bool builtin = callee && fndecl_built_in_p (callee, BUILT_IN_NORMAL);
      bool operator_new = callee && DECL_IS_OPERATOR_NEW_P (callee);
      if (operator_new)
	size = size_of_value (r, call_arg (call, 0));
      esc_node block = new_block (r, call, size);
      /* Attribute malloc says that nothing else points to the block, but not
	 that its maker does not keep it, as fopen does; nor that it is empty.
	 It is storage for the caller alone if it has a size.  */
      if (!builtin && !operator_new && !attr)
	r->entities.last ().silent = true;
      if (!builtin)
	esc_add_store (g, block, anywhere, node_of_world (r), loc);
      set_result (r, call, block, here);
    }
  else if (!returns)
    set_result (r, call, node_of_world (r), here);
}

void
read_direct_call (reader *r, gcall *call, tree callee, unsigned from,
		  unsigned n)
{
  summary *s = summary_of_function (r->unit, callee);
  if (s && callee == gimple_call_fndecl (call))
    s = summary_for_call (r, call, s);
  unsigned member;
  if (member_of_summary (r->unit, s, &member))
    {
      /* Nothing of it is left to do.  */
      auto_vec<esc_argument, 8> arguments;
      esc_call c = describe_call (r, call, callee, from, n, &arguments);
      esc_call_join (r->graph, &c, member);
      return;
    }
  bool recursive;
  esc_transfer *t = transfer_of_summary (r->unit, s, &recursive);
  if (!t)
    t = model_of_function (callee);
  if (t && call_fits_model_p (call, callee, from, from + n))
    esc_call_apply (r->graph, add_call (r, call, callee, from, n), t,
		    recursive);
  else
    read_unseen_call (r, call, callee);
}

void
read_call (reader *r, gcall *call)
{
  if (gimple_call_internal_p (call))
    {
      read_internal_call (r, call);
      return;
    }
  unsigned n = gimple_call_num_args (call);
  tree callee = gimple_call_fndecl (call);
  if (callee)
    {
      bool known = fndecl_built_in_p (callee, BUILT_IN_NORMAL)
		   && read_builtin (r, call, callee);
      /* Who writes a library defines these functions: then their bodies count,
	 too.  What they are known to do need not be seen in a body that works
	 byte by byte.  */
      bool recursive;
      if (!known || (!DECL_EXTERNAL (callee)
		     && transfer_of_function (r->unit, callee, &recursive)))
	read_direct_call (r, call, callee, 0, n);
      return;
    }
  tree fn = gimple_call_fn (call);
  if (fn && TREE_CODE (fn) == OBJ_TYPE_REF)
    fn = OBJ_TYPE_REF_EXPR (fn);
  esc_node pointer = fn && TREE_CODE (fn) == SSA_NAME
		       ? node_of_ssa (r, fn) : 0;
  add_indirect_call (r, call, fn, pointer);
}
