/* The flow graph, as the files of the core share it.

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


/* Included by objects.c, graph.c (nodes, constraints), solve.c,
   transfer.c and verdict.c; nobody else looks in here.  */

#ifndef ESC_GRAPH_INT_H
#define ESC_GRAPH_INT_H

#include "graph.h"
#include "pts.h"
#include "table.h"

#include <libiberty/hashtab.h>
#include <libiberty/libiberty.h>
#include <libiberty/objalloc.h>
#include <stdlib.h>
#include <string.h>

/* Bounds.  Each cuts in soundly: an object with more places than this gets
   only "anywhere" for new ones; a symbolic object that would be deeper, or
   one too many, is folded into the one it is read from.  */
enum
{
  MAX_PLACES = 40,
  MAX_DEPTH = 4,
  MAX_SYMBOLIC = 80,
  FEW_SYMBOLIC = 6,		/* as long as there are no more of them... */
  FEW_DEPTH = 8,		/* ... they may be so deep */
  FEW_STEPS = 3,		/* ... and so many steps of a recursive type
				   are told apart; else 1 */
  MAX_DEFERRED = 6,		/* functions that calls are deferred to */
  MAX_ARGUMENTS = 8,		/* of a deferred call */
  MAX_CALL_DEPTH = 4,		/* of deferred calls that make others */
  MAX_TARGETS = 16,		/* of a call through a pointer */
  MAX_RECEIVERS = 64,		/* elements of a receiver that are told apart */
  MAX_FOREIGN = 64		/* elements of a node that gets one more local
				   in a closed world; that has left */
};

struct origin_list
{
  struct esc_origin origin;
  struct origin_list *next;
};

struct object
{
  enum esc_object_kind kind;
  bool escaped;			/* its address is in the WORLD */
  bool exposed;			/* ... in the caller's memory */
  bool constant;		/* GLOBAL: cannot be written */
  bool deferred;		/* symbolic: is called */
  bool nested;			/* FUNCTION: needs a static chain */
  bool filled;			/* CONSTANT: its content is in the graph */
  bool pointer;			/* seen in a pointer node */
  uint8_t depth;
  uint16_t n_places;
  uint32_t tag;
  uint32_t id;			/* entity, or symbol */
  int root;
  struct esc_offset root_offset; /* ROOT */
  struct origin_list *origins;	/* DEREF */
  esc_place first_place, last_place;
  esc_place anywhere;		/* its place at any offset, once made */
  esc_node escape;		/* what unseen code may have put in it */
  struct esc_sink sink;		/* SINK; with DEFERRED: what it is to notes
				   where the callee is not seen */
  struct esc_size size;		/* BLOCK */
  struct esc_call *call;	/* BLOCK: the call whose transfer made it */
  uint32_t member;		/* of a joint graph: whose it is */
  esc_object next_made;		/* likewise, of the same member's */
};

struct place
{
  esc_object object;
  struct esc_offset offset;
  esc_place next;		/* in the object */
  esc_node written, read;
  esc_object deref;		/* what it initially points to */
};

struct edge
{
  esc_node dst;
  uint32_t loc;
};

enum constraint_kind
{
  CONSTRAINT_SHIFT,
  CONSTRAINT_FOREIGN,		/* a copy into another function (joint.h) */
  CONSTRAINT_SOME,		/* some elements are copied, one by one */
  CONSTRAINT_LOAD,
  CONSTRAINT_STORE,
  CONSTRAINT_SELF,
  CONSTRAINT_ESCAPE_OF,
  CONSTRAINT_CALL,
  CONSTRAINT_RECEIVER		/* a call of a joint graph for each element */
};

/* A constraint that waits at a node for its elements.  */
struct constraint
{
  enum constraint_kind kind;
  esc_node other;		/* DST; the SRC of a store; PTR of a self */
  struct esc_offset offset;
  uint32_t loc;			/* of a store; the tag of a load */
  union
  {
    struct bound_call *call;
    const struct esc_offset *self; /* what is stored, from the pointer */
  };
  uint32_t next;
};

enum node_flag
{
  NODE_POINTER = 1,
  NODE_WRITE = 2,		/* elements have locations */
  NODE_LEAK_WORLD = 4,		/* what is in it escapes */
  NODE_LEAK_EXPOSED = 8,	/* ... is exposed */
  NODE_QUEUED = 16,
  NODE_OWN = 32,		/* a parameter's, of its binding alone */
  NODE_FOLD = 64,		/* what is unseen is the WORLD there */
  NODE_LOADED = 128,		/* gets what some known place holds */
  NODE_RETURNED = 256,		/* a member returns it (joint.h) */
  NODE_DATA = 1024,		/* does not hold functions */
  NODE_OPENS = 2048,		/* functions in it are called by others */
  NODE_RESULT = 4096,		/* its value is returned (joint.c) */
  NODE_LEAVES = 512		/* its value leaves (joint.c) */
};

/* The statements that put its elements into a write node: of several, the
   first one in the source.  */
struct locations
{
  uint32_t *at;			/* parallel to the elements */
  uint32_t capacity;
  uint32_t last;		/* none of them is after it */
  uint32_t n_changed;		/* since LAST was looked for */
};

struct node
{
  struct esc_pts pts;
  struct locations *locs;	/* with NODE_WRITE, if it has elements */
  uint32_t done;		/* elements already propagated */
  uint32_t constraints;		/* index of the first, or 0 */
  struct edge *edges;
  uint32_t n_edges;		/* see esc_add_copy for the room */
  uint16_t flags;
};

/* The call that a transfer leaves to the caller, by what it calls there.  */
struct deferred_call
{
  uint32_t function;		/* an exported number */
  struct bound_call *call;
  struct deferred_call *next;
};

/* The transfer of one callee bound to one call.  MAP gives the node for each
   object of the transfer.  Transfers of a recursive group grow, so it says
   how much has been applied.  */
struct binding
{
  struct esc_transfer *transfer;
  esc_node *map;
  esc_node *moved;		/* the same at any offset, where asked for */
  uint32_t map_capacity;
  uint32_t objects, facts, origins, calls;
  struct deferred_call *deferred;
  struct binding *next;
};

/* A member that the calls for the elements of a receiver go to.  */
struct joined
{
  uint32_t member;
  struct joined *next;
};

/* The elements of a receiver.  */
struct receivers
{
  struct esc_receiver from;
  uint32_t n;			/* so many are told apart */
  struct joined *joined;
};

struct bound_call
{
  struct esc_call call;
  esc_node pointer;		/* what is called, unless that is known; it
				   carries the static chain of its targets */
  struct binding *bindings;
  uint32_t n_bindings;
  bool resolved;		/* something is known to be called */
  bool fitted;			/* goes to all it can in a closed world */
  bool unseen;			/* may reach a body that is not seen */
  bool recursive;		/* within the group being solved */
  esc_object block;		/* RECURSIVE: all blocks made in there */
  struct bound_call *maker;	/* a deferred call: the call whose callee */
  struct esc_transfer *made_by;	/* left it to us by its transfer */
  unsigned depth;
  uint32_t member;		/* of a joint graph: who makes it */
  struct bound_call *whole;	/* for one element of its receiver: the call
				   for all of them */
  struct receivers *receivers;	/* of a call for all, or NULL */
  struct bound_call *next;
};

/* A function that was not added to a node for data.  */
struct dropped
{
  esc_node node;
  esc_place element;
  struct dropped *next;
};

/* A function whose body is in a joint graph.  RETURNED holds what is stored in
   its RESULT.  */
struct member
{
  esc_node *parameters;
  uint32_t n_parameters;
  esc_node varargs[ESC_SORTS];	/* all that is passed beyond them */
  esc_object result;
  esc_node returned;
  esc_object made;		/* the first of its locals and blocks */
  bool open;			/* called from where it is not seen */
};

struct esc_graph
{
  struct objalloc *memory;	/* all that has no table */
  unsigned pointer_size;
  bool coarse, joint, disguised;
  bool flat;			/* and COARSE */
  uint64_t work, work_limit;	/* elements offered to nodes */
  uint64_t copies;		/* copies added, likewise */
  const struct esc_client *client;

  struct object *objects;
  uint32_t n_objects, objects_capacity;
  struct place *places;
  uint32_t n_places, places_capacity;
  struct node *nodes;
  uint32_t n_nodes, nodes_capacity;
  struct constraint *constraints;
  uint32_t n_constraints, constraints_capacity;
  struct esc_table edges;	/* of nodes with many */
  struct esc_table found;	/* objects by kind and number */

  /* Nodes with new elements, from QUEUE_HEAD on.  First come, first served: so
     symbolic objects are made in the order of their distance from what the
     program names, and bounds cut what is farthest.  */
  esc_node *queue;
  uint32_t queue_head, n_queue, queue_capacity;

  esc_object world, outside, result;
  esc_object rest;		/* all that parameters reach, if coarse */
  esc_object local, block;	/* all locals and all blocks, if flat */
  esc_node leak_world, leak_exposed;
  esc_node exposed;		/* exposed objects of this frame */
  uint32_t n_symbolic;
  uint32_t n_deferred;		/* functions that calls are deferred to */
  struct dropped *dropped;
  struct member *members;	/* of a joint graph */
  uint32_t n_members, members_capacity, member;
  struct bound_call *calls, **last_call;
  struct esc_trace *trace;	/* or NULL; see trace.h */
};

/* Make room for one more element of size SIZE in *ARRAY.  */
#define RESERVE(ARRAY, N, CAPACITY)					\
  ((N) < (CAPACITY)							\
   ? (void) 0								\
   : (void) ((CAPACITY) = (CAPACITY) ? (CAPACITY) * 2 : 8, 		\
	     (ARRAY) = xrealloc ((ARRAY), (CAPACITY) * sizeof *(ARRAY))))

/* N uninitialised elements of TYPE that live as long as graph G.  */
#define NEW_ARRAY(G, TYPE, N) \
  ((TYPE *) objalloc_alloc ((G)->memory, (N) * sizeof (TYPE)))

/* Whether OBJECT is made by this function or its callees, not by the caller
   or unseen code: its addresses are known only as far as they are given
   away.  */
static inline bool
is_made_here (const struct object *o)
{
  return o->kind == ESC_OBJECT_LOCAL || o->kind == ESC_OBJECT_BLOCK
	 || o->kind == ESC_OBJECT_RESULT;
}

/* Whether OBJECT is memory that only the caller knows.  */
static inline bool
is_symbolic (const struct object *o)
{
  return o->kind == ESC_OBJECT_ROOT || o->kind == ESC_OBJECT_DEREF
	 || o->kind == ESC_OBJECT_ANSWER;
}

/* Whether PLACE, of the caller's memory, and ELEMENT, which is stored there,
   are one piece of memory and the pointer that it held when the function
   began, so that the store changes nothing.  */
bool esc_place_unchanged (const struct esc_graph *, esc_place place,
			  esc_place element);

/* Whether pointers stored at offsets A and B of one object can share a
   byte.  */
bool esc_offsets_overlap (const struct esc_graph *, struct esc_offset a,
			  struct esc_offset b);

/* Add ELEMENT, put there by the statement at LOC, to NODE.  */
void esc_node_add (struct esc_graph *, esc_node, esc_place, uint32_t loc);

/* The same for the elements of SRC from FROM up to TO.  */
void esc_node_add_from (struct esc_graph *, esc_node, esc_node src,
			uint32_t from, uint32_t to, uint32_t loc);

/* The symbolic object that PLACE initially points to.  */
esc_object esc_object_deref (struct esc_graph *, esc_place, uint32_t tag);

/* What the global SYMBOL points to (0: any unseen memory).  */
esc_object esc_object_world_of (struct esc_graph *, uint32_t symbol);

/* The object for what unseen code may have put in the caller's memory.  */
esc_object esc_object_outside (struct esc_graph *);

/* The hands that get argument I of the calls that are deferred to FUNCTION;
   and what these calls give back.  */
esc_object esc_object_argument (struct esc_graph *, esc_object function,
				uint32_t i);
esc_object esc_object_answer (struct esc_graph *, esc_object function);

/* PLACE, of an exposed object of this frame, is read as NODE: a deferred call
   may have changed it.  */
void esc_add_deferred_content (struct esc_graph *, esc_place place,
			       esc_node node);

/* DST includes SRC, as another function sees it.  */
void esc_add_foreign (struct esc_graph *, esc_node dst, esc_node src);

/* The other name of OWN, an object of a joint graph; and of PLACE, which is
   itself for what has no other name.  */
esc_object esc_object_foreign (struct esc_graph *, esc_object own);
esc_object esc_object_new_foreign (struct esc_graph *, esc_object own);
esc_place esc_place_foreign (struct esc_graph *, esc_place place);

/* ELEMENT is returned by the member that RETURNED belongs to.  */
void esc_joint_return (struct esc_graph *, esc_node returned,
		       esc_place element);

/* FUNCTION gets to unseen hands; if it is a member, it may be called there.  */
void esc_joint_open_function (struct esc_graph *, esc_object function);

/* Do not tell the elements of CALL's receiver apart, if it has one.  */
void esc_joint_call_all (struct esc_graph *, struct bound_call *call);

/* ELEMENT is in the receiver of CALL.  */
void esc_joint_add_receiver (struct esc_graph *, struct bound_call *call,
			     esc_place element);

/* CALL, through a pointer, goes to MEMBER.  */
void esc_joint_call_member (struct esc_graph *, struct bound_call *call,
			    uint32_t member);

/* DST includes some of SRC, added to it otherwise: its value is that of SRC.  */
void esc_add_some (struct esc_graph *, esc_node dst, esc_node src);

/* What is passed for ROOT, at OFFSET, of the member that is entered.  */
esc_node esc_joint_parameter (struct esc_graph *, int root,
			      struct esc_offset offset);

/* Whether C copies values, not only what is read through them.  */
static inline bool
moves_value (const struct constraint *c)
{
  return c->kind == CONSTRAINT_SHIFT || c->kind == CONSTRAINT_FOREIGN
	 || c->kind == CONSTRAINT_SOME;
}

/* Call B through POINTER.  */
void esc_call_through (struct esc_graph *, struct bound_call *b,
		       esc_node pointer);

/* The same in a joint graph, for each element of RECEIVER, which POINTER comes
   from, on its own.  */
void esc_call_receivers (struct esc_graph *, struct bound_call *b,
			 esc_node pointer,
			 const struct esc_receiver *receiver);

/* The node of what unseen code may have put in OBJECT of this frame.  */
esc_node esc_escape_node (struct esc_graph *, esc_object);

/* Apply constraint I to ELEMENT of its node.  */
void esc_constraint_apply (struct esc_graph *, uint32_t i, esc_place element);

/* Bind call C to TRANSFER, and apply what is not applied yet.  */
void esc_call_bind (struct esc_graph *, struct bound_call *,
		    struct esc_transfer *);

/* Let what call C passes, and all it reaches, go to unseen hands.  */
void esc_bound_call_unseen (struct esc_graph *, struct bound_call *);

#endif /* ESC_GRAPH_INT_H */
