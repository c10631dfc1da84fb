/* Following one object's address through a function, path by path.

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

/* See tracker.h.  Here are the walk over basic blocks and what it needs to
   know of the function; tracker-stmts.cc knows what statements do, and
   tracker-memory.cc who holds what.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "gimple-iterator.h"
#include "ssa.h"
#include "cgraph.h"
#include "cfganal.h"
#include "tree-dfa.h"
#include "tree-eh.h"

#include "tracker-int.h"

/* How many statements may be visited for each one that the function has, and
   how many places that can have the address count as another visit.  */
enum { VISITS_PER_STATEMENT = 64, PLACES_PER_VISIT = 8 };

/* What trackers share.  */

/* What is given to find_address.  */
struct mention_walk
{
  surroundings *s;
  gimple *stmt;
};

static mentions *
mentions_of (surroundings *s, tree decl)
{
  mentions *&m = s->variables.get_or_insert (decl);
  if (!m)
    m = new mentions ();
  return m;
}

/* A callback of walk_tree.  */

static tree
find_address (tree *tp, int *, void *data)
{
  if (TREE_CODE (*tp) != ADDR_EXPR)
    return NULL_TREE;
  mention_walk *w = (mention_walk *) data;
  tree base = get_base_address (TREE_OPERAND (*tp, 0));
  if (!base || !(VAR_P (base) || TREE_CODE (base) == PARM_DECL)
      || is_global_var (base))
    return NULL_TREE;
  mentions *m = mentions_of (w->s, base);
  basic_block bb = gimple_bb (w->stmt);
  if (m->address.is_empty () || m->address.last () != bb)
    m->address.safe_push (bb);
  if (!m->block)
    m->block = gimple_block (w->stmt);
  return NULL_TREE;
}

/* Find what the statement of W says of variables.  */

static void
find_mentions_in (mention_walk *w)
{
  gimple *stmt = w->stmt;
  if (gimple_clobber_p (stmt))
    {
      if (DECL_P (gimple_assign_lhs (stmt)))
	mentions_of (w->s, gimple_assign_lhs (stmt))->clobbered = true;
      return;
    }
  for (unsigned i = 0; i < gimple_num_ops (stmt); i++)
    {
      tree *op = gimple_op_ptr (stmt, i);
      if (*op && TREE_CODE (*op) != SSA_NAME && !CONSTANT_CLASS_P (*op))
	walk_tree (op, find_address, w, NULL);
    }
}

/* Find what the statements of BB say of variables.  */

static void
find_mentions (surroundings *s, basic_block bb)
{
  mention_walk w = { s, NULL };
  for (gphi_iterator i = gsi_start_phis (bb); !gsi_end_p (i); gsi_next (&i))
    for (unsigned j = 0; j < gimple_phi_num_args (i.phi ()); j++)
      {
	w.stmt = i.phi ();
	tree arg = gimple_phi_arg_def (i.phi (), j);
	if (TREE_CODE (arg) == ADDR_EXPR)
	  find_address (&arg, NULL, &w);
      }
  for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i);
       gsi_next (&i))
    {
      w.stmt = gsi_stmt (i);
      s->work += VISITS_PER_STATEMENT;
      if (!is_gimple_debug (w.stmt))
	find_mentions_in (&w);
      if (is_gimple_call (w.stmt) && gimple_call_fndecl (w.stmt)
	  && !gimple_call_builtin_p (w.stmt))
	s->calls.safe_push (as_a<gcall *> (w.stmt));
    }
}

void
surroundings_init (surroundings *s, reader *r)
{
  s->r = r;
  s->ready = false;
  s->work = 0;
}

/* Read S's function, unless that has been done.  */

static void
read_surroundings (surroundings *s)
{
  if (s->ready)
    return;
  s->ready = true;
  bitmap_obstack_initialize (&s->memory);
  function *fun = s->r->fun;
  int n = n_basic_blocks_for_fn (fun) - NUM_FIXED_BLOCKS;
  auto_vec<int> indices (n);
  indices.quick_grow (n);
  n = pre_and_rev_post_order_compute_fn (fun, NULL, indices.address (),
					 false);
  s->order.safe_grow (last_basic_block_for_fn (fun), true);
  for (unsigned i = 0; i < s->order.length (); i++)
    s->order[i] = -1;
  s->in.safe_grow_cleared (last_basic_block_for_fn (fun), true);
  for (int i = 0; i < n; i++)
    {
      basic_block bb = BASIC_BLOCK_FOR_FN (fun, indices[i]);
      s->order[bb->index] = i;
      s->by_order.safe_push (bb);
      find_mentions (s, bb);
    }
}

void
surroundings_release (surroundings *s)
{
  if (!s->ready)
    return;
  bitmap_obstack_release (&s->memory);
  for (auto i = s->variables.begin (); i != s->variables.end (); ++i)
    delete (*i).second;
}

esc_node
known_node_of_ssa (const reader *r, tree name)
{
  unsigned version = SSA_NAME_VERSION (name);
  return version < r->ssa.length () ? r->ssa[version] : 0;
}

esc_object
known_object_of_local (const reader *r, tree decl)
{
  unsigned *number = const_cast<reader *> (r)->decl_entity.get (decl);
  return number ? r->entities[*number - 1].object : 0;
}

/* Making a tracker.  */

void
tracker_init (tracker *t, surroundings *s)
{
  read_surroundings (s);
  t->s = s;
  t->object = 0;
  t->begin = t->end = 0;
  t->decl = t->scope = t->global = NULL_TREE;
  t->stmt = t->use = NULL;
  t->clobbered = t->kept = t->met = t->left = false;
  t->passed = t->left_elsewhere = false;
  t->found = -1;
  t->n_names = 0;
  t->last_block = NULL_TREE;
  t->last_in_scope = false;
}

/* Whether SSA name NAME is used only in the basic block that defines it.  */

static bool
passing_p (tree name)
{
  basic_block bb = gimple_bb (SSA_NAME_DEF_STMT (name));
  use_operand_p use;
  imm_use_iterator i;
  FOR_EACH_IMM_USE_FAST (use, i, name)
    {
      gimple *stmt = USE_STMT (use);
      if (!is_gimple_debug (stmt)
	  && (gimple_bb (stmt) != bb || gimple_code (stmt) == GIMPLE_PHI))
	return false;
    }
  return true;
}

void
tracker_add_name (tracker *t, tree name, bool outer)
{
  holder h = { name, NULL_TREE, 0, { 0, 0 }, passing_p (name), outer };
  gcc_checking_assert (t->n_names == t->holders.length ());
  t->of_version.put (SSA_NAME_VERSION (name), t->n_names++);
  t->holders.safe_push (h);
}

void
tracker_add_place (tracker *t, esc_object object, esc_offset offset,
		   tree global, bool outer)
{
  holder h = { NULL_TREE, global, object, offset, false, outer };
  t->holders.safe_push (h);
}

int
tracker_holder (const tracker *t, tree name)
{
  unsigned *i = const_cast<tracker *> (t)->of_version.get
		  (SSA_NAME_VERSION (name));
  return i ? *i : -1;
}

bool
tracked_offset_p (const tracker *t, esc_offset offset)
{
  return t->end == 0 || offset.stride != 0
	 || (offset.at >= t->begin && offset.at < t->end);
}
bool
in_scope_p (tracker *t, tree block)
{
  if (block != t->last_block)
    {
      t->last_block = block;
      while (block && TREE_CODE (block) == BLOCK && block != t->scope)
	block = BLOCK_SUPERCONTEXT (block);
      t->last_in_scope = block == t->scope;
    }
  return t->last_in_scope;
}

/* Ways out of the function.  */

/* The function is left in STATE.  */

static void
leave (tracker *t, bitmap state)
{
  const esc_graph *g = t->s->r->graph;
  holder_list held;
  list_state (state, &held);
  for (unsigned j = 0; j < held.length (); j++)
    {
      const holder &h = t->holders[held[j]];
      if (h.name)
	continue;
      t->left |= h.global == t->global;
      t->left_elsewhere
	|= !h.global && esc_object_kind (g, h.object) != ESC_OBJECT_LOCAL;
    }
}

bool
left_after_p (basic_block bb)
{
  edge e;
  edge_iterator i;
  FOR_EACH_EDGE (e, i, bb->succs)
    if (e->dest->index == EXIT_BLOCK)
      return true;
  if (EDGE_COUNT (bb->succs) != 0)
    return false;
  gimple *last = gsi_stmt (gsi_last_nondebug_bb (bb));
  return !last
	 || !(gimple_call_builtin_p (last, BUILT_IN_UNREACHABLE)
	      || gimple_call_builtin_p (last, BUILT_IN_TRAP));
}

/* The walk.  */

/* What T tracks is what the caller passes: add to STATE what holds it when the
   function begins.  */

static void
add_passed (const tracker *t, bitmap state)
{
  const reader *r = t->s->r;
  for (unsigned i = 0; i < t->holders.length (); i++)
    {
      const holder &h = t->holders[i];
      bool parameter = h.name ? SSA_NAME_IS_DEFAULT_DEF (h.name)
		       : esc_object_kind (r->graph, h.object)
			     == ESC_OBJECT_LOCAL
			   && r->entities[esc_object_entity (r->graph,
							     h.object)].kind
				== ESC_ENTITY_PARAMETER;
      if (parameter)
	add_state (state, i, HELD);
    }
}

/* Whether the loop that BB is the head of is within the block in which what T
   tracks lives, since it is entered from there.  If not, the block is within
   the loop, and each turn of it is another life.  */

static bool
entered_from_scope_p (tracker *t, basic_block bb)
{
  const auto_vec<int> &order = t->s->order;
  edge e;
  edge_iterator i;
  FOR_EACH_EDGE (e, i, bb->preds)
    if (order[e->src->index] < order[bb->index]
	&& e->src->index != ENTRY_BLOCK)
      {
	gimple *last = gsi_stmt (gsi_last_nondebug_bb (e->src));
	tree block = last ? gimple_block (last) : NULL_TREE;
	if (block && in_scope_p (t, block))
	  return true;
      }
  return false;
}

/* Change STATE, at the end of E's source, as E does.  */

static void
follow_edge (tracker *t, bitmap state, edge e)
{
  if (t->scope)
    {
      const auto_vec<int> &order = t->s->order;
      tree block = LOCATION_BLOCK (e->goto_locus);
      bool back = order[e->dest->index] <= order[e->src->index];
      if ((block && !in_scope_p (t, block))
	  || (back && !t->clobbered && !entered_from_scope_p (t, e->dest)))
	expire (t, state);
    }
  holder_list held;
  list_state (state, &held);
  for (unsigned j = 0; j < held.length (); j++)
    {
      const holder &h = t->holders[held[j]];
      if (h.passing && !(h.outer && state_of (state, held[j]) == HELD))
	clear_state (state, held[j]);
    }
  /* All at once.  */
  auto_vec<int, 16> results;
  for (gphi_iterator i = gsi_start_phis (e->dest); !gsi_end_p (i);
       gsi_next (&i))
    results.safe_push (value_state (t, state,
				    PHI_ARG_DEF_FROM_EDGE (i.phi (), e)));
  unsigned n = 0;
  for (gphi_iterator i = gsi_start_phis (e->dest); !gsi_end_p (i);
       gsi_next (&i))
    assign (t, state, gimple_phi_result (i.phi ()), results[n++], true,
	    i.phi ());
}

/* Follow what is held from the beginning of BB on.  The basic blocks whose
   state has grown go to PENDING, by their order.  */

static void
follow_block (tracker *t, basic_block bb, bitmap pending)
{
  surroundings *s = t->s;
  unsigned HOST_WIDE_INT cost
    = 1 + (t->holders.length () - t->n_names) / PLACES_PER_VISIT;
  bitmap state = BITMAP_ALLOC (&s->memory);
  if (s->in[bb->index])
    bitmap_copy (state, s->in[bb->index]);
  for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i);
       gsi_next (&i))
    {
      gimple *stmt = gsi_stmt (i);
      if (is_gimple_debug (stmt))
	continue;
      s->work -= MIN (s->work, cost);
      bool thrown = t->global && stmt_can_throw_external (s->r->fun, stmt);
      if (thrown)
	leave (t, state);
      follow_stmt (t, state, stmt);
      if (thrown)
	leave (t, state);
    }
  if (t->global && left_after_p (bb))
    leave (t, state);
  edge e;
  edge_iterator i;
  bitmap after = BITMAP_ALLOC (&s->memory);
  FOR_EACH_EDGE (e, i, bb->succs)
    {
      if (e->dest->index == EXIT_BLOCK)
	continue;
      bitmap_copy (after, state);
      follow_edge (t, after, e);
      bitmap &in = s->in[e->dest->index];
      if (!in)
	{
	  in = BITMAP_ALLOC (&s->memory);
	  s->entered.safe_push (e->dest->index);
	}
      if (bitmap_ior_into (in, after))
	bitmap_set_bit (pending, s->order[e->dest->index]);
    }
  BITMAP_FREE (after);
  BITMAP_FREE (state);
}

bool
tracker_run (tracker *t, const vec<basic_block> &starts)
{
  surroundings *s = t->s;
  bitmap pending = BITMAP_ALLOC (&s->memory);
  if (t->passed)
    {
      edge e = single_succ_edge (ENTRY_BLOCK_PTR_FOR_FN (s->r->fun));
      bitmap in = BITMAP_ALLOC (&s->memory);
      add_passed (t, in);
      s->in[e->dest->index] = in;
      s->entered.safe_push (e->dest->index);
      bitmap_set_bit (pending, s->order[e->dest->index]);
    }
  for (unsigned i = 0; i < starts.length (); i++)
    if (s->order[starts[i]->index] >= 0)
      bitmap_set_bit (pending, s->order[starts[i]->index]);
  while (!bitmap_empty_p (pending) && s->work
	 && (t->global ? !t->left || (t->passed && !t->left_elsewhere)
		       : t->found < 0))
    {
      unsigned first = bitmap_first_set_bit (pending);
      bitmap_clear_bit (pending, first);
      follow_block (t, s->by_order[first], pending);
    }
  bool done = s->work != 0;
  BITMAP_FREE (pending);
  while (!s->entered.is_empty ())
    {
      int index = s->entered.pop ();
      BITMAP_FREE (s->in[index]);
    }
  return done;
}
