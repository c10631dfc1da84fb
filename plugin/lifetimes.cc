/* Locals whose address is used after the end of their block.

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

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "gimple-iterator.h"
#include "ssa.h"
#include "cgraph.h"

#include "findings.h"
#include "lifetimes.h"
#include "tracker.h"

/* A local that may outlive its block.  */
struct candidate
{
  unsigned entity;
  tree field;
  esc_object object;
  HOST_WIDE_INT begin, end;	/* as in struct tracker */
  tree scope;
  auto_vec<tree> names;		/* SSA names that can hold its address */
  auto_vec<esc_place> places;	/* and places */
};

struct scope
{
  tree decl, block;
};

struct search
{
  reader *r;
  auto_vec<candidate *> candidates;
  hash_map<int_hash<unsigned, 0, UINT_MAX>, unsigned> first_of_object;
  auto_vec<scope> scopes;	/* of all variables; inner blocks last */
  hash_map<tree, tree> blocks;	/* the same by variable */
};

/* Candidates.  */

/* Find the blocks that declare S's variables.  */

static void
find_scopes (search *s)
{
  auto_vec<tree> pending;
  pending.safe_push (DECL_INITIAL (s->r->fun->decl));
  for (unsigned i = 0; i < pending.length (); i++)
    for (tree block = pending[i]; block && TREE_CODE (block) == BLOCK;
	 block = BLOCK_CHAIN (block))
      {
	for (tree var = BLOCK_VARS (block); var; var = DECL_CHAIN (var))
	  if (VAR_P (var) && !is_global_var (var))
	    {
	      scope found = { var, block };
	      s->scopes.safe_push (found);
	      s->blocks.put (var, block);
	    }
	if (BLOCK_SUBBLOCKS (block))
	  pending.safe_push (BLOCK_SUBBLOCKS (block));
      }
}

static void
add_candidate (search *s, unsigned number, tree field, tree scope)
{
  const entity &e = s->r->entities[number];
  candidate *c = new candidate ();
  c->entity = number;
  c->field = field;
  c->object = e.object;
  c->scope = scope;
  if (field)
    {
      tree size = TYPE_SIZE_UNIT (TREE_TYPE (field));
      c->begin = int_byte_position (field);
      c->end = c->begin + (size && tree_fits_shwi_p (size)
			   ? tree_to_shwi (size) : 1);
      /* A pointer past the last element is one into the array.  */
      if (AGGREGATE_TYPE_P (TREE_TYPE (field)))
	c->end++;
    }
  bool known;
  unsigned &first = s->first_of_object.get_or_insert (e.object, &known);
  if (!known)
    first = s->candidates.length ();
  s->candidates.safe_push (c);
}

/* Make candidates of the variables in frame structure NUMBER that are declared
   in inner blocks.  */

static void
add_frame_variables (search *s, unsigned number)
{
  tree outermost = DECL_INITIAL (s->r->fun->decl);
  tree type = TREE_TYPE (s->r->entities[number].decl);
  for (tree field = TYPE_FIELDS (type); field; field = DECL_CHAIN (field))
    {
      tree block = NULL_TREE;
      if (TREE_CODE (field) != FIELD_DECL || !DECL_NAME (field))
	continue;
      for (unsigned i = s->scopes.length (); i-- && !block;)
	if (DECL_NAME (s->scopes[i].decl) == DECL_NAME (field)
	    && DECL_SOURCE_LOCATION (s->scopes[i].decl)
		 == DECL_SOURCE_LOCATION (field))
	  block = s->scopes[i].block;
      if (block && block != outermost)
	add_candidate (s, number, field, block);
    }
}

/* Make candidates of the locals that can die before their frame and are not
   in LEAVING.  */

static void
add_candidates (search *s, bitmap leaving)
{
  const reader *r = s->r;
  tree outermost = DECL_INITIAL (r->fun->decl);
  for (unsigned n = 0; n < r->entities.length (); n++)
    {
      const entity &e = r->entities[n];
      if (e.silent)
	continue;
      if (e.frame)
	{
	  add_frame_variables (s, n);
	  continue;
	}
      if (!e.address_taken || e.kind == ESC_ENTITY_PARAMETER
	  || e.kind == ESC_ENTITY_ALLOCATION || bitmap_bit_p (leaving, e.object)
	  || !(e.decl || e.stmt))
	continue;
      tree *block = e.decl ? s->blocks.get (e.decl) : NULL;
      if (!block || *block != outermost)
	add_candidate (s, n, NULL_TREE, block ? *block : NULL_TREE);
    }
}

/* Holders.  */

/* Whether a pointer to OFFSET can be one to C.  */

static bool
points_into_p (const candidate *c, esc_offset offset)
{
  return c->end == 0 || offset.stride != 0
	 || (offset.at >= c->begin && offset.at < c->end);
}

/* NODE, which is that of NAME or of what is written at PLACE, holds what it
   holds: let the candidates among that know.  */

static void
note_holder (search *s, esc_node node, tree name, esc_place place)
{
  const esc_graph *g = s->r->graph;
  uint32_t n = esc_node_size (g, node);
  for (uint32_t i = 0; i < n; i++)
    {
      esc_target to = esc_place_target (g, esc_node_element (g, node, i,
							     NULL));
      esc_object object = esc_object_own (g, to.object);
      unsigned *first = s->first_of_object.get (object);
      if (!first)
	continue;
      /* The variables of a frame follow each other.  */
      for (unsigned j = *first; j < s->candidates.length ()
			       && s->candidates[j]->object == object; j++)
	{
	  candidate *c = s->candidates[j];
	  if (!points_into_p (c, to.offset))
	    continue;
	  if (name && (c->names.is_empty () || c->names.last () != name))
	    c->names.safe_push (name);
	  if (place && (c->places.is_empty () || c->places.last () != place))
	    c->places.safe_push (place);
	}
    }
}

static void
find_holders (search *s)
{
  reader *r = s->r;
  const esc_graph *g = r->graph;
  unsigned i;
  tree name;
  FOR_EACH_SSA_NAME (i, name, r->fun)
    if (!virtual_operand_p (name))
      if (esc_node node = known_node_of_ssa (r, name))
	note_holder (s, node, name, 0);
  esc_object of = s->candidates[0]->object;
  for (esc_object o = esc_object_next_made (g, of, 0); o;
       o = esc_object_next_made (g, of, o))
    for (esc_place p = esc_object_next_place (g, o, 0); p;
	 p = esc_object_next_place (g, o, p))
      if (esc_node node = esc_place_written (g, p))
	note_holder (s, node, NULL_TREE, p);
}

/* Findings.  */

/* The variable that holder H of T is, or is a part of; or NULL_TREE, and
   *OBJECT is the object that it is a part of, if that has another name.  */

static tree
variable_of_place (search *s, esc_object object, esc_offset offset,
		   esc_object *other)
{
  reader *r = s->r;
  *other = object;
  if (esc_object_kind (r->graph, object) != ESC_OBJECT_LOCAL)
    return NULL_TREE;
  const entity &e = r->entities[esc_object_entity (r->graph, object)];
  if (!e.frame)
    return NULL_TREE;
  *other = 0;
  for (tree field = TYPE_FIELDS (TREE_TYPE (e.decl)); field;
       field = DECL_CHAIN (field))
    {
      tree size = TYPE_SIZE_UNIT (TREE_TYPE (field));
      HOST_WIDE_INT begin = int_byte_position (field);
      if (offset.stride == 0 && offset.at >= begin && size
	  && tree_fits_shwi_p (size)
	  && offset.at < begin + tree_to_shwi (size))
	return variable_of_frame_field (r, field);
    }
  return NULL_TREE;
}

/* The same of the SSA name NAME, by way of what it was made from.  */

static tree
variable_of_name (search *s, const tracker *t, tree name, esc_object *other)
{
  for (int steps = 8; steps; steps--)
    {
      tree var = SSA_NAME_VAR (name);
      if (var && DECL_NAME (var) && !DECL_ARTIFICIAL (var))
	return var;
      gassign *def = dyn_cast<gassign *> (SSA_NAME_DEF_STMT (name));
      if (!def)
	break;
      tree from = gimple_assign_rhs1 (def);
      if (TREE_CODE (from) == SSA_NAME)
	{
	  name = from;
	  continue;
	}
      if (!gimple_assign_load_p (def))
	break;
      for (unsigned i = 0; i < t->holders.length (); i++)
	if (tracker_reads_p (t, from, i))
	  return variable_of_place (s, t->holders[i].object,
				    t->holders[i].offset, other);
      break;
    }
  return NULL_TREE;
}

/* The place in the source, as early as can be, of a statement that gives NAME
   the address that T tracks.  */

static location_t
location_of_name (const tracker *t, tree name)
{
  auto_vec<tree> pending;
  hash_set<tree> seen;
  location_t first = UNKNOWN_LOCATION;
  pending.safe_push (name);
  while (!pending.is_empty ())
    {
      gimple *def = SSA_NAME_DEF_STMT (pending.pop ());
      gphi *phi = dyn_cast<gphi *> (def);
      if (!phi)
	{
	  location_t here = LOCATION_LOCUS (gimple_location (def));
	  if (first == UNKNOWN_LOCATION || (here && here < first))
	    first = here;
	  continue;
	}
      for (unsigned i = 0; i < gimple_phi_num_args (phi); i++)
	{
	  tree arg = gimple_phi_arg_def (phi, i);
	  if (TREE_CODE (arg) == SSA_NAME && tracker_holder (t, arg) >= 0
	      && !seen.add (arg))
	    pending.safe_push (arg);
	}
    }
  return first;
}

/* The same of what is written at OFFSET of OBJECT.  */

static location_t
location_of_place (search *s, const candidate *c, const holder &h)
{
  const esc_graph *g = s->r->graph;
  location_t first = UNKNOWN_LOCATION;
  for (unsigned i = 0; i < c->places.length (); i++)
    {
      esc_target at = esc_place_target (g, c->places[i]);
      if (at.object != h.object || at.offset.at != h.offset.at
	  || at.offset.stride != h.offset.stride)
	continue;
      esc_node node = esc_place_written (g, c->places[i]);
      for (uint32_t j = 0; j < esc_node_size (g, node); j++)
	{
	  uint32_t loc;
	  esc_place element = esc_node_element (g, node, j, &loc);
	  esc_target to = esc_place_target (g, element);
	  if (esc_object_own (g, to.object) == c->object
	      && points_into_p (c, to.offset)
	      && (first == UNKNOWN_LOCATION || (loc && loc < first)))
	    first = loc;
	}
    }
  return first;
}

/* C outlives its block, as T has found.  */

static void
add_outliving (search *s, const candidate *c, const tracker *t,
	       vec<outliving> *found)
{
  const holder &h = t->holders[MAX (t->found, 0)];
  outliving o
    = { c->entity, c->field, NULL_TREE, 0, UNKNOWN_LOCATION, true };
  if (h.name)
    {
      o.variable = variable_of_name (s, t, h.name, &o.object);
      o.location = location_of_name (t, h.name);
    }
  else
    {
      o.variable = variable_of_place (s, h.object, h.offset, &o.object);
      o.location = location_of_place (s, c, h);
    }
  found->safe_push (o);
}

/* Whether VAR, a variable of the source or NULL_TREE, lives on when the block
   SCOPE (NULL_TREE: not known) ends.  */

static bool
lives_on_p (search *s, tree var, tree scope)
{
  if (!var || !scope || !DECL_NAME (var) || DECL_ARTIFICIAL (var))
    return false;
  tree *block = s->blocks.get (var);
  if (!block)
    return TREE_CODE (var) == PARM_DECL;
  for (tree b = *block; b && TREE_CODE (b) == BLOCK;
       b = BLOCK_SUPERCONTEXT (b))
    if (b == scope)
      return false;
  return true;
}

/* The same of OBJECT.  */

static bool
object_lives_on_p (search *s, esc_object object, tree scope)
{
  const reader *r = s->r;
  if (esc_object_kind (r->graph, object) != ESC_OBJECT_LOCAL)
    return scope != NULL_TREE;
  const entity &e = r->entities[esc_object_entity (r->graph, object)];
  return e.frame ? scope != NULL_TREE : lives_on_p (s, e.decl, scope);
}

/* Look whether candidate C outlives its block.  */

static void
judge (search *s, surroundings *around, candidate *c, vec<outliving> *found)
{
  const entity &e = s->r->entities[c->entity];
  tracker t;
  tracker_init (&t, around);
  t.object = c->object;
  t.begin = c->begin;
  t.end = c->end;
  t.decl = e.decl;
  t.stmt = e.stmt;
  t.scope = c->scope;
  auto_vec<basic_block> starts;
  if (mentions **m = e.decl ? around->variables.get (e.decl) : NULL)
    {
      t.clobbered = !c->field && (*m)->clobbered;
      starts.safe_splice ((*m)->address);
      /* Nothing but the statements that make a compound literal tells its
	 block.  */
      if (e.kind == ESC_ENTITY_LITERAL && !t.clobbered)
	t.scope = (*m)->block;
    }
  if (e.stmt)
    {
      starts.safe_push (gimple_bb (e.stmt));
      t.clobbered = true;
      if (gimple_call_alloca_for_var_p (as_a<gcall *> (e.stmt)))
	t.scope = gimple_block (e.stmt);
    }
  const esc_graph *g = s->r->graph;
  for (unsigned i = 0; i < c->names.length (); i++)
    tracker_add_name (&t, c->names[i],
		      lives_on_p (s, SSA_NAME_VAR (c->names[i]), t.scope));
  for (unsigned i = 0; i < c->places.length (); i++)
    {
      esc_target at = esc_place_target (g, c->places[i]);
      tracker_add_place (&t, at.object, at.offset, NULL_TREE,
			 object_lives_on_p (s, at.object, t.scope));
    }
  if (!tracker_run (&t, starts) || t.found >= 0)
    add_outliving (s, c, &t, found);
  else if (t.kept && in_loop_p (starts[0]))
    {
      outliving o
	= { c->entity, c->field, NULL_TREE, 0, UNKNOWN_LOCATION, false };
      found->safe_push (o);
    }
}

void
find_outliving (surroundings *around, bitmap leaving, vec<outliving> *found)
{
  search s;
  s.r = around->r;
  find_scopes (&s);
  add_candidates (&s, leaving);
  if (s.candidates.is_empty ())
    return;
  if (esc_graph_detail (s.r->graph) == ESC_FLAT)
    {
      /* Who holds the address of which local is not known.  */
      for (unsigned i = 0; i < s.candidates.length (); i++)
	{
	  candidate *c = s.candidates[i];
	  outliving o = { c->entity, c->field, NULL_TREE, 0,
			  s.r->entities[c->entity].location, true };
	  found->safe_push (o);
	  delete c;
	}
      return;
    }
  find_holders (&s);
  for (unsigned i = 0; i < s.candidates.length (); i++)
    {
      candidate *c = s.candidates[i];
      if (!c->names.is_empty () || !c->places.is_empty ())
	judge (&s, around, c, found);
      delete c;
    }
}
