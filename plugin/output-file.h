/* Files that the plugin writes.

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



#ifndef ESCAPE_OUTPUT_FILE_H
#define ESCAPE_OUTPUT_FILE_H

/* Write the file that the user calls NAME: WRITE, called with DATA, writes it
   to OUT and returns false on an error, told by errno.  That, and every other
   reason why there is no such file, is an error for the user, too.  */
extern void write_output_file (const char *name,
			       bool (*write) (FILE *out, const void *data),
			       const void *data);

/* The name, which the caller owns, of a new and empty file in the folder of the
   file NAME, in whose place it may be put when it has been written; or NULL
   on an error, told by errno.  */
extern char *new_file_beside (const char *name);

#endif /* ESCAPE_OUTPUT_FILE_H */
