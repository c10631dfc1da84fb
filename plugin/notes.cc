/* Notes: what the user reads on the terminal.

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

/* A note is one line of its own: it belongs to no other diagnostic, and
   there are many of them.  So, unlike GCC's notes, it comes without "In
   function", without "In file included from" and, unless the user asks for
   it, without the source line.  A place inside a macro's expansion is shown
   as the place where the macro is used.

   Everything else is left to GCC, which is why the text goes through its
   formatter with %< and %> for quotes: colours, character sets, JSON, SARIF
   and line lengths are as the user has set them.  */

#define INCLUDE_DIAGNOSTIC_TEXT
#include "gcc-compat.h"
#include "dumpfile.h"
#include "intl.h"
#include "options.h"
#include "wording.h"
#include "columns.h"
#include "notes.h"

/* One way to say notes: how to fill the sentences in, and what to do with
   each.  */
struct outlet
{
  struct esc_wording wording;
  void (*say) (const struct outlet *outlet, location_t where,
	       const char *text, bool staying, const struct esc_flow *flow);
};

/* What say_once needs to know.  */
struct said
{
  const struct outlet *outlet;
  const struct esc_finding *finding;

  /* The texts said at the place of FINDING, which the table owns.  */
  htab_t texts;
};

/* The place of FINDING, outside of macros.  */

static location_t
note_location (const struct esc_finding *finding)
{
  location_t where = finding->site.locus;

  return linemap_resolve_location (line_table, where,
				   LRK_MACRO_EXPANSION_POINT, NULL);
}

/* What show= calls the entity of FINDING.  */

static unsigned
shown_entity (const struct esc_finding *finding)
{
  switch (finding->entity)
    {
    case ESC_ENTITY_PARAMETER:
      return SHOW_PARAMS;
    case ESC_ENTITY_ALLOCATION:
      return SHOW_BLOCKS;
    case ESC_ENTITY_SUGGESTION:
      return SHOW_ATTRIBUTES;
    default:
      return SHOW_LOCALS;
    }
}

/* An esc_say: say TEXT if the user wants it and has not just read it.  Two
   findings may say the same at the same place where the source is compiled
   more than once, as C++ templates are.  */

static void
say_once (const char *text, bool staying, const struct esc_flow *flow,
	  void *data)
{
  struct said *said = (struct said *) data;
  unsigned verdict = staying ? SHOW_STAYING : SHOW_ESCAPING;

  unsigned entity = shown_entity (said->finding);

  if (!(escape_opts.show & entity)
      || (entity != SHOW_ATTRIBUTES && !(escape_opts.show & verdict)))
    return;

  void **slot = htab_find_slot (said->texts, text, INSERT);
  if (*slot)
    return;
  *slot = xstrdup (text);
  said->outlet->say (said->outlet, note_location (said->finding), text,
		     staying, flow);
}

static bool
same_place_p (const struct esc_finding *a, const struct esc_finding *b)
{
  return (a->site.line == b->site.line && a->site.column == b->site.column
	  && a->site.file && b->site.file
	  && strcmp (a->site.file, b->site.file) == 0);
}

/* Say each note of FINDINGS through OUTLET, in order.  */

static void
say_all (const struct esc_findings *findings, const struct outlet *outlet)
{
  struct said said;

  said.outlet = outlet;
  said.finding = NULL;
  said.texts = htab_create (7, htab_hash_string, htab_eq_string, free);
  for (size_t i = 0; i < findings->n; i++)
    {
      const struct esc_finding *finding = &findings->all[i];

      if (said.finding && !same_place_p (said.finding, finding))
	htab_empty (said.texts);
      said.finding = finding;

      /* What the compiler made up has no place in the source.  */
      if (note_location (finding) > BUILTINS_LOCATION)
	esc_notes (finding, &outlet->wording, say_once, &said);
    }
  htab_delete (said.texts);
}

/* Diagnostics.  */

/* NAME in the user's character set, and with each '%' doubled, since the
   text becomes a format.  */

static const char *
name_in_format (const char *name)
{
  static char *format;
  const char *from = identifier_to_locale (name);
  char *to;

  free (format);
  to = format = XNEWVEC (char, 2 * strlen (from) + 1);
  for (; *from; from++)
    {
      if (*from == '%')
	*to++ = '%';
      *to++ = *from;
    }
  *to = '\0';
  return format;
}

/* What notes were printed to and not yet written, or NULL, and how many.  */
static pretty_printer *unwritten;
static unsigned n_unwritten;

/* Write them: not one by one, since there are many.  */

static void
write_notes (void)
{
  if (unwritten)
    pp_flush (unwritten);
  unwritten = NULL;
  n_unwritten = 0;
}

/* The texts here are formats that the sentences and name_in_format have made;
   they take no arguments.  */

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-security"

/* The path of FLOW (or NULL) as events, with the sentences filled in as WORDING
   says; NULL if there is none.  The caller deletes it.  */

static simple_diagnostic_path *
path_of_flow (const struct esc_wording *wording, const struct esc_flow *flow)
{
  if (!flow || !flow->n_path)
    return NULL;

  simple_diagnostic_path *path = new_simple_path ();

  /* The printer of events is that of notes, and is cleared for each.  */
  write_notes ();

  /* An event's text must not begin with the place of the last note.  */
  char *prefix = pp_take_prefix (event_printer ());

  for (size_t i = 0; i < flow->n_path; i++)
    {
      const struct esc_step *step = &flow->path[i];
      char *text = esc_step_text (step, wording);

      path->add_event (step->site.locus, (tree) step->scope, step->depth,
		       text);
      free (text);
    }
  pp_set_prefix (event_printer (), prefix);
  return path;
}

static void
say_note (const struct outlet *outlet, location_t where, const char *text,
	  bool, const struct esc_flow *flow)
{
  rich_location place (line_table, where);
  simple_diagnostic_path *path
    = path_of_flow (&outlet->wording, escape_opts.notes > 1 ? flow : NULL);

  place.set_path (path);
  inform (&place, text);
  delete path;
}

static void
say_warning (const struct esc_wording *wording, location_t where,
	     const char *text, const struct esc_flow *flow)
{
  rich_location place (line_table, where);

  /* A way of one step is where the warning is.  */
  bool wanted = escape_opts.notes > 1 || flow->n_path > 1;
  simple_diagnostic_path *path
    = path_of_flow (wording, wanted ? flow : NULL);

  place.set_path (path);
  warning_at (&place, 0, text);
  delete path;
}

#pragma GCC diagnostic pop

/* A diagnostic starter that prints nothing but the place and the kind.  */

template<typename info>
static void
start_plainly (text_sink_ref sink, info *diagnostic)
{
  expanded_location place = expand_location (diagnostic_location (diagnostic));
  bool plain = plain_column_p (place.file, place.line, place.column);

  pp_set_prefix (text_sink_printer (sink),
		 text_sink_prefix (sink, diagnostic, plain));
}

/* A diagnostic finalizer that does not show the source line.  */

template<typename info, typename kind>
static void
finish_plainly (text_sink_ref sink, info *, kind)
{
  enum { MANY = 100 };
  pretty_printer *pp = text_sink_printer (sink);
  char *prefix = pp_take_prefix (pp);

  pp_set_prefix (pp, NULL);
  pp_newline (pp);
  pp_set_prefix (pp, prefix);
  unwritten = pp;
  if (++n_unwritten >= MANY)
    write_notes ();
}

static void
say_diagnostics (const struct esc_findings *findings)
{
  const struct outlet outlet
    = { { "%<", "%>", escape_opts.max_frame, escape_opts.max_block,
	  name_in_format },
	say_note };

  if (!text_callbacks_used_p (global_dc))
    {
      say_all (findings, &outlet);
      return;
    }

  bool source_lines = (OPTION_SET_P (flag_diagnostics_show_caret)
		       && flag_diagnostics_show_caret);
  auto starter = diagnostic_text_starter (global_dc);
  auto finalizer = diagnostic_text_finalizer (global_dc);

  diagnostic_text_starter (global_dc) = start_plainly;
  if (!source_lines)
    diagnostic_text_finalizer (global_dc) = finish_plainly;
  say_all (findings, &outlet);
  write_notes ();
  plain_column_p (NULL, 0, 0);
  diagnostic_text_starter (global_dc) = starter;
  diagnostic_text_finalizer (global_dc) = finalizer;
}

/* -fopt-info and -fsave-optimization-record.  What stays is for them an
   optimisation, what escapes a missed one.  */

static void
say_optimization (const struct outlet *, location_t where, const char *text,
		  bool staying, const struct esc_flow *)
{
  dump_printf_loc (staying ? MSG_OPTIMIZED_LOCATIONS
		   : MSG_MISSED_OPTIMIZATION,
		   dump_user_location_t::from_location_t (where), "%s\n",
		   text);
}

/* The dump file lists the findings in its own way, and must not get them
   once more as remarks.  */

static void
say_optimizations (const struct esc_findings *findings)
{
  const struct outlet outlet
    = { { open_quote, close_quote, escape_opts.max_frame,
	  escape_opts.max_block, identifier_to_locale },
	say_optimization };
  FILE *file = dump_file;

  set_dump_file (NULL);
  if (dump_enabled_p ())
    say_all (findings, &outlet);
  set_dump_file (file);
}

void
emit_notes (const struct esc_findings *findings)
{
  if (escape_opts.notes)
    say_diagnostics (findings);
  say_optimizations (findings);
}

/* Warnings, unlike notes, show the source line, but there is no function at
   hand to be in.  */

void
emit_warnings (const struct esc_findings *findings)
{
  const struct esc_wording wording
    = { "%<", "%>", escape_opts.max_frame, escape_opts.max_block,
	name_in_format };
  bool text = text_callbacks_used_p (global_dc);
  auto starter = diagnostic_text_starter (global_dc);

  if (text)
    diagnostic_text_starter (global_dc) = start_plainly;
  for (size_t i = 0; i < findings->n; i++)
    for (size_t j = 0; j < findings->all[i].n_flows; j++)
      {
	const struct esc_finding *finding = &findings->all[i];
	const struct esc_flow *flow = &finding->flows[j];

	if (!esc_breaks_promise (finding, flow))
	  continue;
	char *text = esc_broken_promise (finding, flow, &wording);
	say_warning (&wording, flow->site.locus > BUILTINS_LOCATION
			       ? flow->site.locus : finding->site.locus,
		     text, flow);
	free (text);
      }
  plain_column_p (NULL, 0, 0);
  if (text)
    diagnostic_text_starter (global_dc) = starter;
}
