/* What only the front end's trees show.

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
#include "cgraph.h"
#include "fold-const.h"
#include "tree-nested.h"
#include "tree-dfa.h"
#include "diagnostic.h"

#include "frontend.h"
#include "names.h"
#include "sorts.h"

static vec<returned_address> addresses;
static hash_set<int_hash<unsigned, 0, UINT_MAX> > *literals;

/* A function and the one that it is nested in.  */

struct nesting
{
  unsigned outer_uid;
  char *outer_name;
};

static hash_map<int_hash<unsigned, 0, UINT_MAX>, nesting> *nestings;

bool
nested_in_p (tree fndecl, tree outer)
{
  nesting *n = nestings ? nestings->get (DECL_UID (fndecl)) : NULL;
  return n ? n->outer_uid == DECL_UID (outer)
	   : decl_function_context (fndecl) == outer;
}

bool
nested_within_p (tree fndecl, tree outer)
{
  if (nestings)
    for (nesting *n = nestings->get (DECL_UID (fndecl)); n;
	 n = nestings->get (n->outer_uid))
      if (n->outer_uid == DECL_UID (outer))
	return true;
  while ((fndecl = decl_function_context (fndecl)))
    if (fndecl == outer)
      return true;
  return false;
}

const char *
enclosing_function_name (tree fndecl)
{
  nesting *n = nestings ? nestings->get (DECL_UID (fndecl)) : NULL;
  if (n)
    return n->outer_name;
  tree outer = decl_function_context (fndecl);
  return outer ? source_function_name (outer) : NULL;
}

const vec<returned_address> &
returned_addresses ()
{
  return addresses;
}

bool
compound_literal_p (tree decl)
{
  return literals && literals->contains (DECL_UID (decl));
}

/* EXPR is returned by FNDECL.  Remember the locals whose addresses the front
   end has put in it as the first of two operands, the second of which is
   zero.  */

static void
record_returned (tree fndecl, tree expr, location_t location)
{
  for (;;)
    switch (TREE_CODE (expr))
      {
      CASE_CONVERT:
      case NON_LVALUE_EXPR:
      case SAVE_EXPR:
	expr = TREE_OPERAND (expr, 0);
	break;
      case MODIFY_EXPR:
      case INIT_EXPR:
	expr = TREE_OPERAND (expr, 1);
	break;
      case COMPOUND_EXPR:
	{
	  tree zero = TREE_OPERAND (expr, 1);
	  STRIP_NOPS (zero);
	  if (TREE_CODE (zero) != INTEGER_CST || !integer_zerop (zero))
	    {
	      expr = TREE_OPERAND (expr, 1);
	      break;
	    }
	  HOST_WIDE_INT offset = 0;
	  tree lost = TREE_OPERAND (expr, 0);
	  while (TREE_CODE (lost) != ADDR_EXPR)
	    {
	      if (!CONVERT_EXPR_P (lost)
		  && TREE_CODE (lost) != NON_LVALUE_EXPR
		  && TREE_CODE (lost) != POINTER_PLUS_EXPR
		  && TREE_CODE (lost) != PLUS_EXPR
		  && TREE_CODE (lost) != MINUS_EXPR)
		return;
	      lost = TREE_OPERAND (lost, 0);
	    }
	  poly_int64 bytes;
	  tree base = get_addr_base_and_unit_offset (TREE_OPERAND (lost, 0),
						     &bytes);
	  if (!base)
	    base = get_base_address (TREE_OPERAND (lost, 0));
	  else if (!bytes.is_constant (&offset))
	    offset = 0;
	  if (!base || !DECL_P (base))
	    return;
	  tree name = DECL_NAME (base);
	  returned_address a
	    = { DECL_UID (fndecl), DECL_UID (base), offset, location,
		name ? xstrdup (IDENTIFIER_POINTER (name)) : NULL,
		DECL_SOURCE_LOCATION (base) };
	  addresses.safe_push (a);
	  return;
	}
      default:
	return;
      }
}

/* A walk over the body of a function.  */
struct body_walk
{
  tree fndecl;
  hash_set<tree> seen;
};

/* A callback of walk_tree; DATA is the walk.  Trees are shared: what can have
   much below it is not walked twice.  To remember each operator, too, would
   take several times as long.  */

static tree
record_tree (tree *tp, int *walk_subtrees, void *data)
{
  body_walk *w = (body_walk *) data;
  tree t = *tp;
  switch (TREE_CODE_CLASS (TREE_CODE (t)))
    {
    case tcc_unary:
    case tcc_binary:
    case tcc_comparison:
    case tcc_reference:
      return NULL_TREE;
    default:
      break;
    }
  if (TREE_CODE (t) == ADDR_EXPR)
    return NULL_TREE;
  if (DECL_P (t) || TYPE_P (t) || CONSTANT_CLASS_P (t) || w->seen.add (t))
    {
      *walk_subtrees = 0;
      return NULL_TREE;
    }
  if (TREE_CODE (t) == RETURN_EXPR && TREE_OPERAND (t, 0))
    record_returned (w->fndecl, TREE_OPERAND (t, 0), EXPR_LOCATION (t));
  else if (TREE_CODE (t) == CALL_EXPR || TREE_CODE (t) == AGGR_INIT_EXPR)
    record_sorts (w->fndecl, t);
  else if (TREE_CODE (t) == COMPOUND_LITERAL_EXPR)
    {
      tree decl = COMPOUND_LITERAL_EXPR_DECL (t);
      if (!literals)
	literals = new hash_set<int_hash<unsigned, 0, UINT_MAX> >;
      literals->add (DECL_UID (decl));
      if (DECL_INITIAL (decl))
	walk_tree (&DECL_INITIAL (decl), record_tree, data, NULL);
    }
  return NULL_TREE;
}

void
frontend_record (tree fndecl)
{
  if (!DECL_SAVED_TREE (fndecl) || seen_error ())
    return;
  body_walk w;
  w.fndecl = fndecl;
  walk_tree (&DECL_SAVED_TREE (fndecl), record_tree, &w, NULL);
  cgraph_node *node = cgraph_node::get (fndecl);
  if (!node)
    return;
  for (cgraph_node *n = first_nested_function (node); n;
       n = next_nested_function (n))
    {
      if (!nestings)
	nestings = new hash_map<int_hash<unsigned, 0, UINT_MAX>, nesting>;
      nesting in
	= { DECL_UID (fndecl), xstrdup (source_function_name (fndecl)) };
      nestings->put (DECL_UID (n->decl), in);
      frontend_record (n->decl);
    }
}

void
frontend_finish (void)
{
  for (unsigned i = 0; i < addresses.length (); i++)
    free ((char *) addresses[i].name);
  addresses.release ();
  delete literals;
  literals = NULL;
  forget_sorts ();
  if (nestings)
    for (auto i = nestings->begin (); i != nestings->end (); ++i)
      free ((*i).second.outer_name);
  delete nestings;
  nestings = NULL;
}
