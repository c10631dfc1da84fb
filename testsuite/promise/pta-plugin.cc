/* A plugin that asks GCC's own points-to analysis which locals escape.

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

/* For tests only.

     gcc -fplugin=pta.so -fplugin-arg-pta-out=FILE ... -S

   For each function, where the pass of escape stands, GCC computes its
   points-to sets: of one function at a time, with nothing known of those it
   calls but their attributes.  FILE gets a line for each local whose address
   is taken,

     stays FILE:LINE:COLUMN NAME
     escapes FILE:LINE:COLUMN NAME

   by whether it is in the set of what escapes.  A local that a nested function
   uses does what the frame that holds it does.  */

#include "gcc-plugin.h"
#include "plugin-version.h"

#include "tree.h"
#include "tree-pass.h"
#include "gimple.h"
#include "ssa.h"
#include "cgraph.h"
#include "context.h"
#include "diagnostic-core.h"
#include "function.h"
#include "tree-ssa-alias.h"

int plugin_is_GPL_compatible;

static FILE *out;

/* Say of DECL, a variable or a field of a frame, whether it escapes.  */

static void
tell (tree decl, bool escapes)
{
  expanded_location place = expand_location (DECL_SOURCE_LOCATION (decl));
  fprintf (out, "%s %s:%d:%d %s\n", escapes ? "escapes" : "stays",
	   place.file ? place.file : "", place.line, place.column,
	   DECL_NAME (decl) ? IDENTIFIER_POINTER (DECL_NAME (decl))
			    : "literal");
}

/* The same of local VAR of the current function, or of what a frame
   holds.  */

static void
tell_local (tree var)
{
  if (!TREE_ADDRESSABLE (var) || is_global_var (var)
      || DECL_HAS_VALUE_EXPR_P (var))
    return;
  bool escapes = pt_solution_includes (&cfun->gimple_df->escaped, var);
  if (DECL_NAME (var)
      && strncmp (IDENTIFIER_POINTER (DECL_NAME (var)), "FRAME.", 6) == 0)
    {
      for (tree f = TYPE_FIELDS (TREE_TYPE (var)); f; f = DECL_CHAIN (f))
	if (DECL_NAME (f) && !DECL_ARTIFICIAL (f))
	  tell (f, escapes);
    }
  else
    tell (var, escapes);
}

namespace {

const pass_data pass_data_pta =
{
  SIMPLE_IPA_PASS, "pta", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0
};

class pass_pta : public simple_ipa_opt_pass
{
public:
  pass_pta (gcc::context *ctxt)
    : simple_ipa_opt_pass (pass_data_pta, ctxt)
  {
  }

  bool gate (function *) final override { return !seen_error (); }
  unsigned execute (function *) final override;
};

unsigned
pass_pta::execute (function *)
{
  cgraph_node *node;
  FOR_EACH_FUNCTION_WITH_GIMPLE_BODY (node)
    {
      function *fun = DECL_STRUCT_FUNCTION (node->decl);
      if (!fun || !gimple_in_ssa_p (fun))
	continue;
      push_cfun (fun);
      compute_may_aliases ();
      unsigned i;
      tree var;
      FOR_EACH_LOCAL_DECL (fun, i, var)
	if (VAR_P (var))
	  tell_local (var);
      for (tree p = DECL_ARGUMENTS (fun->decl); p; p = DECL_CHAIN (p))
	tell_local (p);
      pop_cfun ();
    }
  return 0;
}

} // anonymous namespace

int
plugin_init (struct plugin_name_args *plugin,
	     struct plugin_gcc_version *version)
{
  if (!plugin_default_version_check (version, &gcc_version))
    return 1;
  if (plugin->argc != 1 || strcmp (plugin->argv[0].key, "out") != 0
      || !plugin->argv[0].value)
    return 1;
  out = fopen (plugin->argv[0].value, "w");
  if (!out)
    return 1;

  struct register_pass_info info;
  info.pass = new pass_pta (g);
  info.reference_pass_name = "build_ssa_passes";
  info.ref_pass_instance_number = 1;
  info.pos_op = PASS_POS_INSERT_AFTER;
  register_callback (plugin->base_name, PLUGIN_PASS_MANAGER_SETUP, NULL,
		     &info);
  return 0;
}
