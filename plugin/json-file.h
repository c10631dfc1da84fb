/* The file of JSON Lines.

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

#ifndef ESCAPE_JSON_FILE_H
#define ESCAPE_JSON_FILE_H

#include "finding.h"

/* Write FINDINGS to the file that the user named with json=FILE, or else to
   DUMPBASE.escape.json where GCC puts its dumps.  A failure is an error, and
   leaves the file as it was.  */
extern void write_json_file (const struct esc_findings *findings);

#endif /* ESCAPE_JSON_FILE_H */
