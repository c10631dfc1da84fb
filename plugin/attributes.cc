/* Attributes on parameters: noescape and lifetimebound.

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



/* The attributes stay on the PARM_DECLs that the front end gives them to,
   until the pass is over.  A function whose body is not seen has lost them by
   then, so what they promise is remembered when the declaration is finished.
   In C++ it has them at that time, and a redeclaration merges their
   attributes.  In C they are gone already, unless it is a definition.  So they
   are remembered as they are made, and matched with the function that is
   declared next: get_parm_info has linked them to a list by then, and the types
   on that list are those of the function's parameters.  If more than one list
   would fit, as for a function that returns a pointer to a function, none is
   believed.  */

#define INCLUDE_SCOPED_ATTRIBUTES
#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "gimple-expr.h"
#include "cgraph.h"
#include "diagnostic-core.h"
#include "ggc.h"
#include "langhooks.h"
#include "stringpool.h"

#include "attributes.h"

static bool seen;

/* What declarations promise of each parameter of a function, by the number
   of its declaration.  */
static hash_map<int_hash<unsigned, 0, UINT_MAX>, vec<enum esc_promise> >
  *promises;

/* The PARM_DECLs that C's front end has made since it last finished another
   declaration, the last one first: a TREE_LIST.  */
static tree pending;

/* Whether TYPE may be one that a pointer can be passed as.  Of what a template
   depends on, nothing is known yet.  */

static bool
may_be_pointer_p (tree type)
{
  return POINTER_TYPE_P (type) || TREE_CODE (type) == NULLPTR_TYPE
	 || TREE_CODE (type) >= LAST_AND_UNUSED_TREE_CODE
	 || TREE_CODE (type) == LANG_TYPE;
}

/* Whether NODE, the type of a function of C++ or its declaration, can have the
   attribute NAME: after the parameters of a method, lifetimebound is for what
   `this' points to.  It is allowed there, and not made use of.  */

static bool
for_this_p (tree node, tree name)
{
  if (!lang_GNU_CXX () || !id_equal (name, "lifetimebound"))
    return false;
  return TREE_CODE (node) == FUNCTION_TYPE || TREE_CODE (node) == METHOD_TYPE
	 || (TREE_CODE (node) == FUNCTION_DECL
	     && TREE_CODE (TREE_TYPE (node)) == METHOD_TYPE);
}

static tree
handle_attribute (tree *node, tree name, tree, int, bool *no_add_attrs)
{
  if (for_this_p (*node, name))
    *no_add_attrs = true;
  else if (TREE_CODE (*node) != PARM_DECL)
    {
      warning (OPT_Wattributes, "%qE attribute ignored", name);
      *no_add_attrs = true;
    }
  else if (TREE_TYPE (*node) == error_mark_node)
    *no_add_attrs = true;
  else if (!may_be_pointer_p (TREE_TYPE (*node)))
    {
      warning (OPT_Wattributes, "%qE attribute ignored for type %qT", name,
	       TREE_TYPE (*node));
      *no_add_attrs = true;
    }
  else
    seen = true;
  return NULL_TREE;
}

static const struct attribute_spec our_attributes[] = {
  { "noescape", 0, 0, true, false, false, false, handle_attribute, NULL },
  { "lifetimebound", 0, 0, false, false, false, false, handle_attribute, NULL },
  { NULL, 0, 0, false, false, false, false, NULL, NULL }
};

void
register_our_attributes (void *, void *)
{
  register_attribute (&our_attributes[0]);
  register_attribute (&our_attributes[1]);
  register_attributes_in ("clang", our_attributes);

  static const ggc_root_tab roots[]
    = { { &pending, 1, sizeof pending, &gt_ggc_mx_tree_node,
	  &gt_pch_nx_tree_node },
	LAST_GGC_ROOT_TAB };
  register_callback ("escape", PLUGIN_REGISTER_GGC_ROOTS, NULL,
		     CONST_CAST (ggc_root_tab *, roots));
}

static enum esc_promise
promise_of_parm (tree parm)
{
  if (lookup_attribute ("noescape", DECL_ATTRIBUTES (parm)))
    return ESC_PROMISE_NOESCAPE;
  if (lookup_attribute ("lifetimebound", DECL_ATTRIBUTES (parm)))
    return ESC_PROMISE_LIFETIMEBOUND;
  return ESC_PROMISE_NONE;
}

/* Whether the parameters from PARM on can be those of a function of
   TYPE.  */

static bool
parms_fit_p (tree parm, tree type)
{
  tree args = TYPE_ARG_TYPES (type);
  for (; parm && args; parm = DECL_CHAIN (parm), args = TREE_CHAIN (args))
    if (!types_compatible_p (TREE_TYPE (parm), TREE_VALUE (args)))
      return false;
  return !parm && (!args || args == void_list_node);
}

/* Whether PARM is the first of its list, as far as is pending.  */

static bool
first_parm_p (tree parm)
{
  for (tree p = pending; p; p = TREE_CHAIN (p))
    if (DECL_CHAIN (TREE_VALUE (p)) == parm)
      return false;
  return true;
}

/* The stronger of promises A and B.  */

static enum esc_promise
both_promises (enum esc_promise a, enum esc_promise b)
{
  return a == ESC_PROMISE_NOESCAPE || b == ESC_PROMISE_NONE ? a : b;
}

/* The list of those that are pending which is of the parameters of FNDECL, or
   NULL_TREE.  */

static tree
pending_parms (tree fndecl)
{
  tree parms = NULL_TREE;
  for (tree p = pending; p; p = TREE_CHAIN (p))
    {
      tree parm = TREE_VALUE (p);
      if (!first_parm_p (parm) || !parms_fit_p (parm, TREE_TYPE (fndecl)))
	continue;
      if (parms)
	return NULL_TREE;
      parms = parm;
    }
  return parms;
}

/* Function FNDECL has been declared with parameters PARMS.  Remember what they
   promise.  */

static void
record_promises (tree fndecl, tree parms)
{
  if (!promises)
    promises = new hash_map<int_hash<unsigned, 0, UINT_MAX>,
			    vec<enum esc_promise> >;
  vec<enum esc_promise> &known
    = promises->get_or_insert (DECL_UID (fndecl));
  for (unsigned i = 0; parms; parms = DECL_CHAIN (parms), i++)
    {
      if (known.length () <= i)
	known.safe_push (ESC_PROMISE_NONE);
      known[i] = both_promises (known[i], promise_of_parm (parms));
    }
}

void
attributes_finish_decl (void *data, void *)
{
  tree decl = (tree) data;
  if (TREE_CODE (decl) == PARM_DECL)
    {
      if (lang_GNU_C ())
	pending = tree_cons (NULL_TREE, decl, pending);
      return;
    }
  if (seen && TREE_CODE (decl) == FUNCTION_DECL)
    record_promises (decl, lang_GNU_C () ? pending_parms (decl)
					 : DECL_ARGUMENTS (decl));
  pending = NULL_TREE;
}

void
attributes_start_function (void *, void *)
{
  /* These parameters are on the definition itself.  */
  pending = NULL_TREE;
}

enum esc_promise
parameter_promise (tree fndecl, unsigned i)
{
  if (!seen)
    return ESC_PROMISE_NONE;
  enum esc_promise promise = ESC_PROMISE_NONE;
  if (promises)
    {
      vec<enum esc_promise> *known = promises->get (DECL_UID (fndecl));
      if (known && i < known->length ())
	promise = (*known)[i];
    }
  tree parm = DECL_ARGUMENTS (fndecl);
  for (unsigned n = i; parm && n; n--)
    parm = DECL_CHAIN (parm);
  return parm ? both_promises (promise, promise_of_parm (parm)) : promise;
}

bool
attributes_seen_p ()
{
  return seen;
}

void
forget_attributes ()
{
  if (!seen)
    return;
  cgraph_node *node;
  FOR_EACH_FUNCTION (node)
    for (tree p = DECL_ARGUMENTS (node->decl); p; p = DECL_CHAIN (p))
      for (const attribute_spec *a = our_attributes; a->name; a++)
	if (DECL_ATTRIBUTES (p))
	  DECL_ATTRIBUTES (p)
	    = remove_attribute (a->name, DECL_ATTRIBUTES (p));
  if (promises)
    for (hash_map<int_hash<unsigned, 0, UINT_MAX>,
		  vec<enum esc_promise> >::iterator i = promises->begin ();
	 i != promises->end (); ++i)
      (*i).second.release ();
  delete promises;
  promises = NULL;
  seen = false;
}
