/* Following one object's address through a function, path by path.

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

/* The flow graph (lib/graph.h) tells what can hold the address of an object
   somewhere in a function.  Where the order of things matters, that is not
   enough: a pointer may be set anew before it is used again.  A tracker takes
   the holders that the graph names for one object, and follows which of them
   have its address at which point of the function: a may-analysis over the
   control flow graph, from the statements that name the address on.

   HOLDER   an SSA name, or a place in a local, a heap block or a global, that
	    may hold the address.
   STATE    for each holder, whether it may have the address now (HELD), and
	    whether it may have that of an earlier life of the object, which
	    is over (STALE).

   The life of a local ends where a clobber says so, where a statement outside
   of its block is reached, and for what alloca made where the stack is
   restored.  Then all that is held becomes stale.

   A load, a copy, and a call that can reach a holder pass on what it has;
   they do not count as uses, since what they make may itself be dead.  To
   follow the pointer, to pass it to a function, to compare it, and to call a
   function that can reach the place it is in, are uses.

   Each state only grows, so a function with B basic blocks and H holders has
   at most 2 * B * H changes of state; in practice few holders live on from
   one block to the next, and where none does, the walk ends.  */

#ifndef ESCAPE_TRACKER_H
#define ESCAPE_TRACKER_H

#include "reader.h"

/* What can hold the address: SSA name NAME, or OFFSET of OBJECT.  */
struct holder
{
  tree name;			/* or NULL_TREE */
  tree global;			/* the variable, if OBJECT is a global */
  esc_object object;
  esc_offset offset;
  bool passing;			/* NAME is used only in the basic block that
				   defines it */
  bool outer;			/* it lives on when what is tracked dies */
};

/* What the statements of a function say of one local.  */
struct mentions
{
  auto_vec<basic_block> address; /* where its address is taken */
  tree block;			/* of the first such statement */
  bool clobbered;
};

/* What trackers of one function share.  It belongs to the reader.  */
struct surroundings
{
  reader *r;
  bool ready;			/* all below is there */
  hash_map<tree, mentions *> variables;
  bitmap_obstack memory;
  hash_map<gimple *, bitmap> reached;	/* by a call: objects */
  auto_vec<int> order;		/* basic block index -> place in reverse
				   postorder, or -1 */
  auto_vec<basic_block> by_order;
  auto_vec<gcall *> calls;	/* whose callee is named */
  auto_vec<bitmap> in;		/* the state before each basic block */
  auto_vec<int> entered;	/* those that have one */
  unsigned HOST_WIDE_INT work;	/* statements that may still be visited */
};

/* S is about R's function.  It is filled in when the first tracker is
   made.  */
extern void surroundings_init (surroundings *s, reader *r);
extern void surroundings_release (surroundings *s);

struct tracker
{
  surroundings *s;

  /* What is tracked: OBJECT, which is DECL or is made by STMT; if END is not
     0, only the bytes from BEGIN to END of it.  */
  esc_object object;
  HOST_WIDE_INT begin, end;
  tree decl;
  gimple *stmt;
  tree scope;			/* the BLOCK of its life, or NULL_TREE */
  bool clobbered;		/* clobbers tell where its life ends */

  auto_vec<holder> holders;	/* first the names */
  unsigned n_names;

  /* The first use of a stale address: HOLDERS index, or -1; USE is the
     statement.  */
  int found;
  gimple *use;

  /* Whether a holder that lives on has the address when the life of what is
     tracked ends, be it used or not.  */
  bool kept;

  /* If set, the global of which is asked: whether it ever gets the address
     (MET), and may have it when the function is left (LEFT).  Then stale
     addresses are of no interest.  */
  tree global;
  bool met, left;

  /* The address is a parameter's value.  LEFT_ELSEWHERE: memory other than
     globals may have it when the function is left.  */
  bool passed, left_elsewhere;

  /* For the tracker's own use.  */
  hash_map<int_hash<unsigned, 0, UINT_MAX>, unsigned> of_version;
  tree last_block;		/* the answer of in_scope_p for this one */
  bool last_in_scope;
};

/* Make T a tracker of nothing yet, in S's function.  */
extern void tracker_init (tracker *t, surroundings *s);

/* Add a holder to T.  All names come before all places.  */
extern void tracker_add_name (tracker *t, tree name, bool outer);
extern void tracker_add_place (tracker *t, esc_object object,
			       esc_offset offset, tree global, bool outer);

/* Follow what T tracks from the basic blocks STARTS on, in which its address
   is named.  Return false if that was more work than it is worth: then nothing
   is known.  */
extern bool tracker_run (tracker *t, const vec<basic_block> &starts);

/* The index of holder NAME of T, or -1.  */
extern int tracker_holder (const tracker *t, tree name);

/* Whether a load from REF may read holder I of T.  */
extern bool tracker_reads_p (const tracker *t, tree ref, unsigned i);

/* Whether a pointer to OFFSET of T's object may be one to what is tracked.  */
extern bool tracked_offset_p (const tracker *t, esc_offset offset);

/* The node of SSA name NAME of R's function, or 0 if it holds nothing.  */
extern esc_node known_node_of_ssa (const reader *r, tree name);

/* The object of local DECL of R's function, or 0 if its memory plays no
   part.  */
extern esc_object known_object_of_local (const reader *r, tree decl);

/* Whether the function is left at the end of BB: it returns, or calls what
   does not come back.  A trap lets nobody look.  */
extern bool left_after_p (basic_block bb);

#endif /* ESCAPE_TRACKER_H */
