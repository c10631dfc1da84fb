/* The plugin: what GCC calls, and when.

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

/* GCC loads the plugin and calls plugin_init, which reads the options and
   asks to be called again:

     PLUGIN_ATTRIBUTES,
     PLUGIN_FINISH_DECL,
     PLUGIN_START_PARSE_FUNCTION for attributes of our own (attributes.h)
     PLUGIN_PRE_GENERICIZE	with each function as the C and C++ front
				ends have built it (frontend.h)
     the pass "escape"		once for the translation unit, when every
				function is in SSA form and nothing has been
				optimised (analyze.h); all output comes from
				here
     PLUGIN_FINISH		at the end

   GCC runs no pass on a file that has errors, nor with -fsyntax-only or -E,
   so nothing is printed then.  lto1, the compiler that runs at link time,
   loads the plugin too if it is given to the link; it sees no source, and
   has nothing to say.  */

#include "gcc-compat.h"
#include "plugin-version.h"
#include "context.h"
#include "diagnostic-core.h"
#include "dumpfile.h"
#include "langhooks.h"
#include "tree-pass.h"
#include "options.h"
#include "analyze.h"
#include "attributes.h"
#include "dump.h"
#include "frontend.h"
#include "json-file.h"
#include "memory.h"
#include "models.h"
#include "notes.h"

/* What GCC looks for in a plugin; all other names are hidden.  */
#define EXPORTED __attribute__ ((visibility ("default")))

EXPORTED int plugin_is_GPL_compatible;

/* The pass.  */

static const pass_data escape_pass_data = {
  SIMPLE_IPA_PASS,
  "escape",
  OPTGROUP_IPA,
  TV_NONE,
  0,				/* properties required */
  0,				/* properties provided */
  0,				/* properties destroyed */
  0,				/* to do at the start */
  0				/* to do at the end */
};

class escape_pass : public simple_ipa_opt_pass
{
public:
  escape_pass (gcc::context *context)
    : simple_ipa_opt_pass (escape_pass_data, context)
  {
  }

  bool gate (function *) final override;
  unsigned int execute (function *) final override;
};

bool
escape_pass::gate (function *)
{
  return !in_lto_p;
}

/* Take out of FINDINGS what is defined in system headers.  */

static void
leave_out_system_headers (struct esc_findings *findings)
{
  size_t kept = 0;

  for (size_t i = 0; i < findings->n; i++)
    if (!findings->all[i].system_header)
      findings->all[kept++] = findings->all[i];
  findings->n = kept;
}

/* Whether anything is to be made of what is found.  dump_enabled_p tells of
   -fopt-info too.  */

static bool
wanted_p ()
{
  return escape_opts.notes || escape_opts.json || escape_opts.export_file
	 || (attributes_seen_p () && !escape_opts.no_warn)
	 || dump_enabled_p ();
}

unsigned int
escape_pass::execute (function *)
{
  /* GCC runs the pass on a file without errors, but the dump file it has
     just tried to open for it may have been one.  */
  if (seen_error ())
    {
      drop_dump ();
      return 0;
    }

  struct esc_findings findings;

  /* Models that are given are opened even if nothing is to be said: they may
     be wrong.  */
  if (!open_models () || !wanted_p ())
    {
      close_models ();
      forget_attributes ();
      drop_dump ();
      return 0;
    }

  esc_findings_init (&findings);
  analyze_unit (&findings, dump_file,
		dump_file && (dump_flags & TDF_DETAILS));
  close_models ();
  forget_attributes ();
  if (!escape_opts.system_headers)
    leave_out_system_headers (&findings);
  esc_findings_sort (&findings);

  if (dump_file)
    dump_findings (dump_file, &findings);
  emit_notes (&findings);
  if (!escape_opts.no_warn)
    emit_warnings (&findings);
  if (dump_file)
    {
      dump_functions (dump_file);
      show_dump (dump_file);
    }
  if (escape_opts.json)
    write_json_file (&findings);
  esc_findings_free (&findings);
  release_free_memory ();
  return 0;
}

/* Callbacks.  */

static void
pre_genericize (void *fndecl, void *)
{
  frontend_record ((tree) fndecl);
}

/* A pass begins.  GCC opens its dump file next.  */

static void
begin_pass (void *pass, void *ours)
{
  if (pass == ours)
    hide_dump (((opt_pass *) pass)->static_pass_number);
}

static void
finish (void *, void *)
{
  frontend_finish ();
}

/* Loading.  */

/* Tell the user that PLUGIN cannot work in this compiler, whose version is
   RUNNING.  Of two that have the same version, say what else differs.  */

static void
wrong_compiler (const struct plugin_name_args *plugin,
		const struct plugin_gcc_version *running)
{
  const struct plugin_gcc_version *built = &gcc_version;

  if (strcmp (built->basever, running->basever) != 0)
    error_at (UNKNOWN_LOCATION,
	      "plugin %qs was built for GCC %s but this is GCC %s",
	      plugin->base_name, built->basever, running->basever);
  else if (strcmp (built->datestamp, running->datestamp) != 0
	   || strcmp (built->devphase, running->devphase) != 0
	   || strcmp (built->revision, running->revision) != 0)
    error_at (UNKNOWN_LOCATION,
	      "plugin %qs was built for GCC %s %s%s%s but this is "
	      "GCC %s %s%s%s", plugin->base_name,
	      built->basever, built->datestamp, built->devphase,
	      built->revision,
	      running->basever, running->datestamp, running->devphase,
	      running->revision);
  else
    error_at (UNKNOWN_LOCATION,
	      "plugin %qs was built for a GCC %s that was configured with "
	      "%qs but this one was configured with %qs", plugin->base_name,
	      built->basever, built->configuration_arguments,
	      running->configuration_arguments);
}

/* Put the pass in its place, and ask for its dump if the user did.  GCC
   before 14 rejects -fdump-ipa-escape on the command line, because it reads
   that before it loads plugins.  */

static void
register_pass (const struct plugin_name_args *plugin)
{
  struct register_pass_info info;

  info.pass = new escape_pass (g);
  info.reference_pass_name = "build_ssa_passes";
  info.ref_pass_instance_number = 1;
  info.pos_op = PASS_POS_INSERT_AFTER;
  register_callback (plugin->base_name, PLUGIN_PASS_MANAGER_SETUP, NULL,
		     &info);
  register_callback (plugin->base_name, PLUGIN_PASS_EXECUTION, begin_pass,
		     info.pass);

  if (escape_opts.dump)
    g->get_dumps ()->dump_switch_p (escape_opts.dump_details
				    ? "ipa-escape-details" : "ipa-escape");
}

static struct plugin_info escape_info = {
  ESCAPE_VERSION,
  "Say what escapes: which locals' addresses outlive their frame, what\n"
  "functions do with the pointers they are given, which heap blocks never\n"
  "leave the function that made them.  See escape(1)."
};

/* GCC adds an error of its own when this returns anything but 0.  One error
   is enough to stop the compiler, and ours says more.  */

EXPORTED int
plugin_init (struct plugin_name_args *plugin,
	     struct plugin_gcc_version *running)
{
  if (!plugin_default_version_check (running, &gcc_version))
    {
      wrong_compiler (plugin, running);
      return 0;
    }

  /* The libiberty in the plugin is not the compiler's.  */
  xmalloc_set_program_name (progname);
  register_callback (plugin->base_name, PLUGIN_INFO, NULL, &escape_info);
  if (!parse_options (plugin))
    return 0;
  forget_options (plugin);
  set_models_beside (plugin->full_name);
  if (strcmp (lang_hooks.name, "GNU GIMPLE") == 0)
    return 0;

  register_pass (plugin);
  register_callback (plugin->base_name, PLUGIN_PRE_GENERICIZE,
		     pre_genericize, NULL);
  register_callback (plugin->base_name, PLUGIN_ATTRIBUTES,
		     register_our_attributes, NULL);
  register_callback (plugin->base_name, PLUGIN_FINISH_DECL,
		     attributes_finish_decl, NULL);
  register_callback (plugin->base_name, PLUGIN_START_PARSE_FUNCTION,
		     attributes_start_function, NULL);
  register_callback (plugin->base_name, PLUGIN_FINISH, finish, NULL);
  return 0;
}
