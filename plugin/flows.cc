/* The ways by which what a function makes leaves.

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


/* See findings-int.h.  A way out of the solved graph (verdict.h) becomes a flow
   of a finding: where it goes, by which statement, and in the words that notes
   have for it.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "cgraph.h"
#include "input.h"
#include "varasm.h"

#include "findings-int.h"
#include "findings.h"
#include "names.h"
#include "options.h"
#include "paths.h"
#include "resets.h"

/* Names.  */

/* The name of parameter ROOT of M's function.  */

static const char *
parameter_name (maker *m, int root)
{
  if (root == ESC_ROOT_VARARGS)
    return "...";
  tree p = DECL_ARGUMENTS (m->r->fun->decl);
  while (p && root--)
    p = DECL_CHAIN (p);
  const char *name = p && DECL_NAME (p) ? IDENTIFIER_POINTER (DECL_NAME (p))
					: NULL;
  /* The parameters of OpenMP's functions begin with a dot; `this' does
     not.  */
  return name && *name != '.' ? name : NULL;
}

static const char *
symbol_name (unsigned symbol)
{
  tree decl = symbol ? symbol_decl (symbol) : NULL_TREE;
  return decl && DECL_NAME (decl) ? IDENTIFIER_POINTER (DECL_NAME (decl))
				  : NULL;
}

/* What a note quotes of entity NUMBER, or NULL if it has nothing.  */

const char *
entity_label (maker *m, unsigned number)
{
  if (m->labels.length () <= number)
    m->labels.safe_grow_cleared (m->r->entities.length (), true);
  if (m->labels[number])
    return m->labels[number];
  const entity *e = &m->r->entities[number];
  char *text = NULL;
  if (e->decl && e->kind == ESC_ENTITY_LITERAL)
    {
      char *type = type_text (TREE_TYPE (e->decl));
      text = concat ("(", type, ") { ... }", NULL);
      free (type);
    }
  else if (e->decl && DECL_NAME (e->decl) && !DECL_ARTIFICIAL (e->decl))
    text = xstrdup (IDENTIFIER_POINTER (DECL_NAME (e->decl)));
  else if (e->name)
    text = xstrdup (e->name);
  else if (e->stmt && !e->silent)
    text = call_text (as_a<gcall *> (e->stmt));
  else if (e->kind == ESC_ENTITY_TEMPORARY && !e->silent)
    text = xstrdup ("temporary");
  if (!text)
    return NULL;
  m->labels[number] = esc_findings_string (m->list, text);
  free (text);
  return m->labels[number];
}

/* What a note quotes of OBJECT, in which something is stored; or NULL.  */

const char *
container_label (maker *m, esc_object object)
{
  const esc_graph *g = m->r->graph;
  switch (esc_object_kind (g, object))
    {
    case ESC_OBJECT_BLOCK:
      if (const struct esc_call *call = esc_object_call (g, object))
	{
	  if (!call->site)
	    return NULL;
	  char *text = call_text ((gcall *) call->site);
	  const char *label = esc_findings_string (m->list, text);
	  free (text);
	  return label;
	}
      /* Fall through.  */
    case ESC_OBJECT_LOCAL:
      {
	if (esc_graph_detail (g) == ESC_FLAT)
	  return NULL;
	unsigned number = esc_object_entity (g, object);
	const entity *e = &m->r->entities[number];
	return e->frame || e->kind == ESC_ENTITY_TEMPORARY
		 ? NULL : entity_label (m, number);
      }
    default:
      return NULL;
    }
}

/* Flows.  */

/* The flow that LEAK is, of something that was dereferenced LEVEL times.  */

struct esc_flow
flow_of_leak (maker *m, const esc_leak *leak, unsigned level)
{
  const esc_graph *g = m->r->graph;
  struct esc_flow f;
  memset (&f, 0, sizeof f);
  f.level = level;
  f.into = leak->into;
  f.site = locus_of ((location_t) leak->loc);
  switch (esc_object_kind (g, leak->sink))
    {
    case ESC_OBJECT_RESULT:
      f.to = ESC_TO_RESULT;
      f.where = ESC_WHERE_RETURNED;
      f.where_name = m->function;
      break;
    case ESC_OBJECT_GLOBAL:
      f.to = ESC_TO_GLOBAL;
      f.where = ESC_WHERE_STORED_IN;
      f.name = f.where_name
	= symbol_name (esc_object_entity (g, leak->sink));
      if (level == 0 && !leak->via
	  && reset_before_return_p (&m->around, leak->object, leak->sink))
	f.reset_by = m->function;
      break;
    case ESC_OBJECT_ROOT:
    case ESC_OBJECT_DEREF:
    case ESC_OBJECT_ANSWER:
      {
	int root = esc_object_root_of (g, leak->sink);
	if (root == ESC_ROOT_CHAIN)
	  {
	    f.to = ESC_TO_ENCLOSING_FUNCTION;
	    f.where = ESC_WHERE_ENCLOSING;
	    f.name = f.where_name = enclosing_function_name (m->r->fun->decl);
	    break;
	  }
	if (root == ESC_ROOT_NONE || root == ESC_ROOT_ALL)
	  {
	    f.to = ESC_TO_HEAP;
	    f.where = ESC_WHERE_STORED_IN_POINTEE;
	    break;
	  }
	f.to = ESC_TO_PARAMETER;
	f.where = ESC_WHERE_STORED_IN_POINTEE;
	f.name = f.where_name = parameter_name (m, root);
	break;
      }
    case ESC_OBJECT_ARGUMENT:
      f.to = ESC_TO_CALL;
      f.where = ESC_WHERE_PASSED_UNKNOWN;
      f.name = f.where_name
	= esc_object_sink_of (g, esc_object_function_of (g, leak->sink))
	    ->name;
      break;
    case ESC_OBJECT_SINK:
      {
	const struct esc_sink *s = esc_object_sink_of (g, leak->sink);
	f.to = s->to;
	f.where = s->where;
	f.name = f.where_name = s->name;
	break;
      }
    default:
      f.to = ESC_TO_HEAP;
      f.where = ESC_WHERE_STORED_IN_POINTEE;
      if (esc_object_kind (g, leak->sink) == ESC_OBJECT_WORLD
	  && esc_object_entity (g, leak->sink))
	{
	  f.to = ESC_TO_GLOBAL;
	  f.name = f.where_name
	    = symbol_name (esc_object_entity (g, leak->sink));
	}
    }
  return f;
}

/* FLOW is LEAK (or NULL).  If that leads by way of a container with a name, let
   it say so.  */

static void
name_container (maker *m, const esc_leak *leak, struct esc_flow *flow)
{
  const char *container
    = leak && leak->via ? container_label (m, leak->via) : NULL;
  if (!container)
    return;
  const esc_graph *g = m->r->graph;
  if (esc_object_kind (g, leak->via) == ESC_OBJECT_LOCAL)
    {
      unsigned number = esc_object_entity (g, leak->via);
      flow->container = key_of_entity (m->r->entities[number]);
      flow->beyond = flow->where;
      flow->beyond_name = esc_findings_string (m->list, flow->where_name);
    }
  flow->where = ESC_WHERE_STORED_IN_ESCAPING;
  flow->where_name = container;
}

/* Whether A and B are the same way, however many statements take it.  */

static bool
same_way_p (const struct esc_flow *a, const struct esc_flow *b)
{
  return a->to == b->to && a->level == b->level && a->into == b->into
	 && (a->name == b->name
	     || (a->name && b->name && strcmp (a->name, b->name) == 0));
}

/* Whether the statement of A comes before that of B.  */

static bool
earlier_p (const struct esc_flow *a, const struct esc_flow *b)
{
  int files = strcmp (a->site.file, b->site.file);
  if (files)
    return files < 0;
  return a->site.line != b->site.line ? a->site.line < b->site.line
				      : a->site.column < b->site.column;
}

/* Whether notes say the same of A and B.  */

static bool
same_words_p (const struct esc_flow *a, const struct esc_flow *b)
{
  return a->where == b->where
	 && (a->where_name == b->where_name
	     || (a->where_name && b->where_name
		 && strcmp (a->where_name, b->where_name) == 0));
}

void
flow_list::add (const struct esc_flow &flow, const esc_leak *leak, reader *r)
{
  for (unsigned i = 0; i < all.length (); i++)
    if (same_way_p (&all[i], &flow))
      {
	const char *reset_by = all[i].reset_by ? flow.reset_by : NULL;
	if (earlier_p (&flow, &all[i]))
	  {
	    all[i] = flow;
	    leaks[i] = leak;
	  }
	else if (leak && leaks[i] && r->unit->traced
		 && !earlier_p (&all[i], &flow)
		 && leak->via == leaks[i]->via
		 && same_words_p (&all[i], &flow))
	  leaks[i] = shorter_leak (r, leaks[i], leak);
	all[i].reset_by = reset_by;
	return;
      }
  all.safe_push (flow);
  leaks.safe_push (leak);
}

/* Of what is in a flat graph this many ways out are told.  */
enum { MAX_FLAT_WAYS = 4 };

/* Add to FLOWS the ways by which OBJECT leaves.  */

void
add_ways_out (maker *m, esc_object object, flow_list *flows)
{
  bool flat = esc_graph_detail (m->r->graph) == ESC_FLAT;
  if (object >= m->first_leak.length ())
    return;
  for (int i = m->first_leak[object];
       i >= 0 && !(flat && flows->all.length () >= MAX_FLAT_WAYS);
       i = m->next_leak[i])
    flows->add (flow_of_leak (m, &m->leaks[i], 0), &m->leaks[i], m->r);
}

/* A new finding of M's list, of ENTITY called NAME at LOCATION, that leaves by
   FLOWS; verdict AWAY if there are any.  */

struct esc_finding *
add_finding (maker *m, enum esc_entity kind, location_t location,
	     const char *name, const char *label, const flow_list &flows,
	     enum esc_verdict away)
{
  struct esc_finding *f = esc_findings_add (m->list);
  f->site = locus_of (location);
  f->function = m->function;
  f->entity = kind;
  f->name = esc_findings_string (m->list, name);
  f->label = esc_findings_string (m->list, label);
  f->system_header
    = in_system_header_at (DECL_SOURCE_LOCATION (m->r->fun->decl));
  f->promise = m->promise;
  f->verdict = flows.all.is_empty () ? ESC_VERDICT_STAYS : away;
  struct esc_flow *to = esc_findings_flows (m->list, f, flows.all.length ());
  for (unsigned i = 0; i < flows.all.length (); i++)
    {
      struct esc_flow *flow = &to[i];
      *flow = flows.all[i];
      name_container (m, flows.leaks[i], flow);
      const char *name = flow->name;
      flow->name = esc_findings_string (m->list, name);
      flow->where_name = flow->where_name == name
			 ? flow->name
			 : esc_findings_string (m->list, flow->where_name);
      flow->reset_by = esc_findings_string (m->list, flow->reset_by);
      if (m->r->unit->traced
	  && (escape_opts.notes > 1 || esc_breaks_promise (f, flow)))
	explain_flow (m->r, m->list, f, flows.leaks[i], flow);
    }
  return f;
}
