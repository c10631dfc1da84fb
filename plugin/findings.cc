/* From the solved graph of a function to its findings.

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


/* The core tells by which ways objects leave (verdict.h).  Here each way is
   matched with the entity whose address it carries out:

     a local's or a block's object	the entity itself
     the frame structure's object	the variable at that offset of it
     a parameter's symbolic object	the parameter
     a nested function			the function, and with it all
					variables that it can use  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "gimple-iterator.h"
#include "ssa.h"
#include "cgraph.h"
#include "input.h"
#include "varasm.h"

#include "attributes.h"
#include "declarations.h"
#include "findings.h"
#include "findings-int.h"
#include "names.h"
#include "options.h"
#include "paths.h"
#include "resets.h"

struct esc_locus
locus_of (location_t location)
{
  struct esc_locus l = { "", 0, 0, UNKNOWN_LOCATION };
  location = linemap_resolve_location (line_table, location,
				       LRK_MACRO_EXPANSION_POINT, NULL);
  expanded_location where = expand_location (location);
  if (where.file)
    l.file = where.file;
  l.line = where.line;
  l.column = where.column;
  l.locus = location;
  return l;
}

/* Say how large a variable of TYPE is, if that is known.  */

static void
set_size (struct esc_finding *f, tree type)
{
  tree size = TYPE_SIZE_UNIT (type);
  if (size && tree_fits_uhwi_p (size))
    {
      f->has_size = true;
      f->size = tree_to_uhwi (size);
    }
}

/* Whether a variable of TYPE has pointers in it.  */

static bool
has_pointers_p (tree type)
{
  const vec<slot> &slots = slots_of_type (type);
  for (unsigned i = 0; i < slots.length (); i++)
    if (slots[i].pointer)
      return true;
  return false;
}

/* Heap blocks.  */

bool
in_loop_p (basic_block block)
{
  auto_vec<basic_block> pending;
  hash_set<basic_block> seen;
  pending.safe_push (block);
  while (!pending.is_empty ())
    {
      edge e;
      edge_iterator i;
      FOR_EACH_EDGE (e, i, pending.pop ()->succs)
	{
	  if (e->dest == block)
	    return true;
	  if (!seen.add (e->dest))
	    pending.safe_push (e->dest);
	}
    }
  return false;
}

/* Add the finding of the block of SIZE that CALL makes and that leaves by
   FLOWS.  */

static void
add_block_finding (maker *m, gcall *call, struct esc_size size,
		   const flow_list &flows)
{
  char *text = call_text (call);
  struct esc_finding *f
    = add_finding (m, ESC_ENTITY_ALLOCATION, gimple_location (call),
		   callee_name (call), text, flows, ESC_VERDICT_ESCAPES);
  free (text);
  f->has_size = size.kind == ESC_SIZE_CONSTANT;
  f->size = size.value;
  if (f->verdict == ESC_VERDICT_STAYS)
    f->frame = !f->has_size ? ESC_FRAME_SIZE_NOT_CONSTANT
	       : f->size > escape_opts.max_block ? ESC_FRAME_TOO_LARGE
	       : in_loop_p (gimple_bb (call)) ? ESC_FRAME_IN_LOOP
	       : ESC_FRAME_YES;
}

/* Whether all that CALL returns is new blocks.  */

static bool
returns_new_blocks_p (const esc_graph *g, const struct esc_call *call)
{
  uint32_t n = call->result ? esc_node_size (g, call->result) : 0;
  for (uint32_t i = 0; i < n; i++)
    {
      struct esc_target t
	= esc_place_target (g, esc_node_element (g, call->result, i, NULL));
      if (esc_object_call (g, t.object) != call || t.offset.at != 0
	  || t.offset.stride != 0)
	return false;
    }
  return n > 0;
}

/* Add the findings of blocks that callees return: calls of functions that
   allocate.  */

static void
find_returned_blocks (maker *m)
{
  const esc_graph *g = m->r->graph;
  hash_set<const struct esc_call *> done;
  for (esc_object o = 1; o < esc_graph_objects (g); o++)
    {
      if (esc_object_kind (g, o) != ESC_OBJECT_BLOCK)
	continue;
      const struct esc_call *call = esc_object_call (g, o);
      if (!call || done.add (call) || !returns_new_blocks_p (g, call))
	continue;
      flow_list flows;
      struct esc_size size = esc_object_size (g, o);
      for (uint32_t i = 0; i < esc_node_size (g, call->result); i++)
	{
	  esc_place p = esc_node_element (g, call->result, i, NULL);
	  esc_object block = esc_place_target (g, p).object;
	  struct esc_size s = esc_object_size (g, block);
	  if (s.kind != size.kind || s.value != size.value)
	    size.kind = ESC_SIZE_UNKNOWN;
	  add_ways_out (m, block, &flows);
	}
      add_block_finding (m, (gcall *) call->site, size, flows);
    }
}

/* Locals.  */

static bool
too_large_p (tree type)
{
  tree size = TYPE_SIZE_UNIT (type);
  return size && tree_fits_uhwi_p (size)
	 && tree_to_uhwi (size) > escape_opts.max_frame;
}

/* Make entities of variables that are reported for their size alone.  */

static void
enter_large_locals (reader *r)
{
  unsigned i;
  tree var;
  FOR_EACH_LOCAL_DECL (r->fun, i, var)
    if (VAR_P (var) && !is_global_var (var) && !DECL_ARTIFICIAL (var)
	&& !DECL_HAS_VALUE_EXPR_P (var) && too_large_p (TREE_TYPE (var)))
      entity_of_decl (r, var);
}

/* Whether the storage of parameter P leaves, which its own finding says.  */

static bool
storage_leaves_p (maker *m, tree p)
{
  unsigned *number = m->r->decl_entity.get (p);
  if (!number)
    return false;
  esc_object object = m->r->entities[*number - 1].object;
  return object < m->first_leak.length () && m->first_leak[object] >= 0;
}

/* How entity NUMBER, or variable FIELD of that, outlives its block or is kept;
   or NULL.  */

static const outliving *
outliving_of (maker *m, unsigned number, tree field)
{
  if (number >= m->first_outliving.length () || m->first_outliving[number] < 0)
    return NULL;
  for (unsigned i = m->first_outliving[number];
       i < m->outliving_locals.length (); i++)
    {
      const outliving *o = &m->outliving_locals[i];
      if (o->entity != number)
	return NULL;
      if (o->field == field)
	return o;
    }
  return NULL;
}

/* The flow of a local that outlives its block as O tells.  */

static struct esc_flow
flow_of_outliving (maker *m, const outliving *o)
{
  struct esc_flow f;
  memset (&f, 0, sizeof f);
  f.to = ESC_TO_BLOCK;
  f.site = locus_of (o->location);
  f.name = o->variable ? IDENTIFIER_POINTER (DECL_NAME (o->variable))
	   : o->object ? container_label (m, o->object) : NULL;
  f.where_name = f.name;
  f.where = f.name ? ESC_WHERE_STORED_IN : ESC_WHERE_STORED_IN_POINTEE;
  return f;
}

/* If entity NUMBER, or variable FIELD of that, which does not leave its frame,
   outlives its block, add that to FLOWS.  */

static void
add_block_flow (maker *m, unsigned number, tree field, flow_list *flows)
{
  const outliving *o = outliving_of (m, number, field);
  if (o && o->used)
    flows->add (flow_of_outliving (m, o), NULL, m->r);
}

/* Finding F is that of entity NUMBER, or variable FIELD of that.  If it stays,
   say whether it is kept when a turn of its loop ends.  */

static void
set_kept (maker *m, struct esc_finding *f, unsigned number, tree field)
{
  const outliving *o = outliving_of (m, number, field);
  if (o && !o->used && f->verdict == ESC_VERDICT_STAYS)
    f->frame = ESC_FRAME_IN_LOOP;
}

void
settle_local (struct esc_findings *list, struct esc_finding *f, reader *r,
	      const outliving *o)
{
  f->n_flows = 0;
  if (!o || !o->used)
    {
      f->verdict = ESC_VERDICT_STAYS;
      f->frame = o ? ESC_FRAME_IN_LOOP : ESC_FRAME_NONE;
      return;
    }
  maker m;
  m.r = r;
  m.list = list;
  struct esc_flow flow = flow_of_outliving (&m, o);
  flow.name = flow.where_name = esc_findings_string (list, flow.name);
  if (r->unit->traced && escape_opts.notes > 1)
    explain_flow (r, list, f, NULL, &flow);
  *esc_findings_flows (list, f, 1) = flow;
}

/* The finding that was made last, of the local DECL or the one that STMT makes,
   or of the value of PARAMETER, is to be looked at again.  */

static void
doubt_finding (maker *m, tree decl, gimple *stmt, int parameter)
{
  doubt d = { m->r->fun->decl, decl, stmt, parameter, m->list->n - 1 };
  m->r->unit->doubts.safe_push (d);
}

/* Add the finding of a variable or literal at LOCATION.  */

static void
add_local_finding (maker *m, unsigned number, const flow_list &flows)
{
  const entity e = m->r->entities[number];
  const char *label = entity_label (m, number);
  if (!label || (e.kind == ESC_ENTITY_TEMPORARY && flows.all.is_empty ()))
    return;
  const char *name = e.name || (e.decl && DECL_NAME (e.decl))
		       ? label : e.kind == ESC_ENTITY_LITERAL ? "literal"
		       : e.kind == ESC_ENTITY_ALLOCA
			 ? callee_name (as_a<gcall *> (e.stmt)) : label;
  struct esc_finding *f = add_finding (m, e.kind, e.location, name, label,
				       flows, ESC_VERDICT_ESCAPES);
  if (e.decl && e.kind != ESC_ENTITY_ALLOCA)
    set_size (f, TREE_TYPE (e.decl));
  f->size_only = !e.address_taken && f->verdict == ESC_VERDICT_STAYS;
  set_kept (m, f, number, NULL_TREE);
  if ((e.decl || e.stmt) && f->verdict == ESC_VERDICT_ESCAPES)
    doubt_finding (m, e.decl, e.stmt, -1);
}

/* Whether OBJECT is a function that is nested in M's, however deep, and works
   on the frame of one that encloses it.  */

static bool
nested_function_p (maker *m, esc_object object)
{
  const esc_graph *g = m->r->graph;
  if (esc_object_kind (g, object) != ESC_OBJECT_FUNCTION)
    return false;
  tree decl = symbol_decl (esc_object_entity (g, object));
  return DECL_STATIC_CHAIN (decl)
	 && nested_within_p (decl, m->r->fun->decl);
}

/* Add the findings of the variables that nested functions use: the fields of
   frame structure NUMBER.  The address of a field leads to no other
   variable, but a nested function leads to all.  */

static void
find_frame_variables (maker *m, unsigned number)
{
  const entity e = m->r->entities[number];
  for (tree field = TYPE_FIELDS (TREE_TYPE (e.decl)); field;
       field = DECL_CHAIN (field))
    {
      tree var = variable_of_frame_field (m->r, field);
      if (!var || DECL_ARTIFICIAL (var))
	continue;
      HOST_WIDE_INT begin = int_byte_position (field);
      tree size = TYPE_SIZE_UNIT (TREE_TYPE (field));
      HOST_WIDE_INT end
	= begin + (size && tree_fits_shwi_p (size) ? tree_to_shwi (size) : 1);
      /* A pointer past the last element is one into the array.  */
      if (AGGREGATE_TYPE_P (TREE_TYPE (field)))
	end++;
      flow_list flows;
      for (unsigned i = 0; i < m->leaks.length (); i++)
	{
	  const esc_leak *leak = &m->leaks[i];
	  bool is_here = nested_function_p (m, leak->object);
	  if (leak->object == e.object)
	    is_here = leak->offset.stride != 0
		      || (leak->offset.at >= begin && leak->offset.at < end);
	  if (is_here)
	    flows.add (flow_of_leak (m, leak, 0), leak, m->r);
	}
      if (flows.all.is_empty ())
	add_block_flow (m, number, field, &flows);
      bool parameter = TREE_CODE (var) == PARM_DECL;
      if (parameter && flows.all.is_empty ())
	continue;
      const char *name = IDENTIFIER_POINTER (DECL_NAME (var));
      struct esc_finding *f
	= add_finding (m, parameter ? ESC_ENTITY_PARAMETER : ESC_ENTITY_LOCAL,
		       DECL_SOURCE_LOCATION (var), name, name, flows,
		       ESC_VERDICT_ESCAPES);
      f->own_storage_only = parameter;
      set_size (f, TREE_TYPE (field));
      set_kept (m, f, number, field);
    }
}

/* Add the findings of locals, and of the storage of parameters.  */

static void
find_locals (maker *m)
{
  for (unsigned n = 0; n < m->r->entities.length (); n++)
    {
      const entity e = m->r->entities[n];
      if (e.silent)
	continue;
      if (e.frame)
	{
	  find_frame_variables (m, n);
	  continue;
	}
      flow_list flows;
      add_ways_out (m, e.object, &flows);
      if (e.kind == ESC_ENTITY_ALLOCATION)
	{
	  add_block_finding (m, as_a<gcall *> (e.stmt),
			     esc_object_size (m->r->graph, e.object), flows);
	  continue;
	}
      if (e.kind == ESC_ENTITY_PARAMETER)
	{
	  if (DECL_ARTIFICIAL (e.decl) || !DECL_NAME (e.decl)
	      || !e.address_taken
	      || (flows.all.is_empty ()
		  && has_pointers_p (TREE_TYPE (e.decl))))
	    continue;
	  const char *name = IDENTIFIER_POINTER (DECL_NAME (e.decl));
	  struct esc_finding *f
	    = add_finding (m, e.kind, e.location, name, name, flows,
			   ESC_VERDICT_ESCAPES);
	  f->own_storage_only = true;
	  set_size (f, TREE_TYPE (e.decl));
	  continue;
	}
      if (!e.address_taken && flows.all.is_empty ()
	  && !(e.decl && too_large_p (TREE_TYPE (e.decl))))
	continue;
      if (flows.all.is_empty ())
	add_block_flow (m, n, NULL_TREE, &flows);
      add_local_finding (m, n, flows);
    }
}

/* Parameters.  */

/* Whether FLOWS carry out the value of a parameter itself.  */

static bool
value_leaves_p (const flow_list &flows)
{
  for (unsigned i = 0; i < flows.all.length (); i++)
    if (flows.all[i].level == 0)
      return true;
  return false;
}

/* Suggest a declaration of M's function, if other files can call it, in which
   those parameters are noescape for which STAYS says so.  */

static void
suggest_declaration (maker *m, const vec<bool> &stays)
{
  tree fndecl = m->r->fun->decl;
  if (!TREE_PUBLIC (fndecl) || DECL_EXTERNAL (fndecl))
    return;
  bool any = false;
  for (unsigned i = 0; i < stays.length (); i++)
    any |= stays[i]
	   && parameter_promise (fndecl, i) != ESC_PROMISE_NOESCAPE;
  char *text = any ? noescape_declaration (fndecl, stays) : NULL;
  if (text)
    {
      struct esc_finding *f = esc_findings_add (m->list);
      f->site = locus_of (DECL_SOURCE_LOCATION (fndecl));
      f->function = m->function;
      f->entity = ESC_ENTITY_SUGGESTION;
      f->system_header
	= in_system_header_at (DECL_SOURCE_LOCATION (fndecl));
      f->name = m->function;
      f->label = esc_findings_string (m->list, text);
    }
  free (text);
}

/* Add the findings of the values of parameters.  */

static void
find_parameters (maker *m)
{
  const esc_graph *g = m->r->graph;
  auto_vec<bool> stays;
  int root = 0;
  for (tree p = DECL_ARGUMENTS (m->r->fun->decl); p;
       p = DECL_CHAIN (p), root++)
    {
      stays.safe_push (false);
      if (DECL_ARTIFICIAL (p) || !DECL_NAME (p))
	continue;
      const char *name = IDENTIFIER_POINTER (DECL_NAME (p));
      flow_list flows;
      for (unsigned i = 0; i < m->leaks.length (); i++)
	{
	  const esc_leak *leak = &m->leaks[i];
	  enum esc_object_kind kind = esc_object_kind (g, leak->object);
	  if ((kind != ESC_OBJECT_ROOT && kind != ESC_OBJECT_DEREF)
	      || !esc_object_reached_from (g, leak->object, root)
	      || !esc_object_is_pointer (g, leak->object))
	    continue;
	  unsigned level = esc_object_depth (g, leak->object);
	  struct esc_flow flow = flow_of_leak (m, leak, level);
	  /* What it points to already holds what can be reached from it.  */
	  if (level && flow.to == ESC_TO_PARAMETER && flow.name
	      && strcmp (flow.name, name) == 0)
	    continue;
	  flows.add (flow, leak, m->r);
	}
      stays.last () = POINTER_TYPE_P (TREE_TYPE (p)) && !value_leaves_p (flows)
		      && !storage_leaves_p (m, p);
      if (flows.all.is_empty ()
	  && (!has_pointers_p (TREE_TYPE (p)) || storage_leaves_p (m, p)))
	continue;
      m->promise = parameter_promise (m->r->fun->decl, root);
      struct esc_finding *f
	= add_finding (m, ESC_ENTITY_PARAMETER, DECL_SOURCE_LOCATION (p),
		       name, name, flows, ESC_VERDICT_LEAKS);
      m->promise = ESC_PROMISE_NONE;
      set_size (f, TREE_TYPE (p));
      if (f->verdict == ESC_VERDICT_LEAKS)
	doubt_finding (m, NULL_TREE, NULL, root);
    }
  if (escape_opts.show & SHOW_ATTRIBUTES)
    suggest_declaration (m, stays);
}

/* Nested functions whose addresses are taken.  */

static void
find_nested_functions (maker *m)
{
  const esc_graph *g = m->r->graph;
  for (esc_object o = 1; o < esc_graph_objects (g); o++)
    {
      if (esc_object_kind (g, o) != ESC_OBJECT_FUNCTION)
	continue;
      tree decl = symbol_decl (esc_object_entity (g, o));
      if (DECL_ARTIFICIAL (decl) || !nested_function_p (m, o)
	  || !nested_in_p (decl, m->r->fun->decl))
	continue;
      flow_list flows;
      add_ways_out (m, o, &flows);
      const char *name = source_function_name (decl);
      add_finding (m, ESC_ENTITY_NESTED_FUNCTION, DECL_SOURCE_LOCATION (decl),
		   name, name, flows, ESC_VERDICT_ESCAPES);
    }
}

static void
add_leak (void *data, const esc_leak *leak)
{
  ((maker *) data)->leaks.safe_push (*leak);
}

/* Find the ways by which objects leave.  */

static void
find_leaks (maker *m)
{
  esc_leaks (m->r->graph, add_leak, m);
  m->next_leak.safe_grow (m->leaks.length (), true);
  for (unsigned i = 0; i < esc_graph_objects (m->r->graph); i++)
    m->first_leak.safe_push (-1);
  for (unsigned i = m->leaks.length (); i-- > 0;)
    {
      int &first = m->first_leak[m->leaks[i].object];
      m->next_leak[i] = first;
      first = i;
    }
}

/* Find the locals that outlive their blocks, of those that do not leave.  */

static void
find_outliving_locals (maker *m)
{
  auto_bitmap leaving;
  for (unsigned i = 0; i < m->leaks.length (); i++)
    bitmap_set_bit (leaving, m->leaks[i].object);
  find_outliving (&m->around, leaving, &m->outliving_locals);
  for (unsigned i = 0; i < m->r->entities.length (); i++)
    m->first_outliving.safe_push (-1);
  for (unsigned i = m->outliving_locals.length (); i-- > 0;)
    m->first_outliving[m->outliving_locals[i].entity] = i;
}

void
make_findings (struct esc_findings *list, reader *r)
{
  maker m;
  m.r = r;
  m.list = list;
  m.promise = ESC_PROMISE_NONE;
  m.function
    = esc_findings_string (list, source_function_name (r->fun->decl));
  enter_large_locals (r);
  surroundings_init (&m.around, r);
  find_leaks (&m);
  find_outliving_locals (&m);
  find_locals (&m);
  find_parameters (&m);
  find_nested_functions (&m);
  find_returned_blocks (&m);
  surroundings_release (&m.around);
}
