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

#ifndef ESCAPE_COLUMNS_H
#define ESCAPE_COLUMNS_H

/* Whether there is nothing before COLUMN (from 1) of LINE of FILE that makes
   columns on the screen other than bytes.  If one asks in the order of lines
   and columns, a file is read once, as far as is needed; it stays open until
   another file or NULL is asked for.  Nothing is said of what cannot be read:
   false.  */
extern bool plain_column_p (const char *file, int line, int column);

#endif /* ESCAPE_COLUMNS_H */
