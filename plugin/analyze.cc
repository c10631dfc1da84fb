/* The analysis of a translation unit.

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


/* Groups of functions are visited callees first (order.h).  The bodies of a
   group are read into flow graphs (reader.h) and solved; as long as the
   transfer of a member grows, it is applied again where it is used.  Then the
   findings are made, and only the transfers are kept.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "ssa.h"
#include "cgraph.h"
#include "varasm.h"

#include "analyze.h"
#include "attributes.h"
#include "clones.h"
#include "doubts.h"
#include "findings.h"
#include "memory.h"
#include "models.h"
#include "names.h"
#include "options.h"
#include "order.h"
#include "paths.h"
#include "reader.h"
#include "solve.h"
#include "tables.h"
#include "unit.h"

/* Bounds for fine graphs.  The members of a larger group get coarse graphs at
   once: what they know of the caller's memory runs together in the end, and is
   then found cheaply.  So do functions whose callees have more flows for them
   than that: their fine graphs would mostly be too much work (solve.c).  */
enum
{
  MAX_FINE_GROUP = 12,
  MAX_FINE_FACTS = 60
};

/* How much of the heap is expected to be used (memory.h), in bytes: as much as
   sqlite3 uses for each basic block.  */
enum { HEAP_PER_BLOCK = 1500 };

summary *
summary_of_function (unit *u, tree decl)
{
  cgraph_node *node = cgraph_node::get (decl);
  if (!node)
    return NULL;
  /* A weak function may be another one when the program is linked.  */
  if (DECL_WEAK (decl) && !DECL_COMDAT (decl) && !DECL_ONE_ONLY (decl))
    return NULL;
  /* What an ifunc names as its target only chooses the function.  */
  for (symtab_node *n = node; n->alias && n->analyzed;
       n = n->get_alias_target ())
    if (n->ifunc_resolver)
      return NULL;
  node = node->ultimate_alias_target ();
  summary **s = u->summaries.get (node->decl);
  return s ? *s : NULL;
}

esc_transfer *
transfer_of_summary (unit *u, summary *s, bool *recursive)
{
  *recursive = s && s->started && s->group == u->group;
  return s && s->started ? s->transfer : NULL;
}

esc_transfer *
transfer_of_function (unit *u, tree decl, bool *recursive)
{
  esc_transfer *t = transfer_of_summary (u, summary_of_function (u, decl),
					 recursive);
  return t ? t : model_of_function (decl);
}

static esc_transfer *
client_transfer_of (void *data, uint32_t symbol, bool *recursive)
{
  return transfer_of_function ((unit *) data, symbol_decl (symbol),
			       recursive);
}

static void
client_read_constant (void *data, esc_graph *graph, esc_object constant,
		      uint32_t symbol)
{
  reader r;
  r.unit = (unit *) data;
  r.fun = NULL;
  r.graph = graph;
  read_constant (&r, constant, symbol_decl (symbol));
}

static bool
client_member_of (void *data, uint32_t symbol, uint32_t *member)
{
  return member_of_function ((unit *) data, symbol_decl (symbol), member);
}

const esc_client *
unit_client (unit *u)
{
  return &u->client;
}

/* Read the function of S into a graph, and solve it.  */

static void
read_function (unit *u, summary *s, esc_detail detail)
{
  s->r = new reader;
  reader_init (s->r, u, DECL_STRUCT_FUNCTION (s->decl), detail);
  if (s->original)
    read_for_clone (s->r, s, s->known);
  read_statements (s->r, &s->statements);
}

static void
forget_graph (summary *s)
{
  s->r->unit->cost += esc_solve_cost (s->r->graph);
  reader_release (s->r);
  delete s->r;
  s->r = NULL;
}

/* The transfer of S is found: keep that alone.  */

static void
finish_function (summary *s)
{
  s->coarse = esc_transfer_is_coarse (s->transfer);
  s->passes_unknown = esc_transfer_passes_unknown (s->transfer);
  s->shares_frame
    = s->r->frames || s->r->chain || DECL_STATIC_CHAIN (s->decl);
  forget_graph (s);
  s->statements.release ();
  esc_transfer_seal (s->transfer);
}

/* Solve the graph of S as far as it is now, and extend its transfer.  Return
   true if that grew, or the graph is another.  */

static bool
solve_function (unit *u, summary *s)
{
  bool another = false;
  while (!esc_solve (s->r->graph))
    {
      esc_detail next = esc_graph_detail (s->r->graph) == ESC_FINE
			? ESC_COARSE : ESC_FLAT;
      forget_graph (s);
      read_function (u, s, next);
      esc_transfer_restart (s->transfer);
      another = true;
    }
  return esc_transfer_extend (s->transfer, s->r->graph) || another;
}

/* How much is to be told apart at first in the function of S.  What is not
   known yet of its callees, members of its group, does not count.  */

static esc_detail
first_detail (unit *u, summary *s)
{
  unsigned facts = 0;
  for (cgraph_edge *e = cgraph_node::get (s->decl)->callees; e;
       e = e->next_callee)
    {
      summary *callee = summary_of_function (u, e->callee->decl);
      if (!callee || !callee->started)
	continue;
      facts += esc_transfer_facts (callee->transfer);
      if (facts > MAX_FINE_FACTS)
	return ESC_COARSE;
    }
  return ESC_FINE;
}

/* Read and solve the functions of a group.  */

static void
solve_group (unit *u, const vec<summary *> &members)
{
  for (unsigned i = 0; i < members.length (); i++)
    {
      members[i]->group = u->group;
      members[i]->started = true;
    }
  for (unsigned i = 0; i < members.length (); i++)
    {
      read_function (u, members[i],
		     members.length () > MAX_FINE_GROUP
		       ? ESC_COARSE : first_detail (u, members[i]));
      solve_function (u, members[i]);
    }
  for (bool changed = true; changed;)
    {
      changed = false;
      for (unsigned i = 0; i < members.length (); i++)
	{
	  reader *r = members[i]->r;
	  if (esc_graph_reapply (r->graph))
	    changed |= solve_function (u, members[i]);
	}
      /* Nothing more is going to be found out about what is called.  */
      if (!changed)
	for (unsigned i = 0; i < members.length (); i++)
	  if (esc_graph_close (members[i]->r->graph))
	    changed |= solve_function (u, members[i]);
    }
}

esc_transfer *
new_transfer (unit *u, tree decl)
{
  esc_transfer *t = esc_transfer_new (list_length (DECL_ARGUMENTS (decl)));
  if (u->traced)
    esc_transfer_trace (t, &u->tracer, decl);
  return t;
}

void
solve_clone (unit *u, summary *clone)
{
  clone->group = u->group;
  clone->started = true;
  read_function (u, clone, ESC_FINE);
  esc_graph *g = clone->r->graph;
  bool fine;
  do
    {
      fine = esc_solve (g);
      if (fine)
	esc_transfer_extend (clone->transfer, g);
      fine &= !esc_transfer_is_coarse (clone->transfer);
    }
  while (fine && (esc_graph_reapply (g) || esc_graph_close (g)));
  if (fine && u->traced)
    explain_facts (clone->r, clone->transfer);
  finish_function (clone);
  clone->started = fine;
  clone->group = 0;
}

/* The memory that the analysis of ORDER's functions may take.  Most of it is for
   the graphs of the largest group, and for the joint one, so programs differ by
   more than a factor of ten; to expect too much costs next to nothing.  */

static size_t
expected_heap (const function_order &order)
{
  size_t blocks = 0;
  for (unsigned i = 0; i < order.functions.length (); i++)
    blocks
      += n_basic_blocks_for_fn (DECL_STRUCT_FUNCTION (order.functions[i]
							->decl));
  return blocks * HEAP_PER_BLOCK;
}

void
analyze_unit (struct esc_findings *findings, FILE *dump, bool details)
{
  unit u;
  u.group = 0;
  u.joint = NULL;
  u.cost = 0;
  u.client.transfer_of = client_transfer_of;
  u.client.read_constant = client_read_constant;
  u.client.member_of = client_member_of;
  u.client.call_fitting = NULL;
  u.client.data = &u;
  /* Warnings come with the way, too.  */
  u.traced = escape_opts.notes > 1
	     || (attributes_seen_p () && !escape_opts.no_warn);
  u.tracer.facts = 0;

  function_order order;
  compute_order (&order);
  expect_heap (expected_heap (order));
  for (unsigned i = 0; i < order.functions.length (); i++)
    {
      summary *s = new summary ();
      s->decl = order.functions[i]->decl;
      s->transfer = new_transfer (&u, s->decl);
      u.summaries.put (s->decl, s);
    }
  allow_clones (&u, order);

  unsigned from = 0;
  for (unsigned i = 0; i < order.ends.length (); i++)
    {
      auto_vec<summary *> members;
      for (; from < order.ends[i]; from++)
	members.safe_push (*u.summaries.get (order.functions[from]->decl));
      u.group++;
      solve_group (&u, members);
      for (unsigned j = 0; u.traced && j < members.length (); j++)
	explain_facts (members[j]->r, members[j]->transfer);
      for (unsigned j = 0; j < members.length (); j++)
	{
	  summary *s = members[j];
	  make_findings (findings, s->r);
	  if (details)
	    fprintf (dump, "%s: %u objects, %u flows for callers\n",
		     source_function_name (s->decl),
		     esc_transfer_objects (s->transfer),
		     esc_transfer_facts (s->transfer));
	  finish_function (s);
	}
    }
  settle_doubts (&u, order, findings);
  if (details)
    fprintf (dump, "\nAll graphs: " HOST_WIDE_INT_PRINT_UNSIGNED " steps\n",
	     u.cost);

  if (escape_opts.export_file)
    export_models (&u, order);

  for (unsigned i = 0; i < order.functions.length (); i++)
    {
      summary *s = *u.summaries.get (order.functions[i]->decl);
      free_clones (s);
      esc_transfer_free (s->transfer);
      delete s;
    }
  forget_tables ();
  forget_explanations ();
  free_slots ();
  free_constants ();
  free_symbols ();
}
