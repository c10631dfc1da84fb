/* What escape said, read by watch.so.

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


/* Before GCC's headers, which define macros with the names it uses.  */
#include <jansson.h>

#include "gcc-plugin.h"
#include "tree.h"
#include "diagnostic-core.h"

#include "watch-findings.h"

typedef hash_map<nofree_string_hash, unsigned> said_map;

static said_map *said;

/* The key of an entity of KIND (a letter) at LINE and COLUMN of FILE called
   NAME, which may be null.  The caller frees it.  */

static char *
make_key (char kind, const char *file, long line, long column,
	  const char *name)
{
  return xasprintf ("%c:%s:%ld:%ld:%s", kind, file ? file : "", line, column,
		    name ? name : "");
}

/* As above, for a place in GCC's terms.  */

static char *
make_key (char kind, location_t where, const char *name)
{
  expanded_location place = expand_location (where);
  return make_key (kind, place.file, place.line, place.column, name);
}

/* Remember that FLAGS were said of the entity with KEY, which is taken
   over.  */

static void
say (char *key, unsigned flags)
{
  bool existed;
  unsigned &slot = said->get_or_insert (key, &existed);
  slot = existed ? slot | flags : flags;
  if (existed)
    free (key);
}

unsigned
what_was_said (char kind, location_t where, const char *name)
{
  if (!said)
    return 0;
  char *key = make_key (kind, where, name);
  unsigned *slot = said->get (key);
  free (key);
  return slot ? *slot : 0;
}

/* Whether all of FLOWS lead no further than to other variables of the frame:
   what they say is that a block is outlived, and the frame is not.  */

static bool
stays_in_frame_p (json_t *flows)
{
  size_t i;
  json_t *flow;
  json_array_foreach (flows, i, flow)
    {
      const char *to = json_string_value (json_object_get (flow, "to"));
      if (!to || strcmp (to, "block") != 0)
	return false;
    }
  return json_array_size (flows) > 0;
}

/* Read one line of JSON.  Return false if it is not a finding.  */

static bool
read_finding (json_t *object)
{
  const char *entity, *verdict;
  json_int_t line, column;
  json_t *file_value, *name_value, *flows = NULL;

  if (json_unpack (object, "{s:o,s:I,s:I,s:s,s:o,s:s,s?o}",
		   "file", &file_value, "line", &line, "column", &column,
		   "entity", &entity, "name", &name_value,
		   "verdict", &verdict, "flows", &flows) != 0)
    return false;

  /* Either may be null.  */
  const char *file = json_string_value (file_value);
  const char *name = json_string_value (name_value);

  unsigned flags;
  if (strcmp (verdict, "does-not-escape") == 0)
    flags = SAID_STAYS;
  else if (strcmp (verdict, "escapes") == 0)
    flags = stays_in_frame_p (flows) ? SAID_STAYS : SAID_STORAGE_LEAVES;
  else if (strcmp (verdict, "leaks") == 0)
    {
      flags = SAID_STAYS;
      size_t i;
      json_t *flow;
      json_array_foreach (flows, i, flow)
	if (json_integer_value (json_object_get (flow, "level")) == 0)
	  flags = SAID_VALUE_LEAVES;
    }
  else
    return false;

  if (strcmp (entity, "local") == 0)
    say (make_key ('L', file, line, column, name), flags);
  else if (strcmp (entity, "parameter") == 0)
    say (make_key ('P', file, line, column, name), flags);
  else if (strcmp (entity, "literal") == 0
	   || strcmp (entity, "temporary") == 0)
    say (make_key ('T', file, line, column, NULL), flags);
  else if (strcmp (entity, "alloca") == 0)
    say (make_key ('A', file, line, column, NULL), flags);
  else if (strcmp (entity, "allocation") == 0)
    say (make_key ('H', file, line, column, name), flags);
  else if (strcmp (entity, "nested-function") == 0)
    say (make_key ('N', file, line, column, name), flags);
  else
    return false;
  return true;
}

void
read_findings (const char *name)
{
  if (!said)
    said = new said_map ();
  FILE *in = fopen (name, "r");
  if (!in)
    {
      error ("watch: cannot open %qs: %m", name);
      return;
    }
  long line = 0;
  while (!feof (in))
    {
      json_error_t problem;
      int c;
      while ((c = getc (in)) == '\n')
	;
      if (c == EOF)
	break;
      ungetc (c, in);
      line++;
      json_t *object = json_loadf (in, JSON_DISABLE_EOF_CHECK, &problem);
      if (!object || !read_finding (object))
	{
	  error ("watch: %qs: object %ld is not a finding", name, line);
	  json_decref (object);
	  break;
	}
      json_decref (object);
    }
  fclose (in);
}
