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

   The quotes are plain ASCII everywhere, as in GCC's own dumps.  */

#include "gcc-compat.h"
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
    dump_finding (file, &findings->all[i]);
  fputc ('\n', file);
}
