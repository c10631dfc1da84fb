/* One path, step by step, in terms of the source.

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

/* See paths.cc for what is told.  Hops of one statement are a group.  A value
   is printed as the source writes it; what only fills a temporary is stepped
   over and remembered, in case the next statement has no words for it.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "ssa.h"
#include "cgraph.h"
#include "calls.h"

#include "names.h"
#include "paths-int.h"
#include "unit.h"

void
begin_telling (teller *t, reader *r, struct subject entity)
{
  t->r = r;
  t->path = NULL;
  t->entity = entity;
  t->reached_from = NULL;
  t->pending = t->first = it;
  t->pending_location = t->first_location = UNKNOWN_LOCATION;
  t->lost = false;
}

/* Whether NAME is a word of TEXT.  */

static bool
has_word_p (const char *text, const char *name)
{
  size_t length = strlen (name);
  for (const char *p = text; (p = strstr (p, name)); p++)
    if ((p == text || !(ISALNUM (p[-1]) || p[-1] == '_'))
	&& !(ISALNUM (p[length]) || p[length] == '_'))
      return true;
  return false;
}

/* A temporary of T gets SUBJECT at LOCATION.  What has no words says nothing
   new.  */

static void
step_over (teller *t, struct subject subject, location_t location)
{
  if (subject.kind != ESC_SUBJECT_IT)
    {
      t->pending = subject;
      if (t->first.kind == ESC_SUBJECT_IT && t->entity.text
	  && has_word_p (subject.text, t->entity.text))
	{
	  t->first = subject;
	  t->first_location = location;
	}
    }
  if (location != UNKNOWN_LOCATION)
    t->pending_location = location;
}

/* The subject that VAL is.  */

static struct subject
subject_of_value (tree val)
{
  struct subject s = it;
  if (!val)
    return s;
  if (TREE_CODE (val) == ADDR_EXPR
      && TREE_CODE (TREE_OPERAND (val, 0)) != FUNCTION_DECL)
    {
      s.kind = ESC_SUBJECT_ADDRESS;
      val = TREE_OPERAND (val, 0);
    }
  else
    {
      s.kind = ESC_SUBJECT_VALUE;
      /* A temporary that holds an address.  */
      if (TREE_CODE (val) == SSA_NAME && !SSA_NAME_IS_DEFAULT_DEF (val)
	  && (!SSA_NAME_VAR (val) || DECL_ARTIFICIAL (SSA_NAME_VAR (val))))
	{
	  gassign *def = dyn_cast<gassign *> (SSA_NAME_DEF_STMT (val));
	  if (def && (gimple_assign_single_p (def)
		      || gimple_assign_cast_p (def))
	      && TREE_CODE (gimple_assign_rhs1 (def)) == ADDR_EXPR)
	    return subject_of_value (gimple_assign_rhs1 (def));
	}
    }
  s.text = keep_text (expression_text (val));
  return s.text ? s : it;
}

/* The name of the variable that SSA name VAL is a value of, or NULL.  */

static const char *
name_of_value (tree val)
{
  tree var = TREE_CODE (val) == SSA_NAME ? SSA_NAME_VAR (val) : NULL_TREE;
  return var && DECL_NAME (var) && !DECL_ARTIFICIAL (var)
	 ? IDENTIFIER_POINTER (DECL_NAME (var)) : NULL;
}

/* SUBJECT, at LOCATION, is about to be told of first by T.  If it does not name
   what leaves, tell before how it comes to it: from a temporary, or by loads
   from what a parameter points to.  */

static void
tell_beginning (teller *t, struct subject subject, location_t location)
{
  if (!t->steps.is_empty () || !t->entity.text
      || subject.kind == ESC_SUBJECT_IT)
    return;
  kept_step step = kept_step ();
  if (t->reached_from)
    {
      if (has_word_p (subject.text, t->reached_from))
	return;
      step.kind = ESC_STEP_FOUND;
      step.location = location;
      step.subject_kind = subject.kind;
      step.subject = subject.text;
      step.name = t->reached_from;
    }
  else
    {
      if (t->first.kind == ESC_SUBJECT_IT
	  || has_word_p (subject.text, t->entity.text))
	return;
      step.kind = ESC_STEP_TAKEN;
      step.location = t->first_location;
      step.subject_kind = t->first.kind;
      step.subject = t->first.text;
    }
  t->steps.safe_push (step);
}

kept_step *
add_step (teller *t, esc_step_kind kind, location_t location,
	  struct subject subject)
{
  if (subject.kind == ESC_SUBJECT_IT)
    subject = t->pending;
  tell_beginning (t, subject, location);
  if (subject.kind == ESC_SUBJECT_IT && t->steps.is_empty ())
    subject = t->entity;
  if (location == UNKNOWN_LOCATION)
    location = t->pending_location;
  t->pending = it;
  t->pending_location = UNKNOWN_LOCATION;
  kept_step step = kept_step ();
  step.kind = kind;
  step.location = location;
  step.subject_kind = subject.kind;
  step.subject = subject.text;
  if (kind == ESC_STEP_NESTED && subject.kind == ESC_SUBJECT_ADDRESS)
    step.subject_kind = ESC_SUBJECT_VALUE;
  t->steps.safe_push (step);
  return &t->steps.last ();
}

/* Add steps for the copies by which VAL got its value from what NODE was made
   for: a copy between SSA names makes no node of its own.  */

static void
tell_copies (teller *t, tree val)
{
  auto_vec<gimple *> copies;
  while (val && TREE_CODE (val) == SSA_NAME)
    {
      gimple *def = SSA_NAME_DEF_STMT (val);
      if (!gimple_assign_ssa_name_copy_p (def))
	break;
      copies.safe_push (def);
      val = gimple_assign_rhs1 (def);
    }
  while (!copies.is_empty ())
    {
      gimple *copy = copies.pop ();
      tree from = gimple_assign_rhs1 (copy);
      const char *name = name_of_value (gimple_assign_lhs (copy));
      if (!name)
	step_over (t, subject_of_value (from), gimple_location (copy));
      else if (name != name_of_value (from))
	add_step (t, ESC_STEP_GETS, gimple_location (copy),
		  subject_of_value (from))->name = name;
    }
}

/* Whether the value of operand VAL is in NODE.  */

static bool
value_in_node_p (teller *t, tree val, esc_node node)
{
  if (!val || TREE_CODE (val) != SSA_NAME || !node)
    return false;
  unsigned version = SSA_NAME_VERSION (val);
  return version < t->r->ssa.length () && t->r->ssa[version] == node;
}

/* The pointer that the address VAL is a part of the pointee of, or VAL: P of
   &P->FIELD.  */

static tree
pointer_of_address (tree val)
{
  if (!val || TREE_CODE (val) != ADDR_EXPR)
    return val;
  tree base = get_base_address (TREE_OPERAND (val, 0));
  return base && TREE_CODE (base) == MEM_REF ? TREE_OPERAND (base, 0) : val;
}

/* The first node that G's flow comes from, or 0.  */

static esc_node
first_node (teller *t, const group *g)
{
  for (size_t i = g->from; i < g->to; i++)
    if (t->path->hops[i].from)
      return t->path->hops[i].from;
  return 0;
}

/* The operand of G's statement that carries the value in; tell how it came to
   have it.  NULL_TREE if it comes from memory.  */

static void
tell_operand_copies (teller *t, const group *g)
{
  esc_node node = first_node (t, g);
  if (gphi *phi = dyn_cast<gphi *> (g->stmt))
    {
      for (unsigned i = 0; i < gimple_phi_num_args (phi); i++)
	if (value_in_node_p (t, gimple_phi_arg_def (phi, i), node))
	  {
	    tell_copies (t, gimple_phi_arg_def (phi, i));
	    return;
	  }
      return;
    }
  for (unsigned i = is_gimple_assign (g->stmt); i < gimple_num_ops (g->stmt);
       i++)
    {
      tree val = pointer_of_address (gimple_op (g->stmt, i));
      if (value_in_node_p (t, val, node))
	{
	  tell_copies (t, val);
	  return;
	}
    }
}

/* What assignment STMT assigns.  */

static struct subject
subject_of_assign (gassign *stmt)
{
  if (gimple_assign_single_p (stmt))
    return subject_of_value (gimple_assign_rhs1 (stmt));
  struct subject s = { ESC_SUBJECT_VALUE, keep_text (computed_text (stmt)) };
  return s.text ? s : it;
}

/* STMT puts SUBJECT where LHS is; tell it unless that is a temporary.  */

static void
tell_assign (teller *t, gimple *stmt, tree lhs, struct subject subject)
{
  if (!lhs)
    return;
  if (TREE_CODE (lhs) == SSA_NAME)
    {
      const char *name = name_of_value (lhs);
      if (name)
	add_step (t, ESC_STEP_GETS, gimple_location (stmt), subject)->name
	  = name;
      else
	step_over (t, subject, gimple_location (stmt));
      return;
    }
  const char *name = keep_text (expression_text (lhs));
  if (name)
    add_step (t, DECL_P (lhs) ? ESC_STEP_GETS : ESC_STEP_STORED,
	      gimple_location (stmt), subject)->name = name;
  else
    step_over (t, subject, gimple_location (stmt));
}

/* Calls.  */

/* Whether one of the pointers in NODE is to OBJECT.  */

static bool
points_to_p (teller *t, esc_node node, esc_object object)
{
  const esc_graph *g = t->r->graph;
  uint32_t n = node ? esc_node_size (g, node) : 0;
  for (uint32_t i = 0; i < n; i++)
    if (esc_place_target (g, esc_node_element (g, node, i, NULL)).object
	== object)
      return true;
  return false;
}

/* CALL as a value, or "it" where the source has no call.  */

static struct subject
subject_of_result (gcall *call)
{
  struct subject s = { ESC_SUBJECT_VALUE, NULL };
  if (gimple_call_internal_p (call, IFN_VA_ARG))
    {
      struct subject list = subject_of_value (gimple_call_arg (call, 0));
      s.text = list.text ? keep_text (concat ("va_arg (", list.text, ")",
					      NULL)) : NULL;
    }
  else if (call_of_source_p (call))
    s.text = keep_text (call_text (call));
  return s.text ? s : it;
}

/* The argument of CALL by which FACT's callee, which G crosses, finds what the
   argument leads to; or -1.  */

static int
leading_argument (teller *t, gcall *call, const group *g,
		  const esc_fact *fact)
{
  const esc_call *c = g->crossing->call;
  unsigned n = MIN (c->n_arguments, gimple_call_num_args (call));
  if (fact->root >= 0 && fact->root < (int) n)
    return fact->root;
  /* The memory that it was read from.  */
  esc_object memory = 0;
  for (size_t i = g->to; i > 0 && !memory; i--)
    if (t->path->hops[i - 1].silent)
      memory = t->path->hops[i - 1].memory;
  for (unsigned i = 0; memory && i < n; i++)
    if (points_to_p (t, c->arguments[i].value, memory))
      return i;
  return -1;
}

/* The argument of CALL that the flow of G comes in by, or -1.  */

static int
argument_of_group (teller *t, gcall *call, const group *g)
{
  if (g->again)
    return -1;
  esc_node node = first_node (t, g);
  unsigned n = gimple_call_num_args (call);
  if (g->crossing)
    {
      const esc_call *c = g->crossing->call;
      esc_fact fact = esc_transfer_fact (g->crossing->callee,
					 g->crossing->fact);
      if (g->crossing->deferred)
	return -1;
      for (unsigned i = 0; node && i < MIN (c->n_arguments, n); i++)
	if (c->arguments[i].value == node)
	  return i;
      return leading_argument (t, call, g, &fact);
    }
  for (unsigned i = 0; i < n; i++)
    if (value_in_node_p (t, gimple_call_arg (call, i), node))
      return i;
  /* The address is taken for the call, in the only argument it can be.  */
  int only = -1;
  for (unsigned i = 0; i < n && !t->path->hops[g->from].from; i++)
    if (TREE_CODE (gimple_call_arg (call, i)) == ADDR_EXPR)
      {
	if (only >= 0)
	  return -1;
	only = i;
      }
  return only;
}

/* The subject that is passed to CALL by G's flow.  */

static struct subject
subject_of_call (teller *t, gcall *call, const group *g)
{
  int i = argument_of_group (t, call, g);
  return i < 0 ? it : subject_of_value (gimple_call_arg (call, i));
}

tree
function_of_transfer (const esc_transfer *transfer)
{
  return (tree) esc_transfer_owner (transfer);
}

/* G is a call of a function whose body is seen, or that has a model.  */

static void
tell_crossing (teller *t, gcall *call, const group *g)
{
  const esc_hop *hop = g->crossing;
  esc_fact fact = esc_transfer_fact (hop->callee, hop->fact);
  tree callee = function_of_transfer (hop->callee);
  char *name = xstrdup (callee ? source_function_name (callee)
			       : callee_name (call));
  if (fact.src == ESC_OBJECT_BLOCK || fact.src == ESC_OBJECT_LOCAL)
    {
      /* What it makes and returns.  */
      free (name);
      tell_assign (t, call, gimple_call_lhs (call),
		   subject_of_result (call));
      return;
    }
  struct subject subject = t->lost ? it : subject_of_call (t, call, g);
  enum esc_step_kind kind = ESC_STEP_PASSED;
  if (fact.root == ESC_ROOT_CHAIN)
    {
      kind = ESC_STEP_NESTED;
      subject = it;
    }
  else if ((fact.level && !hop->deferred) || t->lost)
    {
      bool led = !t->steps.is_empty () && subject.kind != ESC_SUBJECT_IT;
      kind = led ? ESC_STEP_REACHED : ESC_STEP_REACHED_SOMEHOW;
      if (!led)
	subject = it;
    }
  kept_step *s = add_step (t, kind, g->location, subject);
  if (s->kind == ESC_STEP_PASSED && s->subject_kind == ESC_SUBJECT_IT)
    s->kind = ESC_STEP_REACHED_SOMEHOW;
  s->name = keep_text (name);
  s->callee = callee ? hop->callee : NULL;
  s->fact = hop->fact;
  s->deferred = hop->deferred;
}

/* G is a call of which only the result and the effect are known.  */

static void
tell_known_call (teller *t, gcall *call, const group *g)
{
  tree lhs = gimple_call_lhs (call);
  esc_node last = t->path->hops[g->to - 1].to;
  if (lhs && TREE_CODE (lhs) == SSA_NAME && value_in_node_p (t, lhs, last))
    {
      tell_assign (t, call, lhs, subject_of_result (call));
      return;
    }
  if (gimple_call_internal_p (call))
    return;
  if (g->again)
    return;
  tree fn = gimple_call_fn (call);
  char *name = gimple_call_fndecl (call) ? xstrdup (callee_name (call))
	       : fn ? expression_text (fn) : NULL;
  if (name)
    add_step (t, ESC_STEP_PASSED, g->location,
	      subject_of_call (t, call, g))->name = keep_text (name);
}

/* Whether G, a call of a function with a model, only gives back what it is
   given, as strchr does, so that the call says all.  */

static bool
gives_back_p (teller *t, gcall *call, const group *g)
{
  tree lhs = gimple_call_lhs (call);
  return !esc_transfer_owner (g->crossing->callee) && lhs
	 && value_in_node_p (t, lhs, t->path->hops[g->to - 1].to);
}

/* Asm STMT, which has no instructions, gives back what it gets, for G.  */

static void
tell_asm (teller *t, gasm *stmt, const group *g)
{
  struct subject subject = it;
  for (unsigned i = 0; i < gimple_asm_ninputs (stmt); i++)
    {
      tree in = TREE_VALUE (gimple_asm_input_op (stmt, i));
      if (value_in_node_p (t, in, first_node (t, g)))
	subject = subject_of_value (in);
    }
  for (unsigned i = 0; i < gimple_asm_noutputs (stmt); i++)
    {
      tree out = TREE_VALUE (gimple_asm_output_op (stmt, i));
      if (value_in_node_p (t, out, t->path->hops[g->to - 1].to))
	tell_assign (t, stmt, out, subject);
    }
}

void
tell_group (teller *t, const group *g)
{
  if (!g->stmt)
    return;
  tell_operand_copies (t, g);
  switch (gimple_code (g->stmt))
    {
    case GIMPLE_ASSIGN:
      tell_assign (t, g->stmt, gimple_assign_lhs (g->stmt),
		   subject_of_assign (as_a<gassign *> (g->stmt)));
      break;
    case GIMPLE_CALL:
      if (g->crossing && !gives_back_p (t, as_a<gcall *> (g->stmt), g))
	tell_crossing (t, as_a<gcall *> (g->stmt), g);
      else
	tell_known_call (t, as_a<gcall *> (g->stmt), g);
      break;
    case GIMPLE_ASM:
      tell_asm (t, as_a<gasm *> (g->stmt), g);
      break;
    default:
      break;
    }
}

struct subject
subject_of_end (teller *t, const group *g)
{
  if (!g->stmt || g->again || g->crossing || t->lost)
    return it;
  switch (gimple_code (g->stmt))
    {
    case GIMPLE_ASSIGN:
      return subject_of_assign (as_a<gassign *> (g->stmt));
    case GIMPLE_CALL:
      return subject_of_call (t, as_a<gcall *> (g->stmt), g);
    case GIMPLE_RETURN:
      return subject_of_value (gimple_return_retval
			       (as_a<greturn *> (g->stmt)));
    default:
      return it;
    }
}

/* Take hops of T's path from FROM on as one group: those that one statement
   makes, up to the end of what one callee does.  */

static group
next_group (teller *t, size_t from)
{
  const esc_hop *hops = t->path->hops;
  size_t n = t->path->n_hops;
  group g = { (gimple *) hops[from].site, UNKNOWN_LOCATION, from, from, NULL,
	      false, false };
  while (g.to < n && hops[g.to].site == hops[from].site)
    {
      const esc_hop *hop = &hops[g.to];
      /* Another object's way begins.  */
      if (g.to > from && !hop->from)
	break;
      bool fact = hop->callee && hop->fact != ESC_NO_FACT;
      if (g.crossing && (hop->callee != g.crossing->callee
			 || hop->call != g.crossing->call
			 || hop->fact != g.crossing->fact))
	break;
      if (fact)
	g.crossing = hop;
      if (hop->loc)
	g.location = (location_t) hop->loc;
      g.to++;
    }
  g.again = from > 0 && g.stmt && is_gimple_call (g.stmt)
	    && hops[from - 1].site == g.stmt;
  g.final = g.to == n;
  return g;
}

/* Whether G meets memory that T's graph does not tell apart.  Where a path
   begins, this is what it is about.  */

static bool
meets_rest_p (teller *t, const group *g)
{
  const esc_graph *graph = t->r->graph;
  if (esc_graph_detail (graph) == ESC_FINE)
    return false;
  if (g->from == 0 && esc_object_root_of (graph, t->path->object)
		      == ESC_ROOT_ALL)
    return true;
  for (size_t i = MAX (g->from, 1); i < g->to; i++)
    {
      const esc_hop *hop = &t->path->hops[i];
      if (!hop->silent || !hop->memory)
	continue;
      enum esc_object_kind kind = esc_object_kind (graph, hop->memory);
      if (kind == ESC_OBJECT_ROOT || kind == ESC_OBJECT_DEREF)
	return true;
    }
  return false;
}

group
tell_path (teller *t)
{
  group g = { NULL, UNKNOWN_LOCATION, 0, 0, NULL, false, true };
  t->lost = false;
  for (size_t i = 0; i < t->path->n_hops; i = g.to)
    {
      g = next_group (t, i);
      t->lost |= meets_rest_p (t, &g);
      if (t->lost && !g.final)
	continue;
      if (!g.final)
	tell_group (t, &g);
      else if (g.stmt)
	{
	  if (g.crossing && is_gimple_call (g.stmt))
	    tell_group (t, &g);
	  else if (!t->lost)
	    tell_operand_copies (t, &g);
	}
    }
  return g;
}
