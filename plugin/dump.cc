/* The dump: what the analysis found, flow by flow.

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

/* Where the notes say the most important thing of a finding in words, the
   dump shows it whole, the entity on one line and each flow on one below it,
   with the sentence that a note would have for it:

     list.c:40:7: local 'buf' (4096 bytes) of 'read_line': escapes
	 level 0 to global 'last_line', into 0, at list.c:44:13: stored...

   The quotes are plain ASCII everywhere, as in GCC's own dumps.

   GCC opens the dump file before the pass runs, and would add the functions
   to it afterwards.  They are written here, for GCC is given another name for
   the file, in the same folder, that it has until the pass is done: where a
   compiler is killed, or finds the disk full, there is no half-written dump,
   and an older one is still there.  What is no file of its own
   (-fdump-ipa-escape=stdout) is written to as it is.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "cgraph.h"
#include "context.h"
#include "diagnostic-core.h"
#include "tree-cfg.h"
#include "options.h"
#include "output-file.h"
#include "wording.h"
#include "dump.h"

static void
dump_place (FILE *file, const struct esc_locus *place)
{
  fprintf (file, "%s:%u:%u", place->file ? place->file : "<unknown>",
	   place->line, place->column);
}

static void
dump_flow (FILE *file, const struct esc_flow *flow)
{
  const struct esc_wording wording
    = { "'", "'", escape_opts.max_frame, escape_opts.max_block, NULL };
  char *where = esc_where (flow, &wording);

  fprintf (file, "    level %u to %s", flow->level, esc_to_name (flow->to));
  if (flow->name)
    fprintf (file, " '%s'", flow->name);
  fprintf (file, ", into %u, at ", flow->into);
  dump_place (file, &flow->site);
  fprintf (file, ": %s\n", where);
  free (where);
}

static void
dump_finding (FILE *file, const struct esc_finding *finding)
{
  const char *frame = esc_frame_name (finding->frame);
  const char *label = finding->label ? finding->label : finding->name;

  dump_place (file, &finding->site);
  fprintf (file, ": %s", esc_entity_name (finding->entity));
  if (label)
    fprintf (file, " '%s'", label);
  if (finding->own_storage_only)
    fprintf (file, ", its own storage");
  if (finding->has_size)
    fprintf (file, " (" HOST_WIDE_INT_PRINT_UNSIGNED " bytes)",
	     (unsigned HOST_WIDE_INT) finding->size);
  if (finding->function)
    fprintf (file, " of '%s'", finding->function);
  fprintf (file, ": %s", esc_verdict_name (finding->verdict));
  if (frame)
    fprintf (file, ", frame: %s", frame);
  fputc ('\n', file);
  for (size_t i = 0; i < finding->n_flows; i++)
    dump_flow (file, &finding->flows[i]);
}

void
dump_findings (FILE *file, const struct esc_findings *findings)
{
  fprintf (file, "\nFindings\n\n");
  for (size_t i = 0; i < findings->n; i++)
    if (findings->all[i].entity != ESC_ENTITY_SUGGESTION)
      dump_finding (file, &findings->all[i]);
  fputc ('\n', file);
}

void
dump_functions (FILE *file)
{
  cgraph_node *node;

  FOR_EACH_DEFINED_FUNCTION (node)
    if (gimple_has_body_p (node->decl) && !node->clone_of)
      {
	push_cfun (DECL_STRUCT_FUNCTION (node->decl));
	dump_function_to_file (node->decl, file, dump_flags);
	pop_cfun ();
      }
}

/* GCC's own notion of the dump file, and what the user calls that, or NULL if
   there is none.  */
static struct dump_file_info *dump_info;
static char *dump_name;

/* The name that the file has while it is written to, or NULL if that is the
   same; and what GCC was given for its name, which may be NULL.  */
static char *hidden;
static const char *given;

/* Where the compiler gives up, for want of memory perhaps.  */

static void
remove_hidden ()
{
  if (hidden)
    unlink (hidden);
}

/* Whether to write to a file of another name and to put that in the place of
   the file NAME.  Streams and links are not to be replaced; and where GCC
   cannot write it is to say so.  */

static bool
replaceable_p (const char *name)
{
  struct stat status;

  if (strcmp (name, "stdout") == 0 || strcmp (name, "stderr") == 0
      || strcmp (name, "-") == 0)
    return false;
  if (lstat (name, &status) != 0)
    return errno == ENOENT;
  return S_ISREG (status.st_mode) && access (name, W_OK) == 0;
}

void
hide_dump (int pass_number)
{
  gcc::dump_manager *dumps = g->get_dumps ();

  dump_info = dumps->get_dump_file_info (pass_number);
  dump_name = dumps->get_dump_file_name (pass_number);
  /* If it is to append, other passes write to the file, too.  */
  if (!dump_name || dump_info->pstate > 0 || !replaceable_p (dump_name))
    return;
  hidden = new_file_beside (dump_name);
  if (!hidden)
    return;
  given = dump_info->pfilename;
  dump_info->pfilename = hidden;
  atexit (remove_hidden);
}

/* Give the file's name back to GCC, which does no more with the file than to
   close it.  */

static void
end_dump ()
{
  if (hidden)
    dump_info->pfilename = given;
  free (hidden);
  free (dump_name);
  hidden = dump_name = NULL;
  set_dump_file (NULL);
}

void
drop_dump ()
{
  remove_hidden ();
  end_dump ();
}

void
show_dump (FILE *file)
{
  if (fflush (file) != 0 || ferror (file)
      || (hidden && rename (hidden, dump_name) != 0))
    {
      error_at (UNKNOWN_LOCATION, "cannot write %qs: %m", dump_name);
      remove_hidden ();
    }
  end_dump ();
}
