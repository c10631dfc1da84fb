/* Of which sort an argument is that matches `...'.

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


/* See sorts.h.  Calls are remembered by numbers, which need no help from the
   garbage collector.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"

#include "sorts.h"

/* The calls that FUNCTION makes of CALLEE with N_ARGUMENTS.  */
struct written_calls
{
  unsigned function;		/* DECL_UID */
  unsigned callee;		/* DECL_UID, or 0: what is computed */
  unsigned n_arguments;
  uint64_t sorts;		/* of the first MAX_ARGUMENTS, ARGUMENT_BITS
				   each: the sorts that are passed, and
				   whether one is CONVERTED */
};

enum
{
  CONVERTED = 1 << ESC_SORTS,
  ARGUMENT_BITS = ESC_SORTS + 1,
  MAX_ARGUMENTS = 64 / ARGUMENT_BITS
};

struct written_calls_hasher : free_ptr_hash<written_calls>
{
  static hashval_t
  hash (const written_calls *w)
  {
    return iterative_hash_hashval_t (w->function,
				     iterative_hash_hashval_t (w->callee,
							       w->n_arguments));
  }

  static bool
  equal (const written_calls *a, const written_calls *b)
  {
    return a->function == b->function && a->callee == b->callee
	   && a->n_arguments == b->n_arguments;
  }
};

static hash_table<written_calls_hasher> *written;

/* Where they are.  */
static hash_set<int_hash<location_t, UNKNOWN_LOCATION> > *places;

/* The sort of a pointer to TYPE.  */

static esc_sort
sort_of_pointer_to (tree type)
{
  switch (TREE_CODE (type))
    {
    case RECORD_TYPE:
    case UNION_TYPE:
      return ESC_SORT_AGGREGATE;
    case INTEGER_TYPE:
    case ENUMERAL_TYPE:
    case BOOLEAN_TYPE:
    case REAL_TYPE:
      return ESC_SORT_NUMBER;
    default:
      return ESC_SORT_OTHER;
    }
}

esc_sort
sort_of_type (tree type)
{
  return type && TREE_CODE (type) == POINTER_TYPE
	 && !TYPE_REF_CAN_ALIAS_ALL (type)
	   ? sort_of_pointer_to (TREE_TYPE (type)) : ESC_SORT_OTHER;
}

/* Whether ARG, an argument of a call, or what conversions in it are made of, is
   of another sort than SORT, which it has as it is written; or may be so in
   GIMPLE, which may make another expression of it.  */

static bool
may_change_sort_p (tree arg, esc_sort sort)
{
  while (CONVERT_EXPR_P (arg) || TREE_CODE (arg) == NON_LVALUE_EXPR)
    {
      arg = TREE_OPERAND (arg, 0);
      if (sort_of_type (TREE_TYPE (arg)) != sort)
	return true;
    }
  switch (TREE_CODE (arg))
    {
    case ADDR_EXPR:
      {
	tree object = TREE_OPERAND (arg, 0);
	return (!DECL_P (object) && TREE_CODE (object) != STRING_CST)
	       || sort_of_pointer_to (strip_array_types (TREE_TYPE (object)))
		    != sort;
      }
    case VAR_DECL:
    case COMPONENT_REF:
    case ARRAY_REF:
    case INDIRECT_REF:
      /* What is constant may be known.  */
      return TREE_READONLY (arg);
    case PARM_DECL:
    case INTEGER_CST:
    case REAL_CST:
      return false;
    default:
      return true;
    }
}

/* Whether a function of TYPE may have arguments that match `...'.  */

static bool
may_be_variadic_p (tree type)
{
  return stdarg_p (type) || !prototype_p (type);
}

/* The calls in FUNCTION, known as that in all copies of it, of CALLEE, which
   may be NULL_TREE, with N arguments.  */

static written_calls
calls_in (tree function, tree callee, unsigned n)
{
  return { DECL_UID (DECL_ORIGIN (function)), callee ? DECL_UID (callee) : 0,
	   n, 0 };
}

/* The function whose address FN is, or NULL_TREE.  */

static tree
named_function (tree fn)
{
  STRIP_NOPS (fn);
  return TREE_CODE (fn) == ADDR_EXPR
	 && TREE_CODE (TREE_OPERAND (fn, 0)) == FUNCTION_DECL
	   ? TREE_OPERAND (fn, 0) : NULL_TREE;
}

/* What is known of argument I of the calls KEY.  */

static unsigned
sorts_written (written_calls key, unsigned i)
{
  const written_calls *w = written->find (&key);
  return w ? w->sorts >> i * ARGUMENT_BITS & ((1 << ARGUMENT_BITS) - 1) : 0;
}

void
record_sorts (tree function, tree call)
{
  bool plain = TREE_CODE (call) == CALL_EXPR;
  /* Both kinds of call have the function in the same place, and begin their
     arguments there.  */
  tree fn = TREE_OPERAND (call, 1);
  unsigned n = VL_EXP_OPERAND_LENGTH (call) - 3;
  if (!fn || !n || !POINTER_TYPE_P (TREE_TYPE (fn))
      || !FUNC_OR_METHOD_TYPE_P (TREE_TYPE (TREE_TYPE (fn)))
      || !may_be_variadic_p (TREE_TYPE (TREE_TYPE (fn))))
    return;
  if (!written)
    {
      written = new hash_table<written_calls_hasher> (31);
      places = new hash_set<int_hash<location_t, UNKNOWN_LOCATION> >;
    }
  location_t location = get_pure_location (EXPR_LOCATION (call));
  if (plain && location > BUILTINS_LOCATION)
    places->add (location);
  written_calls key = calls_in (function, named_function (fn), n);
  written_calls **slot = written->find_slot (&key, INSERT);
  if (!*slot)
    {
      *slot = XNEW (written_calls);
      **slot = key;
    }
  for (unsigned i = 0; i < MIN (n, (unsigned) MAX_ARGUMENTS); i++)
    {
      tree arg = TREE_OPERAND (call, i + 3);
      esc_sort sort = sort_of_type (TREE_TYPE (arg));
      uint64_t bits = 1 << sort
		      | (may_change_sort_p (arg, sort) ? CONVERTED : 0);
      (*slot)->sorts |= bits << i * ARGUMENT_BITS;
    }
}

esc_sort
sort_of_argument (tree function, gcall *call, unsigned i)
{
  tree type = gimple_call_fntype (call), callee = gimple_call_fndecl (call);
  unsigned n = gimple_call_num_args (call);
  if (!written || !type || i >= MAX_ARGUMENTS || !may_be_variadic_p (type)
      || (callee && fndecl_built_in_p (callee))
      || gimple_call_va_arg_pack_p (call)
      || !places->contains (get_pure_location (gimple_location (call))))
    return ESC_SORT_OTHER;
  /* What was computed may be known in GIMPLE.  */
  unsigned bits = sorts_written (calls_in (function, NULL_TREE, n), i);
  if (callee)
    bits |= sorts_written (calls_in (function, callee, n), i);
  esc_sort seen = sort_of_type (TREE_TYPE (gimple_call_arg (call, i)));
  for (int sort = 0; sort < ESC_SORTS; sort++)
    if ((bits & ~CONVERTED) == 1U << sort)
      return seen == ESC_SORT_OTHER || seen == sort ? (esc_sort) sort
						    : ESC_SORT_OTHER;
  return !(bits & CONVERTED) && bits & 1U << seen ? seen : ESC_SORT_OTHER;
}

void
forget_sorts (void)
{
  delete written;
  written = NULL;
  delete places;
  places = NULL;
}
