/* What constants hold: their initializers.

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


/* The content of a constant is in the graph of each function that reads it, so
   its initializer, which can be long, is read once and what it says is kept.
   In a long array, all elements share their places: it is read through an
   index, if at all.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "cgraph.h"
#include "tree-dfa.h"
#include "fold-const.h"
#include "varasm.h"

#include "reader.h"
#include "unit.h"

/* The most elements of an array that have places of their own; the most
   addresses in one object that are told apart in one place; and the most
   values that have a place.  */
enum { MAX_ELEMENTS = 40, MAX_ADDRESSES = 8, MAX_VALUES = 1000 };

static const esc_offset anywhere = { 0, 1 };

/* The place AT of a constant holds the address OFFSET of BASE, a
   declaration.  */
struct initial_value
{
  esc_offset at;
  tree base;
  esc_offset offset;
  unsigned next;		/* index + 1 of the last one with this BASE */
};

/* All values of one constant.  */
struct initial_values
{
  auto_vec<initial_value> all;
  hash_map<tree, unsigned> last; /* by BASE: index + 1 */
};

static hash_map<tree, initial_values *> *known_values;

/* Whether static variables are only read.  */
static hash_map<tree, bool> *read_variables;

static bool
same_offset_p (esc_offset a, esc_offset b)
{
  return a.at == b.at && a.stride == b.stride;
}

/* Add to VALUES that AT holds OFFSET of BASE.  */

static void
add_value (initial_values *values, esc_offset at, tree base,
	   esc_offset offset)
{
  if (values->all.length () >= MAX_VALUES)
    at = anywhere;
  unsigned &last = values->last.get_or_insert (base);
  unsigned addresses = 0;
  for (unsigned i = last; i; i = values->all[i - 1].next)
    {
      initial_value *v = &values->all[i - 1];
      if (!same_offset_p (v->at, at))
	continue;
      if (same_offset_p (v->offset, offset) || v->offset.stride == 1)
	return;
      if (++addresses == MAX_ADDRESSES)
	{
	  v->offset = anywhere;
	  return;
	}
    }
  initial_value v = { at, base, offset, last };
  values->all.safe_push (v);
  last = values->all.length ();
}

/* Whether DECL is what a virtual table has for a function that must not be
   called.  It ends the program, and takes no arguments (Itanium C++ ABI,
   3.2.6).  */

static bool
never_called_p (tree decl)
{
  if (TREE_CODE (decl) != FUNCTION_DECL || !TREE_THIS_VOLATILE (decl)
      || !DECL_NAME (decl))
    return false;
  const char *name = IDENTIFIER_POINTER (DECL_NAME (decl));
  return strcmp (name, "__cxa_pure_virtual") == 0
	 || strcmp (name, "__cxa_deleted_virtual") == 0;
}

/* Add to VALUES what the constant expression VAL, moved by BY, points to, and
   that AT holds it.  R is any reader.  */

static void
add_expression (reader *r, initial_values *values, esc_offset at, tree val,
		esc_offset by)
{
  while (CONVERT_EXPR_P (val) || TREE_CODE (val) == VIEW_CONVERT_EXPR
	 || TREE_CODE (val) == NON_LVALUE_EXPR)
    val = TREE_OPERAND (val, 0);
  switch (TREE_CODE (val))
    {
    case POINTER_PLUS_EXPR:
    case PLUS_EXPR:
    case MINUS_EXPR:
      {
	/* Of ADDRESS - ADDRESS only the first is a way to an object.  */
	tree a = TREE_OPERAND (val, 0), b = TREE_OPERAND (val, 1);
	bool adds = TREE_CODE (val) != MINUS_EXPR;
	add_expression (r, values, at, a,
			adds ? esc_offset_sum (by, offset_of_value (b))
			     : anywhere);
	if (TREE_CODE (val) == PLUS_EXPR)
	  add_expression (r, values, at, b, anywhere);
	break;
      }
    case ADDR_EXPR:
      {
	tree base = get_base_address (TREE_OPERAND (val, 0));
	if (!base || !DECL_P (base) || never_called_p (base))
	  break;
	reference ref = read_reference (r, TREE_OPERAND (val, 0));
	if (ref.object)
	  add_value (values, at, base, esc_offset_sum (ref.offset, by));
	break;
      }
    case FDESC_EXPR:
      if (DECL_P (TREE_OPERAND (val, 0)))
	add_value (values, at, TREE_OPERAND (val, 0), anywhere);
      break;
    default:
      break;
    }
}

/* The offset of element INDEX (which may be NULL_TREE: it comes after the one
   before) of an array of TYPE that has MANY elements.  *POSITION is the one
   after the element before, and becomes the one after this.  */

static esc_offset
offset_of_element (tree type, tree index, bool many, HOST_WIDE_INT *position)
{
  tree unit = TYPE_SIZE_UNIT (TREE_TYPE (type));
  tree domain = TYPE_DOMAIN (type);
  bool zero_based = !domain || !TYPE_MIN_VALUE (domain)
		    || integer_zerop (TYPE_MIN_VALUE (domain));
  if (!unit || !tree_fits_uhwi_p (unit) || tree_to_uhwi (unit) == 0
      || tree_to_uhwi (unit) > 0x10000000)
    return anywhere;
  unsigned HOST_WIDE_INT size = tree_to_uhwi (unit);
  if (index && TREE_CODE (index) == INTEGER_CST && tree_fits_shwi_p (index))
    *position = tree_to_shwi (index);
  HOST_WIDE_INT here = (*position)++;
  esc_offset offset = { 0, 0 };
  if (many || !zero_based || (index && TREE_CODE (index) != INTEGER_CST)
      || here > 0x10000000)
    offset.stride = size;
  else
    offset.at = here * size;
  return offset;
}

/* Add to VALUES what initializer INIT puts AT.  R is any reader.  */

static void
add_initializer (reader *r, initial_values *values, esc_offset at, tree init)
{
  if (!init)
    return;
  if (TREE_CODE (init) != CONSTRUCTOR)
    {
      esc_offset begin = { 0, 0 };
      add_expression (r, values, at, init, begin);
      return;
    }
  tree type = TREE_TYPE (init);
  bool many = CONSTRUCTOR_NELTS (init) > MAX_ELEMENTS;
  unsigned HOST_WIDE_INT i;
  tree index, val;
  HOST_WIDE_INT position = 0;
  FOR_EACH_CONSTRUCTOR_ELT (CONSTRUCTOR_ELTS (init), i, index, val)
    {
      esc_offset offset = anywhere;
      if (RECORD_OR_UNION_TYPE_P (type) && index
	  && tree_fits_shwi_p (byte_position (index)))
	{
	  offset.at = int_byte_position (index);
	  offset.stride = 0;
	}
      else if (TREE_CODE (type) == ARRAY_TYPE)
	offset = offset_of_element (type, index, many, &position);
      add_initializer (r, values, esc_offset_sum (at, offset), val);
    }
}

/* Whether static variable DECL is only read.  */

static bool
only_read_p (tree decl)
{
  varpool_node *node = varpool_node::get (decl);
  if (TREE_PUBLIC (decl) || DECL_EXTERNAL (decl) || DECL_PRESERVE_P (decl)
      || !node || !node->definition || node->alias || node->has_aliases_p ())
    return false;
  ipa_ref *ref;
  for (unsigned i = 0; node->iterate_referring (i, ref); i++)
    if (ref->use != IPA_REF_LOAD)
      return false;
  return true;
}

bool
constant_variable_p (tree decl)
{
  if (!VAR_P (decl) || TREE_THIS_VOLATILE (decl))
    return false;
  if (TREE_READONLY (decl))
    return ctor_for_folding (decl) != error_mark_node;
  if (!TREE_STATIC (decl))
    return false;
  if (!read_variables)
    read_variables = new hash_map<tree, bool>;
  bool existed;
  bool &only_read = read_variables->get_or_insert (decl, &existed);
  if (!existed)
    only_read = only_read_p (decl);
  return only_read;
}

void
read_constant (reader *r, esc_object constant, tree decl)
{
  if (!known_values)
    known_values = new hash_map<tree, initial_values *>;
  initial_values *&values = known_values->get_or_insert (decl);
  if (!values)
    {
      values = new initial_values;
      tree init = TREE_READONLY (decl) ? ctor_for_folding (decl)
				       : DECL_INITIAL (decl);
      esc_offset begin = { 0, 0 };
      if (init && init != error_mark_node)
	add_initializer (r, values, begin, init);
    }
  esc_graph *g = r->graph;
  for (unsigned i = 0; i < values->all.length (); i++)
    {
      const initial_value *v = &values->all[i];
      esc_object to = object_of_decl (r, v->base);
      esc_add_address (g, esc_node_write (g, esc_place_at (g, constant,
							   v->at)),
		       esc_place_at (g, to, v->offset));
    }
}

void
free_constants ()
{
  delete read_variables;
  read_variables = NULL;
  if (!known_values)
    return;
  for (hash_map<tree, initial_values *>::iterator i = known_values->begin ();
       i != known_values->end (); ++i)
    delete (*i).second;
  delete known_values;
  known_values = NULL;
}
