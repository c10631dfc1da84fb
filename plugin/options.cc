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

/* GCC splits -fplugin-arg-escape-NAME=VALUE for us, but cuts off as many
   characters at the end of VALUE as there are further '='s in it, and a file
   may well be called a=b.json.  The options are therefore read from the
   command line as GCC keeps it for its own records, where they are whole.  */

#include "gcc-compat.h"
#include "diagnostic-core.h"
#include "opts.h"
#include "spellcheck.h"
#include "toplev.h"
#include "options.h"

struct escape_options escape_opts
  = { 1, false, false, false, NULL, SHOW_VERDICTS | SHOW_ENTITIES,
      131072, 65536, false, false, vNULL, false, false, NULL };

/* An option as the user wrote it.  */
struct given_option
{
  const char *spelling;		/* "-fplugin-arg-escape-NAME" */
  const char *value;		/* what follows the '=', or NULL */
};

/* Whether an option wants a value.  */
enum wants_value
{
  VALUE_NONE,
  VALUE_OPTIONAL,
  VALUE_REQUIRED
};

/* An option that there is.  SET stores a value (NULL where it is optional
   and not given) in escape_opts; it says what is wrong with it and returns
   false if it is bad.  */
struct known_option
{
  const char *name;
  enum wants_value wants_value;
  bool (*set) (const struct given_option *);
};

static bool
set_notes (const struct given_option *given)
{
  if (given->value[0] < '0' || given->value[0] > '2' || given->value[1])
    {
      error_at (UNKNOWN_LOCATION, "argument to %<%s=%> should be 0, 1 or 2",
		given->spelling);
      return false;
    }
  escape_opts.notes = given->value[0] - '0';
  return true;
}

static bool
set_dump (const struct given_option *given)
{
  if (given->value && strcmp (given->value, "details") != 0)
    {
      error_at (UNKNOWN_LOCATION, "argument to %<%s=%> should be %qs",
		given->spelling, "details");
      return false;
    }
  escape_opts.dump = true;
  escape_opts.dump_details = given->value != NULL;
  return true;
}

static bool
set_json (const struct given_option *given)
{
  escape_opts.json = true;
  escape_opts.json_file = given->value;
  return true;
}

/* The kinds of show=, and what each lets through.  */

static const struct
{
  const char *name;
  unsigned shows;
} show_kinds[] = {
  { "escaping", SHOW_ESCAPING },
  { "staying", SHOW_STAYING },
  { "locals", SHOW_LOCALS },
  { "params", SHOW_PARAMS },
  { "blocks", SHOW_BLOCKS },
  { "attributes", SHOW_ATTRIBUTES },
  { "all", SHOW_VERDICTS | SHOW_ENTITIES }
};

/* Tell the user that KIND is none of them.  */

static void
unknown_kind (const struct given_option *given, const char *kind)
{
  auto_vec<const char *> names;

  for (size_t i = 0; i < ARRAY_SIZE (show_kinds); i++)
    names.safe_push (show_kinds[i].name);
  const char *hint = find_closest_string (kind, &names);
  if (hint)
    error_at (UNKNOWN_LOCATION,
	      "unknown kind %qs in %<%s=%>; did you mean %qs?", kind,
	      given->spelling, hint);
  else
    error_at (UNKNOWN_LOCATION, "unknown kind %qs in %<%s=%>", kind,
	      given->spelling);
}

/* Verdicts and entities narrow each other down; what is not narrowed down at
   all is shown.  */

static bool
set_show (const struct given_option *given)
{
  unsigned show = 0;
  char *kinds = xstrdup (given->value);
  char *rest = kinds;

  while (rest)
    {
      char *kind = rest;
      size_t i = 0;

      rest = strchr (rest, '+');
      if (rest)
	*rest++ = '\0';
      while (i < ARRAY_SIZE (show_kinds)
	     && strcmp (kind, show_kinds[i].name) != 0)
	i++;
      if (i == ARRAY_SIZE (show_kinds))
	{
	  unknown_kind (given, kind);
	  free (kinds);
	  return false;
	}
      show |= show_kinds[i].shows;
    }
  free (kinds);

  if (show == SHOW_ATTRIBUTES)
    {
      escape_opts.show = show;
      return true;
    }
  if (!(show & SHOW_VERDICTS))
    show |= SHOW_VERDICTS;
  if (!(show & SHOW_ENTITIES))
    show |= SHOW_ENTITIES;
  escape_opts.show = show;
  return true;
}

/* Set *BYTES as GCC's own options do: 4096, 64KiB.  */

static bool
set_bytes (const struct given_option *given, unsigned HOST_WIDE_INT *bytes)
{
  int bad;
  HOST_WIDE_INT number = integral_argument (given->value, &bad, true);

  if (bad)
    {
      error_at (UNKNOWN_LOCATION,
		"argument to %<%s=%> should be a non-negative integer "
		"optionally followed by a size unit", given->spelling);
      return false;
    }
  *bytes = number;
  return true;
}

static bool
set_max_frame (const struct given_option *given)
{
  return set_bytes (given, &escape_opts.max_frame);
}

static bool
set_max_block (const struct given_option *given)
{
  return set_bytes (given, &escape_opts.max_block);
}

static bool
set_closed_world (const struct given_option *)
{
  escape_opts.closed_world = true;
  return true;
}

static bool
set_system_headers (const struct given_option *)
{
  escape_opts.system_headers = true;
  return true;
}

static bool
set_models (const struct given_option *given)
{
  escape_opts.models.safe_push (given->value);
  return true;
}

static bool
set_no_models (const struct given_option *)
{
  escape_opts.no_models = true;
  return true;
}

static bool
set_no_warn (const struct given_option *)
{
  escape_opts.no_warn = true;
  return true;
}

static bool
set_export (const struct given_option *given)
{
  escape_opts.export_file = given->value;
  return true;
}

static const struct known_option known_options[] = {
  { "m", VALUE_REQUIRED, set_notes },
  { "dump", VALUE_OPTIONAL, set_dump },
  { "json", VALUE_OPTIONAL, set_json },
  { "show", VALUE_REQUIRED, set_show },
  { "max-frame", VALUE_REQUIRED, set_max_frame },
  { "max-block", VALUE_REQUIRED, set_max_block },
  { "system-headers", VALUE_NONE, set_system_headers },
  { "closed-world", VALUE_NONE, set_closed_world },
  { "models", VALUE_REQUIRED, set_models },
  { "no-models", VALUE_NONE, set_no_models },
  { "no-warn", VALUE_NONE, set_no_warn },
  { "export", VALUE_REQUIRED, set_export }
};

/* Tell the user that there is no option NAME of PLUGIN.  */

static void
unknown_option (const char *plugin, const char *name)
{
  auto_vec<const char *> names;

  for (size_t i = 0; i < ARRAY_SIZE (known_options); i++)
    names.safe_push (known_options[i].name);
  const char *hint = find_closest_string (name, &names);
  if (hint)
    error_at (UNKNOWN_LOCATION,
	      "unknown option %<-fplugin-arg-%s-%s%>; "
	      "did you mean %<-fplugin-arg-%s-%s%>?", plugin, name, plugin,
	      hint);
  else
    error_at (UNKNOWN_LOCATION, "unknown option %<-fplugin-arg-%s-%s%>",
	      plugin, name);
}

/* Handle ARG, which is NAME or NAME=VALUE, an option of PLUGIN.  Returns
   false after an error.  */

static bool
parse_option (const char *plugin, const char *arg)
{
  size_t length = strcspn (arg, "=");
  char *name = xstrndup (arg, length);
  char *spelling = concat ("-fplugin-arg-", plugin, "-", name, NULL);
  struct given_option given
    = { spelling, arg[length] ? arg + length + 1 : NULL };
  const struct known_option *known = NULL;
  bool good = false;

  for (size_t i = 0; i < ARRAY_SIZE (known_options); i++)
    if (strcmp (name, known_options[i].name) == 0)
      known = &known_options[i];

  if (!known)
    unknown_option (plugin, name);
  else if (given.value && known->wants_value == VALUE_NONE)
    error_at (UNKNOWN_LOCATION, "%qs does not take an argument", spelling);
  else if (given.value ? !*given.value : known->wants_value == VALUE_REQUIRED)
    error_at (UNKNOWN_LOCATION, "missing argument to %<%s=%>", spelling);
  else
    good = known->set (&given);

  free (spelling);
  free (name);
  return good;
}

/* If OPTION was given to PLUGIN, what follows "-fplugin-arg-PLUGIN-" in it,
   or else NULL.  */

static const char *
argument_of (const struct plugin_name_args *plugin,
	     const struct cl_decoded_option *option)
{
  size_t length = strlen (plugin->base_name);

  if (option->opt_index == OPT_fplugin_arg_
      && strncmp (option->arg, plugin->base_name, length) == 0
      && option->arg[length] == '-')
    return option->arg + length + 1;
  return NULL;
}

bool
parse_options (const struct plugin_name_args *plugin)
{
  bool good = true;

  for (unsigned i = 0; i < save_decoded_options_count; i++)
    {
      const char *arg = argument_of (plugin, &save_decoded_options[i]);

      if (arg && !parse_option (plugin->base_name, arg))
	good = false;
    }
  return good;
}

/* GCC writes the options it was given into the object file: with -g into
   DW_AT_producer, with -flto into the section .gnu.lto_.opts, and with
   -frecord-gcc-switches.  The plugin changes no generated code, and a file
   that is the same to the byte is the plainest proof of that.  */

void
forget_options (const struct plugin_name_args *plugin)
{
  bool others = false;

  for (unsigned i = 0; i < save_decoded_options_count; i++)
    {
      struct cl_decoded_option *option = &save_decoded_options[i];

      if (argument_of (plugin, option))
	option->opt_index = OPT_SPECIAL_ignore;
      else if (option->opt_index == OPT_fplugin_)
	{
	  if (strcmp (option->arg, plugin->full_name) == 0
	      || strcmp (option->arg, plugin->base_name) == 0)
	    option->opt_index = OPT_SPECIAL_ignore;
	  else
	    others = true;
	}
    }

  /* The driver adds -iplugindir for each option about plugins.  */
  for (unsigned i = 0; !others && i < save_decoded_options_count; i++)
    if (save_decoded_options[i].opt_index == OPT_iplugindir_)
      save_decoded_options[i].opt_index = OPT_SPECIAL_ignore;
}
