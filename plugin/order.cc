/* The order in which functions are visited: callees first.

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


/* Tarjan's strongly connected components (1972) of the symbol table, without
   recursion, since call chains can be long.  Vertices are functions with
   bodies and constant variables; the latter only pass on what they refer
   to.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "ssa.h"
#include "cgraph.h"
#include "stringpool.h"
#include "attribs.h"

#include "order.h"
#include "reader.h"

/* Whether NODE is a function whose body is read.  The body of an inline
   function that is not compiled here (C's plain inline, GNU C's extern
   inline) is there only when GCC optimises, and need not be the one that is
   called; unless it is always inlined.  */

static bool
has_body_p (symtab_node *node)
{
  cgraph_node *function = dyn_cast<cgraph_node *> (node);
  return function && function->has_gimple_body_p ()
	 && (!DECL_EXTERNAL (function->decl)
	     || lookup_attribute ("always_inline",
				  DECL_ATTRIBUTES (function->decl)))
	 && DECL_STRUCT_FUNCTION (function->decl)
	 && gimple_in_ssa_p (DECL_STRUCT_FUNCTION (function->decl));
}

/* The order of the source, for symbols.  */

static int
compare_symbols (const void *pa, const void *pb)
{
  const symtab_node *a = *(const symtab_node *const *) pa;
  const symtab_node *b = *(const symtab_node *const *) pb;
  location_t la = DECL_SOURCE_LOCATION (a->decl);
  location_t lb = DECL_SOURCE_LOCATION (b->decl);
  if (la != lb)
    return la < lb ? -1 : 1;
  return a->order < b->order ? -1 : a->order > b->order;
}

/* Whether others than this unit can see NODE, or the user wants it kept.  */

static bool
kept_p (symtab_node *node)
{
  tree decl = node->decl;
  return (TREE_PUBLIC (decl) && !DECL_EXTERNAL (decl) && !DECL_COMDAT (decl))
	 || DECL_PRESERVE_P (decl)
	 || (TREE_CODE (decl) == FUNCTION_DECL
	     && (DECL_STATIC_CONSTRUCTOR (decl)
		 || DECL_STATIC_DESTRUCTOR (decl)));
}

/* Add to NEEDED all that is kept and what is reached from there.  */

static void
find_needed (hash_set<symtab_node *> *needed)
{
  auto_vec<symtab_node *> pending;
  symtab_node *node;
  FOR_EACH_SYMBOL (node)
    if (kept_p (node) && !needed->add (node))
      pending.safe_push (node);
  while (!pending.is_empty ())
    {
      node = pending.pop ();
      symtab_node *to = node->ultimate_alias_target ();
      if (!needed->add (to))
	pending.safe_push (to);
      cgraph_node *function = dyn_cast<cgraph_node *> (node);
      if (function && !has_body_p (function))
	continue;
      if (function)
	for (cgraph_edge *e = function->callees; e; e = e->next_callee)
	  if (!needed->add (e->callee))
	    pending.safe_push (e->callee);
      ipa_ref *ref;
      for (unsigned i = 0; node->iterate_reference (i, ref); i++)
	if (!needed->add (ref->referred))
	  pending.safe_push (ref->referred);
    }
}

/* A vertex that has been reached.  */
struct vertex
{
  symtab_node *node;
  unsigned low;			/* the lowest vertex on the stack it reaches */
  bool on_stack;
};

/* A vertex whose successors are being visited.  */
struct visit
{
  unsigned vertex;
  vec<symtab_node *> successors;
  unsigned next;
};

struct walk
{
  auto_vec<vertex> vertices;	/* in the order in which they are reached */
  hash_map<symtab_node *, unsigned> numbers;
  auto_vec<unsigned> stack;
  auto_vec<visit> visits;
  function_order *order;
};

/* The vertex that NODE stands for, or NULL.  */

static symtab_node *
vertex_of (symtab_node *node)
{
  node = node->ultimate_alias_target ();
  if (has_body_p (node))
    return node;
  varpool_node *variable = dyn_cast<varpool_node *> (node);
  return variable && constant_variable_p (variable->decl) ? node : NULL;
}

/* Begin to visit NODE.  */

static void
enter (walk *w, symtab_node *node)
{
  vertex v = { node, w->vertices.length (), true };
  visit i = { v.low, vNULL, 0 };
  w->numbers.put (node, v.low);
  w->vertices.safe_push (v);
  w->stack.safe_push (v.low);

  symtab_node *to;
  if (cgraph_node *function = dyn_cast<cgraph_node *> (node))
    for (cgraph_edge *e = function->callees; e; e = e->next_callee)
      if ((to = vertex_of (e->callee)))
	i.successors.safe_push (to);
  ipa_ref *ref;
  for (unsigned j = 0; node->iterate_reference (j, ref); j++)
    if ((to = vertex_of (ref->referred)))
      i.successors.safe_push (to);
  i.successors.qsort (compare_symbols);
  w->visits.safe_push (i);
}

/* All successors of vertex V have been visited.  If no vertex below it is
   reached from it, what is above it is a group.  */

static void
leave (walk *w, unsigned v)
{
  if (!w->visits.is_empty ())
    {
      unsigned from = w->visits.last ().vertex;
      w->vertices[from].low = MIN (w->vertices[from].low,
				   w->vertices[v].low);
    }
  if (w->vertices[v].low != v)
    return;
  function_order *order = w->order;
  unsigned begin = order->functions.length ();
  unsigned member;
  do
    {
      member = w->stack.pop ();
      w->vertices[member].on_stack = false;
      cgraph_node *function
	= dyn_cast<cgraph_node *> (w->vertices[member].node);
      if (function)
	order->functions.safe_push (function);
    }
  while (member != v);
  if (order->functions.length () > begin)
    order->ends.safe_push (order->functions.length ());
}

void
compute_order (function_order *order)
{
  walk w;
  w.order = order;
  hash_set<symtab_node *> needed;
  find_needed (&needed);
  auto_vec<symtab_node *> roots;
  cgraph_node *function;
  FOR_EACH_FUNCTION_WITH_GIMPLE_BODY (function)
    if (has_body_p (function) && needed.contains (function))
      roots.safe_push (function);
  roots.qsort (compare_symbols);
  for (unsigned i = 0; i < roots.length (); i++)
    {
      if (w.numbers.get (roots[i]))
	continue;
      enter (&w, roots[i]);
      while (!w.visits.is_empty ())
	{
	  visit *at = &w.visits.last ();
	  if (at->next == at->successors.length ())
	    {
	      unsigned v = at->vertex;
	      at->successors.release ();
	      w.visits.pop ();
	      leave (&w, v);
	      continue;
	    }
	  symtab_node *to = at->successors[at->next++];
	  if (unsigned *number = w.numbers.get (to))
	    {
	      if (w.vertices[*number].on_stack)
		w.vertices[at->vertex].low
		  = MIN (w.vertices[at->vertex].low, *number);
	    }
	  else
	    enter (&w, to);
	}
    }
}
