/* Declarations of functions, to be pasted into headers.

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



/* C declares a name as it is used, so a declaration is made from the inside
   out: the name becomes `*name', that `(*name) (int)', and so on, until a type
   with a name is left, which comes first.  */

#include "gcc-compat.h"
#include "stringpool.h"
#include "langhooks.h"

#include "declarations.h"

/* TEXT, which is freed, with BEFORE and AFTER around it.  */

static char *
enclose (const char *before, char *text, const char *after)
{
  char *all = concat (before, text, after, NULL);
  free (text);
  return all;
}

/* The qualifiers of TYPE that its name, if it has one, does not have
   already; each with a space after it.  */

static const char *
qualifiers (tree type)
{
  static char text[64];
  int quals = TYPE_QUALS (type);
  tree name = TYPE_NAME (type);
  if (name && TREE_CODE (name) == TYPE_DECL && DECL_ORIGINAL_TYPE (name))
    quals &= ~TYPE_QUALS (DECL_ORIGINAL_TYPE (name));
  sprintf (text, "%s%s%s", quals & TYPE_QUAL_CONST ? "const " : "",
	   quals & TYPE_QUAL_VOLATILE ? "volatile " : "",
	   quals & TYPE_QUAL_RESTRICT ? "__restrict__ " : "");
  return text;
}

/* The name of TYPE, with its tag if it has one, or NULL.  */

static char *
named_type (tree type)
{
  tree name = TYPE_NAME (type);
  bool is_typedef = name && TREE_CODE (name) == TYPE_DECL;
  if (is_typedef)
    name = DECL_NAME (name);
  tree scope = TYPE_CONTEXT (type);
  if (scope && TREE_CODE (scope) != TRANSLATION_UNIT_DECL
      && TREE_CODE (scope) != FUNCTION_DECL)
    return NULL;
  if (!name || IDENTIFIER_ANON_P (name)
      || strpbrk (IDENTIFIER_POINTER (name), "<."))
    return NULL;
  const char *tag = "";
  if (!is_typedef && TREE_CODE (type) == RECORD_TYPE)
    tag = "struct ";
  else if (!is_typedef && TREE_CODE (type) == UNION_TYPE)
    tag = "union ";
  else if (!is_typedef && TREE_CODE (type) == ENUMERAL_TYPE)
    tag = "enum ";
  return concat (qualifiers (type), tag, IDENTIFIER_POINTER (name), NULL);
}

static char *declare (tree, char *);

/* The parameters of function TYPE, which have no names.  */

static char *
unnamed_parameters (tree type)
{
  if (!prototype_p (type))
    return xstrdup ("");
  char *all = NULL;
  for (tree arg = TYPE_ARG_TYPES (type); arg && arg != void_list_node;
       arg = TREE_CHAIN (arg))
    {
      char *one = declare (TREE_VALUE (arg), xstrdup (""));
      if (!one)
	{
	  free (all);
	  return NULL;
	}
      all = all ? enclose ("", all, ", ") : xstrdup ("");
      all = enclose (all, one, "");
    }
  if (stdarg_p (type))
    return all ? enclose ("", all, ", ...") : xstrdup ("...");
  return all ? all : xstrdup ("void");
}

/* The length of array TYPE in brackets, or NULL if it is not constant.  */

static const char *
array_brackets (tree type)
{
  static char text[32];
  tree size = TYPE_SIZE_UNIT (type);
  tree element = TYPE_SIZE_UNIT (TREE_TYPE (type));
  if (!size)
    return "[]";
  if (!tree_fits_uhwi_p (size) || !element || !tree_fits_uhwi_p (element)
      || integer_zerop (element))
    return NULL;
  sprintf (text, "[" HOST_WIDE_INT_PRINT_UNSIGNED "]",
	   tree_to_uhwi (size) / tree_to_uhwi (element));
  return text;
}

/* The declaration of INNER, which is freed, as something of TYPE; or NULL.  */

static char *
declare (tree type, char *inner)
{
  enum tree_code code = TREE_CODE (type);
  char *text = NULL;
  if (!TYPE_NAME (type) && code == POINTER_TYPE)
    {
      tree to = TREE_TYPE (type);
      bool parentheses = !TYPE_NAME (to)
			 && (TREE_CODE (to) == FUNCTION_TYPE
			     || TREE_CODE (to) == ARRAY_TYPE);
      inner = enclose (qualifiers (type), inner, "");
      return declare (to, enclose (parentheses ? "(*" : "*", inner,
				   parentheses ? ")" : ""));
    }
  if (!TYPE_NAME (type) && code == FUNCTION_TYPE)
    {
      text = unnamed_parameters (type);
      if (text)
	{
	  text = enclose (" (", text, ")");
	  inner = enclose ("", inner, text);
	  free (text);
	  return declare (TREE_TYPE (type), inner);
	}
    }
  else if (!TYPE_NAME (type) && code == ARRAY_TYPE)
    {
      const char *brackets = array_brackets (type);
      if (brackets)
	return declare (TREE_TYPE (type), enclose ("", inner, brackets));
    }
  else if ((text = named_type (type)))
    {
      inner = enclose (*inner ? " " : "", inner, "");
      char *all = concat (text, inner, NULL);
      free (text);
      free (inner);
      return all;
    }
  free (inner);
  return NULL;
}

char *
noescape_declaration (tree fndecl, const vec<bool> &noescape)
{
  tree type = TREE_TYPE (fndecl);
  if (TREE_CODE (type) != FUNCTION_TYPE || !DECL_NAME (fndecl)
      || (DECL_CONTEXT (fndecl)
	  && TREE_CODE (DECL_CONTEXT (fndecl)) != TRANSLATION_UNIT_DECL))
    return NULL;
  char *all = concat (IDENTIFIER_POINTER (DECL_NAME (fndecl)), " (", NULL);
  unsigned i = 0;
  for (tree p = DECL_ARGUMENTS (fndecl); p; p = DECL_CHAIN (p), i++)
    {
      char *name = xstrdup (DECL_NAME (p) ? IDENTIFIER_POINTER (DECL_NAME (p))
					  : "");
      char *one = declare (TREE_TYPE (p), name);
      if (!one)
	{
	  free (all);
	  return NULL;
	}
      all = enclose ("", all, i ? ", " : "");
      if (noescape[i])
	one = enclose ("", one, " __attribute__ ((noescape))");
      one = enclose (all, one, "");
      free (all);
      all = one;
    }
  all = enclose ("", all, stdarg_p (type) ? ", ...)" : ")");
  all = declare (TREE_TYPE (type), all);
  return all ? enclose ("", all, ";") : NULL;
}
