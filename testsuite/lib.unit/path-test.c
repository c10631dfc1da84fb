/* Tests of lib/trace.h and lib/path.h.

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


/* Graphs are made by hand, as in core-test.c.  A statement's token is its
   number, and its location too.  */

#include "path.h"
#include "solve.h"

#include <dejagnu.h>
#include <libiberty/libiberty.h>
#include <stdlib.h>
#include <string.h>

static void
check (bool good, const char *what)
{
  if (good)
    pass ("%s", what);
  else
    fail ("%s", what);
}

/* The client has no calls through pointers, and no constants.  */

static struct esc_transfer *
transfer_of (void *data, uint32_t symbol, bool *recursive)
{
  (void) data;
  (void) symbol;
  *recursive = false;
  return NULL;
}

static void
read_constant (void *data, struct esc_graph *g, esc_object constant,
	       uint32_t symbol)
{
  (void) data;
  (void) g;
  (void) constant;
  (void) symbol;
}

static const struct esc_client client
  = { .transfer_of = transfer_of, .read_constant = read_constant };

static struct esc_graph *
new_graph (void)
{
  struct esc_graph *g = esc_graph_new (8, &client, ESC_FINE);

  esc_graph_trace (g);
  return g;
}

/* What is added to G from now on is of statement number N.  */

static void
statement (struct esc_graph *g, uintptr_t n)
{
  esc_graph_site (g, (void *) n, n);
}

/* A new node that holds the address of OBJECT.  */

static esc_node
address (struct esc_graph *g, esc_object object)
{
  esc_node node = esc_node_new (g, true);
  esc_add_address (g, node, esc_place_at (g, object, ESC_EXACTLY (0)));
  return node;
}

static esc_node
parameter (struct esc_graph *g, int root)
{
  return address (g, esc_object_root (g, root, 0, 0, 0));
}

/* A new node that statement N copies NODE to.  */

static esc_node
copy (struct esc_graph *g, uintptr_t n, esc_node node)
{
  esc_node dst = esc_node_new (g, true);
  statement (g, n);
  esc_add_copy (g, dst, node, 0);
  return dst;
}

/* Statement N stores NODE in the global SYMBOL.  */

static void
store_in_global (struct esc_graph *g, uintptr_t n, uint32_t symbol,
		 esc_node node)
{
  esc_object global = esc_object_global (g, symbol, false);
  statement (g, n);
  esc_add_copy (g, esc_node_write (g, esc_place_at (g, global,
						    ESC_EXACTLY (0))),
		node, n);
}

/* The statements of PATH, each once: "1 2 5 ".  */

static char *
statements (const struct esc_path *path)
{
  char *text = NULL;
  size_t size;
  FILE *out = open_memstream (&text, &size);
  void *last = NULL;

  for (size_t i = 0; i < path->n_hops; i++)
    if (!path->hops[i].silent && path->hops[i].site != last)
      {
	last = path->hops[i].site;
	fprintf (out, "%lu ", (unsigned long) last);
      }
  fclose (out);
  return text;
}

/* Check that PATH, if FOUND, is by the statements WANTED, and free it.  */

static void
check_path (bool found, struct esc_path *path, const char *wanted,
	    const char *what)
{
  char *text = found ? statements (path) : xstrdup ("none");

  check (strcmp (text, wanted) == 0, what);
  if (strcmp (text, wanted) != 0)
    note ("got: %s", text);
  free (text);
  if (found)
    esc_path_free (path);
}

/* The leak of OBJECT in a graph.  */

struct wanted_leak
{
  esc_object object;
  struct esc_leak leak;
  bool found;
};

static void
take_leak (void *data, const struct esc_leak *leak)
{
  struct wanted_leak *w = data;

  if (leak->object != w->object || w->found)
    return;
  w->leak = *leak;
  w->found = true;
}

/* Check that OBJECT leaves G by the statements WANTED.  */

static void
check_leak (struct esc_graph *g, esc_object object, const char *wanted,
	    const char *what)
{
  struct wanted_leak w = { object, { 0 }, false };
  struct esc_path path;

  esc_leaks (g, take_leak, &w);
  check (w.found, what);
  if (w.found)
    check_path (esc_leak_path (g, &w.leak, &path), &path, wanted, what);
}

/* p = &x; q = p; g = q; and, if SHORT, g = p at the same place.  */

static void
test_shortest (void)
{
  for (int direct = 0; direct < 2; direct++)
    {
      struct esc_graph *g = new_graph ();
      esc_object x = esc_object_local (g, 0);
      statement (g, 1);
      esc_node p = copy (g, 1, address (g, x));
      esc_node q = copy (g, 3, copy (g, 2, p));
      store_in_global (g, 4, 7, q);
      if (direct)
	store_in_global (g, 4, 7, p);
      esc_solve (g);
      if (direct)
	check_leak (g, x, "1 4 ", "the shorter of two ways");
      else
	check_leak (g, x, "1 2 3 4 ", "each statement on the way");
      esc_graph_free (g);
    }
}

/* s.a = &x; s.b = &y; g = s.b: loads come from the field that was stored.  */

static void
test_memory (void)
{
  struct esc_graph *g = new_graph ();
  esc_object s = esc_object_local (g, 0);
  esc_object x = esc_object_local (g, 1), y = esc_object_local (g, 2);
  statement (g, 1);
  esc_node at = address (g, s);
  esc_add_store (g, at, ESC_EXACTLY (0), address (g, x), 1);
  statement (g, 2);
  esc_add_store (g, at, ESC_EXACTLY (8), address (g, y), 2);
  statement (g, 3);
  esc_node value = esc_node_new (g, true);
  esc_add_load (g, value, at, ESC_EXACTLY (8), 0);
  store_in_global (g, 4, 7, value);
  esc_solve (g);
  struct wanted_leak w = { x, { 0 }, false };
  esc_leaks (g, take_leak, &w);
  check (!w.found, "the other field does not leave");
  check_leak (g, y, "2 3 4 ", "through memory");
  esc_graph_free (g);
}

/* Only the fields of an object differ: q = p + 8; g = q.  */

static void
test_offsets (void)
{
  struct esc_graph *g = new_graph ();
  esc_object x = esc_object_local (g, 0);
  statement (g, 1);
  esc_node p = address (g, x);
  esc_node q = esc_node_new (g, true);
  statement (g, 2);
  esc_add_shift (g, q, p, ESC_EXACTLY (8));
  store_in_global (g, 3, 7, q);
  esc_solve (g);
  check_leak (g, x, "1 2 3 ", "through a sum");
  esc_graph_free (g);
}

/* A transfer for GRAPH, of a function of N parameters.  */

static struct esc_transfer *
transfer_for (struct esc_graph *graph, uint32_t n, struct esc_tracer *tracer,
	      void *owner)
{
  struct esc_transfer *t = esc_transfer_new (n);

  esc_transfer_trace (t, tracer, owner);
  esc_solve (graph);
  esc_transfer_extend (t, graph);
  return t;
}

/* Add to G, as statement N, a call with ARGUMENT; return it.  */

static struct esc_call *
add_call (struct esc_graph *g, uintptr_t n, esc_node argument)
{
  struct esc_argument arguments[1]
    = { { argument, 0, { ESC_SIZE_UNKNOWN, 0, 0 } } };
  struct esc_call call;

  memset (&call, 0, sizeof call);
  call.arguments = arguments;
  call.n_arguments = 1;
  call.loc = n;
  call.site = (void *) n;
  statement (g, n);
  return esc_add_call (g, &call, 0);
}

/* keep (p) { q = p; g = q; }  caller () { keep (&x); }: the caller's path
   names the fact, and that has a path in the callee.  */

static void
test_facts (void)
{
  struct esc_tracer tracer = { 0 };
  int owner;
  struct esc_graph *callee = new_graph ();
  store_in_global (callee, 12, 7, copy (callee, 11, parameter (callee, 0)));
  struct esc_transfer *t = transfer_for (callee, 1, &tracer, &owner);
  struct esc_path path;
  check (esc_transfer_owner (t) == &owner, "a transfer knows whose it is");
  check (esc_transfer_facts (t) == 1, "one fact");
  struct esc_fact fact = esc_transfer_fact (t, 0);
  check (fact.dst == ESC_OBJECT_GLOBAL && fact.symbol == 7
	 && fact.src == ESC_OBJECT_ROOT && fact.root == 0 && fact.level == 0,
	 "the ends of a fact");
  check_path (esc_fact_path (callee, t, 0, &path), &path, "11 12 ",
	      "the path of a fact");
  esc_transfer_explain (t, 0, &owner, 2);
  check (esc_transfer_explanation (t, 0) == &owner,
	 "an explanation is kept");
  esc_graph_free (callee);
  esc_transfer_seal (t);

  struct esc_graph *g = new_graph ();
  esc_object x = esc_object_local (g, 0);
  statement (g, 1);
  esc_node p = address (g, x);
  esc_call_apply (g, add_call (g, 1, p), t, false);
  esc_solve (g);
  check_leak (g, x, "1 ", "a call is one statement");
  struct wanted_leak w = { x, { 0 }, false };
  esc_leaks (g, take_leak, &w);
  bool crossed = false;
  if (esc_leak_path (g, &w.leak, &path))
    {
      for (size_t i = 0; i < path.n_hops; i++)
	crossed |= path.hops[i].callee == t && path.hops[i].fact == 0;
      esc_path_free (&path);
    }
  check (crossed, "it names the callee's fact");
  esc_graph_free (g);
  esc_transfer_free (t);
}

/* f (p) { f (p); g = p; }: the path of the fact does not use the fact.  */

static void
test_recursion (void)
{
  struct esc_tracer tracer = { 0 };
  struct esc_graph *g = new_graph ();
  esc_node p = parameter (g, 0);
  struct esc_call *call = add_call (g, 1, p);
  struct esc_transfer *t = esc_transfer_new (1);
  esc_transfer_trace (t, &tracer, NULL);
  esc_call_apply (g, call, t, true);
  store_in_global (g, 4, 7, copy (g, 3, copy (g, 2, p)));
  esc_solve (g);
  do
    {
      esc_transfer_extend (t, g);
      esc_graph_reapply (g);
      esc_solve (g);
    }
  while (esc_transfer_extend (t, g));
  struct esc_path path;
  check_path (esc_fact_path (g, t, 0, &path), &path, "2 3 4 ",
	      "a recursive function is not explained by itself");
  esc_graph_free (g);
  esc_transfer_free (t);
}

/* A way of more statements than anybody would read is not told, however large
   the graph.  */

static void
test_bounds (void)
{
  struct esc_graph *g = new_graph ();
  esc_object x = esc_object_local (g, 0);
  statement (g, 1);
  esc_node p = address (g, x);
  for (int i = 0; i < 1000; i++)
    p = copy (g, i + 2, p);
  store_in_global (g, 2000, 7, p);
  esc_solve (g);
  check_leak (g, x, "none", "a very long way");
  esc_graph_free (g);
}

int
main (void)
{
  test_shortest ();
  test_memory ();
  test_offsets ();
  test_facts ();
  test_recursion ();
  test_bounds ();
  totals ();
  return 0;
}
