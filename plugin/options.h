/* The plugin's options.

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

/* They are given as -fplugin-arg-escape-NAME[=VALUE].  This header is not
   GCC's own options.h, and must not hide it: include it as "options.h" from
   this folder, and keep this folder behind GCC's in the search path.  */

#ifndef ESCAPE_OPTIONS_H
#define ESCAPE_OPTIONS_H

struct plugin_name_args;

/* What show= lets through: a note is shown if its verdict is among the
   verdicts and its entity among the entities.  */
enum
{
  SHOW_ESCAPING = 1 << 0,
  SHOW_STAYING = 1 << 1,
  SHOW_VERDICTS = SHOW_ESCAPING | SHOW_STAYING,
  SHOW_LOCALS = 1 << 2,
  SHOW_PARAMS = 1 << 3,
  SHOW_BLOCKS = 1 << 4,
  SHOW_ENTITIES = SHOW_LOCALS | SHOW_PARAMS | SHOW_BLOCKS,
  SHOW_ATTRIBUTES = 1 << 5	/* which ones parameters could have */
};

struct escape_options
{
  int notes;			/* m=: 0 for none, 1 for one line each, 2
				   for their paths, too */
  bool dump;			/* dump */
  bool dump_details;		/* dump=details */
  bool json;			/* json */
  const char *json_file;	/* json=FILE, or NULL */
  unsigned show;		/* show=: a set of SHOW_... */
  unsigned HOST_WIDE_INT max_frame;	/* bytes */
  unsigned HOST_WIDE_INT max_block;	/* bytes */
  bool closed_world;		/* no code but this and the models */
  bool system_headers;		/* report functions of system headers too */
  vec<const char *> models;	/* each models=FILE, in their order */
  bool no_models;		/* not those that come with the plugin */
  bool no_warn;			/* not of promises that are broken */
  const char *export_file;	/* export=FILE, or NULL */
};

/* As given by the user, once parse_options has run.  */
extern struct escape_options escape_opts;

/* Set escape_opts from the options that were given to PLUGIN.  What is wrong
   with them is an error each; returns false if there was any.  */
extern bool parse_options (const struct plugin_name_args *plugin);

/* Take the options that load PLUGIN and that were given to it out of GCC's
   records, after parse_options.  */
extern void forget_options (const struct plugin_name_args *plugin);

#endif /* ESCAPE_OPTIONS_H */
