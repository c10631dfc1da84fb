/* What the versions of GCC do not agree on.

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

/* All the plugin's files begin with this header, and none else knows that
   there is more than one GCC.  Things are spelled as the newest GCC spells
   them; each part below says what changed, and for which GCCs it stands
   in.

   A file that prints diagnostics in its own way defines
   INCLUDE_DIAGNOSTIC_TEXT first.  The others are spared that part, because
   GCC wants c-family/c-common.h included before its diagnostics or not at
   all.  */

#ifndef ESCAPE_GCC_COMPAT_H
#define ESCAPE_GCC_COMPAT_H

#include "gcc-plugin.h"
#include "bversion.h"
#include "tree.h"
#include "opts.h"

#if BUILDING_GCC_MAJOR < 11
# error "escape needs the plugin headers of GCC 11 or newer"
#endif

#if BUILDING_GCC_MAJOR < 12

/* Whether the user has set a variable of an option: a macro of opts.h from
   GCC 12, which stands for what is written out here.  */

# define OPTION_SET_P(OPTION) global_options_set.x_ ## OPTION

/* Does STR begin with PREFIX?  In system.h from GCC 12.  */

static inline bool
startswith (const char *str, const char *prefix)
{
  return strncmp (str, prefix, strlen (prefix)) == 0;
}

/* The equality that goes with libiberty's htab_hash_string.  In hashtab.h
   from GCC 12.  */

static inline int
htab_eq_string (const void *a, const void *b)
{
  return strcmp ((const char *) a, (const char *) b) == 0;
}

#endif /* BUILDING_GCC_MAJOR < 12 */

#if BUILDING_GCC_MAJOR < 13

/* Whether an array may have more elements than its type says: the name of
   array_at_struct_end_p from GCC 13.  */
# define array_ref_flexible_size_p(REF) array_at_struct_end_p (REF)

#endif

#ifdef INCLUDE_SCOPED_ATTRIBUTES

#include "stringpool.h"
#include "attribs.h"

/* Its parameters are not the same in any two of GCC 11, 12 and 14.  Weak, it
   does not keep another compiler from loading the plugin and being told that
   it is another.  */

#if BUILDING_GCC_MAJOR >= 14
# define SCOPED_ATTRIBUTES_PARAMETERS (const scoped_attribute_specs &, bool)
#elif BUILDING_GCC_MAJOR >= 12
# define SCOPED_ATTRIBUTES_PARAMETERS \
  (const attribute_spec *, const char *, bool)
#else
# define SCOPED_ATTRIBUTES_PARAMETERS (const attribute_spec *, const char *)
#endif
extern scoped_attributes *register_scoped_attributes
  SCOPED_ATTRIBUTES_PARAMETERS __attribute__ ((weak));

/* Tell GCC of the attributes in TABLE, which ends in one without a name, as
   [[SCOPE::...]].  From GCC 14 the scope and the table are in one object, and
   the table has a length instead of an end.  */

static inline void
register_attributes_in (const char *scope, const attribute_spec *table)
{
#if BUILDING_GCC_MAJOR >= 14
  size_t n = 0;
  while (table[n].name)
    n++;
  static const scoped_attribute_specs specs = { scope, { table, n } };
  register_scoped_attributes (specs);
#else
  register_scoped_attributes (table, scope);
#endif
}

#endif /* INCLUDE_SCOPED_ATTRIBUTES */

#ifdef INCLUDE_DIAGNOSTIC_TEXT

/* Printing diagnostics as text.  Up to GCC 14 a diagnostic_context prints
   them itself; 15 has a diagnostic_text_output_format for it; 16 moves all
   this into the namespace diagnostics and calls it text_sink.  The callbacks
   that print are given the one or the other, which is called the sink here.
   Their other arguments differ in being const (from 14) and in the type of a
   diagnostic's kind, which is why they are templates where they are
   used.  */

#include "diagnostic.h"

#if BUILDING_GCC_MAJOR >= 16
# include "diagnostics/text-sink.h"
typedef diagnostics::text_sink &text_sink_ref;
# define diagnostic_text_starter(DC) diagnostics::text_starter (DC)
# define diagnostic_text_finalizer(DC) diagnostics::text_finalizer (DC)
#elif BUILDING_GCC_MAJOR == 15
# include "diagnostic-format-text.h"
typedef diagnostic_text_output_format &text_sink_ref;
#else
typedef diagnostic_context *text_sink_ref;
# define diagnostic_text_starter(DC) diagnostic_starter (DC)
# define diagnostic_text_finalizer(DC) diagnostic_finalizer (DC)
#endif

/* Paths.  simple_diagnostic_path has a header of its own from GCC 15, and
   from 16 wants to know who names functions.  */

#if BUILDING_GCC_MAJOR >= 15
# include "simple-diagnostic-path.h"
#else
# include "diagnostic-path.h"
#endif
#if BUILDING_GCC_MAJOR >= 16
# include "tree-logical-location.h"
typedef diagnostics::paths::path diagnostic_path;
#endif

/* The printer that formats the texts of events.  */

static inline pretty_printer *
event_printer ()
{
#if BUILDING_GCC_MAJOR >= 15
  return global_dc->get_reference_printer ();
#else
  return global_dc->printer;
#endif
}

/* A path without events as yet; the caller deletes it.  */

static inline simple_diagnostic_path *
new_simple_path ()
{
#if BUILDING_GCC_MAJOR >= 16
  static tree_logical_location_manager manager;
  return new simple_diagnostic_path (manager, event_printer ());
#else
  return new simple_diagnostic_path (event_printer ());
#endif
}

/* The printer of SINK.  */

static inline pretty_printer *
text_sink_printer (text_sink_ref sink)
{
#if BUILDING_GCC_MAJOR >= 15
  return sink.get_printer ();
#else
  return sink->printer;
#endif
}

/* "FILE:LINE:COLUMN: note: " for DIAGNOSTIC, which is a diagnostic_info; the
   caller owns it.  If the column is PLAIN, what is shown of it is what is in
   the location: GCC up to 13 need not find that out.  */

template<typename info>
static inline char *
text_sink_prefix (text_sink_ref sink, const info *diagnostic, bool plain)
{
#if BUILDING_GCC_MAJOR >= 15
  (void) plain;
  return sink.build_prefix (*diagnostic);
#elif BUILDING_GCC_MAJOR == 14
  (void) plain;
  return diagnostic_build_prefix (sink, diagnostic);
#else
  diagnostics_column_unit unit = sink->column_unit;
  if (plain)
    sink->column_unit = DIAGNOSTICS_COLUMN_UNIT_BYTE;
  char *prefix = diagnostic_build_prefix (sink, diagnostic);
  sink->column_unit = unit;
  return prefix;
#endif
}

/* Are the callbacks of DC for text those that print its diagnostics?  Up to
   GCC 13, -fdiagnostics-format=json and =sarif put their own in the place of
   those for text, and are known by their callback for groups, which text has
   not; from 14 they have a place of their own.  */

static inline bool
text_callbacks_used_p (diagnostic_context *dc)
{
#if BUILDING_GCC_MAJOR >= 14
  (void) dc;
  return true;
#else
  return dc->begin_group_cb == NULL;
#endif
}

#endif /* INCLUDE_DIAGNOSTIC_TEXT */

#endif /* ESCAPE_GCC_COMPAT_H */
