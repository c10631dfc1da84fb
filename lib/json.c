/* JSON Lines: findings for other programs to read.

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

/* jansson builds and prints the objects; the fields come out in the order in
   which they are set.  JSON is UTF-8, but names of files and, through
   attributes, of functions may be any bytes: what is not UTF-8 in them
   becomes U+FFFD, the replacement character.  */

#include "json.h"
#include "wording.h"

#include <errno.h>
#include <jansson.h>
#include <libiberty/ansidecl.h>
#include <libiberty/dyn-string.h>
#include <libiberty/libiberty.h>
#include <stdlib.h>
#include <string.h>

/* The length of the UTF-8 sequence of one character that TEXT begins with,
   or 0 if there is none: stray or missing continuation bytes, overlong
   forms, surrogates, and what lies beyond U+10FFFF.  */

static int
utf8_length (const unsigned char *text)
{
  unsigned long c;
  int length, i;
  static const unsigned long smallest[] = { 0, 0, 0x80, 0x800, 0x10000 };

  if (text[0] < 0x80)
    return 1;
  if (text[0] < 0xc2 || text[0] > 0xf4)
    return 0;
  length = text[0] < 0xe0 ? 2 : text[0] < 0xf0 ? 3 : 4;
  c = text[0] & (0x7f >> length);
  for (i = 1; i < length; i++)
    {
      if ((text[i] & 0xc0) != 0x80)
	return 0;
      c = c << 6 | (text[i] & 0x3f);
    }
  if (c < smallest[length] || (c >= 0xd800 && c <= 0xdfff) || c > 0x10ffff)
    return 0;
  return length;
}

/* TEXT as a JSON string; NULL becomes JSON's null.  */

static json_t *
string (const char *text)
{
  json_t *value;
  dyn_string_t valid;

  if (!text)
    return json_null ();
  value = json_string (text);
  if (value)
    return value;

  valid = dyn_string_new (64);
  while (*text)
    {
      int length = utf8_length ((const unsigned char *) text);

      if (length == 0)
	{
	  dyn_string_append_cstr (valid, "\xef\xbf\xbd");
	  text++;
	}
      while (length-- > 0)
	dyn_string_append_char (valid, *text++);
    }
  value = json_string (dyn_string_buf (valid));
  dyn_string_delete (valid);
  return value;
}

/* Set FIELD of OBJECT to VALUE, which becomes the object's.  False if there
   was no memory for either.  */

static bool
set (json_t *object, const char *field, json_t *value)
{
  return json_object_set_new_nocheck (object, field, value) == 0;
}

/* STEP of a path of FINDING as an object, or NULL if there is no memory.  The
   file is told where it is another than the finding's.  */

static json_t *
step_object (const struct esc_finding *finding, const struct esc_step *step)
{
  static const struct esc_wording wording = { "'", "'", 0, 0, NULL };
  json_t *object = json_object ();
  const char *file = step->site.file;
  bool elsewhere = file && (!finding->site.file
			    || strcmp (file, finding->site.file) != 0);
  char *text = esc_step_text (step, &wording);
  bool good = ((!elsewhere || set (object, "file", string (file)))
	       && set (object, "line", json_integer (step->site.line))
	       && set (object, "column", json_integer (step->site.column))
	       && set (object, "function", string (step->function))
	       && set (object, "text", string (text)));

  free (text);
  if (good)
    return object;
  json_decref (object);
  return NULL;
}

/* The path of FLOW, of FINDING, as an array, or NULL if there is no
   memory.  */

static json_t *
path_array (const struct esc_finding *finding, const struct esc_flow *flow)
{
  json_t *array = json_array ();
  size_t i;

  for (i = 0; i < flow->n_path; i++)
    if (json_array_append_new (array, step_object (finding,
						   &flow->path[i])) != 0)
      {
	json_decref (array);
	return NULL;
      }
  return array;
}

/* FLOW of FINDING as an object, or NULL if there is no memory.  */

static json_t *
flow_object (const struct esc_finding *finding, const struct esc_flow *flow)
{
  json_t *object = json_object ();

  if (set (object, "to", string (esc_to_name (flow->to)))
      && set (object, "name", string (flow->name))
      && set (object, "level", json_integer (flow->level))
      && set (object, "into", json_integer (flow->into))
      && set (object, "line", json_integer (flow->site.line))
      && set (object, "column", json_integer (flow->site.column))
      && (!flow->reset_by || set (object, "reset", json_true ()))
      && (!flow->n_path
	  || set (object, "path", path_array (finding, flow))))
    return object;
  json_decref (object);
  return NULL;
}

/* FINDING's flows as an array, or NULL if there is no memory.  */

static json_t *
flow_array (const struct esc_finding *finding)
{
  json_t *array = json_array ();
  size_t i;

  for (i = 0; i < finding->n_flows; i++)
    if (json_array_append_new (array, flow_object (finding,
						   &finding->flows[i])) != 0)
      {
	json_decref (array);
	return NULL;
      }
  return array;
}

/* FINDING as an object, or NULL if there is no memory.  */

static json_t *
finding_object (const struct esc_finding *finding)
{
  json_t *object = json_object ();

  /* jansson's integers are signed.  A size beyond them is no object's: a
     negative number was given to malloc.  */
  bool has_size = finding->has_size && finding->size <= INT64_MAX;

  if (set (object, "file", string (finding->site.file))
      && set (object, "line", json_integer (finding->site.line))
      && set (object, "column", json_integer (finding->site.column))
      && set (object, "function", string (finding->function))
      && set (object, "entity", string (esc_entity_name (finding->entity)))
      && set (object, "name", string (finding->name))
      && (!has_size || set (object, "size", json_integer (finding->size)))
      && set (object, "verdict",
	      string (esc_verdict_name (finding->verdict)))
      && set (object, "flows", flow_array (finding))
      && (finding->frame == ESC_FRAME_NONE
	  || set (object, "frame", string (esc_frame_name (finding->frame)))))
    return object;
  json_decref (object);
  return NULL;
}

/* Text that is being written.  */
struct buffer
{
  char *text;
  size_t capacity;
};

/* Write OBJECT to OUT as a line, by way of BUFFER: jansson hands its text on in
   pieces of a few characters, for which stdio is slow.  */

static bool
write_line (FILE *out, struct buffer *buffer, const json_t *object)
{
  size_t size = json_dumpb (object, buffer->text, buffer->capacity,
			    JSON_COMPACT);

  if (size >= buffer->capacity)
    {
      buffer->capacity = 2 * size + 1;
      buffer->text = XRESIZEVEC (char, buffer->text, buffer->capacity);
      size = json_dumpb (object, buffer->text, buffer->capacity,
			 JSON_COMPACT);
    }
  if (size == 0 || size >= buffer->capacity)
    {
      errno = ENOMEM;
      return false;
    }
  buffer->text[size++] = '\n';
  return fwrite (buffer->text, 1, size, out) == size;
}

bool
esc_json_write (FILE *out, const struct esc_findings *list)
{
  struct buffer buffer = { NULL, 0 };
  bool written = true;
  size_t i;

  for (i = 0; i < list->n && written; i++)
    {
      json_t *object;

      if (list->all[i].entity == ESC_ENTITY_SUGGESTION)
	continue;
      object = finding_object (&list->all[i]);
      if (!object)
	{
	  errno = ENOMEM;
	  written = false;
	  break;
	}
      written = write_line (out, &buffer, object);
      json_decref (object);
    }
  free (buffer.text);
  return written;
}
