/* Notes: what the user reads on the terminal.

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

#ifndef ESCAPE_NOTES_H
#define ESCAPE_NOTES_H

#include "finding.h"

/* Say what there is to say of FINDINGS, which are sorted: to the user as
   diagnostics, unless m=0, and to -fopt-info and
   -fsave-optimization-record if they are asked for.  */
extern void emit_notes (const struct esc_findings *findings);

/* Warn of each promise that FINDINGS break.  */
extern void emit_warnings (const struct esc_findings *findings);

#endif /* ESCAPE_NOTES_H */
