/* Clones: what functions do when they are called with constants.

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


/* What a function does may depend on a constant argument:

     void set (struct s *s, char *z, void (*del) (void *))
     {
       if (del == COPY)
	 s->z = strdup (z);
       else
	 s->z = z, s->del = del;
     }

   A call with constants for such parameters gets the transfer of a clone: the
   body as it is read under the assumption that the parameters are these
   constants (assume.h), and with the constants that it passes on in turn.
   This is function cloning as of interprocedural constant propagation (Cooper,
   Hall and Kennedy, 1993; GCC's own ipa-cp.c), except that only the analysis
   sees the clone.

   A clone is made when it is first requested, after the function itself, so
   what it calls is known.  It is a summary of its own, under that of the
   function.  Requests that lead to the same edges of the flow graph and the
   same callees get the same clone, and one that spares nothing which has to do
   with pointers gets none.  What is reported of the function is for any
   caller, and rests on its own summary alone.  In a joint graph, clones of
   members are members, and a local or a parameter of the function must stay in
   all of them.  A clone whose transfer would be coarse has none and is for the
   joint graph alone.

   The address of a function is a constant, too: of

     exec (db, sql, callback, &data)

   each CALLBACK gets the DATA that is passed with it, and no other, if there is
   a clone for each.  As transfers leave such calls to the caller anyway, these
   clones are made for joint graphs alone.

   Bounds: a function has a few clones at most, a recursion that counts is not
   unrolled, and for all clones together work is done in proportion to the size
   of the unit; calls beyond get the transfer of the function.  */

#ifndef ESCAPE_CLONES_H
#define ESCAPE_CLONES_H

#include "order.h"
#include "reader.h"
#include "unit.h"

/* Let clones of functions of U, in ORDER, be made.  */
extern void allow_clones (unit *u, const function_order &order);

/* The work of reading the body of S under an assumption, in basic blocks and SSA
   names.  */
extern unsigned work_of_request (const summary *s);

/* The summary to use for CALL of the function of S, a statement of R's
   function: S itself or one of its clones.  */
extern summary *summary_for_call (reader *r, gcall *call, summary *s);

/* Make the clones for what MEMBERS of a joint graph pass to each other: first
   for functions, and then for what they could not be asked for before, because
   they call each other.  */
extern void request_joint_clones (unit *u, const vec<summary *> &members);

/* R reads clone C, of which K is known.  */
static inline void
read_for_clone (reader *r, summary *c, known_values *k)
{
  r->clone = c;
  r->known = k;
}

/* Delete the clones of S.  */
extern void free_clones (summary *s);

#endif /* ESCAPE_CLONES_H */
