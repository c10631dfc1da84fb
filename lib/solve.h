/* The solver: propagate points-to sets until nothing changes.

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


/* A worklist of nodes with elements that their edges and constraints have not
   seen (difference propagation).  Loads and stores add edges, calls through
   pointers bind transfers, and escaping objects change what unseen code may
   put in them, all while solving; so solving may be resumed whenever
   something was added.

   The set of places is finite (places per object, depth and number of
   symbolic objects are bounded) and sets only grow, so the solver ends.  With
   N nodes, E edges and sets of at most S elements it does O (E * S) work; S
   is small in practice.  */

#ifndef ESC_SOLVE_H
#define ESC_SOLVE_H

#include "graph.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Solve GRAPH, or go on solving it after something was added.  Return false
   if that is more work than the function is worth; the graph is then of no
   use, and one that tells less apart must be made.  A flat graph is always
   solved.  */
bool esc_solve (struct esc_graph *graph);

/* What GRAPH has cost so far, in steps that take constant time or nearly so:
   nodes and constraints made, edges looked for, and elements offered to
   nodes.  It does not depend on the machine.  */
uint64_t esc_solve_cost (const struct esc_graph *graph);

#ifdef __cplusplus
}
#endif

#endif /* ESC_SOLVE_H */
