/* From the solved graph of a function to its findings.

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


#ifndef ESCAPE_FINDINGS_H
#define ESCAPE_FINDINGS_H

struct esc_finding;
struct esc_findings;
struct outliving;
struct reader;

/* Add what the solved graph of R says of R's entities to LIST.  */
extern void make_findings (struct esc_findings *list, reader *r);

/* Finding F of LIST says that a local of R leaves its frame.  Let it say that
   it does not; but that it outlives its block or is kept, as O (or NULL)
   tells.  */
extern void settle_local (struct esc_findings *list, struct esc_finding *f,
			  reader *r, const outliving *o);

/* LOCATION, outside of macros, for a finding.  */
extern struct esc_locus locus_of (location_t location);

/* Whether BLOCK can run more than once before its function returns.  */
extern bool in_loop_p (basic_block block);

#endif /* ESCAPE_FINDINGS_H */
