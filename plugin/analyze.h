/* The analysis of a translation unit.

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


#ifndef ESCAPE_ANALYZE_H
#define ESCAPE_ANALYZE_H

struct esc_findings;

/* Analyse all functions of the unit, and add what is found to FINDINGS, in no
   particular order.  Nothing is reported and no GIMPLE is changed.  With
   DETAILS, what is known of each function for its callers goes to DUMP.  */
extern void analyze_unit (struct esc_findings *findings, FILE *dump,
			  bool details);

#endif /* ESCAPE_ANALYZE_H */
