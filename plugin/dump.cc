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
   to it afterwards.  They are written here, for while the pass writes to the
   file it has another name, in the same folder: where a compiler is killed,
   or finds the disk full, there is no half-written dump.  What is no file of
   its own (-fdump-ipa-escape=stdout) is written to as it is.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "cgraph.h"
#include "diagnostic-core.h"
#include "tree-cfg.h"
#include "options.h"
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

/* The name that the dump file has while it is written to, or NULL.  */
static char *hidden;

/* Where the compiler gives up, for want of memory perhaps.  */

static void
remove_hidden ()
{
  if (hidden)
    unlink (hidden);
}

void
drop_dump ()
{
  remove_hidden ();
  free (hidden);
  hidden = NULL;
  set_dump_file (NULL);
}

/* Rename FROM to a name in the same folder that no other file has.  The
   caller owns that name; it is NULL on an error.  */

static char *
rename_aside (const char *from)
{
  char *folder = xstrndup (from, lbasename (from) - from);
  char *name = concat (folder, ".escape-XXXXXX", NULL);
  int fd = mkstemp (name);

  free (folder);
  if (fd >= 0)
    {
      close (fd);
      if (rename (from, name) == 0)
	return name;
      unlink (name);
    }
  free (name);
  return NULL;
}

void
hide_dump (FILE *file, const char *name)
{
  struct stat opened, named;

  /* A link must stay a link.  */
  if (!name || fstat (fileno (file), &opened) != 0
      || lstat (name, &named) != 0 || !S_ISREG (named.st_mode)
      || named.st_dev != opened.st_dev || named.st_ino != opened.st_ino)
    return;
  hidden = rename_aside (name);
  atexit (remove_hidden);
}

void
show_dump (FILE *file, const char *name)
{
  if (fflush (file) != 0 || ferror (file)
      || (hidden && rename (hidden, name) != 0))
    {
      error_at (UNKNOWN_LOCATION, "cannot write %qs: %m", name);
      remove_hidden ();
    }
  free (hidden);
  hidden = NULL;
  set_dump_file (NULL);
}
