/* The dump: what the analysis found, flow by flow.

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

#ifndef ESCAPE_DUMP_H
#define ESCAPE_DUMP_H

#include "finding.h"

/* List FINDINGS in FILE, each with all its flows.  */
extern void dump_findings (FILE *file, const struct esc_findings *findings);

/* Write all functions to FILE in GIMPLE.  */
extern void dump_functions (FILE *file);

/* Give the dump file of the pass PASS_NUMBER, which GCC is about to open if
   it was asked for, another name until all of it is written, which show_dump
   tells.  */
extern void hide_dump (int pass_number);

/* End what hide_dump has begun for FILE, which GCC has opened.  That not all
   of the dump could be written is an error; there is no such file then, or an
   older one.  GCC is not going to write more to it.  */
extern void show_dump (FILE *file);

/* There is going to be no dump, as there is nothing to say: undo what
   hide_dump has done, and remove the file.  */
extern void drop_dump ();

#endif /* ESCAPE_DUMP_H */
