/* Columns of the source in which a byte is a character.

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

/* A note tells the column that the user sees, where a tab or a character of
   several bytes counts otherwise than in a location.  GCC asks the source, and
   its way to find a line there costs more than all else about a note.  So the
   line is looked at here first: where it has only printable ASCII, there is
   nothing to convert.  */

#include "gcc-compat.h"

#include "columns.h"

/* The file that was asked for last, and where in it we are.  */
static struct
{
  const char *name;		/* NULL: none */
  FILE *stream;			/* NULL: cannot be read */
  int line, column;		/* of the next byte, from 1 */
  size_t from, to;		/* what is left in BUFFER */
  char buffer[1 << 16];
} at;

/* Leave the file, if any, and go to the beginning of NAME, or (NULL) to
   none.  */

static void
go_to_file (const char *name)
{
  if (at.stream)
    fclose (at.stream);
  at.name = name;
  at.stream = name ? fopen (name, "rb") : NULL;
  at.line = at.column = 1;
  at.from = at.to = 0;
}

/* Whether there is a next byte.  */

static bool
more_p (void)
{
  if (at.from == at.to)
    {
      at.from = 0;
      at.to = fread (at.buffer, 1, sizeof at.buffer, at.stream);
    }
  return at.from < at.to;
}

/* Go on to the beginning of LINE, or the end of the file.  */

static void
go_to_line (int line)
{
  while (at.line < line && more_p ())
    {
      const char *rest = at.buffer + at.from;
      const char *end
	= (const char *) memchr (rest, '\n', at.to - at.from);
      if (end)
	{
	  at.line++;
	  at.column = 1;
	}
      at.from = end ? end + 1 - at.buffer : at.to;
    }
}

bool
plain_column_p (const char *file, int line, int column)
{
  if (!file || !at.name || strcmp (file, at.name) != 0 || line < at.line)
    go_to_file (file);
  if (!at.stream)
    return false;
  go_to_line (line);
  if (at.line != line)
    return false;
  while (at.column < column && more_p ())
    {
      unsigned char c = at.buffer[at.from];
      if (c < ' ' || c > '~')
	return false;
      at.from++;
      at.column++;
    }
  return at.column >= column;
}
