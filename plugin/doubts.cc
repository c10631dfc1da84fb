/* Doubts: what the transfers left open, looked at again in a joint graph.

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


/* A finding that something leaves is in doubt if a coarse transfer may be the
   reason.  When all functions have their transfers, those that are coarse and
   all that lead to such are read into one joint graph (lib/joint.h).  There
   calls to them are followed into their bodies; other calls are made with
   transfers, which tell the calls of a function apart.  What the joint graph
   proves is true, as is what the transfers prove; so the better answer is
   taken.

   Clones of the former (clones.h) are members of their own, with parameters of
   their own, so that what the function does for other arguments does not
   matter to their callers.  A clone of a function is the function, so what is
   proven of that must be proven of all of them.

   In a closed world this is done once more, with all functions that have
   doubts.  Then a call through a pointer reaches only what it can (targets.h),
   whatever is in the memory that the pointer is read from.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "ssa.h"
#include "cgraph.h"
#include "stringpool.h"
#include "attribs.h"
#include "langhooks.h"

#include "assume.h"
#include "clones.h"
#include "doubts.h"
#include "findings.h"
#include "joint.h"
#include "lifetimes.h"
#include "options.h"
#include "paths.h"
#include "reader.h"
#include "solve.h"
#include "targets.h"

/* Which functions are members.  */

/* Whether the body of DECL can stand for calls of it: all that is passed must
   be seen in it.  */

static bool
can_join_p (tree decl)
{
  tree result = DECL_RESULT (decl);
  return !(result && DECL_BY_REFERENCE (result))
	 && !lookup_attribute ("naked", DECL_ATTRIBUTES (decl));
}

/* The summary of the function that NODE leads to, if it is read at all.  The
   joint graph does not tell the variables of a frame apart that nested
   functions share.  */

static summary *
summary_of_node (unit *u, symtab_node *node)
{
  cgraph_node *function = dyn_cast<cgraph_node *> (node);
  summary **s = function ? u->summaries.get (function->decl) : NULL;
  return s && !(*s)->shares_frame ? *s : NULL;
}

/* Let S join, and put it on the list of those whose callers are to be seen,
   unless it has.  */

static void
join (summary *s, vec<summary *> *pending)
{
  if (!s || s->joined || !can_join_p (s->decl))
    return;
  s->joined = true;
  pending->safe_push (s);
}

/* Let the functions of U join whose transfers are coarse, and all that call
   such or take their addresses.  What they are called with is then seen.  In a
   closed world so do those that call what they do not know, and all whose
   address is taken.  */

static void
find_joined (unit *u, const function_order &order, bool closed)
{
  auto_vec<summary *> pending;
  for (unsigned i = 0; i < order.functions.length (); i++)
    {
      summary *s = summary_of_node (u, order.functions[i]);
      if (s
	  && (s->coarse
	      || (closed && (s->passes_unknown
			     || order.functions[i]->address_taken))))
	join (s, &pending);
    }
  while (!pending.is_empty ())
    {
      cgraph_node *node = cgraph_node::get (pending.pop ()->decl);
      for (cgraph_edge *e = node->callers; e; e = e->next_caller)
	join (summary_of_node (u, e->caller), &pending);
      ipa_ref *ref;
      for (unsigned i = 0; node->iterate_referring (i, ref); i++)
	join (summary_of_node (u, ref->referring), &pending);
    }
}

/* Whether the function of S can be called from where it is not seen, for
   another reason than that its address gets away in the graph.  */

static bool
open_p (unit *u, summary *s)
{
  cgraph_node *node = cgraph_node::get (s->decl);
  if (TREE_PUBLIC (s->decl) || DECL_PRESERVE_P (s->decl) || !s->joined
      || node->has_aliases_p () || DECL_STATIC_CONSTRUCTOR (s->decl)
      || DECL_STATIC_DESTRUCTOR (s->decl))
    return true;
  /* A thunk, which C++'s virtual calls go through, has no summary.  */
  for (cgraph_edge *e = node->callers; e; e = e->next_caller)
    {
      summary **caller = u->summaries.get (e->caller->decl);
      if (!caller || !(*caller)->read)
	return true;
    }
  ipa_ref *ref;
  for (unsigned i = 0; node->iterate_referring (i, ref); i++)
    {
      summary **referring = u->summaries.get (ref->referring->decl);
      if (!referring || !(*referring)->read)
	return true;
    }
  return false;
}

bool
member_of_summary (const unit *u, const summary *s, unsigned *member)
{
  if (!u->joint || !s || !s->joined)
    return false;
  *member = s->member;
  return true;
}

bool
member_of_function (unit *u, tree decl, unsigned *member)
{
  return u->joint
	 && member_of_summary (u, summary_of_function (u, decl), member);
}

/* A closed world.  */

/* Let CALL of the joint GRAPH, through a pointer that may point to any function
   whose address is taken, go to all of those that it can reach.  */

static void
call_fitting (unit *u, esc_graph *graph, esc_call *call)
{
  const vec<tree> &functions = address_taken_functions ();
  for (unsigned i = 0; i < functions.length (); i++)
    {
      tree decl = functions[i];
      unsigned member;
      bool recursive;
      if (!can_reach_p (call, decl))
	continue;
      if (member_of_function (u, decl, &member))
	esc_call_join (graph, call, member);
      else if (esc_transfer *t = transfer_of_function (u, decl, &recursive))
	esc_call_apply (graph, call, t, false);
      else
	esc_call_unseen (graph, call);
    }
}

/* Settling doubts.  */

/* Whether F says that what the parameter points to goes where FLOW goes.  */

static bool
says_content_p (const struct esc_finding *f, const struct esc_flow *flow)
{
  for (size_t i = 0; i < f->n_flows; i++)
    {
      const struct esc_flow *other = &f->flows[i];
      if (other->level == 1 && other->to == flow->to
	  && other->into == flow->into
	  && (other->name == flow->name
	      || (other->name && flow->name
		  && strcmp (other->name, flow->name) == 0)))
	return true;
    }
  return false;
}

/* Change finding F of LIST, which says that the value of a parameter of R
   leaks: at most what it points to does.  What is returned is not in
   doubt.  */

static void
settle_parameter (struct esc_findings *list, struct esc_finding *f, reader *r)
{
  size_t n = 0, n_flows = f->n_flows;
  for (size_t i = 0; i < n_flows; i++)
    {
      struct esc_flow flow = f->flows[i];
      if (flow.level == 0 && flow.to != ESC_TO_RESULT)
	{
	  if (says_content_p (f, &flow))
	    continue;
	  flow.level = 1;
	  flow.reset_by = NULL;
	  /* The path was that of the value.  */
	  if (flow.n_path)
	    explain_flow (r, list, f, NULL, &flow);
	}
      f->flows[n++] = flow;
    }
  f->n_flows = n;
}

/* Whether F says that the value is returned.  */

static bool
says_returned_p (const struct esc_finding *f)
{
  for (size_t i = 0; i < f->n_flows; i++)
    if (f->flows[i].level == 0 && f->flows[i].to == ESC_TO_RESULT)
      return true;
  return false;
}

/* What a doubt about a local is found by: what that is, or is made by.  */
typedef hash_map<const void *, size_t> doubt_map;

/* Find the locals of R, in DOUBTED, that stay in their frame as the solved GRAPH
   shows: ENTITIES; and those of them that may outlive their blocks: FOUND, in
   the same order.  That is judged from what can hold their addresses in GRAPH,
   which is all that can.  */

static void
find_staying (reader *r, const esc_graph *graph, doubt_map *doubted,
	      vec<unsigned> *entities, vec<outliving> *found)
{
  auto_bitmap others;
  for (unsigned i = 0; i < r->entities.length (); i++)
    {
      const entity &e = r->entities[i];
      if (doubted->get (key_of_entity (e)) && e.address_taken
	  && esc_joint_stays (graph, e.object))
	entities->safe_push (i);
      else
	bitmap_set_bit (others, e.object);
    }
  if (entities->is_empty ())
    return;
  surroundings around;
  surroundings_init (&around, r);
  find_outliving (&around, others, found);
  surroundings_release (&around);
}

/* Settle the doubts about locals of R that are in DOUBTED from the solved
   GRAPH.  */

static void
settle_locals (reader *r, const esc_graph *graph, doubt_map *doubted,
	       struct esc_findings *findings)
{
  auto_vec<unsigned> entities;
  auto_vec<outliving> found;
  find_staying (r, graph, doubted, &entities, &found);
  unsigned next = 0;
  for (unsigned i = 0; i < entities.length (); i++)
    {
      const void *key = key_of_entity (r->entities[entities[i]]);
      while (next < found.length () && found[next].entity < entities[i])
	next++;
      bool outlives
	= next < found.length () && found[next].entity == entities[i];
      settle_local (findings, &findings->all[*doubted->get (key)], r,
		    outlives ? &found[next] : NULL);
      r->unit->settled.add (key);
    }
}

/* Take from DOUBTED the locals of R, the reader of a clone of their function,
   that may leave there or outlive their blocks, as the solved GRAPH shows.  */

static void
keep_doubts (reader *r, const esc_graph *graph, doubt_map *doubted)
{
  auto_vec<unsigned> entities;
  auto_vec<outliving> found;
  find_staying (r, graph, doubted, &entities, &found);
  for (unsigned i = 0; i < found.length (); i++)
    doubted->remove (key_of_entity (r->entities[found[i].entity]));
  for (unsigned i = 0; i < r->entities.length (); i++)
    {
      const entity &e = r->entities[i];
      if (key_of_entity (e) && e.address_taken
	  && !esc_joint_stays (graph, e.object))
	doubted->remove (key_of_entity (e));
    }
}

/* Whether the joint GRAPH proves of the function of S that the value of its
   parameter number PARAMETER stays.  *RETURNED is set if it may be
   returned.  */

static bool
value_stays_p (const esc_graph *graph, const summary *s, unsigned parameter,
	       bool *returned)
{
  *returned |= esc_joint_value_returned (graph, s->member, parameter);
  if (!esc_joint_value_stays (graph, s->member, parameter))
    return false;
  for (unsigned i = 0; i < s->clones.length (); i++)
    if (s->clones[i]->joined
	&& !value_stays_p (graph, s->clones[i], parameter, returned))
      return false;
  return true;
}

/* Settle doubt D about a parameter of the function of S from the solved
   GRAPH.  */

static void
settle_value (summary *s, esc_graph *graph, const doubt &d,
	      struct esc_findings *findings)
{
  struct esc_finding *f = &findings->all[d.number];
  /* That it is returned may not be said, if it got to an unknown function on
     its way.  */
  bool returned = false;
  if (value_stays_p (graph, s, d.parameter, &returned)
      && (says_returned_p (f) || !returned))
    settle_parameter (findings, f, s->r);
}

/* Settle the doubts of U from the solved GRAPH.  Those about one function
   follow each other.  */

static void
settle (unit *u, esc_graph *graph, struct esc_findings *findings)
{
  esc_joint_find_values (graph);
  esc_joint_find_memory (graph);
  for (unsigned i = 0; i < u->doubts.length ();)
    {
      tree function = u->doubts[i].function;
      summary *s = *u->summaries.get (function);
      doubt_map doubted;
      for (; i < u->doubts.length () && u->doubts[i].function == function; i++)
	{
	  const doubt &d = u->doubts[i];
	  if (!s->r)
	    continue;
	  if (!d.decl && !d.stmt)
	    settle_value (s, graph, d, findings);
	  else if (findings->all[d.number].verdict == ESC_VERDICT_ESCAPES)
	    doubted.put (d.stmt ? (const void *) d.stmt : d.decl, d.number);
	}
      for (unsigned j = 0; s->r && j < s->clones.length (); j++)
	if (s->clones[j]->joined)
	  keep_doubts (s->clones[j]->r, graph, &doubted);
      if (!doubted.is_empty ())
	settle_locals (s->r, graph, &doubted, findings);
    }
}

/* Some flows of F say that it is stored in a local that escapes, but it is in
   SETTLED, and does not.  Tell the other ways.  Of what a parameter holds that
   would be saying less, and there may be no others: then tell where those were
   thought to lead.  */

static void
reword_contained (struct esc_finding *f, hash_set<const void *> *settled)
{
  auto_bitmap wrong;
  size_t n_wrong = 0;
  for (size_t i = 0; i < f->n_flows; i++)
    {
      struct esc_flow *flow = &f->flows[i];
      if (!flow->container || !settled->contains (flow->container))
	continue;
      flow->container = NULL;
      flow->where = flow->beyond;
      flow->where_name = flow->beyond_name;
      if (flow->n_path)
	{
	  flow->path[flow->n_path - 1].where = flow->where;
	  flow->path[flow->n_path - 1].name = flow->where_name;
	}
      bitmap_set_bit (wrong, i);
      n_wrong++;
    }
  if (f->verdict != ESC_VERDICT_ESCAPES || n_wrong == f->n_flows)
    return;
  size_t n = 0;
  for (size_t i = 0; i < f->n_flows; i++)
    if (!bitmap_bit_p (wrong, i))
      f->flows[n++] = f->flows[i];
  f->n_flows = n;
}

/* The joint graph.  */

/* Add the function of S to GRAPH.  */

static void
add_member (unit *u, esc_graph *graph, summary *s)
{
  auto_vec<uint32_t> tags;
  for (tree p = DECL_ARGUMENTS (s->decl); p; p = DECL_CHAIN (p))
    tags.safe_push (pointee_tag (TREE_TYPE (p)));
  s->member = esc_joint_add (graph, tags.length (), tags.address ());
  if (!s->original && open_p (u, s))
    esc_joint_open (graph, s->member);
}

/* Read the body of S into GRAPH.  */

static void
read_member (unit *u, esc_graph *graph, summary *s)
{
  struct function *fun = DECL_STRUCT_FUNCTION (s->decl);
  s->r = new reader;
  reader_join (s->r, u, fun, graph);
  esc_joint_enter (graph, s->member);
  known_values known;
  if (s->original)
    {
      recall_executed (&known, fun, s->edges);
      read_for_clone (s->r, s, &known);
    }
  auto_vec<gimple *> statements;
  read_statements (s->r, &statements);
  s->r->known = NULL;
}

/* Put S, which is read, on the list of MEMBERS, and its clones if calls of it
   are to be seen.  */

static void
list_members (summary *s, vec<summary *> *members)
{
  members->safe_push (s);
  for (unsigned i = 0; i < s->clones.length (); i++)
    {
      summary *c = s->clones[i];
      c->joined = s->joined;
      if (c->joined)
	members->safe_push (c);
    }
}

/* What the core asks of a unit whose world is closed.  */

static void
client_call_fitting (void *data, esc_graph *graph, esc_call *call)
{
  call_fitting ((unit *) data, graph, call);
}

static bool
client_fits (void *, const esc_call *call, uint32_t symbol)
{
  return can_reach_p (call, symbol_decl (symbol));
}

/* Settle doubts of U with one joint graph, in a CLOSED world or not.  */

static void
settle_doubts_in (unit *u, const function_order &order,
		  struct esc_findings *findings, bool closed)
{
  u->client.call_fitting = closed ? client_call_fitting : NULL;
  u->client.fits = client_fits;
  for (unsigned i = 0; i < order.functions.length (); i++)
    {
      summary *s = *u->summaries.get (order.functions[i]->decl);
      s->joined = s->read = false;
      for (unsigned j = 0; j < s->clones.length (); j++)
	s->clones[j]->joined = false;
    }
  find_joined (u, order, closed);
  bool any = false;
  /* The graph has no better answer for what leads to no coarse transfer, unless
     it knows more of calls through pointers.  */
  for (unsigned i = 0; closed && i < u->doubts.length (); i++)
    (*u->summaries.get (u->doubts[i].function))->read = true;
  auto_vec<summary *> read, members;
  for (unsigned i = 0; i < order.functions.length (); i++)
    {
      summary *s = summary_of_node (u, order.functions[i]);
      if (!s)
	{
	  (*u->summaries.get (order.functions[i]->decl))->read = false;
	  continue;
	}
      any |= s->joined;
      s->read |= s->joined;
      if (s->read)
	read.safe_push (s);
    }
  if (!any || u->doubts.is_empty ())
    return;
  u->group++;
  request_joint_clones (u, read);
  for (unsigned i = 0; i < read.length (); i++)
    list_members (read[i], &members);

  esc_graph *graph = esc_graph_new (POINTER_SIZE_UNITS, unit_client (u),
				    ESC_JOINT);
  u->joint = graph;
  uint32_t blocks = 0;
  for (unsigned i = 0; i < members.length (); i++)
    blocks += n_basic_blocks_for_fn (DECL_STRUCT_FUNCTION (members[i]->decl));
  esc_graph_expect (graph, NODES_PER_BLOCK * blocks);
  for (unsigned i = 0; i < members.length (); i++)
    add_member (u, graph, members[i]);
  for (unsigned i = 0; i < members.length (); i++)
    read_member (u, graph, members[i]);
  bool solved = esc_solve (graph);
  while (solved && esc_graph_close (graph))
    solved = esc_solve (graph);
  if (solved)
    settle (u, graph, findings);
  for (unsigned i = 0; i < members.length (); i++)
    {
      delete members[i]->r;
      members[i]->r = NULL;
    }
  u->joint = NULL;
  u->cost += esc_solve_cost (graph);
  esc_graph_free (graph);
}

void
settle_doubts (unit *u, const function_order &order,
	       struct esc_findings *findings)
{
  settle_doubts_in (u, order, findings, false);
  if (escape_opts.closed_world)
    {
      find_targets ();
      settle_doubts_in (u, order, findings, true);
      forget_targets ();
    }
  if (!u->settled.is_empty ())
    for (size_t i = 0; i < findings->n; i++)
      reword_contained (&findings->all[i], &u->settled);
}
