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

/* What is known of the calls at one location.  */
struct written_call
{
  unsigned callee;		/* DECL_UID, or 0: through a pointer */
  unsigned n_arguments;
  bool unclear;			/* they are not of one function, or differ in
				   the number of arguments */
  uint64_t sorts;		/* of the first MAX_SORTS, SORT_BITS each */
};

enum { SORT_BITS = 2, MAX_SORTS = 64 / SORT_BITS };

static_assert (ESC_SORTS <= 1 << SORT_BITS && ESC_SORT_OTHER == 0,
	       "a sort has its bits, and those not known are other");

static hash_map<int_hash<location_t, UNKNOWN_LOCATION>, written_call> *written;

/* Functions that are called from where their statements are not known to
   get the location of the tree.  */
static hash_set<int_hash<unsigned, UINT_MAX> > *unclear_callees;

esc_sort
sort_of_type (tree type)
{
  if (!type || TREE_CODE (type) != POINTER_TYPE
      || TYPE_REF_CAN_ALIAS_ALL (type))
    return ESC_SORT_OTHER;
  switch (TREE_CODE (TREE_TYPE (type)))
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

static esc_sort
sort_in (uint64_t sorts, unsigned i)
{
  return i < MAX_SORTS
	   ? (esc_sort) (sorts >> i * SORT_BITS & ((1 << SORT_BITS) - 1))
	   : ESC_SORT_OTHER;
}

/* FN, an address, as the number of a function; or 0.  */

static unsigned
callee_number (tree fn)
{
  STRIP_NOPS (fn);
  return TREE_CODE (fn) == ADDR_EXPR
	 && TREE_CODE (TREE_OPERAND (fn, 0)) == FUNCTION_DECL
	   ? DECL_UID (TREE_OPERAND (fn, 0)) : 0;
}

/* Whether a function of TYPE may have arguments that match `...'.  */

static bool
may_be_variadic_p (tree type)
{
  return stdarg_p (type) || !prototype_p (type);
}

void
record_sorts (tree call)
{
  bool plain = TREE_CODE (call) == CALL_EXPR;
  /* Both kinds of call have the function in the same place.  */
  tree fn = TREE_OPERAND (call, 1);
  if (!fn || !POINTER_TYPE_P (TREE_TYPE (fn))
      || !FUNC_OR_METHOD_TYPE_P (TREE_TYPE (TREE_TYPE (fn)))
      || !may_be_variadic_p (TREE_TYPE (TREE_TYPE (fn))))
    return;
  written_call w = { callee_number (fn), 0, false, 0 };
  location_t location = get_pure_location (EXPR_LOCATION (call));
  if (!plain || location <= BUILTINS_LOCATION)
    {
      if (!unclear_callees)
	unclear_callees = new hash_set<int_hash<unsigned, UINT_MAX> >;
      unclear_callees->add (w.callee);
      return;
    }
  w.n_arguments = call_expr_nargs (call);
  for (unsigned i = 0; i < MIN (w.n_arguments, (unsigned) MAX_SORTS); i++)
    w.sorts |= (uint64_t) sort_of_type (TREE_TYPE (CALL_EXPR_ARG (call, i)))
	       << i * SORT_BITS;
  if (!written)
    written = new hash_map<int_hash<location_t, UNKNOWN_LOCATION>,
			   written_call>;
  bool existed;
  written_call &known = written->get_or_insert (location, &existed);
  if (!existed)
    {
      known = w;
      return;
    }
  known.unclear |= known.callee != w.callee
		   || known.n_arguments != w.n_arguments;
  for (unsigned i = 0; i < MAX_SORTS; i++)
    if (sort_in (known.sorts, i) != sort_in (w.sorts, i))
      known.sorts &= ~((((uint64_t) 1 << SORT_BITS) - 1) << i * SORT_BITS);
}

esc_sort
sort_of_argument (gcall *call, unsigned i)
{
  tree fn = gimple_call_fn (call);
  tree type = gimple_call_fntype (call);
  location_t location = get_pure_location (gimple_location (call));
  if (!written || !fn || !type || !may_be_variadic_p (type)
      || location <= BUILTINS_LOCATION)
    return ESC_SORT_OTHER;
  unsigned callee = callee_number (fn);
  written_call *w = written->get (location);
  if (!w || w->unclear || w->callee != callee
      || w->n_arguments != gimple_call_num_args (call)
      || (unclear_callees && unclear_callees->contains (callee)))
    return ESC_SORT_OTHER;
  esc_sort sort = sort_in (w->sorts, i);
  esc_sort seen = sort_of_type (TREE_TYPE (gimple_call_arg (call, i)));
  return seen == ESC_SORT_OTHER || seen == sort ? sort : ESC_SORT_OTHER;
}

void
forget_sorts (void)
{
  delete written;
  written = NULL;
  delete unclear_callees;
  unclear_callees = NULL;
}
