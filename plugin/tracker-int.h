/* Trackers, as the files that make them up share them.

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

#ifndef ESCAPE_TRACKER_INT_H
#define ESCAPE_TRACKER_INT_H

#include "tracker.h"

/* What a holder may have.  */
enum { HELD = 1, STALE = 2 };

/* SIZE bytes (-1: not known how many) at AT, if that is EXACT, of DECL or of
   what PTR points to.  */
struct touched
{
  tree decl, ptr;
  HOST_WIDE_INT at, size;
  bool exact;
};

/* tracker.cc */

/* Whether BLOCK is a part of the block in which what T tracks lives.  */
extern bool in_scope_p (tracker *t, tree block);

/* tracker-memory.cc */

/* What holder I may have in STATE, and how to change that.  */
extern int state_of (bitmap state, unsigned i);
extern void add_state (bitmap state, unsigned i, int what);
extern void clear_state (bitmap state, unsigned i);

/* A list of holders, by their index.  */
typedef auto_vec<unsigned, 32> holder_list;

/* Add the holders that have anything in STATE to LIST.  */
extern void list_state (bitmap state, holder_list *list);

/* The life of what T tracks ends: what is held is stale, and what it holds
   itself is gone.  */
extern void expire (tracker *t, bitmap state);

/* The memory that REF, or argument ARG that points to SIZE bytes, names.  */
extern touched touched_by (tree ref);
extern touched touched_through (tree arg, HOST_WIDE_INT size);

/* What can be read by A.  When the address has got into a global, it can be
   found in all memory that is not this function's.  */
extern int loaded (const tracker *t, bitmap state, const touched &a);

/* WHAT is stored by A, in STMT.  KILLS: what was there is overwritten.  A
   store that may leave a stale address where it is, as one to an element of an
   array does, shows that the array is in use.  */
extern void stored (tracker *t, bitmap state, const touched &a, int what,
		    bool kills, gimple *stmt);

/* Whether a global has the address in STATE.  */
extern bool global_holds_p (const tracker *t, bitmap state);

/* What VAL, an operand of GIMPLE, has.  */
extern int value_state (tracker *t, bitmap state, tree val);

/* STMT uses what holder I has.  */
extern void note_use (tracker *t, unsigned i, gimple *stmt);

/* STMT uses VAL, a value in a register or an address; note if it is stale.  */
extern void use_value (tracker *t, bitmap state, tree val, gimple *stmt);

/* If OP is memory, STMT follows the pointer to it.  */
extern void use_reference (tracker *t, bitmap state, tree op, gimple *stmt);

/* WHAT goes to LHS, an SSA name or memory, in STMT.  Return false if LHS is a
   name that cannot hold it.  */
extern bool assign (tracker *t, bitmap state, tree lhs, int what, bool kills,
		    gimple *stmt);

/* tracker-stmts.cc */

/* Change STATE as STMT does.  */
extern void follow_stmt (tracker *t, bitmap state, gimple *stmt);

#endif /* ESCAPE_TRACKER_INT_H */
