/* Memory references: which place of which object.

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


/* A reference is taken apart from the outside in: each component adds an
   offset, until the base is a declaration or a pointer that is followed.
   Array elements with a constant index have places of their own; a variable
   index adds the set of all multiples of the element's size.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "ssa.h"
#include "cgraph.h"
#include "tree-dfa.h"
#include "stor-layout.h"
#include "varasm.h"
#include "fold-const.h"

#include "reader.h"
#include "unit.h"

/* The most slots that are told apart in one aggregate, and the most elements
   in one array of it; the most elements that one index may name; and the most
   bytes that are copied slot by slot when their type is not known.  */
enum { MAX_SLOTS = 40, MAX_ELEMENTS = 16, MAX_NAMED = 8, MAX_BYTES = 256 };

/* N bytes as an offset.  */

static esc_offset
exactly (HOST_WIDE_INT n)
{
  esc_offset offset = { n, 0 };
  return offset;
}

/* Any multiple of N bytes.  */

static esc_offset
multiples_of (unsigned HOST_WIDE_INT n)
{
  esc_offset offset = { 0, n > 0 && n <= 0x10000000 ? (uint32_t) n : 1 };
  return offset;
}

static const esc_offset anywhere = { 0, 1 };

/* The offset of N units of UNIT bytes.  */

static esc_offset
offset_of_index (tree n, tree unit)
{
  if (!tree_fits_uhwi_p (unit))
    return anywhere;
  HOST_WIDE_INT product;
  if (TREE_CODE (n) == INTEGER_CST && tree_fits_shwi_p (n)
      && !__builtin_mul_overflow (tree_to_shwi (n),
				  (HOST_WIDE_INT) tree_to_uhwi (unit),
				  &product))
    return exactly (product);
  return multiples_of (tree_to_uhwi (unit));
}

/* OFFSET is an integer that is added to a pointer.  A few steps of its
   definition tell the element size in `base + i * size + field'.  */

static esc_offset
offset_of_value_1 (tree offset, int steps)
{
  if (TREE_CODE (offset) == INTEGER_CST)
    {
      /* Offsets are unsigned but mean signed numbers.  */
      wide_int value = wi::to_wide (offset);
      bool fits = wi::fits_shwi_p (value)
		  || value.get_precision () <= HOST_BITS_PER_WIDE_INT;
      return fits ? exactly (value.to_shwi ()) : anywhere;
    }
  if (TREE_CODE (offset) != SSA_NAME || !steps)
    return anywhere;
  gassign *def = dyn_cast<gassign *> (SSA_NAME_DEF_STMT (offset));
  if (!def)
    return anywhere;
  tree a = gimple_assign_rhs1 (def);
  tree b = gimple_num_ops (def) > 2 ? gimple_assign_rhs2 (def) : NULL_TREE;
  switch (gimple_assign_rhs_code (def))
    {
    case SSA_NAME:
      return offset_of_value_1 (a, steps - 1);
    CASE_CONVERT:
      /* Sign or zero extension keeps multiples only of powers of two, as it
	 drops or adds multiples of one.  */
      {
	esc_offset from = offset_of_value_1 (a, steps - 1);
	if (!INTEGRAL_TYPE_P (TREE_TYPE (a)))
	  return anywhere;
	if (TYPE_PRECISION (TREE_TYPE (a))
	    == TYPE_PRECISION (TREE_TYPE (offset)))
	  return from;
	if (from.stride && from.at == 0 && pow2p_hwi (from.stride))
	  return from;
	return anywhere;
      }
    case NEGATE_EXPR:
      {
	esc_offset from = offset_of_value_1 (a, steps - 1);
	return from.stride && from.at == 0 ? from
	       : from.stride ? anywhere : exactly (-from.at);
      }
    case PLUS_EXPR:
      return esc_offset_sum (offset_of_value_1 (a, steps - 1),
			     offset_of_value_1 (b, steps - 1));
    case MULT_EXPR:
      return TREE_CODE (b) == INTEGER_CST && tree_fits_uhwi_p (b)
	     && TYPE_PRECISION (TREE_TYPE (offset)) == POINTER_SIZE
	       ? multiples_of (tree_to_uhwi (b)) : anywhere;
    case LSHIFT_EXPR:
      return TREE_CODE (b) == INTEGER_CST && wi::ltu_p (wi::to_wide (b), 24)
	       ? multiples_of (HOST_WIDE_INT_1U << tree_to_uhwi (b))
	       : anywhere;
    default:
      return anywhere;
    }
}

esc_offset
offset_of_value (tree offset)
{
  return offset_of_value_1 (offset, 6);
}

/* The offset of component REF (a handled_component_p) in what it is a part
   of.  */

static esc_offset
offset_of_component (tree ref)
{
  switch (TREE_CODE (ref))
    {
    case COMPONENT_REF:
      {
	tree field = TREE_OPERAND (ref, 1);
	tree offset = component_ref_field_offset (ref);
	if (!offset || !tree_fits_shwi_p (offset))
	  return anywhere;
	return exactly (tree_to_shwi (offset)
			+ tree_to_shwi (DECL_FIELD_BIT_OFFSET (field))
			    / BITS_PER_UNIT);
      }
    case ARRAY_REF:
    case ARRAY_RANGE_REF:
      {
	tree low = array_ref_low_bound (ref);
	tree index = TREE_OPERAND (ref, 1);
	if (TREE_CODE (ref) == ARRAY_RANGE_REF || !integer_zerop (low))
	  {
	    if (TREE_CODE (index) != INTEGER_CST
		|| TREE_CODE (low) != INTEGER_CST)
	      return offset_of_index (error_mark_node,
				      array_ref_element_size (ref));
	    index = int_const_binop (MINUS_EXPR,
				     fold_convert (sizetype, index),
				     fold_convert (sizetype, low));
	  }
	return offset_of_index (index, array_ref_element_size (ref));
      }
    case BIT_FIELD_REF:
      return exactly (tree_to_uhwi (TREE_OPERAND (ref, 2)) / BITS_PER_UNIT);
    case IMAGPART_EXPR:
      return exactly (tree_to_uhwi (TYPE_SIZE_UNIT (TREE_TYPE (ref))));
    case REALPART_EXPR:
    case VIEW_CONVERT_EXPR:
      return exactly (0);
    default:
      return anywhere;
    }
}

/* What pointer value PTR points to, at OFFSET.  */

static reference
reference_through (reader *r, tree ptr, esc_offset offset)
{
  reference ref = { 0, 0, offset };
  if (TREE_CODE (ptr) == ADDR_EXPR)
    return reference_at (read_reference (r, TREE_OPERAND (ptr, 0)), offset);
  ref.ptr = node_of_value (r, ptr);
  return ref;
}

/* The number of elements that REF may name if it is an element of a short array
   at an index that is not known, and the array is a part of something; or 0.
   An array at the end of a structure may be longer than its type says.  */

static unsigned
elements_named (const reader *r, tree ref)
{
  if (TREE_CODE (ref) != ARRAY_REF
      || TREE_CODE (TREE_OPERAND (ref, 1)) == INTEGER_CST
      || !handled_component_p (TREE_OPERAND (ref, 0))
      || esc_graph_detail (r->graph) != ESC_FINE)
    return 0;
  tree domain = TYPE_DOMAIN (TREE_TYPE (TREE_OPERAND (ref, 0)));
  tree last = domain ? TYPE_MAX_VALUE (domain) : NULL_TREE;
  tree size = array_ref_element_size (ref);
  if (!last || !tree_fits_uhwi_p (last) || !integer_zerop (TYPE_MIN_VALUE
							     (domain))
      || tree_to_uhwi (last) >= MAX_NAMED || !tree_fits_uhwi_p (size)
      || array_ref_flexible_size_p (ref))
    return 0;
  esc_offset offset = offset_of_component (ref);
  return offset.at == 0 && offset.stride == tree_to_uhwi (size)
	 ? tree_to_uhwi (last) + 1 : 0;
}

/* The reference to OFFSET of each of N elements that REF may name.  */

static reference
read_elements (reader *r, tree ref, unsigned n, esc_offset offset)
{
  esc_graph *g = r->graph;
  reference array = read_reference (r, TREE_OPERAND (ref, 0));
  HOST_WIDE_INT size = tree_to_uhwi (array_ref_element_size (ref));
  reference elements = { esc_node_new (g, true), 0, offset };
  for (unsigned i = 0; i < n; i++)
    {
      reference element = reference_at (array, exactly (i * size));
      if (element.ptr)
	esc_add_shift (g, elements.ptr, element.ptr, element.offset);
      else if (element.object)
	esc_add_address (g, elements.ptr,
			 esc_place_at (g, element.object, element.offset));
    }
  return elements;
}

reference
read_reference (reader *r, tree ref)
{
  esc_offset offset = exactly (0);
  while (handled_component_p (ref))
    {
      if (unsigned n = elements_named (r, ref))
	return read_elements (r, ref, n, offset);
      offset = esc_offset_sum (offset, offset_of_component (ref));
      ref = TREE_OPERAND (ref, 0);
    }
  reference result = { 0, 0, offset };
  switch (TREE_CODE (ref))
    {
    case MEM_REF:
      {
	poly_offset_int by = mem_ref_offset (ref);
	offset_int n;
	bool known = by.is_constant (&n) && wi::fits_shwi_p (n);
	return reference_through
		 (r, TREE_OPERAND (ref, 0),
		  known ? esc_offset_sum (offset, exactly (n.to_shwi ()))
			: anywhere);
      }
    case TARGET_MEM_REF:
      return reference_through (r, TMR_BASE (ref), anywhere);
    case INDIRECT_REF:
      return reference_through (r, TREE_OPERAND (ref, 0), offset);
    case WITH_SIZE_EXPR:
      return read_reference (r, TREE_OPERAND (ref, 0));
    case SSA_NAME:
      /* A part of a value in a register: the reader of the value does not
	 tell its parts apart.  */
      return result;
    default:
      result.object = object_of_decl (r, ref);
      return result;
    }
}

reference
reference_at (reference ref, esc_offset offset)
{
  ref.offset = esc_offset_sum (ref.offset, offset);
  return ref;
}

void
address_into (reader *r, esc_node dst, reference ref)
{
  esc_graph *g = r->graph;
  if (ref.ptr)
    esc_add_shift (g, dst, ref.ptr, ref.offset);
  else if (ref.object)
    esc_add_address (g, dst, esc_place_at (g, ref.object, ref.offset));
}

esc_node
node_of_address (reader *r, reference ref)
{
  esc_graph *g = r->graph;
  if (ref.ptr)
    return esc_shifted (g, ref.ptr, ref.offset);
  if (!ref.object)
    return 0;
  esc_node node = esc_node_new (g, true);
  address_into (r, node, ref);
  return node;
}

/* Slots.  */

static hash_map<tree, vec<slot> *> *known_slots;

/* Add a slot to SLOTS; when there are too many, they become one.  */

static void
add_slot (vec<slot> *slots, esc_offset offset, unsigned tag, bool pointer)
{
  if (slots->length () >= MAX_SLOTS)
    {
      for (unsigned i = 0; i < slots->length (); i++)
	pointer |= (*slots)[i].pointer;
      slots->truncate (0);
      offset = anywhere;
      tag = 0;
    }
  else if (slots->length () == 1 && (*slots)[0].offset.stride == 1)
    {
      (*slots)[0].pointer |= pointer;
      return;
    }
  slot s = { offset, tag, pointer };
  slots->safe_push (s);
}

/* Add the slots that SIZE bytes of any content have.  */

static void
add_opaque_slots (vec<slot> *slots, esc_offset offset,
		  unsigned HOST_WIDE_INT size)
{
  unsigned step = POINTER_SIZE_UNITS;
  if (size > step * MAX_ELEMENTS)
    add_slot (slots, esc_offset_sum (offset, multiples_of (step)), 0, false);
  else
    for (unsigned HOST_WIDE_INT at = 0; at + step <= size; at += step)
      add_slot (slots, esc_offset_sum (offset, exactly (at)), 0, false);
}

/* Add the slots of TYPE, at OFFSET of the whole.  */

static void
add_slots (vec<slot> *slots, tree type, esc_offset offset)
{
  switch (TREE_CODE (type))
    {
    case RECORD_TYPE:
    case UNION_TYPE:
    case QUAL_UNION_TYPE:
      for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f))
	if (TREE_CODE (f) == FIELD_DECL && TREE_TYPE (f) != error_mark_node)
	  {
	    tree at = DECL_FIELD_OFFSET (f);
	    esc_offset to = anywhere;
	    if (at && tree_fits_shwi_p (at))
	      to = esc_offset_sum
		     (offset, exactly (tree_to_shwi (at)
				       + tree_to_shwi (DECL_FIELD_BIT_OFFSET
						       (f)) / BITS_PER_UNIT));
	    add_slots (slots, TREE_TYPE (f), to);
	  }
      break;
    case ARRAY_TYPE:
      {
	tree element = TREE_TYPE (type);
	tree unit = TYPE_SIZE_UNIT (element);
	tree size = TYPE_SIZE_UNIT (type);
	if (!unit || !tree_fits_uhwi_p (unit) || integer_zerop (unit))
	  add_slot (slots, anywhere, 0, true);
	else if (!size || !tree_fits_uhwi_p (size))
	  add_slots (slots, element,
		     esc_offset_sum (offset,
				     multiples_of (tree_to_uhwi (unit))));
	else
	  {
	    unsigned HOST_WIDE_INT u = tree_to_uhwi (unit);
	    unsigned HOST_WIDE_INT n = tree_to_uhwi (size) / u;
	    if (n > MAX_ELEMENTS)
	      add_slots (slots, element,
			 esc_offset_sum (offset, multiples_of (u)));
	    else
	      for (unsigned HOST_WIDE_INT i = 0; i < n; i++)
		add_slots (slots, element,
			   esc_offset_sum (offset, exactly (i * u)));
	  }
	break;
      }
    default:
      if (carries_pointer_p (type))
	{
	  bool pointer = pointer_like_p (type);
	  tree size = TYPE_SIZE_UNIT (type);
	  if (size && tree_fits_uhwi_p (size)
	      && tree_to_uhwi (size) > (unsigned) POINTER_SIZE_UNITS)
	    add_opaque_slots (slots, offset, tree_to_uhwi (size));
	  else
	    add_slot (slots, offset, pointee_tag (type), pointer);
	}
    }
}

/* Order A and B by offset.  */

static int
compare_slots (const void *a, const void *b)
{
  HOST_WIDE_INT at = ((const slot *) a)->offset.at;
  HOST_WIDE_INT bt = ((const slot *) b)->offset.at;
  return at < bt ? -1 : at > bt;
}

/* Whether one of SLOTS that many elements of an array share is at AT.  */

static bool
shared_slot_at_p (const vec<slot> *slots, HOST_WIDE_INT at)
{
  for (unsigned i = 0; i < slots->length (); i++)
    {
      esc_offset offset = (*slots)[i].offset;
      if (offset.stride && (at - offset.at) % offset.stride == 0)
	return true;
    }
  return false;
}

/* Add to SLOTS those of the bytes from BEGIN to END, which no slot of one
   scalar covers.  */

static void
fill_gap (vec<slot> *slots, HOST_WIDE_INT begin, HOST_WIDE_INT end)
{
  const int step = POINTER_SIZE_UNITS;
  while (begin + step <= end && shared_slot_at_p (slots, begin))
    begin += step;
  if (begin + step <= end)
    add_opaque_slots (slots, exactly (begin), end - begin);
}

/* SLOTS are those of the aggregate TYPE that its scalars have.  Where the rest
   of it has room for a pointer, the program may have copied one there; it is
   moved with the whole.  */

static void
fill_gaps (vec<slot> *slots, tree type)
{
  tree size = TYPE_SIZE_UNIT (type);
  if (!size || !tree_fits_shwi_p (size))
    return;
  auto_vec<slot> sorted;
  for (unsigned i = 0; i < slots->length (); i++)
    if ((*slots)[i].offset.stride == 0)
      sorted.safe_push ((*slots)[i]);
  sorted.qsort (compare_slots);
  HOST_WIDE_INT end = 0;
  for (unsigned i = 0; i <= sorted.length (); i++)
    {
      HOST_WIDE_INT next = i < sorted.length () ? sorted[i].offset.at
						: tree_to_shwi (size);
      fill_gap (slots, end, next);
      end = MAX (end, next + POINTER_SIZE_UNITS);
    }
}

const vec<slot> &
slots_of_type (tree type)
{
  if (!known_slots)
    known_slots = new hash_map<tree, vec<slot> *>;
  vec<slot> *&slots = known_slots->get_or_insert (type);
  if (!slots)
    {
      slots = new vec<slot> ();
      add_slots (slots, type, exactly (0));
      if (AGGREGATE_TYPE_P (type))
	fill_gaps (slots, type);
    }
  return *slots;
}

void
free_slots ()
{
  if (!known_slots)
    return;
  for (hash_map<tree, vec<slot> *>::iterator i = known_slots->begin ();
       i != known_slots->end (); ++i)
    {
      (*i).second->release ();
      delete (*i).second;
    }
  delete known_slots;
  known_slots = NULL;
}

static bool
type_has_pointers_p (tree type)
{
  const vec<slot> &slots = slots_of_type (type);
  for (unsigned i = 0; i < slots.length (); i++)
    if (slots[i].pointer)
      return true;
  return false;
}

bool
points_to_pointers_p (tree ptr)
{
  return ptr && POINTER_TYPE_P (TREE_TYPE (ptr))
	 && type_has_pointers_p (TREE_TYPE (TREE_TYPE (ptr)));
}

bool
disguises_pointers_p (tree ref)
{
  return TREE_CODE (ref) == MEM_REF && carries_pointer_p (TREE_TYPE (ref))
	 && !type_has_pointers_p (TREE_TYPE (ref))
	 && points_to_pointers_p (TREE_OPERAND (ref, 0));
}

/* Loads and stores.  */

/* The content of SLOT of REF goes to DST.  */

static void
load_slot_into (reader *r, esc_node dst, reference ref, const slot &s)
{
  esc_graph *g = r->graph;
  reference at = reference_at (ref, s.offset);
  if (at.ptr)
    esc_add_load (g, dst, at.ptr, at.offset, s.tag);
  else if (at.object)
    esc_add_copy (g, dst,
		  esc_node_read (g, esc_place_at (g, at.object, at.offset),
				 s.tag), 0);
}

/* A node for the content of SLOT of REF, to be read; it is POINTER as the
   slot says.  */

static esc_node
load_slot (reader *r, reference ref, const slot &s)
{
  if (!ref.ptr && !ref.object)
    return 0;
  esc_node node = esc_node_new (r->graph, s.pointer);
  load_slot_into (r, node, ref, s);
  return node;
}

/* Store VALUE to SLOT of REF.  */

static void
store_slot (reader *r, reference ref, const slot &s, esc_node value,
	    location_t location)
{
  esc_graph *g = r->graph;
  reference at = reference_at (ref, s.offset);
  if (!value)
    return;
  if (at.ptr)
    esc_add_store (g, at.ptr, at.offset, value, core_location (location));
  else if (at.object && esc_object_kind (g, at.object) != ESC_OBJECT_FUNCTION)
    esc_add_copy (g,
		  esc_node_write (g, esc_place_at (g, at.object, at.offset)),
		  value, core_location (location));
}

void
load_into (reader *r, esc_node dst, reference ref, tree type)
{
  const vec<slot> &slots = slots_of_type (type);
  for (unsigned i = 0; i < slots.length (); i++)
    if (!slots[i].pointer || esc_node_pointer_p (r->graph, dst))
      load_slot_into (r, dst, ref, slots[i]);
    else
      esc_add_copy (r->graph, dst, load_slot (r, ref, slots[i]), 0);
}

esc_node
load (reader *r, reference ref, tree type)
{
  const vec<slot> &slots = slots_of_type (type);
  if (slots.is_empty ())
    return 0;
  if (slots.length () == 1)
    return load_slot (r, ref, slots[0]);
  esc_node all = esc_node_new (r->graph, false);
  for (unsigned i = 0; i < slots.length (); i++)
    esc_add_copy (r->graph, all, load_slot (r, ref, slots[i]), 0);
  return all;
}

void
store (reader *r, reference ref, tree type, esc_node value,
       location_t location)
{
  const vec<slot> &slots = slots_of_type (type);
  for (unsigned i = 0; i < slots.length (); i++)
    store_slot (r, ref, slots[i], value, location);
}

void
copy_aggregate (reader *r, reference dst, reference src, tree type,
		location_t location)
{
  const vec<slot> &slots = slots_of_type (type);
  for (unsigned i = 0; i < slots.length (); i++)
    store_slot (r, dst, slots[i], load_slot (r, src, slots[i]), location);
}

/* The slots that SIZE bytes (-1: not known how many) of any content have, for
   SLOTS; the program has POINTERS there.  Even one byte can be a part of a
   pointer.  */

static void
find_byte_slots (vec<slot> *slots, HOST_WIDE_INT size, bool pointers)
{
  slot s = { anywhere, 0, pointers };
  if (size < 0 || size > MAX_BYTES)
    slots->safe_push (s);
  else
    for (HOST_WIDE_INT at = 0; at < size; at += POINTER_SIZE_UNITS)
      if (at == 0 || at + POINTER_SIZE_UNITS <= size)
	{
	  s.offset = exactly (at);
	  slots->safe_push (s);
	}
}

esc_node
load_bytes (reader *r, reference ref, HOST_WIDE_INT size)
{
  auto_vec<slot> slots;
  find_byte_slots (&slots, size, false);
  esc_node all = esc_node_new (r->graph, false);
  for (unsigned i = 0; i < slots.length (); i++)
    esc_add_copy (r->graph, all, load_slot (r, ref, slots[i]), 0);
  return all;
}

void
store_bytes (reader *r, reference ref, HOST_WIDE_INT size, esc_node value,
	     location_t location)
{
  auto_vec<slot> slots;
  find_byte_slots (&slots, size, false);
  for (unsigned i = 0; i < slots.length (); i++)
    store_slot (r, ref, slots[i], value, location);
}

void
copy_bytes (reader *r, reference dst, reference src, HOST_WIDE_INT size,
	    bool pointers, location_t location)
{
  auto_vec<slot> slots;
  find_byte_slots (&slots, size, pointers);
  for (unsigned i = 0; i < slots.length (); i++)
    store_slot (r, dst, slots[i], load_slot (r, src, slots[i]), location);
}
