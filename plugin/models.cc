/* Models: what functions do whose bodies are not seen.

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



/* A function is known by its assembler name, which is what tells functions
   apart when a program is linked: headers redirect names (`sscanf' to
   `__isoc99_sscanf'), and users may.

   The models that come with the plugin speak of the functions of the C
   library, whose names a program may use for functions of its own if it does
   not use the library's.  They are believed of what a system header declares,
   and of what GCC itself takes for the library's; those of the user, of all
   functions that have the name and a type that fits.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "ssa.h"
#include "cgraph.h"
#include "stringpool.h"
#include "attribs.h"
#include "diagnostic-core.h"

#include "calls-int.h"
#include "models.h"
#include "names.h"
#include "options.h"
#include "order.h"
#include "output-file.h"
#include "store.h"
#include "unit.h"

/* Files.  */

/* An open file of models; SHIPPED says that it came with the plugin.  */
struct models_file
{
  esc_store *store;
  const char *name;
  bool shipped;
};

/* In the order in which they are searched.  */
static vec<models_file> files;

/* The models that come with the plugin, whether they are there or not.  */
static char *shipped_models;

/* What was found for a function.  */
struct model
{
  esc_transfer *transfer;	/* or NULL */
  esc_prototype prototype;
};

static hash_map<tree, model> *known_models;

void
set_models_beside (const char *plugin_file)
{
  const char *base = lbasename (plugin_file);
  const char *suffix = strrchr (base, '.');
  size_t stem = suffix ? suffix - plugin_file : strlen (plugin_file);
  char *file = xstrndup (plugin_file, stem);
  shipped_models = concat (file, ".models", NULL);
  free (file);
}

/* Open FILE.  Returns false if something is wrong with it.  */

static bool
open_file (const char *file, bool shipped)
{
  enum esc_store_status status;
  esc_store *store = esc_store_open (file, &status);
  switch (status)
    {
    case ESC_STORE_GOOD:
      {
	models_file f = { store, file, shipped };
	files.safe_push (f);
	return true;
      }
    case ESC_STORE_UNREADABLE:
      error_at (UNKNOWN_LOCATION, "cannot read models from %qs: %m", file);
      break;
    case ESC_STORE_FOREIGN:
      error_at (UNKNOWN_LOCATION, "%qs is not a file of models", file);
      break;
    case ESC_STORE_OTHER_VERSION:
      error_at (UNKNOWN_LOCATION,
		"models in %qs were made by another version of %qs",
		file, "escape");
      break;
    case ESC_STORE_DAMAGED:
      error_at (UNKNOWN_LOCATION, "models in %qs are damaged", file);
      break;
    }
  return false;
}

bool
open_models ()
{
  bool good = true;
  for (unsigned i = escape_opts.models.length (); i--;)
    good &= open_file (escape_opts.models[i], false);
  /* A plugin that was copied alone works without them.  */
  if (!escape_opts.no_models && access (shipped_models, F_OK) == 0)
    good &= open_file (shipped_models, true);
  known_models = new hash_map<tree, model>;
  return good;
}

void
close_models ()
{
  for (hash_map<tree, model>::iterator i = known_models->begin ();
       i != known_models->end (); ++i)
    esc_transfer_free ((*i).second.transfer);
  delete known_models;
  known_models = NULL;
  for (unsigned i = 0; i < files.length (); i++)
    esc_store_close (files[i].store);
  files.release ();
}

/* Types.  */

/* How a value of TYPE is passed.  */

static enum esc_passed
passed_as (tree type)
{
  /* The caller may give any of its members, all of which are passed alike.  */
  if (TREE_CODE (type) == UNION_TYPE && TYPE_TRANSPARENT_AGGR (type)
      && TYPE_FIELDS (type))
    type = TREE_TYPE (TYPE_FIELDS (type));
  if (VOID_TYPE_P (type))
    return ESC_PASSED_NOTHING;
  if (POINTER_TYPE_P (type))
    return ESC_PASSED_POINTER;
  return is_gimple_reg_type (type) ? ESC_PASSED_SCALAR : ESC_PASSED_AGGREGATE;
}

/* Whether what is passed as FROM can be taken as TO: a pointer must be known
   to be one, or the model says nothing of where it goes.  */

static bool
passes_p (enum esc_passed from, enum esc_passed to)
{
  return from == to || (from == ESC_PASSED_SCALAR && to == ESC_PASSED_POINTER);
}

/* Whether the declaration DECL fits PROTOTYPE.  What returns nothing in a
   model gives back no pointer.  */

static bool
declaration_fits_p (tree decl, const esc_prototype *prototype)
{
  tree type = TREE_TYPE (decl);
  enum esc_passed result = passed_as (TREE_TYPE (type));
  if (result != ESC_PASSED_NOTHING && result != prototype->result
      && !(result == ESC_PASSED_SCALAR
	   && prototype->result == ESC_PASSED_NOTHING))
    return false;
  if (!prototype_p (type))
    return true;
  bool anything = prototype->more == ESC_MORE_ANYTHING;
  if (!anything
      && stdarg_p (type) != (prototype->more == ESC_MORE_VARIABLE))
    return false;
  unsigned n = 0;
  function_args_iterator i;
  tree arg;
  FOREACH_FUNCTION_ARGS (type, arg, i)
    if (!VOID_TYPE_P (arg))
      {
	if (n >= prototype->n_parameters)
	  return anything;
	if (passed_as (arg) != prototype->parameters[n++])
	  return false;
      }
  return n == prototype->n_parameters;
}

bool
call_fits_model_p (gcall *call, tree decl, unsigned from, unsigned to)
{
  const model *m = known_models->get (decl);
  if (!m || !m->transfer)
    return true;
  const esc_prototype *p = &m->prototype;
  unsigned n = to - from;
  if (n < p->n_parameters)
    return false;
  if (n > p->n_parameters && p->more == ESC_MORE_NOTHING)
    return false;
  for (unsigned i = 0; i < p->n_parameters; i++)
    {
      tree arg = gimple_call_arg (call, from + i);
      if (!passes_p (passed_as (TREE_TYPE (arg)),
		     (enum esc_passed) p->parameters[i]))
	return false;
    }
  return true;
}

/* Finding.  */

/* The name of DECL in the object file.  */

static const char *
assembler_name (tree decl)
{
  const char *name = IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (decl));
  return *name == '*' ? name + 1 : name;
}

/* Whether the models that come with the plugin may speak of DECL.  */

static bool
library_function_p (tree decl)
{
  return in_system_header_at (DECL_SOURCE_LOCATION (decl))
	 || fndecl_built_in_p (decl, BUILT_IN_NORMAL);
}

/* Find the model of DECL.  */

static model
find_model (tree decl)
{
  model m = { NULL, { 0, ESC_MORE_NOTHING, ESC_PASSED_NOTHING, NULL } };
  const char *name = assembler_name (decl);
  for (unsigned i = 0; i < files.length (); i++)
    {
      const models_file *f = &files[i];
      uint32_t number;
      if ((f->shipped && !library_function_p (decl))
	  || !esc_store_find (f->store, name, &number))
	continue;
      m.transfer = esc_store_read (f->store, number, POINTER_SIZE_UNITS,
				   &m.prototype);
      if (!m.transfer)
	error_at (UNKNOWN_LOCATION, "models in %qs are damaged", f->name);
      else if (!declaration_fits_p (decl, &m.prototype))
	{
	  esc_transfer_free (m.transfer);
	  m.transfer = NULL;
	}
      break;
    }
  return m;
}

esc_transfer *
model_of_function (tree decl)
{
  if (files.is_empty () || !TREE_PUBLIC (decl) || !DECL_EXTERNAL (decl))
    return NULL;
  /* What is inlined says its body; of another inline function that is not
     compiled here, the body is not read (order.cc).  */
  cgraph_node *node = cgraph_node::get (decl);
  if (node && node->definition
      && lookup_attribute ("always_inline", DECL_ATTRIBUTES (decl)))
    return NULL;
  bool known;
  model &m = known_models->get_or_insert (decl, &known);
  if (!known)
    m = find_model (decl);
  return m.transfer;
}

/* Exporting.  */

/* The hands that what the function called DATA stores in global SYMBOL gets
   into.  A variable that other files can name is called by its name.  */

static esc_sink
hands_of_model (void *data, uint32_t symbol)
{
  tree global = symbol ? symbol_decl (symbol) : NULL_TREE;
  if (global && VAR_P (global) && TREE_PUBLIC (global) && DECL_NAME (global))
    {
      esc_sink sink = { ESC_TO_GLOBAL, ESC_WHERE_STORED_IN,
			IDENTIFIER_POINTER (DECL_NAME (global)), NULL };
      return sink;
    }
  tree name = get_identifier ((const char *) data);
  esc_sink sink = sink_of_name (IDENTIFIER_POINTER (name));
  if (sink.where == ESC_WHERE_PASSED_UNSEEN)
    sink.where = ESC_WHERE_KEPT;
  return sink;
}

/* Add the function DECL, whose transfer is T, to WRITER under NAME.  If that
   is an alias, ALIAS is its declaration, else DECL.  One that has another type
   stands for functions that take more, and one of a function that has no name
   for other files, for functions of any type.  */

static void
export_function (esc_store_writer *writer, tree decl, tree alias,
		 const char *name, const esc_transfer *t)
{
  auto_vec<unsigned char> parameters;
  for (tree p = DECL_ARGUMENTS (decl); p; p = DECL_CHAIN (p))
    parameters.safe_push (passed_as (TREE_TYPE (p)));
  enum esc_more more = !TREE_PUBLIC (decl)
		       || !types_compatible_p (TREE_TYPE (alias),
					       TREE_TYPE (decl))
			 ? ESC_MORE_ANYTHING
		       : stdarg_p (TREE_TYPE (decl)) ? ESC_MORE_VARIABLE
						     : ESC_MORE_NOTHING;
  esc_prototype prototype
    = { parameters.length (), more,
	passed_as (TREE_TYPE (TREE_TYPE (decl))), parameters.address () };
  const char *called = alias == decl ? source_function_name (decl) : name;
  if (!esc_store_add (writer, name, &prototype, t, hands_of_model,
		      CONST_CAST (char *, called)))
    error_at (DECL_SOURCE_LOCATION (decl),
	      "what is known of %qD is too much for a model", decl);
}

/* Whether other files can call NODE.  */

static bool
exported_p (cgraph_node *node)
{
  return node->definition && TREE_PUBLIC (node->decl)
	 && !DECL_EXTERNAL (node->decl);
}

static bool
write_store (FILE *out, const void *writer)
{
  return esc_store_write ((esc_store_writer *) CONST_CAST (void *, writer),
			  out);
}

void
export_models (unit *u, const function_order &order)
{
  esc_store_writer *writer = esc_store_writer_new (POINTER_SIZE_UNITS);
  /* A header may have redirected the name, as <stdio.h> does with sscanf.
     What is written is the model of both, unless there is another one.  */
  for (unsigned i = 0; i < order.functions.length (); i++)
    {
      cgraph_node *node = order.functions[i];
      tree decl = node->decl;
      const char *label = IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (decl));
      if (exported_p (node) && *label == '*' && DECL_NAME (decl))
	export_function (writer, decl, decl, IDENTIFIER_POINTER (DECL_NAME (decl)),
			 (*u->summaries.get (decl))->transfer);
    }
  cgraph_node *node;
  FOR_EACH_FUNCTION (node)
    if (exported_p (node))
      {
	tree body = node->ultimate_alias_target ()->decl;
	summary **s = u->summaries.get (body);
	if (s)
	  export_function (writer, body, node->decl,
			   assembler_name (node->decl), (*s)->transfer);
      }
  write_output_file (escape_opts.export_file, write_store, writer);
  esc_store_writer_free (writer);
}
