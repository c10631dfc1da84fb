/* Names and expressions as the source writes them.

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


/* GIMPLE has taken expressions apart and named the parts; what is printed
   here follows the definitions back to names of the source, a few steps.
   Nothing that GCC made up is ever printed.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "ssa.h"
#include "pretty-print.h"
#include "tree-pretty-print.h"
#include "langhooks.h"
#include "obstack.h"

#include "names.h"

const char *
source_function_name (tree fndecl)
{
  static char *buffer;
  /* C's names are what they are; with -flto, the language's own printer is
     gone by now and would give the assembler's.  */
  const char *name = !DECL_NAME (fndecl) ? ""
		     : lang_GNU_C () ? IDENTIFIER_POINTER (DECL_NAME (fndecl))
		     : lang_hooks.decl_printable_name (fndecl, 1);
  const char *suffix = strstr (name, "._omp_");
  if (!suffix)
    return name;
  free (buffer);
  buffer = xstrndup (name, suffix - name);
  return buffer;
}

/* What stands around an expression, and so whether it needs parentheses.  */
enum context
{
  ALONE,
  OPERAND,			/* of an operator: sums need them */
  POSTFIXED			/* by -> or []: all that has an operator does */
};

static void print_value (pretty_printer *, tree, int, enum context);

static const char *const no_text = "...";

/* The source's name of DECL, or NULL.  GCC's own have a dot in them, or are
   those of a frame structure (tree-nested.cc).  */

static const char *
decl_text (tree decl)
{
  if (!DECL_P (decl) || !DECL_NAME (decl) || DECL_ARTIFICIAL (decl))
    return NULL;
  const char *name = IDENTIFIER_POINTER (DECL_NAME (decl));
  return strchr (name, '.') || startswith (name, "__chain") ? NULL : name;
}

/* Whether REF is the structure in which GCC keeps the variables that nested
   functions use: this function's, or one that it is nested in.  */

static bool
frame_p (tree ref)
{
  if (VAR_P (ref))
    return DECL_NONLOCAL_FRAME (ref);
  tree type = TREE_TYPE (ref);
  return TREE_CODE (ref) == MEM_REF && TREE_CODE (type) == RECORD_TYPE
	 && TYPE_NAME (type) && TREE_CODE (TYPE_NAME (type)) == IDENTIFIER_NODE
	 && startswith (IDENTIFIER_POINTER (TYPE_NAME (type)), "FRAME.");
}

/* The definition of VAL, if that is a pointer without a name that is another
   one and an offset; else NULL.  */

static gassign *
sum_of_value (tree val)
{
  if (TREE_CODE (val) != SSA_NAME
      || (SSA_NAME_VAR (val) && decl_text (SSA_NAME_VAR (val))))
    return NULL;
  gassign *def = dyn_cast<gassign *> (SSA_NAME_DEF_STMT (val));
  return def && gimple_assign_rhs_code (def) == POINTER_PLUS_EXPR ? def : NULL;
}

/* The index that a pointer of TYPE is moved by with OFFSET, in bytes: in
   *NUMBER, and NULL_TREE returned, if it is a number; or a value.  Return
   OFFSET itself if it is not known to be an index.  */

static tree
index_of_offset (tree type, tree offset, HOST_WIDE_INT *number)
{
  tree element = TREE_TYPE (type);
  if (TREE_CODE (element) == ARRAY_TYPE)
    element = TREE_TYPE (element);
  tree size = TYPE_SIZE_UNIT (element);
  if (!size || !tree_fits_shwi_p (size) || tree_to_shwi (size) <= 0)
    return offset;
  HOST_WIDE_INT bytes = tree_to_shwi (size);
  if (TREE_CODE (offset) == INTEGER_CST)
    {
      *number = wi::to_wide (offset).to_shwi () / bytes;
      return *number * bytes == wi::to_wide (offset).to_shwi () ? NULL_TREE
								: offset;
    }
  gassign *def = TREE_CODE (offset) == SSA_NAME
		 ? dyn_cast<gassign *> (SSA_NAME_DEF_STMT (offset)) : NULL;
  if (def && gimple_assign_rhs_code (def) == MULT_EXPR
      && tree_int_cst_equal (gimple_assign_rhs2 (def), size))
    return gimple_assign_rhs1 (def);
  return offset;
}

/* If pointer PTR is a sum, print what it points to as the element of an array,
   within STEPS.  */

static bool
print_element (pretty_printer *pp, tree ptr, int steps)
{
  gassign *sum = sum_of_value (ptr);
  if (!sum)
    return false;
  HOST_WIDE_INT number;
  tree base = gimple_assign_rhs1 (sum);
  tree offset = gimple_assign_rhs2 (sum);
  tree index = index_of_offset (TREE_TYPE (ptr), offset, &number);
  if (index == offset && TREE_CODE (index) == INTEGER_CST)
    return false;
  print_value (pp, base, steps - 1, POSTFIXED);
  pp_string (pp, "[");
  if (index)
    print_value (pp, index, steps - 1, ALONE);
  else
    pp_wide_integer (pp, number);
  pp_string (pp, "]");
  return true;
}

/* Print reference REF, within STEPS.  */

static void
print_reference (pretty_printer *pp, tree ref, int steps)
{
  if (!steps)
    {
      pp_string (pp, no_text);
      return;
    }
  switch (TREE_CODE (ref))
    {
    case COMPONENT_REF:
      {
	tree base = TREE_OPERAND (ref, 0);
	const char *field = decl_text (TREE_OPERAND (ref, 1));
	if (!field)
	  print_reference (pp, base, steps - 1);
	else if (frame_p (base))
	  pp_string (pp, field);
	else
	  {
	    if (TREE_CODE (base) == MEM_REF
		&& integer_zerop (TREE_OPERAND (base, 1))
		&& TREE_CODE (TREE_OPERAND (base, 0)) == SSA_NAME)
	      {
		if (print_element (pp, TREE_OPERAND (base, 0), steps))
		  pp_string (pp, ".");
		else
		  {
		    print_value (pp, TREE_OPERAND (base, 0), steps - 1,
				 POSTFIXED);
		    pp_string (pp, "->");
		  }
	      }
	    else
	      {
		print_value (pp, base, steps - 1, POSTFIXED);
		pp_string (pp, ".");
	      }
	    pp_string (pp, field);
	  }
	break;
      }
    case ARRAY_REF:
      print_value (pp, TREE_OPERAND (ref, 0), steps - 1, POSTFIXED);
      pp_string (pp, "[");
      print_value (pp, TREE_OPERAND (ref, 1), steps - 1, ALONE);
      pp_string (pp, "]");
      break;
    case MEM_REF:
      if (integer_zerop (TREE_OPERAND (ref, 1))
	  && TREE_CODE (TREE_OPERAND (ref, 0)) == SSA_NAME)
	{
	  if (print_element (pp, TREE_OPERAND (ref, 0), steps))
	    break;
	  pp_string (pp, "*");
	  print_value (pp, TREE_OPERAND (ref, 0), steps - 1, OPERAND);
	}
      else if (integer_zerop (TREE_OPERAND (ref, 1))
	       && TREE_CODE (TREE_OPERAND (ref, 0)) == ADDR_EXPR)
	print_reference (pp, TREE_OPERAND (TREE_OPERAND (ref, 0), 0),
			 steps - 1);
      else
	pp_string (pp, no_text);
      break;
    case BIT_FIELD_REF:
    case REALPART_EXPR:
    case IMAGPART_EXPR:
    case VIEW_CONVERT_EXPR:
      print_value (pp, TREE_OPERAND (ref, 0), steps - 1, OPERAND);
      break;
    case VAR_DECL:
    case PARM_DECL:
    case FUNCTION_DECL:
      {
	const char *name = decl_text (ref);
	pp_string (pp, name ? name : no_text);
	break;
      }
    default:
      pp_string (pp, no_text);
    }
}

/* Print call CALL, within STEPS.  */

static void
print_call (pretty_printer *pp, gcall *call, int steps)
{
  tree fn = gimple_call_fn (call);
  if (fn && !gimple_call_fndecl (call))
    print_value (pp, fn, steps - 1, POSTFIXED);
  else
    pp_string (pp, callee_name (call));
  pp_string (pp, " (");
  for (unsigned i = 0; i < gimple_call_num_args (call); i++)
    {
      if (i)
	pp_string (pp, ", ");
      print_value (pp, gimple_call_arg (call, i), steps - 1, ALONE);
    }
  pp_string (pp, ")");
}

bool
call_of_source_p (gcall *call)
{
  tree callee = gimple_call_fndecl (call);
  if (gimple_call_internal_p (call)
      || gimple_call_builtin_p (call, BUILT_IN_ALLOCA_WITH_ALIGN)
      || gimple_call_builtin_p (call, BUILT_IN_ALLOCA_WITH_ALIGN_AND_MAX))
    return false;
  return !callee || !DECL_ARTIFICIAL (callee) || fndecl_built_in_p (callee);
}

/* Print the value of an SSA name without a name in the source, defined by
   DEF.  */

static void
print_definition (pretty_printer *pp, gimple *def, int steps,
		  enum context context)
{
  if (gcall *call = dyn_cast<gcall *> (def))
    {
      if (call_of_source_p (call))
	print_call (pp, call, steps);
      else
	pp_string (pp, no_text);
      return;
    }
  if (!is_gimple_assign (def))
    {
      pp_string (pp, no_text);
      return;
    }
  tree a = gimple_assign_rhs1 (def);
  enum tree_code code = gimple_assign_rhs_code (def);
  if (CONVERT_EXPR_CODE_P (code) || gimple_assign_single_p (def))
    {
      print_value (pp, a, steps - 1, context);
      return;
    }
  switch (code)
    {
    case PLUS_EXPR:
    case POINTER_PLUS_EXPR:
    case MINUS_EXPR:
    case MULT_EXPR:
      {
	tree b = gimple_assign_rhs2 (def);
	HOST_WIDE_INT number = 0;
	if (context != ALONE)
	  pp_string (pp, "(");
	print_value (pp, a, steps - 1, OPERAND);
	if (code == POINTER_PLUS_EXPR)
	  b = index_of_offset (TREE_TYPE (a), b, &number);
	if (!b)
	  {
	    pp_string (pp, number < 0 ? " - " : " + ");
	    pp_wide_integer (pp, number < 0 ? -number : number);
	  }
	else if (code != MULT_EXPR && TREE_CODE (b) == INTEGER_CST
	    && wi::neg_p (wi::to_wide (b), SIGNED)
	    && wi::fits_shwi_p (wi::to_wide (b)))
	  {
	    pp_string (pp, " - ");
	    pp_wide_integer (pp, -wi::to_wide (b).to_shwi ());
	  }
	else
	  {
	    pp_string (pp, code == MULT_EXPR ? " * "
			   : code == MINUS_EXPR ? " - " : " + ");
	    print_value (pp, b, steps - 1, OPERAND);
	  }
	if (context != ALONE)
	  pp_string (pp, ")");
	break;
      }
    default:
      pp_string (pp, no_text);
    }
}

/* Print VAL, within STEPS, in CONTEXT.  */

static void
print_value (pretty_printer *pp, tree val, int steps, enum context context)
{
  if (steps <= 0)
    {
      pp_string (pp, no_text);
      return;
    }
  switch (TREE_CODE (val))
    {
    case INTEGER_CST:
      if (tree_fits_shwi_p (val))
	pp_wide_integer (pp, tree_to_shwi (val));
      else if (tree_fits_uhwi_p (val))
	pp_unsigned_wide_integer (pp, tree_to_uhwi (val));
      else
	pp_string (pp, no_text);
      break;
    case SSA_NAME:
      {
	tree var = SSA_NAME_VAR (val);
	const char *name = var ? decl_text (var) : NULL;
	if (name)
	  pp_string (pp, name);
	else
	  print_definition (pp, SSA_NAME_DEF_STMT (val), steps, context);
	break;
      }
    case ADDR_EXPR:
      {
	tree to = TREE_OPERAND (val, 0);
	if (TREE_CODE (to) == STRING_CST
	    || (TREE_CODE (to) == ARRAY_REF
		&& TREE_CODE (TREE_OPERAND (to, 0)) == STRING_CST))
	  pp_string (pp, "\"...\"");
	else
	  {
	    if (TREE_CODE (to) != FUNCTION_DECL
		&& TREE_CODE (TREE_TYPE (to)) != ARRAY_TYPE)
	      pp_string (pp, "&");
	    print_reference (pp, to, steps - 1);
	  }
	break;
      }
    case MEM_REF:
      {
	bool element = TREE_CODE (TREE_OPERAND (val, 0)) == ADDR_EXPR
		       || sum_of_value (TREE_OPERAND (val, 0));
	if (context == POSTFIXED && !element)
	  pp_string (pp, "(");
	print_reference (pp, val, steps);
	if (context == POSTFIXED && !element)
	  pp_string (pp, ")");
	break;
      }
    default:
      print_reference (pp, val, steps);
    }
}

const char *
callee_name (gcall *call)
{
  tree callee = gimple_call_fndecl (call);
  if (callee && DECL_NAME (callee))
    {
      const char *name = source_function_name (callee);
      const char *builtin = "__builtin_";
      return startswith (name, builtin) ? name + strlen (builtin) : name;
    }
  tree fn = gimple_call_fn (call);
  tree var = fn && TREE_CODE (fn) == SSA_NAME ? SSA_NAME_VAR (fn) : NULL_TREE;
  const char *name = var ? decl_text (var) : NULL;
  return name ? name : no_text;
}

char *
call_text (gcall *call)
{
  pretty_printer pp;
  print_call (&pp, call, 8);
  return xstrdup (pp_formatted_text (&pp));
}

/* TEXT, or NULL (and TEXT freed) if what it begins with has no spelling.  */

static char *
spelled_or_null (char *text)
{
  const char *begin = text + strspn (text, "*&(");
  if (!startswith (begin, no_text))
    return text;
  free (text);
  return NULL;
}

char *
expression_text (tree val)
{
  pretty_printer pp;
  print_value (&pp, val, 8, ALONE);
  return spelled_or_null (xstrdup (pp_formatted_text (&pp)));
}

char *
computed_text (gimple *stmt)
{
  pretty_printer pp;
  print_definition (&pp, stmt, 8, ALONE);
  return spelled_or_null (xstrdup (pp_formatted_text (&pp)));
}

char *
called_text (gcall *call)
{
  tree fn = gimple_call_fn (call);
  if (!fn)
    return NULL;
  pretty_printer pp;
  print_value (&pp, fn, 8, OPERAND);
  const char *text = pp_formatted_text (&pp);
  return strstr (text, no_text) ? NULL : xstrdup (text);
}

char *
type_text (tree type)
{
  pretty_printer pp;
  dump_generic_node (&pp, TYPE_MAIN_VARIANT (type), 0, TDF_NONE, false);
  return xstrdup (pp_formatted_text (&pp));
}
