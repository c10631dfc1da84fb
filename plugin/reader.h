/* Reading the GIMPLE of one function into a flow graph.

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


/* A reader holds what is known of one function while its statements become
   constraints (lib/graph.h), and until its findings are made:

     reader.cc		the reader; objects and nodes of declarations, SSA
			names and symbols
     references.cc	memory references: which place, which offset
     constants.cc	what constants hold
     statements.cc	every kind of statement but calls
     calls.cc		calls, and what is known of callees that are not seen
     builtins.cc	what GCC's own functions do

   Entities are what can be reported: locals, parameters, literals, heap
   blocks.  An entity's number is its index in the reader's list and the
   number its object has in the graph.  */

#ifndef ESCAPE_READER_H
#define ESCAPE_READER_H

#include "graph.h"
#include "transfer.h"

/* A variable that a report can speak of, or a heap block.  */
struct entity
{
  enum esc_entity kind;
  tree decl;			/* or NULL_TREE */
  const char *name;		/* of a variable that has lost its DECL; it
				   lives as long as the unit */
  gimple *stmt;			/* the statement that makes it, or NULL */
  location_t location;
  esc_object object;
  bool address_taken;
  bool silent;			/* made by the compiler: never reported */
  bool frame;			/* holds the variables that nested functions
				   use: one field each (tree-nested.cc) */
  int parameter;		/* its index, or -1 */
};

/* What stands for local E when its reader is gone.  */
static inline const void *
key_of_entity (const entity &e)
{
  return e.stmt ? (const void *) e.stmt : e.decl;
}

struct known_values;
struct returned_address;
struct summary;
struct unit;

struct reader
{
  struct unit *unit;
  struct function *fun;
  esc_graph *graph;
  summary *clone;		/* if it is read for one */
  known_values *known;		/* ... what its constants decide */
  auto_vec<entity> entities;
  hash_map<tree, unsigned> decl_entity;	/* entity + 1 */
  auto_vec<esc_node> ssa;	/* by version; 0: not read yet */
  tree chain;			/* the static chain's parameter */
  bool frames;			/* has variables in a frame structure */
};

/* reader.cc */

/* How many nodes of a graph a basic block makes, on the average of sqlite3.  */
enum { NODES_PER_BLOCK = 4 };

/* Make R the reader of FUN, into a graph of DETAIL.  */
extern void reader_init (reader *r, unit *u, struct function *fun,
			 esc_detail detail);
extern void reader_release (reader *r);

/* Make R the reader of FUN, into GRAPH, which others read into, too.  Delete it
   without releasing it.  */
extern void reader_join (reader *r, unit *u, struct function *fun,
			 esc_graph *graph);

/* The number of symbol DECL, a function or a variable of static storage; the
   same for all functions of the unit.  And the way back.  */
extern unsigned symbol_number (tree decl);
extern tree symbol_decl (unsigned number);

/* Whether values of TYPE can carry a pointer: pointers, and everything else
   that is as wide as one.  */
extern bool carries_pointer_p (tree type);

/* Whether values of TYPE are meant to be pointers: pointers, and integers
   whose type is made for them ([u]intptr_t).  */
extern bool pointer_like_p (tree type);

/* The type's own number for the core's tags (0: none): of what a pointer of
   TYPE points to.  */
extern unsigned pointee_tag (tree type);

/* The object of DECL in R's graph.  */
extern esc_object object_of_decl (reader *r, tree decl);

/* The entity of local DECL of R.  */
extern entity *entity_of_decl (reader *r, tree decl);

/* The memory of the local of R that A speaks of: a variable, a parameter, or
   what stands in for it (a field of the frame structure, the block of a
   variable length array).  */
extern struct reference returned_local (reader *r, const returned_address &a);

/* The variable that FIELD of a frame structure holds, or NULL_TREE if it holds
   something that GCC needs.  */
extern tree variable_of_frame_field (reader *r, tree field);

/* A new entity of KIND for STMT, a statement that makes a block.  Its
   object is yet to be set.  */
extern unsigned new_entity (reader *r, enum esc_entity kind, gimple *stmt);

/* The node of SSA name NAME; 0 if it cannot carry a pointer.  */
extern esc_node node_of_ssa (reader *r, tree name);

/* A node that holds what the GIMPLE value VAL may point to, or 0 if that is
   nothing; or let DST hold that, too.  */
extern esc_node node_of_value (reader *r, tree val);
extern void value_into (reader *r, esc_node dst, tree val);

/* A node that holds the WORLD.  */
extern esc_node node_of_world (reader *r);

/* The core's token for LOCATION.  */
static inline uint32_t
core_location (location_t location)
{
  return (uint32_t) location;
}

/* references.cc */

/* Memory that a reference names: OFFSET of what PTR points to, or (if PTR is
   0) of OBJECT.  With neither, the reference names no memory of interest.  */
struct reference
{
  esc_node ptr;
  esc_object object;
  esc_offset offset;
};

/* Take the reference REF apart.  */
extern reference read_reference (reader *r, tree ref);

/* The reference at OFFSET from REF.  */
extern reference reference_at (reference ref, esc_offset offset);

/* A node that holds the address of REF; or let DST hold it, too.  */
extern esc_node node_of_address (reader *r, reference ref);
extern void address_into (reader *r, esc_node dst, reference ref);

/* The offset that integer OFFSET adds to a pointer.  */
extern esc_offset offset_of_value (tree offset);

/* A node that holds what a load of TYPE from REF can give, 0 for nothing; or
   let DST hold it, too.  */
extern esc_node load (reader *r, reference ref, tree type);
extern void load_into (reader *r, esc_node dst, reference ref, tree type);

/* Store VALUE, of TYPE, to REF; done by the statement at LOCATION.  */
extern void store (reader *r, reference ref, tree type, esc_node value,
		   location_t location);

/* Copy an aggregate of TYPE.  */
extern void copy_aggregate (reader *r, reference dst, reference src,
			    tree type, location_t location);

/* The same for SIZE bytes (-1: not known how many) of memory whose type is not
   known.  */
extern esc_node load_bytes (reader *r, reference ref, HOST_WIDE_INT size);
extern void store_bytes (reader *r, reference ref, HOST_WIDE_INT size,
			 esc_node value, location_t location);

/* Copy SIZE bytes (-1: not known) of memory of which only this is known: the
   program has POINTERS there.  */
extern void copy_bytes (reader *r, reference dst, reference src,
			HOST_WIDE_INT size, bool pointers,
			location_t location);

/* Where in an aggregate a pointer can be.  */
struct slot
{
  esc_offset offset;
  unsigned tag;
  bool pointer;			/* a pointer by its type */
};

/* The slots of TYPE, in a list that lives as long as the unit.  A scalar that
   carries a pointer has one or more, too.  */
extern const vec<slot> &slots_of_type (tree type);

/* Whether pointer PTR points to what has pointers in it, by its type.  PTR
   may be NULL_TREE.  */
extern bool points_to_pointers_p (tree ptr);

/* Whether REF takes the bytes of something that has pointers in it for
   something that has none, as a memcpy of a few bytes does when GCC makes an
   assignment of it.  */
extern bool disguises_pointers_p (tree ref);
extern void free_slots ();

/* constants.cc */

/* Whether the content of variable DECL is its initializer's for good: it is
   const, or static and nothing of the unit stores to it or takes its
   address.  */
extern bool constant_variable_p (tree decl);

/* Add to R's graph what the constant DECL, whose object is CONSTANT, holds.  R
   can be any reader: it is the same for all functions.  */
extern void read_constant (reader *r, esc_object constant, tree decl);
extern void free_constants ();

/* statements.cc */

/* Read all statements of R's function: STATEMENTS, in which those are put that
   may say anything when the function is read for the first time.  */
extern void read_statements (reader *r, vec<gimple *> *statements);

/* calls.cc */

extern void read_call (reader *r, gcall *call);

/* R's function has no code of the compiler's, and the asm in it finds the
   arguments by itself.  */
extern void read_naked_function (reader *r);

#endif /* ESCAPE_READER_H */
