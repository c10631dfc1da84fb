/* Joint graphs: own and foreign names, and what leaves.

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


/* Graphs are made by hand as the plugin makes them from the bodies of several
   functions, so a test reads like these.  */

#include "graph.h"
#include "joint.h"
#include "solve.h"
#include "transfer.h"

#include <dejagnu.h>
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

/* The client: function 1 is no member, but has a transfer.  */

static struct esc_transfer *transfer_of_1;

static struct esc_transfer *
transfer_of (void *data, uint32_t symbol, bool *recursive)
{
  (void) data;
  *recursive = false;
  return symbol == 1 ? transfer_of_1 : NULL;
}

static bool
member_of (void *data, uint32_t symbol, uint32_t *member)
{
  (void) data;
  (void) symbol;
  (void) member;
  return false;
}

static const struct esc_client client
  = { .transfer_of = transfer_of, .member_of = member_of };

static struct esc_graph *
new_graph (void)
{
  return esc_graph_new (WORD, &client, ESC_JOINT);
}

/* Add a member with N parameters to G.  */

static uint32_t
add_member (struct esc_graph *g, uint32_t n)
{
  static const uint32_t tags[2];
  return esc_joint_add (g, n, tags);
}

/* A new node that holds the address of OBJECT.  */

static esc_node
address (struct esc_graph *g, esc_object object)
{
  esc_node node = esc_node_new (g, true);
  esc_add_address (g, node, esc_place_at (g, object, ESC_EXACTLY (0)));
  return node;
}

/* Parameter I of the member of G that is entered.  */

static esc_node
parameter (struct esc_graph *g, int i)
{
  return esc_node_passed (g, true, i, 0, 0, 0);
}

/* Put NODE into OBJECT.  */

static void
put (struct esc_graph *g, esc_object object, esc_node node)
{
  esc_add_copy (g, esc_node_write (g, esc_place_at (g, object,
						    ESC_EXACTLY (0))),
		node, 1);
}

/* Call MEMBER, or what POINTER points to if that is not 0, with the values A
   and B.  Return what comes back.  */

static esc_node
call (struct esc_graph *g, uint32_t member, esc_node pointer, esc_node a,
      esc_node b)
{
  struct esc_argument arguments[2];
  memset (arguments, 0, sizeof arguments);
  arguments[0].value = a;
  arguments[1].value = b;
  struct esc_call c;
  memset (&c, 0, sizeof c);
  c.arguments = arguments;
  c.n_arguments = 2;
  c.result = esc_node_new (g, true);
  struct esc_call *added = esc_add_call (g, &c, pointer);
  if (!pointer)
    esc_call_join (g, added, member);
  return c.result;
}

/* Whether NODE may point to OBJECT, under either name.  */

static bool
holds (const struct esc_graph *g, esc_node node, esc_object object)
{
  for (uint32_t i = 0; i < esc_node_size (g, node); i++)
    {
      esc_place p = esc_node_element (g, node, i, NULL);
      if (esc_object_own (g, esc_place_target (g, p).object) == object)
	return true;
    }
  return false;
}

/* void put (T **to, T *what) { *to = what; }
   void own () { T x, *y; y = &x; put (&z, ...); }
   A store into memory of the same frame is harmless, one by way of another
   function may be one into an older frame.  */

static void
test_names (void)
{
  struct esc_graph *g = new_graph ();
  uint32_t putter = add_member (g, 2), own = add_member (g, 0);
  esc_joint_enter (g, putter);
  esc_object inner = esc_object_local (g, 0);
  put (g, inner, parameter (g, 1));
  esc_add_store (g, parameter (g, 0), ESC_EXACTLY (0), parameter (g, 1), 1);

  esc_joint_enter (g, own);
  esc_object x = esc_object_local (g, 0), y = esc_object_local (g, 1);
  esc_object put_there = esc_object_local (g, 2);
  esc_object z = esc_object_local (g, 3);
  put (g, y, address (g, x));
  call (g, putter, 0, address (g, z), address (g, put_there));
  esc_node loaded = esc_node_new (g, true);
  esc_add_load (g, loaded, address (g, y), ESC_EXACTLY (0), 0);
  check (esc_solve (g), "the names are told apart");
  check (esc_joint_stays (g, x) && esc_joint_stays (g, y),
	 "what is stored in a local of its own frame stays");
  check (holds (g, loaded, x), "and is found there");
  check (!esc_joint_stays (g, put_there),
	 "what is stored by way of another function leaves");
  check (esc_joint_stays (g, z), "where it is stored does not");

  esc_joint_find_memory (g);
  check (esc_object_next_made (g, y, 0) == x
	 && esc_object_next_made (g, y, x) == y
	 && esc_object_next_made (g, y, put_there) == z
	 && !esc_object_next_made (g, y, z)
	 && esc_object_next_made (g, inner, 0) == inner
	 && !esc_object_next_made (g, inner, inner),
	 "each member has its own locals");

  esc_joint_find_values (g);
  check (!esc_joint_value_stays (g, putter, 1)
	 && esc_joint_value_stays (g, putter, 0),
	 "a value that is stored away leaves, a pointer to there does not");
  esc_graph_free (g);
}

/* T *same (T *p) { return p; }
   T *back () { T x; return same (&x); }
   void used () { T x, *r = same (&x); }  */

static void
test_results (void)
{
  struct esc_graph *g = new_graph ();
  uint32_t same = add_member (g, 1), back = add_member (g, 0);
  uint32_t used = add_member (g, 0);
  esc_joint_enter (g, same);
  put (g, esc_object_result (g), parameter (g, 0));

  esc_joint_enter (g, back);
  esc_object returned = esc_object_local (g, 0);
  put (g, esc_object_result (g),
       call (g, same, 0, address (g, returned), 0));

  esc_joint_enter (g, used);
  esc_object x = esc_object_local (g, 0);
  esc_node result = call (g, same, 0, address (g, x), 0);
  esc_solve (g);
  check (!esc_joint_stays (g, returned), "its own function returns a local");
  check (esc_joint_stays (g, x), "another one may");
  check (holds (g, result, x), "and then it has come back");
  esc_joint_find_values (g);
  check (esc_joint_value_stays (g, same, 0)
	 && esc_joint_value_returned (g, same, 0),
	 "a value that is returned does not leave");
  esc_graph_free (g);
}

/* void open (T *p) { T x; *p = &x; }, which others call.  */

static void
test_open (void)
{
  struct esc_graph *g = new_graph ();
  uint32_t open = add_member (g, 1);
  esc_joint_open (g, open);
  esc_joint_enter (g, open);
  esc_object x = esc_object_local (g, 0);
  esc_add_store (g, parameter (g, 0), ESC_EXACTLY (0), address (g, x), 1);
  esc_solve (g);
  check (!esc_joint_stays (g, x), "what unseen callers pass is the world");
  esc_graph_free (g);
}

/* T *make () { return new block; }, which is no member
   T **keeps () { T x, **b = (*pointer) (); *b = &x; return b; }
   void other () { }
   Who is called is found out while solving; the block is that of KEEPS even
   so, and leaves with what is in it.  */

static void
test_blocks (void)
{
  struct esc_graph *callee = esc_graph_new (WORD, &client, ESC_FINE);
  struct esc_size size = { ESC_SIZE_CONSTANT, 0, WORD, 0 };
  put (callee, esc_object_result (callee),
       address (callee, esc_object_block (callee, 0, &size)));
  esc_solve (callee);
  transfer_of_1 = esc_transfer_new (0);
  esc_transfer_extend (transfer_of_1, callee);
  esc_transfer_seal (transfer_of_1);
  esc_graph_free (callee);

  for (int returned = 0; returned < 2; returned++)
    {
      struct esc_graph *g = new_graph ();
      uint32_t keeps = add_member (g, 0), other = add_member (g, 0);
      esc_joint_enter (g, keeps);
      esc_object x = esc_object_local (g, 0);
      esc_node pointer = esc_node_new (g, true);
      esc_node block = call (g, 0, pointer, 0, 0);
      esc_add_store (g, block, ESC_EXACTLY (0), address (g, x), 1);
      if (returned)
	put (g, esc_object_result (g), block);
      esc_add_address (g, pointer,
		       esc_place_at (g, esc_object_function (g, 1, false),
				     ESC_ANYWHERE));
      esc_joint_enter (g, other);
      esc_object_local (g, 0);
      esc_solve (g);
      if (returned)
	check (!esc_joint_stays (g, x), "a block that is returned takes along "
					"what is in it");
      else
	check (esc_joint_stays (g, x), "one that is not does not");
      esc_joint_find_memory (g);
      esc_object made = esc_object_next_made (g, x, x);
      check (esc_object_kind (g, made) == ESC_OBJECT_BLOCK
	     && !esc_object_next_made (g, x, made),
	     "it is the block of who calls for it");
      esc_graph_free (g);
    }
  esc_transfer_free (transfer_of_1);
}

int
main (void)
{
  test_names ();
  test_results ();
  test_open ();
  test_blocks ();
  totals ();
  return 0;
}
