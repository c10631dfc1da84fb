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

/* Every finding is one JSON object on a line of its own, with all its flows,
   whatever notes are shown of it.  The fields are in doc/escape.texi.  */

#ifndef ESC_JSON_H
#define ESC_JSON_H

#include <stdbool.h>
#include <stdio.h>

#include "finding.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Write LIST, in its order, to OUT.  False on an error, which errno tells;
   OUT may have unwritten data, so its fflush or fclose must be checked
   too.  */
bool esc_json_write (FILE *out, const struct esc_findings *list);

#ifdef __cplusplus
}
#endif

#endif /* ESC_JSON_H */
