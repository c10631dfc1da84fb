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


/* See verdict.h.  */

#include "verdict.h"

#include "graph-int.h"

/* What is stored in an object that leaves by many ways is said to leave by
   this many of them.  */
enum { MAX_WAYS = 4 };

/* An object of this frame that leaves by SINK, and whose content is still to
   be looked at.  */
struct leaving
{
  esc_object object, sink;
  unsigned into;
};

struct walk
{
  const struct esc_graph *graph;
  void (*leaves) (void *, const struct esc_leak *);
  void *data;
  struct leaving *queue;
  uint32_t n_queue, capacity;
  struct esc_table seen;	/* (place, sink) */
  struct esc_table queued;	/* (object, sink) */
  struct esc_table ways;	/* object -> number of sinks */
};

/* The content of OBJECT gets to SINK, INTO dereferences from it; with VIA,
   because OBJECT is VIA.  */
static void
follow_content (struct walk *w, esc_object object, esc_object sink,
		unsigned into, esc_object via)
{
  const struct esc_graph *g = w->graph;
  for (esc_place p = g->objects[object].first_place; p;
       p = g->places[p].next)
    {
      esc_node node = g->places[p].written;
      if (!node)
	continue;
      for (uint32_t i = 0; i < g->nodes[node].pts.n; i++)
	{
	  esc_place element = g->nodes[node].pts.elements[i];
	  esc_object target = g->places[element].object;
	  if (esc_place_unchanged (g, p, element))
	    continue;
	  uint32_t *seen = esc_table_slot (&w->seen,
					   (uint64_t) element << 32 | sink);
	  if (*seen)
	    continue;
	  *seen = 1;
	  struct esc_leak leak
	    = { target, g->places[element].offset, sink, into, via,
		g->nodes[node].locs->at[i] };
	  w->leaves (w->data, &leak);
	  if (!is_made_here (&g->objects[target]) || target == sink)
	    continue;
	  uint32_t *queued = esc_table_slot (&w->queued,
					     (uint64_t) target << 32 | sink);
	  if (*queued)
	    continue;
	  *queued = 1;
	  if ((*esc_table_slot (&w->ways, target))++ >= MAX_WAYS)
	    continue;
	  RESERVE (w->queue, w->n_queue, w->capacity);
	  w->queue[w->n_queue++]
	    = (struct leaving) { target, sink, into + 1 };
	}
    }
}

void
esc_leaks (const struct esc_graph *g,
	   void (*leaves) (void *, const struct esc_leak *), void *data)
{
  struct walk w;
  memset (&w, 0, sizeof w);
  w.graph = g;
  w.leaves = leaves;
  w.data = data;
  for (esc_object o = 1; o < g->n_objects; o++)
    switch (g->objects[o].kind)
      {
      case ESC_OBJECT_GLOBAL:
	if (g->objects[o].constant)
	  break;
	/* Fall through.  */
      case ESC_OBJECT_RESULT:
      case ESC_OBJECT_SINK:
      case ESC_OBJECT_ARGUMENT:
	follow_content (&w, o, o, 0, 0);
	break;
      case ESC_OBJECT_ROOT:
      case ESC_OBJECT_DEREF:
      case ESC_OBJECT_ANSWER:
	follow_content (&w, o, o, g->objects[o].depth + 1, 0);
	break;
      case ESC_OBJECT_WORLD:
      case ESC_OBJECT_OUTSIDE:
	follow_content (&w, o, o, 1, 0);
	break;
      case ESC_OBJECT_LOCAL:
      case ESC_OBJECT_BLOCK:
      case ESC_OBJECT_FUNCTION:
      case ESC_OBJECT_FOREIGN:
	break;
      }
  for (uint32_t i = 0; i < w.n_queue; i++)
    {
      struct leaving l = w.queue[i];
      follow_content (&w, l.object, l.sink, l.into, l.object);
    }
  free (w.queue);
  esc_table_free (&w.seen);
  esc_table_free (&w.queued);
  esc_table_free (&w.ways);
}
