/* How things leave, step by step, in terms of the source.

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


/* The core finds a path of flows between nodes (path.h).  Here it becomes
   steps that the user can follow: hops that one statement makes are one step;
   statements that only fill GCC's temporaries are stepped over, since the
   next one is printed with their expressions in it; and copies between
   variables, which share a node, are put in.

   A step that is a call is followed by the steps of the callee, from the fact
   of its transfer that is used.  These are kept with the fact, since the
   callee's graph is gone; and they are kept as they are, with calls in them,
   so that a fact costs what its own function contributes.  They are put
   together when a finding is made, as deep as its bounds allow.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "ssa.h"
#include "cgraph.h"
#include "obstack.h"

#include "wording.h"
#include "findings.h"
#include "names.h"
#include "paths.h"
#include "paths-int.h"
#include "unit.h"

/* A flow is told in this many steps at most, this deep into callees.  */
enum { MAX_STEPS = 16, MAX_DEPTH = 8 };

struct explanation
{
  unsigned n;
  kept_step steps[1];
};

static struct obstack memory;
static bool memory_used;

static void
use_memory ()
{
  if (!memory_used)
    obstack_init (&memory);
  memory_used = true;
}

const char *
keep_text (char *text)
{
  if (!text)
    return NULL;
  use_memory ();
  const char *kept
    = (const char *) obstack_copy (&memory, text, strlen (text) + 1);
  free (text);
  return kept;
}

void
forget_explanations ()
{
  if (memory_used)
    obstack_free (&memory, NULL);
  memory_used = false;
}

/* Facts.  */

/* The name of parameter ROOT of R's function, or NULL.  */

static const char *
name_of_parameter (reader *r, int root)
{
  tree p = root >= 0 ? DECL_ARGUMENTS (r->fun->decl) : NULL_TREE;
  while (p && root--)
    p = DECL_CHAIN (p);
  return p && DECL_NAME (p) && !DECL_ARTIFICIAL (p)
	 ? IDENTIFIER_POINTER (DECL_NAME (p)) : NULL;
}

/* Tell the end G of the path of a fact that goes to FACT's destination.  */

static void
tell_end_of_fact (teller *t, const group *g, const esc_fact *fact)
{
  struct subject subject = subject_of_end (t, g);
  kept_step *s;
  switch (fact->dst)
    {
    case ESC_OBJECT_RESULT:
      s = add_step (t, ESC_STEP_LEAVES, g->location, subject);
      s->where = ESC_WHERE_RETURNED;
      break;
    case ESC_OBJECT_GLOBAL:
      {
	tree decl = symbol_decl (fact->symbol);
	s = add_step (t, ESC_STEP_LEAVES, g->location, subject);
	s->where = ESC_WHERE_STORED_IN;
	if (DECL_NAME (decl))
	  s->name = IDENTIFIER_POINTER (DECL_NAME (decl));
	break;
      }
    case ESC_OBJECT_SINK:
      s = add_step (t, ESC_STEP_LEAVES, g->location, subject);
      s->where = fact->sink.where;
      s->name = fact->sink.name;
      break;
    case ESC_OBJECT_ARGUMENT:
      {
	gcall *call = g->stmt ? dyn_cast<gcall *> (g->stmt) : NULL;
	tree fn = call && !gimple_call_fndecl (call)
		  ? gimple_call_fn (call) : NULL_TREE;
	s = add_step (t, ESC_STEP_PASSED_THROUGH, g->location, subject);
	s->through = fn ? keep_text (expression_text (fn)) : NULL;
	if (!s->through)
	  {
	    s->kind = ESC_STEP_LEAVES;
	    s->where = ESC_WHERE_PASSED_UNKNOWN;
	  }
	break;
      }
    default:
      {
	tree lhs = g->stmt && is_gimple_assign (g->stmt)
		   ? gimple_assign_lhs (g->stmt) : NULL_TREE;
	char *text = lhs && TREE_CODE (lhs) != SSA_NAME
		     ? expression_text (lhs) : NULL;
	s = add_step (t, text ? ESC_STEP_STORED : ESC_STEP_LEAVES,
		      g->location, subject);
	s->name = text ? keep_text (text)
		       : name_of_parameter (t->r, fact->dst_root);
	s->where = ESC_WHERE_STORED_IN_POINTEE;
	break;
      }
    }
  s->closing = g->crossing || g->again;
}

void
explain_facts (reader *r, esc_transfer *transfer)
{
  uint32_t n = esc_transfer_facts (transfer);
  if (esc_graph_detail (r->graph) == ESC_FLAT)
    return;
  for (uint32_t i = 0; i < n; i++)
    {
      esc_fact fact = esc_transfer_fact (transfer, i);
      /* Nothing else is a caller's.  */
      if (fact.src != ESC_OBJECT_ROOT && fact.src != ESC_OBJECT_DEREF
	  && fact.src != ESC_OBJECT_ANSWER)
	continue;
      esc_path path;
      if (!esc_fact_path (r->graph, transfer, i, &path))
	continue;
      teller t;
      begin_telling (&t, r, it);
      t.path = &path;
      group end = tell_path (&t);
      tell_end_of_fact (&t, &end, &fact);
      esc_path_free (&path);
      use_memory ();
      unsigned length = t.steps.length ();
      explanation *e
	= (explanation *) obstack_alloc (&memory, sizeof *e
					 + length * sizeof *e->steps);
      e->n = length;
      for (unsigned j = 0; j < length; j++)
	e->steps[j] = t.steps[j];
      esc_transfer_explain (transfer, i, e, length);
    }
}

/* Putting together.  */

/* A finding's path while it is put together.  */
struct assembly
{
  struct esc_findings *list;
  auto_vec<esc_step> steps;
  unsigned depth_limit;
};

/* Whether CLOSING, of a function at DEPTH, says again what the steps of FACT
   have said that were told just before.  */

static bool
told_by_callee_p (const kept_step *closing, const esc_fact *fact,
		  unsigned depth)
{
  switch (closing->where)
    {
    case ESC_WHERE_RETURNED:
    case ESC_WHERE_STORED_IN_ESCAPING:
      return false;
    case ESC_WHERE_STORED_IN_POINTEE:
      return fact->dst != ESC_OBJECT_RESULT && (depth || !closing->name);
    case ESC_WHERE_PASSED_UNKNOWN:
      if (fact->dst == ESC_OBJECT_ARGUMENT)
	return depth;
      /* Fall through.  */
    default:
      return fact->dst == ESC_OBJECT_GLOBAL || fact->dst == ESC_OBJECT_SINK;
    }
}

static void assemble (assembly *, const kept_step *, unsigned, tree,
		      unsigned);

/* Append the steps of the callee of S, at DEPTH.  Return false if there are
   none to be told.  */

static bool
assemble_callee (assembly *a, const kept_step *s, unsigned depth)
{
  if (!s->callee || depth > a->depth_limit || a->steps.length () > MAX_STEPS)
    return false;
  const explanation *e
    = (const explanation *) esc_transfer_explanation (s->callee, s->fact);
  if (!e)
    return false;
  assemble (a, e->steps, e->n, function_of_transfer (s->callee), depth);
  return true;
}

/* Whether A and B, of one function, tell the same.  */

static bool
same_step_p (const esc_step *a, const esc_step *b)
{
  static const esc_wording wording = { "", "", 0, 0, NULL };
  if (a->site.locus != b->site.locus || a->kind != b->kind
      || a->scope != b->scope)
    return false;
  char *text_a = esc_step_text (a, &wording);
  char *text_b = esc_step_text (b, &wording);
  bool same = strcmp (text_a, text_b) == 0;
  free (text_a);
  free (text_b);
  return same;
}

/* Append the N steps STEPS of FUNCTION, at DEPTH.  */

static void
assemble (assembly *a, const kept_step *steps, unsigned n, tree function,
	  unsigned depth)
{
  const char *name
    = esc_findings_string (a->list, source_function_name (function));
  const kept_step *told = NULL;
  for (unsigned i = 0; i < n; i++)
    {
      const kept_step *s = &steps[i];
      if (s->closing && told)
	{
	  esc_fact fact = esc_transfer_fact (told->callee, told->fact);
	  if (told_by_callee_p (s, &fact, depth))
	    continue;
	}
      esc_step step;
      memset (&step, 0, sizeof step);
      step.site = locus_of (s->location);
      /* A return that several statements share has no place of its own.  */
      if (!step.site.line)
	step.site
	  = locus_of (DECL_STRUCT_FUNCTION (function)->function_end_locus);
      step.function = name;
      step.scope = function;
      step.depth = depth;
      step.kind = s->kind;
      step.subject_kind = s->subject_kind;
      step.subject = esc_findings_string (a->list, s->subject);
      step.name = esc_findings_string (a->list, s->name);
      step.through = esc_findings_string (a->list, s->through);
      step.where = s->where;
      unsigned below = depth + 1;
      esc_step *last = a->steps.is_empty () ? NULL : &a->steps.last ();
      if (s->deferred && last && last->kind == ESC_STEP_PASSED_THROUGH)
	{
	  /* Now it is known what is called there.  */
	  last->kind = ESC_STEP_CALLED;
	  last->name = step.name;
	  below = last->depth + 1;
	}
      else if (!last || !same_step_p (last, &step))
	a->steps.safe_push (step);
      told = s->callee && assemble_callee (a, s, below) ? s : NULL;
    }
}

/* Copy the steps of A to FLOW.  */

static void
set_path (assembly *a, struct esc_flow *flow)
{
  flow->n_path = a->steps.length ();
  flow->path = esc_findings_steps (a->list, flow->n_path);
  for (unsigned i = 0; i < flow->n_path; i++)
    flow->path[i] = a->steps[i];
}

/* What the steps call what FINDING is of, LEVEL dereferences away.  */

static struct subject
subject_of_finding (const struct esc_finding *finding, unsigned level)
{
  struct subject s = { ESC_SUBJECT_ADDRESS, finding->label };
  switch (finding->entity)
    {
    case ESC_ENTITY_PARAMETER:
      if (finding->verdict != ESC_VERDICT_ESCAPES)
	{
	  s.kind = ESC_SUBJECT_VALUE;
	  char *stars = XNEWVEC (char, level + strlen (finding->label) + 1);
	  memset (stars, '*', level);
	  strcpy (stars + level, finding->label);
	  s.text = keep_text (stars);
	}
      break;
    case ESC_ENTITY_ALLOCATION:
    case ESC_ENTITY_NESTED_FUNCTION:
      s.kind = ESC_SUBJECT_VALUE;
      break;
    case ESC_ENTITY_ALLOCA:
      if (strcmp (finding->label, finding->name) != 0)
	s.kind = ESC_SUBJECT_VALUE;
      break;
    default:
      break;
    }
  return s;
}

/* Begin T with the nested function OBJECT, by which FINDING's variable
   leaves.  */

static void
tell_nested (teller *t, const struct esc_finding *finding, esc_object object)
{
  if (esc_object_kind (t->r->graph, object) != ESC_OBJECT_FUNCTION
      || finding->entity == ESC_ENTITY_NESTED_FUNCTION)
    return;
  tree decl = symbol_decl (esc_object_entity (t->r->graph, object));
  struct subject subject = { ESC_SUBJECT_VALUE, finding->label };
  kept_step *s = add_step (t, ESC_STEP_NESTED, DECL_SOURCE_LOCATION (decl),
			   subject);
  s->name = keep_text (xstrdup (source_function_name (decl)));
}

/* The length of the way by which LEAK of R's graph leaves, in steps.  */

static uint32_t
length_of_leak (reader *r, const esc_leak *leak)
{
  esc_path path;
  if (!esc_leak_path (r->graph, leak, &path))
    return UINT32_MAX;
  uint32_t cost = path.cost;
  esc_path_free (&path);
  return cost;
}

const esc_leak *
shorter_leak (reader *r, const esc_leak *a, const esc_leak *b)
{
  if (esc_graph_detail (r->graph) == ESC_FLAT)
    return a;
  return length_of_leak (r, b) < length_of_leak (r, a) ? b : a;
}

/* Whether LOCATION is where FLOW leaves.  */

static bool
at_site_p (location_t location, const struct esc_flow *flow)
{
  struct esc_locus l = locus_of (location);
  return l.line == flow->site.line && l.column == flow->site.column;
}

void
explain_flow (reader *r, struct esc_findings *list,
	      const struct esc_finding *finding, const esc_leak *leak,
	      struct esc_flow *flow)
{
  teller t;
  begin_telling (&t, r, subject_of_finding (finding, flow->level));
  if (finding->entity == ESC_ENTITY_PARAMETER && flow->level)
    t.reached_from = finding->label;
  if (leak)
    tell_nested (&t, finding, leak->object);
  group end = { NULL, UNKNOWN_LOCATION, 0, 0, NULL, false, true };
  struct subject subject = it;
  location_t location = (location_t) flow->site.locus;
  /* Where all locals are one, nobody knows whose address went there.  */
  bool told = leak && esc_graph_detail (r->graph) != ESC_FLAT;
  for (const esc_leak *l = told ? leak : NULL; l;)
    {
      esc_path path;
      told = esc_leak_path (r->graph, l, &path);
      if (!told)
	break;
      /* What holds it may leave without a name to be told by.  */
      const esc_leak *next = flow->where != ESC_WHERE_STORED_IN_ESCAPING
			     ? esc_leak_of_via (r->graph, l) : NULL;
      t.path = &path;
      end = tell_path (&t);
      told = l != leak || at_site_p (end.location, flow);
      if (next && !end.crossing)
	tell_group (&t, &end);
      subject = subject_of_end (&t, &end);
      esc_path_free (&path);
      if (told && l != leak)
	location = end.location;
      l = told ? next : NULL;
    }
  if (!told)
    {
      /* Rather nothing than another statement than the note's.  */
      begin_telling (&t, r, t.entity);
      t.steps.truncate (0);
      end = group ();
      subject = it;
    }
  if (t.steps.is_empty ())
    location = (location_t) flow->site.locus;
  kept_step *s = add_step (&t, ESC_STEP_LEAVES, location, subject);
  s->where = flow->where;
  s->name = flow->where_name;
  s->closing = end.crossing || end.again;
  assembly a;
  a.list = list;
  for (a.depth_limit = MAX_DEPTH; ; a.depth_limit--)
    {
      a.steps.truncate (0);
      assemble (&a, t.steps.address (), t.steps.length (), r->fun->decl, 0);
      if (a.steps.length () <= MAX_STEPS || !a.depth_limit)
	break;
    }
  /* What happens in between is left out of one that is still too long.  */
  unsigned n = a.steps.length ();
  if (n > MAX_STEPS)
    {
      a.steps[MAX_STEPS - 1] = a.steps[n - 1];
      a.steps.truncate (MAX_STEPS);
    }
  set_path (&a, flow);
}
