/* The core: points-to sets, places, the solver, transfers, ways out.

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


/* Graphs are made by hand as the plugin makes them from GIMPLE, so a test
   reads like a small C program in constraints.  */

#include "graph.h"
#include "pts.h"
#include "solve.h"
#include "table.h"
#include "trace.h"
#include "transfer.h"
#include "verdict.h"

#include <dejagnu.h>
#include <libiberty/libiberty.h>
#include <libiberty/objalloc.h>
#include <stdlib.h>
#include <string.h>

enum { WORD = 8 };

static void
check (bool good, const char *what)
{
  if (good)
    pass ("%s", what);
  else
    fail ("%s", what);
}

/* The client: function 1 has the transfer that the test gives it.  */

static struct esc_transfer *transfer_of_1;

static struct esc_transfer *
transfer_of (void *data, uint32_t symbol, bool *recursive)
{
  (void) data;
  *recursive = false;
  return symbol == 1 ? transfer_of_1 : NULL;
}

/* Constant 7 holds the address of function 1 at its second word.  */

static void
read_constant (void *data, struct esc_graph *g, esc_object constant,
	       uint32_t symbol)
{
  (void) data;
  esc_node value = esc_node_new (g, true);
  if (symbol != 7)
    return;
  esc_add_address (g, value,
		   esc_place_at (g, esc_object_function (g, 1, false),
				 ESC_ANYWHERE));
  esc_add_copy (g, esc_node_write (g, esc_place_at (g, constant,
						    ESC_EXACTLY (WORD))),
		value, 0);
}

static const struct esc_client client
  = { .transfer_of = transfer_of, .read_constant = read_constant };

static struct esc_graph *
new_graph (void)
{
  return esc_graph_new (WORD, &client, ESC_FINE);
}

/* A new node that holds the address of OBJECT at AT.  */

static esc_node
address (struct esc_graph *g, esc_object object, int64_t at)
{
  esc_node node = esc_node_new (g, true);
  esc_add_address (g, node, esc_place_at (g, object, ESC_EXACTLY (at)));
  return node;
}

/* A new node for a load from PTR at OFFSET.  */

static esc_node
load (struct esc_graph *g, esc_node ptr, struct esc_offset offset)
{
  esc_node node = esc_node_new (g, true);
  esc_add_load (g, node, ptr, offset, 0);
  return node;
}

/* What parameter ROOT points to, in a new node.  */

static esc_node
parameter (struct esc_graph *g, int root)
{
  return address (g, esc_object_root (g, root, 0, 0, 0), 0);
}

/* Put NODE into the result.  */

static void
give_back (struct esc_graph *g, esc_node node)
{
  esc_add_copy (g, esc_node_write (g, esc_place_at (g, esc_object_result (g),
						    ESC_EXACTLY (0))),
		node, 1);
}

/* Whether NODE may point to OBJECT.  */

static bool
points_to (const struct esc_graph *g, esc_node node, esc_object object)
{
  for (uint32_t i = 0; i < esc_node_size (g, node); i++)
    if (esc_place_target (g, esc_node_element (g, node, i, NULL)).object
	== object)
      return true;
  return false;
}

/* A search for the ways by which one object leaves.  */

struct ways
{
  esc_object object;
  unsigned n;
  struct esc_leak first;
};

static void
note_leak (void *data, const struct esc_leak *leak)
{
  struct ways *ways = data;
  if (leak->object == ways->object && ways->n++ == 0)
    ways->first = *leak;
}

static struct ways
ways_of (const struct esc_graph *g, esc_object object)
{
  struct ways ways = { object, 0, { 0, { 0, 0 }, 0, 0, 0, 0 } };
  esc_leaks (g, note_leak, &ways);
  return ways;
}

/* Sets keep the order of adding and find what they hold, small or large.  */

static void
test_points_to_sets (void)
{
  struct objalloc *memory = objalloc_create ();
  struct esc_pts set;
  bool ordered = true, found = true;
  memset (&set, 0, sizeof set);
  for (uint32_t i = 0; i < 1000; i++)
    esc_pts_add (&set, i * 7919 + 1, memory);
  for (uint32_t i = 0; i < 1000; i++)
    {
      ordered &= set.elements[i] == i * 7919 + 1;
      found &= esc_pts_holds (&set, i * 7919 + 1);
      found &= esc_pts_find (&set, i * 7919 + 1, memory) == i;
    }
  check (ordered, "a set keeps the order of its elements");
  check (found, "a set finds its elements");
  check (!esc_pts_holds (&set, 3), "a set has only its elements");

  /* A set covers another once it holds all of it, or has what it lacks by
     another name; and that it does not hold.  */
  struct esc_pts other;
  memset (&other, 0, sizeof other);
  for (uint32_t i = 0; i < 999; i++)
    esc_pts_add (&other, i * 7919 + 1, memory);
  check (esc_pts_covers_all (&set, &other), "a set covers its subsets");
  check (!esc_pts_covers_all (&other, &set), "a subset does not cover");
  esc_pts_cover (&other, 999 * 7919 + 1, memory);
  check (esc_pts_covers_all (&other, &set), "what is marked is covered");
  check (!esc_pts_holds (&other, 999 * 7919 + 1),
	 "what is covered need not be held");
  check (other.n == 999, "what is covered is no element");
  objalloc_free (memory);
}

static void
test_tables (void)
{
  struct esc_table table = { NULL, NULL, 0, 0 };
  bool found = true;
  check (esc_table_get (&table, 5) == 0, "an empty table has no key");
  for (uint64_t i = 1; i <= 1000; i++)
    *esc_table_slot (&table, i << 33) = (uint32_t) i;
  for (uint64_t i = 1; i <= 1000; i++)
    found &= esc_table_get (&table, i << 33) == i;
  check (found, "a table finds its keys");
  check (esc_table_get (&table, 77) == 0, "a table has only its keys");
  esc_table_free (&table);
}

/* Offsets are sets; sums of them are, too.  */

static void
test_offsets (void)
{
  struct esc_offset a = { 4, 0 }, b = { 0, 12 }, c = { 0, 8 };
  struct esc_offset sum = esc_offset_sum (a, b);
  check (sum.at == 4 && sum.stride == 12, "4 + {12 i} = {4 + 12 i}");
  sum = esc_offset_sum (sum, c);
  check (sum.at == 0 && sum.stride == 4, "{4 + 12 i} + {8 j} = {4 k}");
  struct esc_offset far = { INT64_MAX, 0 }, more = { 1, 0 };
  sum = esc_offset_sum (far, more);
  check (sum.stride == 1, "a sum that does not fit is anywhere");
  struct esc_offset sort = ESC_SORT_OFFSET (ESC_SORT_NUMBER);
  sum = esc_offset_sum (sort, a);
  check (sum.stride == 0 && sum.at == sort.at + 4, "a sort may be moved");
  check (esc_offset_sum (sort, b).stride == 1
	 && esc_offset_sum (sort, sort).stride == 1
	 && esc_offset_sum (sort, ESC_EXACTLY (INT64_C (1) << 33)).stride == 1,
	 "but not to where it is another, or none");
}

/* x.a = &i; x.b = &j; p = x.a; q = ((char *) &x)[4]; r = x.array[k];  */

static void
test_fields_are_apart (void)
{
  struct esc_graph *g = new_graph ();
  esc_object x = esc_object_local (g, 0);
  esc_object i = esc_object_local (g, 1), j = esc_object_local (g, 2);
  esc_node p = address (g, x, 0);
  esc_add_store (g, p, ESC_EXACTLY (0), address (g, i, 0), 1);
  esc_add_store (g, p, ESC_EXACTLY (WORD), address (g, j, 0), 2);
  struct esc_offset elements = { 0, 2 * WORD };
  esc_node same = load (g, p, ESC_EXACTLY (0));
  esc_node other = load (g, p, ESC_EXACTLY (2 * WORD));
  esc_node across = load (g, p, ESC_EXACTLY (WORD / 2));
  esc_node strided = load (g, p, elements);
  check (esc_solve (g), "a small graph is solved");
  check (points_to (g, same, i) && !points_to (g, same, j),
	 "a load gives what was stored in its field only");
  check (esc_node_size (g, other) == 0, "and nothing from an empty one");
  check (points_to (g, across, i) && points_to (g, across, j),
	 "a load across two fields gives both");
  check (points_to (g, strided, i) && !points_to (g, strided, j),
	 "a load with a stride gives what is at multiples of it");
  check (ways_of (g, i).n == 0, "what is stored in a local stays");
  esc_graph_free (g);
}

/* for (p = &x; ; p++) ends, and finds what is stored anywhere in x.  */

static void
test_stepping_pointer_ends (void)
{
  struct esc_graph *g = new_graph ();
  esc_object x = esc_object_local (g, 0), i = esc_object_local (g, 1);
  esc_node p = address (g, x, 0);
  esc_add_shift (g, p, p, ESC_EXACTLY (WORD));
  esc_add_store (g, address (g, x, 0), ESC_EXACTLY (900 * WORD),
		 address (g, i, 0), 1);
  esc_node value = load (g, p, ESC_EXACTLY (0));
  esc_solve (g);
  check (points_to (g, value, i), "a stepping pointer reaches every field");
  esc_graph_free (g);
}

/* g = &x; x = &i; *g may be changed by anybody.  */

static void
test_escape_is_transitive (void)
{
  struct esc_graph *g = new_graph ();
  esc_object global = esc_object_global (g, 5, false);
  esc_object x = esc_object_local (g, 0), i = esc_object_local (g, 1);
  esc_node px = address (g, x, 0);
  esc_add_copy (g, esc_node_write (g, esc_place_at (g, global,
						    ESC_EXACTLY (0))),
		px, 10);
  esc_add_store (g, px, ESC_EXACTLY (0), address (g, i, 0), 20);
  esc_node later = load (g, px, ESC_EXACTLY (0));
  esc_solve (g);
  struct ways ways = ways_of (g, x);
  check (ways.n == 1 && ways.first.sink == global && ways.first.into == 0
	 && ways.first.loc == 10 && ways.first.via == 0,
	 "what is stored in a global leaves by it");
  ways = ways_of (g, i);
  check (ways.n == 1 && ways.first.sink == global && ways.first.into == 1
	 && ways.first.loc == 20 && ways.first.via == x,
	 "and so does what that holds, one step further in");
  check (points_to (g, later, esc_object_world (g)),
	 "unseen code may have changed it");
  esc_graph_free (g);
}

/* int *id (int *p) { return p; } called with &x and &y: each gets its own
   back.  */

static void
test_transfers_do_not_mix_calls (void)
{
  struct esc_graph *callee = new_graph ();
  give_back (callee, parameter (callee, 0));
  esc_solve (callee);
  struct esc_transfer *t = esc_transfer_new (1);
  check (esc_transfer_extend (t, callee), "a transfer is extended");
  check (!esc_transfer_extend (t, callee), "and is complete then");
  esc_transfer_seal (t);
  esc_graph_free (callee);

  struct esc_graph *g = new_graph ();
  esc_node results[2];
  esc_object locals[2];
  for (int i = 0; i < 2; i++)
    {
      locals[i] = esc_object_local (g, i);
      struct esc_argument argument
	= { address (g, locals[i], 0), 0, { ESC_SIZE_UNKNOWN, 0, 0, 0 }, 0 };
      struct esc_call call;
      memset (&call, 0, sizeof call);
      call.arguments = &argument;
      call.n_arguments = 1;
      call.result = results[i] = esc_node_new (g, true);
      esc_call_apply (g, esc_add_call (g, &call, 0), t, false);
    }
  esc_solve (g);
  check (points_to (g, results[0], locals[0])
	 && points_to (g, results[1], locals[1]),
	 "a call gets its own argument back");
  check (!points_to (g, results[0], locals[1])
	 && !points_to (g, results[1], locals[0]), "and not another's");
  esc_graph_free (g);
  esc_transfer_free (t);
}

/* T *f (T *p, ...): the area of the variable arguments is read by two callees,
   as a va_list that points to it: as numbers, and at the first word or (WALK)
   anywhere.  It is called as f (0, &a, &n, &o), which are of one sort each.  */

static void
test_sorts_are_apart (bool walk)
{
  static const struct esc_size no_size;
  struct esc_graph *callee = new_graph ();
  esc_node area = parameter (callee, 0);
  esc_node number = load (callee, area, ESC_SORT_OFFSET (ESC_SORT_NUMBER));
  esc_add_copy (callee, number,
		load (callee, area, ESC_SORT_OFFSET (ESC_SORT_OTHER)), 0);
  give_back (callee, number);
  esc_solve (callee);
  struct esc_transfer *read_number = esc_transfer_new (1);
  esc_transfer_extend (read_number, callee);
  esc_graph_free (callee);

  callee = new_graph ();
  give_back (callee, load (callee, parameter (callee, 0),
			   walk ? ESC_ANYWHERE : ESC_EXACTLY (0)));
  esc_solve (callee);
  struct esc_transfer *read_any = esc_transfer_new (1);
  esc_transfer_extend (read_any, callee);
  esc_graph_free (callee);

  struct esc_transfer *variadic[2];
  for (int i = 0; i < 2; i++)
    {
      struct esc_graph *g = new_graph ();
      esc_object list = esc_object_local (g, 0);
      for (int sort = 0; sort < ESC_SORTS; sort++)
	{
	  struct esc_offset at = ESC_SORT_OFFSET (sort);
	  esc_add_copy (g, esc_node_write (g, esc_place_at (g, list, at)),
			esc_node_passed (g, true, ESC_ROOT_VARARGS, at.at, 0,
					 0), 0);
	}
      struct esc_argument argument
	= { address (g, list, 0), 0, no_size, 0 };
      struct esc_call call;
      memset (&call, 0, sizeof call);
      call.arguments = &argument;
      call.n_arguments = 1;
      call.result = esc_node_new (g, true);
      esc_call_apply (g, esc_add_call (g, &call, 0),
		      i ? read_any : read_number, false);
      give_back (g, call.result);
      esc_solve (g);
      variadic[i] = esc_transfer_new (1);
      esc_transfer_extend (variadic[i], g);
      esc_graph_free (g);
    }

  struct esc_graph *g = new_graph ();
  esc_object locals[1 + ESC_SORTS];
  struct esc_argument arguments[1 + ESC_SORTS];
  for (int i = 0; i < 1 + ESC_SORTS; i++)
    {
      locals[i] = esc_object_local (g, i);
      arguments[i] = (struct esc_argument)
	{ address (g, locals[i], 0), 0, no_size, i ? i - 1 : 0 };
    }
  esc_node results[2];
  for (int i = 0; i < 2; i++)
    {
      struct esc_call call;
      memset (&call, 0, sizeof call);
      call.arguments = arguments;
      call.n_arguments = 1 + ESC_SORTS;
      call.result = results[i] = esc_node_new (g, true);
      esc_call_apply (g, esc_add_call (g, &call, 0), variadic[i], false);
    }
  esc_solve (g);
  check (!points_to (g, results[0], locals[0])
	 && !points_to (g, results[1], locals[0]),
	 "an argument with a name is not among the others");
  check (points_to (g, results[0], locals[1 + ESC_SORT_NUMBER])
	 && points_to (g, results[0], locals[1 + ESC_SORT_OTHER])
	 && !points_to (g, results[0], locals[1 + ESC_SORT_AGGREGATE]),
	 "one sort is read, and what is of no other");
  check (points_to (g, results[1], locals[1 + ESC_SORT_NUMBER])
	 && points_to (g, results[1], locals[1 + ESC_SORT_OTHER])
	 && points_to (g, results[1], locals[1 + ESC_SORT_AGGREGATE]),
	 "who knows of no sorts reads them all");
  esc_graph_free (g);
  for (int i = 0; i < 2; i++)
    esc_transfer_free (variadic[i]);
  esc_transfer_free (read_number);
  esc_transfer_free (read_any);
}

/* void f (T **p, T **q, T *x) { *p = x; g = *q; } called as f (&v, &v, &i):
   p and q share memory, and i gets to g.  */

static void
test_callers_find_aliases (void)
{
  struct esc_graph *callee = new_graph ();
  esc_node p = parameter (callee, 0), q = parameter (callee, 1);
  esc_add_store (callee, p, ESC_EXACTLY (0), parameter (callee, 2), 1);
  esc_object global = esc_object_global (callee, 5, false);
  esc_add_copy (callee, esc_node_write (callee,
					esc_place_at (callee, global,
						      ESC_EXACTLY (0))),
		load (callee, q, ESC_EXACTLY (0)), 2);
  esc_solve (callee);
  struct esc_transfer *t = esc_transfer_new (3);
  esc_transfer_extend (t, callee);
  esc_graph_free (callee);

  for (int shared = 0; shared < 2; shared++)
    {
      struct esc_graph *g = new_graph ();
      esc_object v = esc_object_local (g, 0), w = esc_object_local (g, 1);
      esc_object i = esc_object_local (g, 2);
      struct esc_size unknown = { ESC_SIZE_UNKNOWN, 0, 0, 0 };
      struct esc_argument arguments[3]
	= { { address (g, v, 0), 0, unknown, 0 },
	    { address (g, shared ? v : w, 0), 0, unknown, 0 },
	    { address (g, i, 0), 0, unknown, 0 } };
      struct esc_call call;
      memset (&call, 0, sizeof call);
      call.arguments = arguments;
      call.n_arguments = 3;
      esc_call_apply (g, esc_add_call (g, &call, 0), t, false);
      esc_solve (g);
      if (shared)
	check (ways_of (g, i).n > 0, "arguments that alias are found out");
      else
	check (ways_of (g, i).n == 0, "arguments that do not alias do not mix");
      esc_graph_free (g);
    }
  esc_transfer_free (t);
}

/* T *make (void) { return malloc (16); }: each call makes a block of its own,
   of a size that is known.  */

static void
test_blocks_belong_to_calls (void)
{
  struct esc_graph *callee = new_graph ();
  struct esc_size size = { ESC_SIZE_PARAMETER, 0, 2, 0 };
  give_back (callee, address (callee, esc_object_block (callee, 0, &size), 0));
  esc_solve (callee);
  struct esc_transfer *t = esc_transfer_new (1);
  esc_transfer_extend (t, callee);
  esc_graph_free (callee);

  struct esc_graph *g = new_graph ();
  struct esc_argument argument
    = { 0, 0, { ESC_SIZE_CONSTANT, 0, 8, 0 }, 0 };
  esc_node results[2];
  for (int i = 0; i < 2; i++)
    {
      struct esc_call call;
      memset (&call, 0, sizeof call);
      call.arguments = &argument;
      call.n_arguments = 1;
      call.result = results[i] = esc_node_new (g, true);
      esc_call_apply (g, esc_add_call (g, &call, 0), t, false);
    }
  esc_solve (g);
  esc_object blocks[2];
  for (int i = 0; i < 2; i++)
    blocks[i] = esc_place_target (g, esc_node_element (g, results[i], 0,
						       NULL)).object;
  check (esc_node_size (g, results[0]) == 1 && blocks[0] != blocks[1],
	 "two calls make two blocks");
  size = esc_object_size (g, blocks[0]);
  check (size.kind == ESC_SIZE_CONSTANT && size.value == 16,
	 "a block's size follows from the argument");
  check (ways_of (g, blocks[0]).n == 0, "a block that is kept here stays");
  esc_graph_free (g);
  esc_transfer_free (t);
}

/* T *make (size_t n, size_t m) { return calloc (n, 2 * m); }  */

static void
test_sizes (void)
{
  const struct esc_size n = { ESC_SIZE_PARAMETER, 0, 1, 0 };
  const struct esc_size m = { ESC_SIZE_PARAMETER, 1, 2, 0 };
  const struct esc_size huge = { ESC_SIZE_CONSTANT, 0, UINT64_MAX, 0 };
  const struct esc_size none = { ESC_SIZE_UNKNOWN, 0, 0, 0 };
  struct esc_size size = esc_size_product (n, m);

  check (size.kind == ESC_SIZE_PRODUCT && size.value == 2,
	 "a product of two parameters");
  check (esc_size_product (size, n).kind == ESC_SIZE_UNKNOWN,
	 "one of three is not known");
  check (esc_size_product (m, huge).kind == ESC_SIZE_UNKNOWN,
	 "nor is one that overflows");
  check (esc_size_product (none, n).kind == ESC_SIZE_UNKNOWN,
	 "nor one with something that is not known");

  struct esc_graph *callee = new_graph ();
  give_back (callee, address (callee, esc_object_block (callee, 0, &size), 0));
  esc_solve (callee);
  struct esc_transfer *t = esc_transfer_new (2);
  esc_transfer_extend (t, callee);
  esc_graph_free (callee);

  struct esc_graph *g = new_graph ();
  struct esc_argument arguments[2]
    = { { 0, 0, { ESC_SIZE_CONSTANT, 0, 8, 0 }, 0 },
	{ 0, 0, { ESC_SIZE_PARAMETER, 3, 5, 0 }, 0 } };
  struct esc_call call;
  memset (&call, 0, sizeof call);
  call.arguments = arguments;
  call.n_arguments = 2;
  call.result = esc_node_new (g, true);
  esc_call_apply (g, esc_add_call (g, &call, 0), t, false);
  esc_solve (g);
  size = esc_object_size (g, esc_place_target
			       (g, esc_node_element (g, call.result, 0, NULL))
			       .object);
  check (size.kind == ESC_SIZE_PARAMETER && size.parameter == 3
	 && size.value == 80, "a size in terms of the caller's parameters");
  esc_graph_free (g);
  esc_transfer_free (t);
}

/* A pointer to function 1, read from a constant table, is called with &x; the
   function keeps it, or (unseen) anybody may.  */

static void
test_calls_through_pointers (void)
{
  for (int seen = 0; seen < 2; seen++)
    {
      transfer_of_1 = seen ? esc_transfer_new (1) : NULL;
      struct esc_graph *g = new_graph ();
      esc_node table = address (g, esc_object_global (g, 7, true), 0);
      esc_object x = esc_object_local (g, 0);
      struct esc_argument argument
	= { address (g, x, 0), 0, { ESC_SIZE_UNKNOWN, 0, 0, 0 }, 0 };
      struct esc_call call;
      memset (&call, 0, sizeof call);
      call.arguments = &argument;
      call.n_arguments = 1;
      call.sink.to = ESC_TO_CALL;
      esc_add_call (g, &call, load (g, table, ESC_EXACTLY (WORD)));
      esc_solve (g);
      if (seen)
	check (ways_of (g, x).n == 0,
	       "a function that does nothing keeps nothing");
      else
	check (ways_of (g, x).n == 1, "an unseen function keeps everything");
      esc_graph_free (g);
      esc_transfer_free (transfer_of_1);
    }
}

/* p = *p ad infinitum: memory that a loop reaches is a few objects.  */

static void
test_recursive_memory_is_folded (void)
{
  struct esc_graph *g = new_graph ();
  esc_node p = parameter (g, 0);
  esc_add_load (g, p, p, ESC_EXACTLY (WORD), 3);
  give_back (g, p);
  esc_solve (g);
  check (esc_node_size (g, p) <= 5, "a list is a few objects, however long");
  esc_graph_free (g);
}

/* while (...) { p = p->next; p->data = &l1; p->data = &l2; ... } over a list of
   N locals; return p.  The local that is last in the list.  */

static esc_object
walk_list (struct esc_graph *g, uint32_t n)
{
  esc_node p = esc_node_new (g, true);
  esc_object local = esc_object_local (g, 0);
  esc_add_copy (g, p, address (g, local, 0), 0);
  for (uint32_t i = 1; i < n; i++)
    {
      esc_object next = esc_object_local (g, i);
      esc_add_store (g, address (g, local, 0), ESC_EXACTLY (0),
		     address (g, next, 0), 1);
      esc_add_store (g, p, ESC_EXACTLY (WORD), address (g, next, 0), 2);
      local = next;
    }
  esc_add_load (g, p, p, ESC_EXACTLY (0), 0);
  give_back (g, p);
  return local;
}

/* What is too much work for graphs that tell locals apart is none for a flat
   one, and what leaves, leaves.  */

static void
test_much_work_makes_flat (void)
{
  static const enum esc_detail details[] = { ESC_FINE, ESC_COARSE };
  enum { MANY = 4000 };
  for (int i = 0; i < 2; i++)
    {
      struct esc_graph *g = esc_graph_new (WORD, &client, details[i]);
      walk_list (g, MANY);
      check (!esc_solve (g), "a graph that is too much work is given up");
      esc_graph_free (g);
    }
  struct esc_graph *g = esc_graph_new (WORD, &client, ESC_FLAT);
  esc_object last = walk_list (g, MANY);
  esc_object other = esc_object_local (g, MANY);
  check (esc_solve (g), "a flat graph is always solved");
  check (ways_of (g, last).n > 0, "and knows what leaves");
  check (last == other, "but not which of the locals");
  esc_graph_free (g);
}

/* void mix (void **a, void **b, void **c, void **d): each of a, b and c is stored
   in what the others point to; *d stays as it is.  */

static struct esc_transfer *
transfer_of_mix (void)
{
  struct esc_graph *g = esc_graph_new (WORD, &client, ESC_COARSE);
  esc_node p[3];
  for (int i = 0; i < 3; i++)
    p[i] = parameter (g, i);
  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++)
      if (i != j)
	esc_add_store (g, p[i], ESC_EXACTLY (0), p[j], 1);
  esc_solve (g);
  struct esc_transfer *t = esc_transfer_new (4);
  esc_transfer_extend (t, g);
  esc_graph_free (g);
  return t;
}

/* Which locals, as bits, the four that MIX, of transfer T, is called with HOLD in
   a caller's graph.  Local 2 * I is passed for parameter I, and holds the next
   one.  A TRACED graph gets each fact by itself.  */

static void
call_mix (struct esc_transfer *t, bool traced, uint32_t *hold)
{
  struct esc_graph *g = esc_graph_new (WORD, &client, ESC_COARSE);
  if (traced)
    esc_graph_trace (g);
  struct esc_argument arguments[4];
  memset (arguments, 0, sizeof arguments);
  for (int i = 0; i < 4; i++)
    {
      esc_object x = esc_object_local (g, 2 * i);
      esc_object held = esc_object_local (g, 2 * i + 1);
      arguments[i].value = address (g, x, 0);
      esc_add_store (g, arguments[i].value, ESC_EXACTLY (0),
		     address (g, held, 0), 1);
    }
  struct esc_call call;
  memset (&call, 0, sizeof call);
  call.arguments = arguments;
  call.n_arguments = 4;
  esc_call_apply (g, esc_add_call (g, &call, 0), t, false);
  esc_node loaded[4];
  for (int i = 0; i < 4; i++)
    loaded[i] = load (g, arguments[i].value, ESC_EXACTLY (0));
  esc_solve (g);
  for (int i = 0; i < 4; i++)
    {
      hold[i] = 0;
      for (uint32_t j = 0; j < esc_node_size (g, loaded[i]); j++)
	{
	  esc_place element = esc_node_element (g, loaded[i], j, NULL);
	  esc_object object = esc_place_target (g, element).object;
	  if (esc_object_kind (g, object) == ESC_OBJECT_LOCAL)
	    hold[i] |= 1u << esc_object_entity (g, object);
	}
    }
  esc_graph_free (g);
}

/* Many facts at a time say what they say one by one.  */

static void
test_products_lose_nothing (void)
{
  struct esc_transfer *t = transfer_of_mix ();
  uint32_t hold[4], one_by_one[4];
  check (esc_transfer_is_coarse (t) && esc_transfer_facts (t) >= 6,
	 "a coarse transfer has many facts");
  for (int sealed = 0; sealed < 2; sealed++)
    {
      call_mix (t, false, hold);
      call_mix (t, true, one_by_one);
      check (hold[0] == (1 << 1 | 1 << 2 | 1 << 4)
	     && hold[1] == (1 << 3 | 1 << 0 | 1 << 4)
	     && hold[2] == (1 << 5 | 1 << 0 | 1 << 2),
	     "each holds the others");
      check (hold[3] == 1 << 7, "what is not stored in holds what it did");
      check (memcmp (hold, one_by_one, sizeof hold) == 0,
	     "applied at once, facts say what they say one by one");
      esc_transfer_seal (t);
    }
  esc_transfer_free (t);
}

/* Store each of the N nodes P in what the others point to.  */

static void
store_in_each_other (struct esc_graph *g, const esc_node *p, int n)
{
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      if (i != j)
	esc_add_store (g, p[i], ESC_EXACTLY (0), p[j], 1);
}

/* Which locals object X of G holds, as bits.  */

static uint32_t
held_by (struct esc_graph *g, esc_object x)
{
  uint32_t hold = 0;
  for (esc_place p = esc_object_next_place (g, x, 0); p;
       p = esc_object_next_place (g, x, p))
    {
      esc_node node = esc_place_written (g, p);
      for (uint32_t j = 0; node && j < esc_node_size (g, node); j++)
	{
	  esc_place element = esc_node_element (g, node, j, NULL);
	  esc_object object = esc_place_target (g, element).object;
	  if (esc_object_kind (g, object) == ESC_OBJECT_LOCAL)
	    hold |= 1u << esc_object_entity (g, object);
	}
    }
  return hold;
}

/* Three callers of one transfer that grows, by many facts, by a few and by many:
   one applies each step, one leaves out the second, and one has all at once.
   They find the same.  */

static void
test_products_of_growing_transfers (void)
{
  enum { CALLERS = 3, PARAMETERS = 9 };
  struct esc_graph *callee = esc_graph_new (WORD, &client, ESC_COARSE);
  struct esc_transfer *t = esc_transfer_new (PARAMETERS);
  struct esc_graph *callers[CALLERS];
  struct esc_call *calls[CALLERS];
  esc_object locals[CALLERS][PARAMETERS];
  esc_node p[PARAMETERS];
  for (int i = 0; i < PARAMETERS; i++)
    p[i] = parameter (callee, i);
  for (int c = 0; c < CALLERS; c++)
    {
      struct esc_graph *g = esc_graph_new (WORD, &client, ESC_COARSE);
      struct esc_argument arguments[PARAMETERS];
      memset (arguments, 0, sizeof arguments);
      for (uint32_t i = 0; i < PARAMETERS; i++)
	{
	  locals[c][i] = esc_object_local (g, i);
	  arguments[i].value = address (g, locals[c][i], 0);
	}
      struct esc_call call;
      memset (&call, 0, sizeof call);
      call.arguments = arguments;
      call.n_arguments = PARAMETERS;
      callers[c] = g;
      calls[c] = esc_add_call (g, &call, 0);
    }
  for (int step = 0; step < 3; step++)
    {
      static const int first[] = { 0, 3, 5 }, n[] = { 3, 2, 4 };
      store_in_each_other (callee, p + first[step], n[step]);
      esc_solve (callee);
      esc_transfer_extend (t, callee);
      for (int c = 0; c < CALLERS; c++)
	if (c == 0 || (c == 1 && step != 1) || step == 2)
	  {
	    esc_call_apply (callers[c], calls[c], t, false);
	    esc_solve (callers[c]);
	  }
    }
  for (int c = 0; c < CALLERS; c++)
    {
      bool good = true;
      for (uint32_t i = 0; i < PARAMETERS; i++)
	{
	  uint32_t others = i < 3 ? 0x7 : i < 5 ? 0x18 : 0x1e0;
	  good &= held_by (callers[c], locals[c][i])
		  == (others & ~(1u << i));
	}
      check (good, "whenever they are applied, facts say the same");
      esc_graph_free (callers[c]);
    }
  esc_graph_free (callee);
  esc_transfer_free (t);
}

int
main (void)
{
  test_points_to_sets ();
  test_tables ();
  test_offsets ();
  test_fields_are_apart ();
  test_stepping_pointer_ends ();
  test_escape_is_transitive ();
  test_transfers_do_not_mix_calls ();
  test_sorts_are_apart (false);
  test_sorts_are_apart (true);
  test_callers_find_aliases ();
  test_blocks_belong_to_calls ();
  test_sizes ();
  test_calls_through_pointers ();
  test_recursive_memory_is_folded ();
  test_much_work_makes_flat ();
  test_products_lose_nothing ();
  test_products_of_growing_transfers ();
  totals ();
  return 0;
}
