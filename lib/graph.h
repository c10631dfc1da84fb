/* The flow graph of one function: objects, places, nodes and constraints.

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


/* The analysis is inclusion-based (Andersen, 1994), field-sensitive by byte
   offset, and flow-insensitive but for what SSA form gives.

   OBJECT   a piece of memory: a local, a heap block, a global, a function,
	    or memory that only the caller knows (below).
   PLACE    a set of byte offsets in an object.  A pointer's target is a
	    place, so points-to sets are sets of places.  An offset is exact
	    (stride 0) or stands for AT + i * STRIDE for every integer i, as
	    reached by an array index; stride 1 is "anywhere in the object".
   NODE     something with a points-to set: an SSA name, or the content of a
	    place.  Content has two nodes: what was stored at the place (its
	    write node) and what a load from it can give (its read node).  A
	    read node includes the write nodes of all places of the object
	    that overlap it, so A[i] meets A[3] but .next does not meet .prev.

   Constraints between nodes:
     address-of  NODE holds PLACE
     copy	 DST includes SRC
     shift	 DST includes SRC, moved by an offset
     load	 DST includes the content of what PTR points to
     store	 the content of what PTR points to includes SRC
     self	 the content of what PTR points to includes PTR, moved
     escape-of	 DST includes what unseen code may put where PTR points

   What only the caller knows has symbolic objects.  ROOT (p) is what the
   parameter p points to when the function begins; DEREF (place) is what a
   place of such an object points to then.  They stand for each other's
   aliases nowhere: the transfer (transfer.h) keeps the loads and stores
   through them, and the caller, who knows what they are, finds what they
   share.  DEREF objects are made when they are first read, to a bounded
   depth; beyond it, and where a recursive type repeats a step (the third in a
   graph of few objects, the first in others), an object gets
   a second origin and stands for all the memory that a loop over `next' can
   reach.  A function for which that is too much work gets a coarse graph; one
   for which even that is too much, a flat one, in which all locals are one
   object, and all blocks another.

   A call through a pointer that only the caller knows is deferred: the
   transfer keeps what it passes (ARGUMENT objects), what it gives back (its
   ANSWER), and through what it goes, and the caller makes the call.  The
   callee is then one more that can reach the caller's memory, and what this
   function stored there; so what such an exposed object holds is symbolic,
   too.

   Unseen memory:
     WORLD    what unseen code and globals can reach.  An object whose address
	      gets there has escaped: its content may be WORLD, too.
     OUTSIDE  what unseen code may have put in the caller's memory, if that
	      is visible to it.  An object whose address is stored in the
	      caller's memory is exposed: its content may be OUTSIDE, and a
	      load from the caller's memory may find it.  It is up to the
	      caller whether OUTSIDE is WORLD or nothing.

   A graph's memory is freed with it, all at once.  */

#ifndef ESC_GRAPH_H
#define ESC_GRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "finding.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Indices into the graph's tables; 0 is none.  */
typedef uint32_t esc_node;
typedef uint32_t esc_place;
typedef uint32_t esc_object;

struct esc_graph;
struct esc_transfer;

/* A byte offset, or a set of them; see PLACE above.  Graphs and transfers have
   a great many, so there is no padding.  */
struct __attribute__ ((packed, aligned (4))) esc_offset
{
  int64_t at;
  uint32_t stride;
};

#define ESC_EXACTLY(BYTES) ((struct esc_offset) { (BYTES), 0 })
#define ESC_ANYWHERE ((struct esc_offset) { 0, 1 })

enum esc_object_kind
{
  ESC_OBJECT_LOCAL,		/* storage in the frame */
  ESC_OBJECT_BLOCK,		/* heap block made here or in a callee */
  ESC_OBJECT_RESULT,		/* the returned value */
  ESC_OBJECT_GLOBAL,
  ESC_OBJECT_FUNCTION,
  ESC_OBJECT_ROOT,
  ESC_OBJECT_DEREF,
  ESC_OBJECT_ANSWER,		/* what a deferred call returns */
  ESC_OBJECT_ARGUMENT,		/* the hands that a deferred call passes to */
  ESC_OBJECT_WORLD,
  ESC_OBJECT_OUTSIDE,
  ESC_OBJECT_SINK,		/* hands that the analysis cannot see */
  ESC_OBJECT_FOREIGN		/* a local in the eyes of others (joint.h) */
};

/* Roots that are not parameters.  */
enum
{
  ESC_ROOT_CHAIN = -1,		/* the static chain of a nested function */
  ESC_ROOT_VARARGS = -2,	/* all arguments that match `...' */
  ESC_ROOT_NONE = -3,		/* symbolic, but from no parameter */
  ESC_ROOT_ALL = -4		/* what any parameter reaches */
};

/* What matches `...' is told apart by sort, since C lets va_arg read nothing
   but the type that was passed.  What is of no other sort may be read as any,
   and what is read as no other sort may be any.  Order counts for nothing.  */
enum esc_sort
{
  ESC_SORT_OTHER,
  ESC_SORT_AGGREGATE,		/* pointers to structures and unions */
  ESC_SORT_NUMBER,		/* pointers to numbers and characters */
  ESC_SORTS
};

/* Where arguments of SORT are: in the area that a va_list points to, and in
   ESC_ROOT_VARARGS.  It is so far out that nothing else is near.  A pointer
   there overlaps all that is not at the offset of another sort, so who does
   not know of sorts reads them all.  */
#define ESC_SORT_OFFSET(SORT) \
  ESC_EXACTLY (((int64_t) (SORT) + 1) << 36)

/* A tag tells types apart, by a number of the client's; in that of a function
   this bit is set.  0 is any type.  */
#define ESC_TAG_FUNCTION (UINT32_C (1) << 31)

/* How a value gets into unseen hands: the identity of a SINK object.  NAME
   is compared by content and must outlive the graph and its transfer.  */
struct esc_sink
{
  enum esc_to to;
  enum esc_where where;
  const char *name;		/* or NULL */
  const void *type;		/* the client's, of what is called through a
				   pointer; no part of the identity */
};

/* The size of a heap block, as far as it is known: the constant VALUE; VALUE
   times what PARAMETER is; or (PRODUCT) that times what parameter OTHER is.  */
enum esc_size_kind
{
  ESC_SIZE_UNKNOWN,
  ESC_SIZE_CONSTANT,
  ESC_SIZE_PARAMETER,
  ESC_SIZE_PRODUCT
};

struct esc_size
{
  enum esc_size_kind kind;
  uint32_t parameter;
  uint64_t value;
  uint32_t other;
};

/* The product of A and B.  */
struct esc_size esc_size_product (struct esc_size a, struct esc_size b);

/* A call argument.  A scalar is VALUE (0 when it carries no pointer); an
   aggregate passed by value is the memory that ADDRESS points to.  SIZE is
   the argument's own value where it can be the size of a block, SORT what it
   is if it matches `...'.  */
struct esc_argument
{
  esc_node value;
  esc_node address;
  struct esc_size size;
  enum esc_sort sort;
};

/* How many loads there may be from a receiver to what is called.  */
enum { ESC_MAX_RECEIVER_STEPS = 3 };

/* Where what is called comes from, as in `p->run (p, q)' and
   `p->methods->run (p, q)': from what ARGUMENT points to, by N_STEPS loads at
   the offsets STEPS, the first first.  The argument and what the loads begin
   with must be one value.  */
struct esc_receiver
{
  uint32_t argument;
  uint32_t n_steps;
  struct esc_offset steps[ESC_MAX_RECEIVER_STEPS];
};

/* A call.  The result goes to VALUE, or to the memory RESULT_ADDRESS points
   to when it is an aggregate; each may be 0.  SINK is what an unseen callee
   is to the notes.  SITE is the statement (NULL where none stands for the
   call), LOC its location; THROUGH is the client's token for the pointer that
   SITE calls, or NULL if it calls none or another does.  RECEIVER may be NULL;
   only joint graphs ask for it.  */
struct esc_call
{
  struct esc_argument *arguments;
  uint32_t n_arguments;
  esc_node chain;
  esc_node result;
  esc_node result_address;
  struct esc_sink sink;
  uint32_t loc;
  void *site;
  void *through;
  const struct esc_receiver *receiver;
};

/* A symbolic object's way in: the place it is read from.  */
struct esc_origin
{
  esc_object parent;
  struct esc_offset offset;
};

/* One element of a points-to set, taken apart.  */
struct esc_target
{
  esc_object object;
  struct esc_offset offset;
};

/* How much a graph tells apart.  */
enum esc_detail
{
  ESC_JOINT,			/* many functions; see joint.h */
  ESC_FINE,
  ESC_COARSE,			/* the caller's memory is what each parameter
				   points to and one object for all the rest,
				   without fields; no calls are deferred */
  ESC_FLAT			/* besides, all locals are one object without
				   fields (with the entity of the first), all
				   blocks another, and globals are the WORLD:
				   points-to sets stay small */
};

/* What the solver asks of its client.  */
struct esc_client
{
  /* The transfer of the function SYMBOL, or NULL where its body is not seen:
     how a call through a pointer is resolved.  *RECURSIVE: whether it belongs
     to the group that is being solved.  */
  struct esc_transfer *(*transfer_of) (void *data, uint32_t symbol,
				       bool *recursive);
  /* The member of the joint graph whose body is that of function SYMBOL.
     Return false if it is not in there.  */
  bool (*member_of) (void *data, uint32_t symbol, uint32_t *member);
  /* If not NULL, the world is closed: CALL of the joint graph GRAPH goes
     through a pointer to the WORLD; let it go to all functions it can reach
     there.  */
  void (*call_fitting) (void *data, struct esc_graph *graph,
			struct esc_call *call);
  /* Then: whether CALL can go to function SYMBOL at all.  */
  bool (*fits) (void *data, const struct esc_call *call, uint32_t symbol);
  /* Add the content of the constant SYMBOL, whose object is CONSTANT, to
     GRAPH.  Called once, when it is first read.  */
  void (*read_constant) (void *data, struct esc_graph *graph,
			 esc_object constant, uint32_t symbol);
  void *data;
};

/* A new graph for a function.  POINTER_SIZE is in bytes; CLIENT must outlive
   it.  */
struct esc_graph *esc_graph_new (unsigned pointer_size,
				 const struct esc_client *client,
				 enum esc_detail detail);

/* About N nodes are to come in G, and about as many constraints: have room for
   them, so that it need not grow step by step.  What is not used of it costs
   nothing.  */
void esc_graph_expect (struct esc_graph *g, uint32_t n);

/* Free GRAPH and all that belongs to it.  */
void esc_graph_free (struct esc_graph *graph);

/* Objects.  ENTITY is the client's own number for a local or a block;
   SYMBOL its number for a global or a function, the same in all graphs.  The
   functions that look for an object return the same one each time.  */
esc_object esc_object_local (struct esc_graph *, uint32_t entity);
esc_object esc_object_block (struct esc_graph *, uint32_t entity,
			     const struct esc_size *);
esc_object esc_object_global (struct esc_graph *, uint32_t symbol,
			      bool constant);
/* NESTED: it works on the frame of another function, which a pointer to it
   carries along.  */
esc_object esc_object_function (struct esc_graph *, uint32_t symbol,
				bool nested);
esc_object esc_object_root (struct esc_graph *, int root, int64_t offset,
			    uint32_t stride, uint32_t tag);
/* A node that holds what the caller passes for ROOT at that offset.  */
esc_node esc_node_passed (struct esc_graph *, bool pointer, int root,
			  int64_t offset, uint32_t stride, uint32_t tag);
esc_object esc_object_sink (struct esc_graph *, const struct esc_sink *);
esc_object esc_object_result (struct esc_graph *);
esc_object esc_object_world (struct esc_graph *);

/* What an object is, for those who read the solved graph.  */
enum esc_object_kind esc_object_kind (const struct esc_graph *, esc_object);
uint32_t esc_object_entity (const struct esc_graph *, esc_object);
int esc_object_root_of (const struct esc_graph *, esc_object);
unsigned esc_object_depth (const struct esc_graph *, esc_object);

/* Whether OBJECT of the caller's memory is what parameter ROOT points to or a
   part of what is reached from there.  What is reached from several of them,
   the first steps of which the function takes, is a part of each.  */
bool esc_object_reached_from (const struct esc_graph *, esc_object object,
			      int root);
bool esc_object_is_pointer (const struct esc_graph *, esc_object);
const struct esc_sink *esc_object_sink_of (const struct esc_graph *,
					   esc_object);
/* What is called with ARGUMENT: an object that has a sink, too.  */
esc_object esc_object_function_of (const struct esc_graph *,
				   esc_object argument);
struct esc_size esc_object_size (const struct esc_graph *, esc_object);
/* The call whose transfer made BLOCK, or NULL.  */
const struct esc_call *esc_object_call (const struct esc_graph *,
					esc_object block);
uint32_t esc_graph_objects (const struct esc_graph *);
enum esc_detail esc_graph_detail (const struct esc_graph *);

/* The place of OBJECT at OFFSET, and PLACE moved by OFFSET.  */
esc_place esc_place_at (struct esc_graph *, esc_object, struct esc_offset);
esc_place esc_place_shift (struct esc_graph *, esc_place, struct esc_offset);
struct esc_target esc_place_target (const struct esc_graph *, esc_place);

/* The sum of two offsets as sets.  */
struct esc_offset esc_offset_sum (struct esc_offset, struct esc_offset);

/* A new node.  A node that is POINTER holds values the program treats as
   pointers, not as integers that might be; a parameter's content is said to
   leak only if it is seen in one.  */
esc_node esc_node_new (struct esc_graph *, bool pointer);
bool esc_node_pointer_p (const struct esc_graph *, esc_node);

/* NODE holds pointers to TAG.  In a joint graph functions are not looked for
   where a type says that there are none, unless the program makes pointers to
   functions of pointers to data: esc_graph_disguised.  */
void esc_node_points_to (struct esc_graph *, esc_node, uint32_t tag);

void esc_graph_disguised (struct esc_graph *);

/* What a load from PLACE can give, and where a store to it goes.  TAG tells
   types apart (0: none), only so that a recursive type is recognised.  */
esc_node esc_node_read (struct esc_graph *, esc_place, uint32_t tag);
esc_node esc_node_write (struct esc_graph *, esc_place);

/* Constraints; see the head of this file.  LOC is the location of the
   statement.  */
void esc_add_address (struct esc_graph *, esc_node dst, esc_place);
void esc_add_copy (struct esc_graph *, esc_node dst, esc_node src,
		   uint32_t loc);
void esc_add_shift (struct esc_graph *, esc_node dst, esc_node src,
		    struct esc_offset);
void esc_add_load (struct esc_graph *, esc_node dst, esc_node ptr,
		   struct esc_offset, uint32_t tag);
void esc_add_store (struct esc_graph *, esc_node ptr, struct esc_offset,
		    esc_node src, uint32_t loc);
/* What PTR points to holds, at AT, PTR moved by BY: its own address, and not
   that of all else that PTR may point to.  */
void esc_add_self (struct esc_graph *, esc_node ptr, struct esc_offset at,
		   struct esc_offset by, uint32_t loc);
void esc_add_escape_of (struct esc_graph *, esc_node dst, esc_node ptr);

/* SRC, or a new node that holds SRC moved by OFFSET.  */
esc_node esc_shifted (struct esc_graph *, esc_node src, struct esc_offset);

/* Add a call; CALL is copied.  A call through a pointer is given as POINTER
   and resolved while solving; a direct one gets its callee's transfer with
   esc_call_apply, or esc_call_unseen.  */
struct esc_call *esc_add_call (struct esc_graph *, const struct esc_call *,
			       esc_node pointer);
void esc_call_unseen (struct esc_graph *, struct esc_call *);

/* The points-to set of NODE: its size and its I-th element; LOC gets the
   location of the statement that put it there, where NODE is a write node
   (else 0).  */
uint32_t esc_node_size (const struct esc_graph *, esc_node);
esc_place esc_node_element (const struct esc_graph *, esc_node, uint32_t i,
			    uint32_t *loc);

/* The places of OBJECT in the order in which they were made: pass 0 for the
   first; 0 after the last.  */
esc_place esc_object_next_place (const struct esc_graph *, esc_object,
				 esc_place);
/* The write node of PLACE, or 0 if nothing was stored there.  */
esc_node esc_place_written (const struct esc_graph *, esc_place);

/* The locals and blocks of the function whose local OF is, in the order in
   which they were made: pass 0 for the first; 0 after the last.  In a joint
   graph they are there after esc_joint_find_memory.  */
esc_object esc_object_next_made (const struct esc_graph *, esc_object of,
				 esc_object);

/* The object that OBJECT is another name of (joint.h), or OBJECT itself.  */
esc_object esc_object_own (const struct esc_graph *, esc_object);

#ifdef __cplusplus
}
#endif

#endif /* ESC_GRAPH_H */
