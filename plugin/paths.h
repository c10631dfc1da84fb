/* How things leave, step by step, in terms of the source.

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


#ifndef ESCAPE_PATHS_H
#define ESCAPE_PATHS_H

struct esc_finding;
struct esc_findings;
struct esc_flow;
struct esc_leak;
struct esc_transfer;
struct reader;

/* Find and keep the path behind each fact of TRANSFER, which was extended from
   the solved graph of R, for those who call it.  Both are traced.  */
extern void explain_facts (reader *r, esc_transfer *transfer);

/* Give FLOW, which LEAK of R's graph is, and by which FINDING of LIST leaves,
   its path.  Without LEAK, that is the statement that FLOW names.  */
extern void explain_flow (reader *r, struct esc_findings *list,
			  const struct esc_finding *finding,
			  const esc_leak *leak, struct esc_flow *flow);

/* That of the leaks A and B of R's graph, which is traced, by which the way is
   shorter; A if they are as long.  */
extern const esc_leak *shorter_leak (reader *r, const esc_leak *a,
				     const esc_leak *b);

/* Forget what explain_facts has kept.  */
extern void forget_explanations ();

#endif /* ESCAPE_PATHS_H */
