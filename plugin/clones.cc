/* Clones: what functions do when they are called with constants.

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


/* See clones.h.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "gimple-iterator.h"
#include "ssa.h"
#include "ssa-iterators.h"
#include "cgraph.h"
#include "tree-dfa.h"
#include "tree-ssa.h"
#include "fold-const.h"
#include "stringpool.h"
#include "attribs.h"

#include "assume.h"
#include "calls-int.h"
#include "characters.h"
#include "clones.h"
#include "paths.h"

/* Bounds: the clones of one function, and the requests for some; requests that
   lead to each other; the calls of clones in a clone; how far the uses of a
   parameter are followed, and how many; and the work for all requests of a
   unit (work_of_request), as a share of what its functions are, and so much
   more.  */
enum
{
  MAX_CLONES = 16,
  MAX_REQUESTS = 32,
  MAX_DEPTH = 8,
  MAX_CALLS = 64,
  MAX_STEPS = 4,
  MAX_USES = 256,
  UNIT_SHARE = 2,
  MIN_WORK = 20000
};

/* Which parameters are worth a clone.  */

enum decisive
{
  DECISIVE_UNKNOWN,
  DECISIVE_ASKED,		/* being found out: no, for a recursion */
  DECISIVE_NO,
  DECISIVE_YES
};

static bool decisive_p (unit *, summary *, unsigned, bool);

/* Whether CALL passes VAL on as an argument that is worth a clone, for
   FUNCTIONS or else.  */

static bool
passed_on_p (unit *u, gcall *call, tree val, bool functions)
{
  tree callee = gimple_call_fndecl (call);
  summary *s = callee ? summary_of_function (u, callee) : NULL;
  if (s)
    for (unsigned i = 0; i < gimple_call_num_args (call); i++)
      if (gimple_call_arg (call, i) == val && decisive_p (u, s, i, functions))
	return true;
  return false;
}

/* Whether CODE tells constants apart that are names for something: flags, kinds
   and marks.  Those that are only compared in size are too many.  */

static bool
tells_apart_p (enum tree_code code)
{
  return TREE_CODE_CLASS (code) != tcc_comparison
	 || code == EQ_EXPR || code == NE_EXPR;
}

/* Whether a condition may be decided if NAME is known; or, if that is one of
   FUNCTIONS, what is called.  STEPS statements in a row are looked at, and so
   many USES.  */

static bool
decides_p (unit *u, tree name, bool functions, int steps, int *uses)
{
  imm_use_iterator i;
  use_operand_p use;
  FOR_EACH_IMM_USE_FAST (use, i, name)
    {
      if (!(*uses)--)
	return false;
      gimple *stmt = USE_STMT (use);
      tree lhs = NULL_TREE;
      switch (gimple_code (stmt))
	{
	case GIMPLE_COND:
	  if (!functions && tells_apart_p (gimple_cond_code (stmt)))
	    return true;
	  break;
	case GIMPLE_SWITCH:
	  return true;
	case GIMPLE_CALL:
	  if ((functions && gimple_call_fn (stmt) == name)
	      || passed_on_p (u, as_a<gcall *> (stmt), name, functions))
	    return true;
	  break;
	case GIMPLE_ASSIGN:
	  if (tells_apart_p (gimple_assign_rhs_code (stmt)))
	    lhs = gimple_assign_lhs (stmt);
	  break;
	case GIMPLE_PHI:
	  lhs = gimple_phi_result (stmt);
	  break;
	default:
	  break;
	}
      if (lhs && TREE_CODE (lhs) == SSA_NAME && steps
	  && decides_p (u, lhs, functions, steps - 1, uses))
	return true;
    }
  return false;
}

/* Whether parameter I of the function of S, if it is a constant, may decide a
   condition there or in a function to which it is passed on; or, if it is one
   of FUNCTIONS, what is called.  */

static bool
decisive_p (unit *u, summary *s, unsigned i, bool functions)
{
  struct function *fun = DECL_STRUCT_FUNCTION (s->decl);
  auto_vec<unsigned char> &decisive = s->decisive[functions];
  if (decisive.is_empty ())
    decisive.safe_grow_cleared (list_length (DECL_ARGUMENTS (s->decl)), true);
  if (i >= decisive.length ())
    return false;
  if (decisive[i] == DECISIVE_UNKNOWN)
    {
      decisive[i] = DECISIVE_ASKED;
      tree p = chain_index (i, DECL_ARGUMENTS (s->decl));
      tree name = is_gimple_reg (p) ? ssa_default_def (fun, p) : NULL_TREE;
      int uses = MAX_USES;
      decisive[i] = name && decides_p (u, name, functions, MAX_STEPS, &uses)
		    ? DECISIVE_YES : DECISIVE_NO;
    }
  return decisive[i] == DECISIVE_YES;
}

/* Whether decisive_p may say so of parameter I of the function of S: it has not
   been asked yet, or has.  */

static bool
may_be_decisive_p (const summary *s, unsigned i, bool functions)
{
  const auto_vec<unsigned char> &decisive = s->decisive[functions];
  return i >= decisive.length () || decisive[i] != DECISIVE_NO;
}

/* The constant that parameter P is if argument ARG of a call is passed for it,
   or NULL_TREE.  KNOWN is what is known of the caller's values.  An argument of
   another type than the callee takes is not understood.  One of a narrow type
   may be passed as an int.  */

static tree
constant_for_parameter (known_values *known, tree arg, tree p)
{
  tree type = TREE_TYPE (p);
  tree constant = known_value (known, arg);
  if (!constant || !(INTEGRAL_TYPE_P (type) || POINTER_TYPE_P (type)))
    return NULL_TREE;
  if (useless_type_conversion_p (type, TREE_TYPE (arg))
      || (INTEGRAL_TYPE_P (type) && INTEGRAL_TYPE_P (TREE_TYPE (arg))
	  && useless_type_conversion_p (DECL_ARG_TYPE (p), TREE_TYPE (arg))
	  && int_fits_type_p (constant, type)))
    return wide_int_to_tree (type, wi::to_widest (constant));
  return NULL_TREE;
}

/* Whether the body of S can be read under an assumption.  What shares its
   frame with nested functions, or finds its arguments by itself, is left
   alone; and one that does nothing for its caller needs no clones.  */

static bool
clonable_p (const unit *u, const summary *s)
{
  return s->started && s->group != u->group
	 && esc_transfer_facts (s->transfer)
	 && !DECL_STATIC_CHAIN (s->decl)
	 && !lookup_attribute ("naked", DECL_ATTRIBUTES (s->decl));
}

/* Whether constants A and B, which may be NULL_TREE, are the same.  */

static bool
same_constant_p (tree a, tree b)
{
  if (!a || !b || TREE_CODE (a) != TREE_CODE (b))
    return a == b;
  if (TREE_CODE (a) == STRING_CST)
    return TREE_STRING_LENGTH (a) == TREE_STRING_LENGTH (b)
	   && memcmp (TREE_STRING_POINTER (a), TREE_STRING_POINTER (b),
		      TREE_STRING_LENGTH (a)) == 0;
  return TREE_CODE (a) == ADDR_EXPR
	 ? TREE_OPERAND (a, 0) == TREE_OPERAND (b, 0)
	 : tree_int_cst_equal (a, b);
}

static bool
same_constants_p (const vec<tree> &a, const vec<tree> &b)
{
  for (unsigned i = 0; i < a.length (); i++)
    if (!same_constant_p (a[i], b[i]))
      return false;
  return true;
}

static int request_for_call (unit *, known_values *, gcall *, summary *);

/* Find the calls in the function of S, as far as request number I executes
   them, that are requests for clones in turn: CALLS.  K is what is known for
   request I.  *TRANSFERS is set if one of those clones has a transfer.  */

static void
find_cloned_calls (unit *u, summary *s, unsigned i, known_values *k,
		   vec<cloned_call> *calls, bool *transfers)
{
  for (cgraph_edge *e = cgraph_node::get (s->decl)->callees;
       e && calls->length () < MAX_CALLS; e = e->next_callee)
    {
      gcall *call = e->call_stmt;
      tree fndecl = gimple_call_fndecl (call);
      summary *callee = fndecl ? summary_of_function (u, fndecl) : NULL;
      if (!callee || !executed_p (k, gimple_bb (call)))
	continue;
      int request = request_for_call (u, k, call, callee);
      cloned_call found = { call, NULL };
      if (request < 0)
	continue;
      if (callee != s || request != (int) i)
	{
	  found.clone = callee->requests[request].clone;
	  /* What is not ready is not used, but for calls to itself.  */
	  if (!found.clone || found.clone->group)
	    continue;
	  *transfers |= found.clone->started;
	}
      calls->safe_push (found);
    }
}

/* The clone of S, for no functions, that is as good for K and CALLS, or
   NULL.  */

static summary *
find_clone (summary *s, known_values *k, const vec<cloned_call> &calls)
{
  for (unsigned i = 0; i < s->clones.length (); i++)
    {
      summary *c = s->clones[i];
      bool same = !c->calls_back && c->calls.length () == calls.length ()
		  && bitmap_equal_p (c->edges, k->edges);
      for (unsigned j = 0; same && j < calls.length (); j++)
	same = c->calls[j].call == calls[j].call
	       && c->calls[j].clone == calls[j].clone;
      if (same)
	return c;
    }
  return NULL;
}

/* Whether a clone of S may get a transfer that says more than that of S.  If
   that is coarse, those of its clones mostly are, too.  */

static bool
worth_transfer_p (const summary *s)
{
  int balance = 0;
  for (unsigned i = 0; i < s->clones.length (); i++)
    if (s->clones[i]->transfer)
      balance += s->clones[i]->started ? 1 : -1;
  return !s->coarse || balance >= 0;
}

/* Whether one of CALLS is to another clone than the one that makes them.  */

static bool
calls_clone_p (const vec<cloned_call> &calls)
{
  for (unsigned i = 0; i < calls.length (); i++)
    if (calls[i].clone)
      return true;
  return false;
}

/* Find the clone for request number I for S, which is for FUNCTIONS or not.
   Transfers leave calls of parameters to the caller, so a clone for functions
   serves joint graphs alone, and just by having parameters of its own.  */

static void
answer_request (unit *u, summary *s, unsigned i, bool functions)
{
  known_values known;
  auto_vec<cloned_call> calls;
  bool differs = false;
  if (!find_known_values (&known, DECL_STRUCT_FUNCTION (s->decl),
			  s->requests[i].constants))
    return;
  find_cloned_calls (u, s, i, &known, &calls, &differs);
  differs |= spares_flows_p (&known);
  if (!differs && !functions && !calls_clone_p (calls))
    return;
  summary *c = functions ? NULL : find_clone (s, &known, calls);
  if (!c && s->clones.length () < MAX_CLONES)
    {
      c = new summary ();
      c->decl = s->decl;
      c->original = s;
      c->calls_back = functions;
      c->constants.safe_splice (s->requests[i].constants);
      c->calls.safe_splice (calls);
      c->edges = BITMAP_ALLOC (NULL);
      bitmap_copy (c->edges, known.edges);
      if (differs && !u->joining && worth_transfer_p (s))
	{
	  c->transfer = new_transfer (u, s->decl);
	  c->known = &known;
	  solve_clone (u, c);
	  c->known = NULL;
	  s->passes_unknown |= c->started && c->passes_unknown;
	}
      s->clones.safe_push (c);
    }
  s->requests[i].clone = c;
}

unsigned
work_of_request (const summary *s)
{
  struct function *fun = DECL_STRUCT_FUNCTION (s->decl);
  return n_basic_blocks_for_fn (fun) + vec_safe_length (SSANAMES (fun));
}

/* Put the constants that CALL passes to the function of S, as far as they
   decide anything there, into CONSTANTS, by parameter; functions among them
   only if FUNCTIONS are asked for.  KNOWN is what is known of the caller's
   values, or NULL.  Return whether there are any, of the kind that is asked
   for.  */

static bool
find_constants (unit *u, known_values *known, gcall *call, summary *s,
		bool functions, vec<tree> *constants)
{
  bool any = false;
  unsigned i = 0;
  for (tree p = DECL_ARGUMENTS (s->decl); p; p = DECL_CHAIN (p), i++)
    {
      tree arg = call_arg (call, i);
      tree function = NULL_TREE, constant = NULL_TREE;
      if (functions && arg && may_be_decisive_p (s, i, true))
	function = known_function (known, arg);
      if (function && decisive_p (u, s, i, true))
	constant = function;
      else if (!function && arg && may_be_decisive_p (s, i, false))
	{
	  constant = constant_for_parameter (known, arg, p);
	  if (constant && !decisive_p (u, s, i, false))
	    constant = NULL_TREE;
	}
      if (!constant && arg)
	constant = string_for_parameter (u, known, arg, s, i);
      any |= constant && (!functions || constant == function);
      constants->safe_push (constant);
    }
  return any;
}

/* The number of the request for a clone of S that CALL is, or -1 if it is none;
   FUNCTIONS says of which kind.  KNOWN is what is known of the caller's values,
   or NULL.  A request that is new is answered, unless that would be too
   much.  */

static int
request_of_kind (unit *u, known_values *known, gcall *call, summary *s,
		 bool functions)
{
  auto_vec<tree, 16> constants;
  unsigned i;
  if (!find_constants (u, known, call, s, functions, &constants))
    return -1;
  for (i = 0; i < s->requests.length (); i++)
    if (same_constants_p (constants, s->requests[i].constants))
      return i;
  unsigned work = work_of_request (s);
  /* A recursion that counts is not unrolled.  */
  if (u->joint || functions != (u->joining == JOINING_FUNCTIONS)
      || s->answering || i >= MAX_REQUESTS
      || u->clone_depth >= MAX_DEPTH || work > u->clone_work)
    return -1;
  clone_request request = { constants.copy (), NULL };
  s->requests.safe_push (request);
  u->clone_work -= work;
  u->clone_depth++;
  s->answering = true;
  answer_request (u, s, i, functions);
  s->answering = false;
  u->clone_depth--;
  return i;
}

/* The same of the best kind.  */

static int
request_for_call (unit *u, known_values *known, gcall *call, summary *s)
{
  if (gimple_call_va_arg_pack_p (call) || !clonable_p (u, s))
    return -1;
  int request = u->joint || u->joining
		? request_of_kind (u, known, call, s, true) : -1;
  return request >= 0 && s->requests[request].clone
	 ? request : request_of_kind (u, known, call, s, false);
}

summary *
summary_for_call (reader *r, gcall *call, summary *s)
{
  summary *c = NULL;
  if (r->clone)
    {
      for (unsigned i = 0; i < r->clone->calls.length () && !c; i++)
	if (r->clone->calls[i].call == call)
	  {
	    c = r->clone->calls[i].clone;
	    if (!c)
	      c = r->clone;
	  }
    }
  else
    {
      int request = request_for_call (r->unit, NULL, call, s);
      if (request >= 0)
	c = s->requests[request].clone;
    }
  /* One without a transfer is for the joint graph alone.  */
  return c && (c->started || (r->unit->joint && c->joined)) ? c : s;
}

/* Make the clones for calls that MEMBERS of a joint graph make of each other, of
   the kind that is JOINING.  */

static void
request_joined (unit *u, const vec<summary *> &members, enum joining_kind kind)
{
  u->joining = kind;
  for (unsigned i = 0; i < members.length (); i++)
    if (!members[i]->original)
      for (cgraph_edge *e = cgraph_node::get (members[i]->decl)->callees; e;
	   e = e->next_callee)
	{
	  tree fndecl = gimple_call_fndecl (e->call_stmt);
	  summary *callee = fndecl ? summary_of_function (u, fndecl) : NULL;
	  if (callee && callee->joined)
	    request_for_call (u, NULL, e->call_stmt, callee);
	}
  u->joining = NOT_JOINING;
}

void
request_joint_clones (unit *u, const vec<summary *> &members)
{
  request_joined (u, members, JOINING_FUNCTIONS);
  request_joined (u, members, JOINING_CONSTANTS);
}

void
allow_clones (unit *u, const function_order &order)
{
  unsigned work = 0;
  for (unsigned i = 0; i < order.functions.length (); i++)
    work += work_of_request (*u->summaries.get (order.functions[i]->decl));
  u->joining = NOT_JOINING;
  u->clone_depth = 0;
  u->clone_work = work / UNIT_SHARE + MIN_WORK;
  u->string_work = u->clone_work;
}

void
free_clones (summary *s)
{
  for (unsigned i = 0; i < s->requests.length (); i++)
    s->requests[i].constants.release ();
  for (unsigned i = 0; i < s->clones.length (); i++)
    {
      BITMAP_FREE (s->clones[i]->edges);
      esc_transfer_free (s->clones[i]->transfer);
      delete s->clones[i];
    }
}
