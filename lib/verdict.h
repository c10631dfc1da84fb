/* Who leaves: the ways by which objects get out of a solved graph.

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


/* An object leaves when its address is stored in a sink: the result, a
   global, unseen hands, memory of the caller; or in an object of this frame
   that leaves itself.  A breadth-first walk from the sinks through the
   content of objects finds each object first by a shortest way.  */

#ifndef ESC_VERDICT_H
#define ESC_VERDICT_H

#include "graph.h"

#ifdef __cplusplus
extern "C" {
#endif

/* OBJECT (at OFFSET) leaves: its address gets to SINK, after INTO
   dereferences (as in struct esc_flow).  With VIA, it does so because it is
   stored in the object VIA, which leaves by itself.  LOC is the location of
   the statement that stores it.  */
struct esc_leak
{
  esc_object object;
  struct esc_offset offset;
  esc_object sink;
  unsigned into;
  esc_object via;
  uint32_t loc;
};

/* Call LEAVES with DATA for each way out in GRAPH: each object and offset
   once for each sink, and not for all the sinks of an object that holds it if
   there are many.  Objects that nobody could report (functions the caller
   knows, globals) come, too, where they are stored in a sink.  */
void esc_leaks (const struct esc_graph *graph,
		void (*leaves) (void *data, const struct esc_leak *leak),
		void *data);

#ifdef __cplusplus
}
#endif

#endif /* ESC_VERDICT_H */
