/* The reader: declarations, SSA names and symbols.

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
#include "ssa.h"
#include "cgraph.h"
#include "tree-dfa.h"
#include "stor-layout.h"
#include "varasm.h"

#include "reader.h"
#include "unit.h"

/* Symbols.  They are numbered as they are met, which is the same order in
   each run.  */

static vec<tree> symbols;
static hash_map<tree, unsigned> *symbol_numbers;

unsigned
symbol_number (tree decl)
{
  if (!symbol_numbers)
    {
      symbol_numbers = new hash_map<tree, unsigned>;
      symbols.safe_push (NULL_TREE);
    }
  bool known;
  unsigned &number = symbol_numbers->get_or_insert (decl, &known);
  if (!known)
    {
      number = symbols.length ();
      symbols.safe_push (decl);
    }
  return number;
}

tree
symbol_decl (unsigned number)
{
  return symbols[number];
}

void
free_symbols ()
{
  delete symbol_numbers;
  symbol_numbers = NULL;
  symbols.release ();
}

/* Types.  */

bool
carries_pointer_p (tree type)
{
  switch (TREE_CODE (type))
    {
    case POINTER_TYPE:
    case REFERENCE_TYPE:
    case NULLPTR_TYPE:
      return true;
    case INTEGER_TYPE:
    case ENUMERAL_TYPE:
    case BOOLEAN_TYPE:
    case OFFSET_TYPE:
    case FIXED_POINT_TYPE:
    case OPAQUE_TYPE:
      /* A bit-field that drops a few bits of a pointer still holds it.  */
      return TYPE_PRECISION (type) > POINTER_SIZE / 2;
    case VOID_TYPE:
    case FUNCTION_TYPE:
    case METHOD_TYPE:
    case LANG_TYPE:
      return false;
    default:
      return !tree_fits_uhwi_p (TYPE_SIZE_UNIT (type))
	     || tree_to_uhwi (TYPE_SIZE_UNIT (type)) * BITS_PER_UNIT
		  > (unsigned) POINTER_SIZE / 2;
    }
}

bool
pointer_like_p (tree type)
{
  if (POINTER_TYPE_P (type))
    return true;
  tree name = TYPE_NAME (type);
  if (!INTEGRAL_TYPE_P (type) || !name || TREE_CODE (name) != TYPE_DECL
      || !DECL_NAME (name))
    return false;
  const char *id = IDENTIFIER_POINTER (DECL_NAME (name));
  return strcmp (id, "uintptr_t") == 0 || strcmp (id, "intptr_t") == 0;
}

unsigned
pointee_tag (tree type)
{
  if (!POINTER_TYPE_P (type) || VOID_TYPE_P (TREE_TYPE (type)))
    return 0;
  tree pointee = TREE_TYPE (type);
  return TYPE_UID (TYPE_MAIN_VARIANT (pointee))
	 | (FUNC_OR_METHOD_TYPE_P (pointee) ? ESC_TAG_FUNCTION : 0);
}

/* Entities.  */

unsigned
new_entity (reader *r, enum esc_entity kind, gimple *stmt)
{
  entity e = entity ();
  e.kind = kind;
  e.stmt = stmt;
  e.location = stmt ? gimple_location (stmt) : UNKNOWN_LOCATION;
  e.parameter = -1;
  r->entities.safe_push (e);
  return r->entities.length () - 1;
}

/* The index of PARM among the parameters of FNDECL.  */

static int
parameter_index (tree fndecl, tree parm)
{
  int i = 0;
  for (tree p = DECL_ARGUMENTS (fndecl); p; p = DECL_CHAIN (p), i++)
    if (p == parm)
      return i;
  return -1;
}

/* Make what the caller passes for parameter ROOT of TYPE the content of
   OBJECT, the parameter's storage.  */

static void
add_passed_content (reader *r, esc_object object, tree type, int root)
{
  esc_graph *g = r->graph;
  const vec<slot> &slots = slots_of_type (type);
  for (unsigned i = 0; i < slots.length (); i++)
    {
      esc_offset at = slots[i].offset;
      esc_node value = esc_node_passed (g, slots[i].pointer, root, at.at,
					at.stride, slots[i].tag);
      esc_add_copy (g, esc_node_write (g, esc_place_at (g, object, at)),
		    value, core_location (DECL_SOURCE_LOCATION
					  (r->fun->decl)));
    }
}

/* Make the entity of DECL, a local of R's function.  */

static unsigned
add_local (reader *r, tree decl)
{
  unsigned number = new_entity (r, ESC_ENTITY_LOCAL, NULL);
  entity *e = &r->entities[number];
  e->decl = decl;
  e->location = DECL_SOURCE_LOCATION (decl);
  e->object = esc_object_local (r->graph, number);
  if (TREE_CODE (decl) == PARM_DECL)
    {
      e->kind = ESC_ENTITY_PARAMETER;
      e->parameter = parameter_index (r->fun->decl, decl);
      esc_object object = e->object;
      int root = e->parameter < 0 ? ESC_ROOT_CHAIN : e->parameter;
      add_passed_content (r, object, TREE_TYPE (decl), root);
    }
  else if (compound_literal_p (decl))
    e->kind = ESC_ENTITY_LITERAL;
  else if (VAR_P (decl) && DECL_NONLOCAL_FRAME (decl))
    {
      e->frame = true;
      r->frames = true;
    }
  else if (DECL_ARTIFICIAL (decl) || !DECL_NAME (decl))
    {
      e->kind = ESC_ENTITY_TEMPORARY;
      /* These serve the compiler alone: OpenMP's data for a region, and
	 values of no aggregate.  */
      e->silent = DECL_NAME (decl)
		  && (IDENTIFIER_POINTER (DECL_NAME (decl))[0] == '.'
		      || !AGGREGATE_TYPE_P (TREE_TYPE (decl)));
    }
  return number;
}

entity *
entity_of_decl (reader *r, tree decl)
{
  bool known;
  unsigned &slot = r->decl_entity.get_or_insert (decl, &known);
  if (!known)
    {
      /* Making it may make others, which moves the slots.  */
      unsigned number = add_local (r, decl) + 1;
      r->decl_entity.put (decl, number);
      return &r->entities[number - 1];
    }
  return &r->entities[slot - 1];
}

/* Whether DECL is storage of the frame.  Whatever else a function can name,
   tree-nested.cc has put into frame structures.  */

static bool
in_frame_p (tree decl)
{
  return !is_global_var (decl) && !(VAR_P (decl) && DECL_HARD_REGISTER (decl));
}

esc_object
object_of_decl (reader *r, tree decl)
{
  switch (TREE_CODE (decl))
    {
    case RESULT_DECL:
      return esc_object_result (r->graph);
    case FUNCTION_DECL:
      return esc_object_function (r->graph, symbol_number (decl),
				  DECL_STATIC_CHAIN (decl));
    case VAR_DECL:
    case PARM_DECL:
      if (in_frame_p (decl))
	return entity_of_decl (r, decl)->object;
      return esc_object_global (r->graph, symbol_number (decl),
				constant_variable_p (decl));
    default:
      return 0;
    }
}

/* Variables that GIMPLE does not name.  */

/* Call VISIT with DATA for the variables of R's function, as the source
   declares them, until it returns one; and return that.  */

static tree
search_variables (reader *r, bool (*found) (tree, const void *),
		  const void *data)
{
  for (tree p = DECL_ARGUMENTS (r->fun->decl); p; p = DECL_CHAIN (p))
    if (found (p, data))
      return p;
  unsigned i;
  tree var;
  FOR_EACH_LOCAL_DECL (r->fun, i, var)
    if (found (var, data))
      return var;
  auto_vec<tree> blocks;
  blocks.safe_push (DECL_INITIAL (r->fun->decl));
  while (!blocks.is_empty ())
    for (tree block = blocks.pop (); block && TREE_CODE (block) == BLOCK;
	 block = BLOCK_CHAIN (block))
      {
	for (var = BLOCK_VARS (block); var; var = DECL_CHAIN (var))
	  if (found (var, data))
	    return var;
	blocks.safe_push (BLOCK_SUBBLOCKS (block));
      }
  return NULL_TREE;
}

/* Whether DECL is the variable that the field DATA of a frame structure
   holds: it has its name and type, and not only a pointer to it.  */

static bool
held_by_field_p (tree decl, const void *data)
{
  const_tree field = (const_tree) data;
  return (VAR_P (decl) || TREE_CODE (decl) == PARM_DECL)
	 && DECL_NAME (decl) == DECL_NAME (field)
	 && !is_global_var (decl)
	 && TYPE_MAIN_VARIANT (TREE_TYPE (decl))
	      == TYPE_MAIN_VARIANT (TREE_TYPE (field))
	 && (TREE_CODE (decl) == PARM_DECL
	     || DECL_SOURCE_LOCATION (decl) == DECL_SOURCE_LOCATION (field));
}

tree
variable_of_frame_field (reader *r, tree field)
{
  return TREE_CODE (field) == FIELD_DECL && DECL_NAME (field)
	   ? search_variables (r, held_by_field_p, field) : NULL_TREE;
}

static bool
has_uid_p (tree decl, const void *data)
{
  return DECL_UID (decl) == *(const unsigned *) data;
}

/* Local DECL has been taken for a register, since GIMPLE does not show that
   its address is taken.  Put all its values into OBJECT.  */

static void
store_registers_of (reader *r, tree decl, esc_object object)
{
  esc_graph *g = r->graph;
  esc_offset begin = { 0, 0 };
  unsigned i;
  tree name;
  FOR_EACH_SSA_NAME (i, name, r->fun)
    if (SSA_NAME_VAR (name) == decl && !virtual_operand_p (name))
      esc_add_copy (g, esc_node_write (g, esc_place_at (g, object, begin)),
		    node_of_ssa (r, name),
		    core_location (gimple_location (SSA_NAME_DEF_STMT
						    (name))));
}

reference
returned_local (reader *r, const returned_address &a)
{
  reference ref = { 0, 0, { 0, 0 } };
  /* The block of a variable length array is made where that is declared.  */
  for (unsigned i = 0; i < r->entities.length (); i++)
    if (r->entities[i].kind == ESC_ENTITY_ALLOCA
	&& LOCATION_LOCUS (r->entities[i].location)
	     == LOCATION_LOCUS (a.declared))
      {
	ref.object = r->entities[i].object;
	return ref;
      }
  tree decl = search_variables (r, has_uid_p, &a.decl_uid);
  if (!decl)
    {
      /* Nothing else is done with it, and GCC has forgotten it.  */
      unsigned number = new_entity (r, ESC_ENTITY_LOCAL, NULL);
      entity *e = &r->entities[number];
      e->name = a.name;
      e->location = a.declared;
      e->object = ref.object = esc_object_local (r->graph, number);
      return ref;
    }
  if (is_global_var (decl))
    return ref;
  unsigned i;
  tree var;
  FOR_EACH_LOCAL_DECL (r->fun, i, var)
    if (VAR_P (var) && DECL_NONLOCAL_FRAME (var))
      for (tree field = TYPE_FIELDS (TREE_TYPE (var)); field;
	   field = DECL_CHAIN (field))
	if (DECL_NAME (field) && held_by_field_p (decl, field))
	  {
	    ref.object = object_of_decl (r, var);
	    ref.offset.at = int_byte_position (field);
	    return ref;
	  }
  entity *e = entity_of_decl (r, decl);
  e->address_taken = true;
  ref.object = e->object;
  store_registers_of (r, decl, ref.object);
  return ref;
}

/* SSA names and values.  */

esc_node
node_of_world (reader *r)
{
  esc_graph *g = r->graph;
  esc_node node = esc_node_new (g, false);
  esc_add_address (g, node, esc_place_at (g, esc_object_world (g),
					  ESC_ANYWHERE));
  return node;
}

/* The node of a name that is defined nowhere: a parameter, or nothing.  */

static esc_node
node_of_default_def (reader *r, tree name)
{
  tree var = SSA_NAME_VAR (name);
  esc_graph *g = r->graph;
  bool pointer = pointer_like_p (TREE_TYPE (name));
  if (var && TREE_CODE (var) == PARM_DECL)
    {
      int root = var == r->chain
		   ? ESC_ROOT_CHAIN : parameter_index (r->fun->decl, var);
      if (root < 0 && var != r->chain)
	return node_of_world (r);
      return esc_node_passed (g, pointer, root, 0, 0,
			      pointee_tag (TREE_TYPE (name)));
    }
  esc_node node = esc_node_new (g, pointer);
  if (var && TREE_CODE (var) == RESULT_DECL && DECL_BY_REFERENCE (var))
    esc_add_address (g, node, esc_place_at (g, esc_object_result (g),
					    ESC_EXACTLY (0)));
  return node;
}

/* Whether TYPE is that of a pointer to a pointer to a function: of an element
   of a table of functions, as a pointer to a virtual table is.  What is called
   is found by way of it.  */

static bool
points_to_functions_p (tree type)
{
  return POINTER_TYPE_P (type) && FUNCTION_POINTER_TYPE_P (TREE_TYPE (type));
}

esc_node
node_of_ssa (reader *r, tree name)
{
  if (!carries_pointer_p (TREE_TYPE (name)))
    return 0;
  unsigned version = SSA_NAME_VERSION (name);
  if (version >= r->ssa.length ())
    r->ssa.safe_grow_cleared (version + 1, true);
  if (r->ssa[version])
    return r->ssa[version];
  /* A plain copy is another name of the same node.  */
  tree origin = name;
  gimple *def = SSA_NAME_DEF_STMT (origin);
  while (gimple_assign_ssa_name_copy_p (def)
	 && POINTER_TYPE_P (TREE_TYPE (origin))
	      == POINTER_TYPE_P (TREE_TYPE (gimple_assign_rhs1 (def))))
    {
      origin = gimple_assign_rhs1 (def);
      def = SSA_NAME_DEF_STMT (origin);
    }
  esc_node node;
  if (origin != name)
    node = node_of_ssa (r, origin);
  else if (SSA_NAME_IS_DEFAULT_DEF (name))
    node = node_of_default_def (r, name);
  else
    {
      node = esc_node_new (r->graph, pointer_like_p (TREE_TYPE (name)));
      if (!points_to_functions_p (TREE_TYPE (name)))
	esc_node_points_to (r->graph, node, pointee_tag (TREE_TYPE (name)));
    }
  r->ssa[version] = node;
  return node;
}

/* What ADDRESS, an ADDR_EXPR, is the address of.  */

static reference
referent (reader *r, tree address)
{
  tree base = get_base_address (TREE_OPERAND (address, 0));
  if (base && (VAR_P (base) || TREE_CODE (base) == PARM_DECL)
      && in_frame_p (base))
    entity_of_decl (r, base)->address_taken = true;
  return read_reference (r, TREE_OPERAND (address, 0));
}

/* Whether VAL is in memory, or nowhere.  */

static bool
in_memory_p (tree val)
{
  switch (TREE_CODE (val))
    {
    case SSA_NAME:
    case ADDR_EXPR:
    case INTEGER_CST:
    case CONSTRUCTOR:
    case VECTOR_CST:
    case COMPLEX_CST:
    case REAL_CST:
    case STRING_CST:
    case FIXED_CST:
    case POLY_INT_CST:
      return false;
    default:
      return true;
    }
}

esc_node
node_of_value (reader *r, tree val)
{
  if (in_memory_p (val))
    return carries_pointer_p (TREE_TYPE (val))
	     ? load (r, read_reference (r, val), TREE_TYPE (val)) : 0;
  switch (TREE_CODE (val))
    {
    case SSA_NAME:
      return node_of_ssa (r, val);
    case ADDR_EXPR:
      return node_of_address (r, referent (r, val));
    case INTEGER_CST:
      /* An address in the program text is memory that nobody knows.  */
      return POINTER_TYPE_P (TREE_TYPE (val)) && !integer_zerop (val)
	       ? node_of_world (r) : 0;
    default:
      return 0;
    }
}

void
value_into (reader *r, esc_node dst, tree val)
{
  if (TREE_CODE (val) == ADDR_EXPR)
    address_into (r, dst, referent (r, val));
  else if (in_memory_p (val) && carries_pointer_p (TREE_TYPE (val)))
    load_into (r, dst, read_reference (r, val), TREE_TYPE (val));
  else
    esc_add_copy (r->graph, dst, node_of_value (r, val), 0);
}

void
reader_join (reader *r, unit *u, struct function *fun, esc_graph *graph)
{
  r->unit = u;
  r->fun = fun;
  r->graph = graph;
  r->chain = fun->static_chain_decl;
  r->frames = false;
  r->clone = NULL;
  r->known = NULL;
}

void
reader_init (reader *r, unit *u, struct function *fun, esc_detail detail)
{
  reader_join (r, u, fun,
	       esc_graph_new (POINTER_SIZE_UNITS, unit_client (u), detail));
  esc_graph_expect (r->graph, NODES_PER_BLOCK * n_basic_blocks_for_fn (fun));
  if (u->traced)
    esc_graph_trace (r->graph);
}

void
reader_release (reader *r)
{
  esc_graph_free (r->graph);
  r->graph = NULL;
}
