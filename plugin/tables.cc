/* Constant tables that are read at an index.

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


/* See tables.h.  A table is read once for each statement that reads it.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "ssa.h"
#include "gimple-fold.h"
#include "gimplify.h"

#include "tables.h"

/* The most elements of a table.  */
enum { MAX_ELEMENTS = 128 };

/* Set *SLOT to where the index of an array is in REF, a reference to a table,
   if that is an SSA name.  Return the type of the array, or NULL_TREE if there
   is no such index, or another one.  */

static tree
find_index (tree ref, tree **slot)
{
  tree array = NULL_TREE;
  for (; handled_component_p (ref); ref = TREE_OPERAND (ref, 0))
    if (TREE_CODE (ref) == ARRAY_REF
	&& TREE_CODE (TREE_OPERAND (ref, 1)) != INTEGER_CST)
      {
	if (array || TREE_CODE (TREE_OPERAND (ref, 1)) != SSA_NAME)
	  return NULL_TREE;
	array = TREE_TYPE (TREE_OPERAND (ref, 0));
	*slot = &TREE_OPERAND (ref, 1);
      }
  return VAR_P (ref) ? array : NULL_TREE;
}

/* A copy of REF, a reference to memory, that names the table in which the
   pointer points that REF goes through.  */

static tree
reference_to_table (tree ref)
{
  ref = unshare_expr (ref);
  tree *base = &ref;
  while (handled_component_p (*base))
    base = &TREE_OPERAND (*base, 0);
  if (TREE_CODE (*base) != MEM_REF)
    return ref;
  tree ptr = TREE_OPERAND (*base, 0);
  gassign *def = TREE_CODE (ptr) == SSA_NAME
		 ? dyn_cast<gassign *> (SSA_NAME_DEF_STMT (ptr)) : NULL;
  if (def && gimple_assign_rhs_code (def) == ADDR_EXPR
      && integer_zerop (TREE_OPERAND (*base, 1)))
    {
      tree named = TREE_OPERAND (gimple_assign_rhs1 (def), 0);
      if (types_compatible_p (TREE_TYPE (named), TREE_TYPE (*base)))
	*base = unshare_expr (named);
    }
  return ref;
}

static hash_map<gimple *, table *> *tables;

/* Put into T what the load STMT reads.  */

static void
read_table (table *t, gassign *stmt)
{
  tree *slot = NULL;
  tree ref = reference_to_table (gimple_assign_rhs1 (stmt));
  tree array = find_index (ref, &slot);
  tree domain = array ? TYPE_DOMAIN (array) : NULL_TREE;
  if (!domain || !TYPE_MAX_VALUE (domain)
      || !tree_fits_uhwi_p (TYPE_MAX_VALUE (domain))
      || !integer_zerop (TYPE_MIN_VALUE (domain))
      || tree_to_uhwi (TYPE_MAX_VALUE (domain)) >= MAX_ELEMENTS)
    return;
  t->index = *slot;
  for (unsigned i = 0; i <= tree_to_uhwi (TYPE_MAX_VALUE (domain)); i++)
    {
      *slot = build_int_cst (TREE_TYPE (t->index), i);
      tree element = fold_const_aggregate_ref (ref);
      if (!element || TREE_CODE (element) != INTEGER_CST)
	{
	  t->elements.truncate (0);
	  return;
	}
      t->elements.safe_push (small_number (element));
    }
}

const table *
table_of_load (gassign *stmt)
{
  bool existed;
  if (!tables)
    tables = new hash_map<gimple *, table *>;
  table *&t = tables->get_or_insert (stmt, &existed);
  if (!existed)
    {
      t = new table;
      t->index = NULL_TREE;
      read_table (t, stmt);
    }
  return t;
}

void
forget_tables (void)
{
  if (!tables)
    return;
  for (auto i = tables->begin (); i != tables->end (); ++i)
    delete (*i).second;
  delete tables;
  tables = NULL;
}
