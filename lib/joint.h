/* Joint graphs: many functions in one graph, for what transfers cut short.

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


/* A transfer tells the memory that only the caller knows apart by symbolic
   objects.  Where there are too many of them, in large groups of functions
   that call each other, transfers become coarse, and locals seem to leave.  A
   joint graph answers one question only, but for any number of functions at
   once: which locals' addresses can outlive their frames?  For that, memory
   that is no local's need not be told apart: an address that gets there has
   left.  So there are no symbolic objects; what is not known is the WORLD.

   A function whose body is in the graph is a MEMBER.  A call to a member
   copies the arguments to its parameters, and what it returns back: this is
   insensitive to the context, as in Andersen's analysis of a whole program.
   Other calls are made with transfers, as ever.

   What a frame may hold depends on whose it is.  The same local has two names:
   its own function, in the same call, knows it as its OWN; where its address
   has come through a call, as an argument, in memory or as a result, it is
   FOREIGN.  They share one content, and what is read through a foreign address
   is foreign.

     - A store of an address into an own object is harmless: who can name a
       live local by its address is called from there, or is there, so that
       frame is at least as old as the one that holds the address now.
     - A store of an address of a local through a foreign one may leave it in
       an older frame: the local has left.
     - So has what is stored in a global or goes to unseen hands, and a local
       that its own function returns, under whichever name.

   So when a call returns, the address of a local that has not left is held by
   nothing but values of its own function, and that function's locals and
   blocks: frames of callees are gone, older frames and globals would be a way
   out.  That names all by which it can be found after its block has ended
   (plugin/lifetimes.h).

   A call like `p->run (p, q)' is made for each thing that P may point to on its
   own: what is called for one of them gets that one, and not all that P may
   point to.  So each of many callbacks gets its own context (receivers are
   told apart so in object-oriented languages: Milanova, Rountev and Ryder,
   2005).

   Pointers to functions are many, and few nodes need them: one whose type says
   that it points to data holds none.

   Time is that of Andersen's analysis, but the sets hold little: locals whose
   addresses are passed down, and the WORLD.  */

#ifndef ESC_JOINT_H
#define ESC_JOINT_H

#include "graph.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Add a member with N_PARAMETERS to GRAPH, which must be of detail ESC_JOINT;
   return its number.  TAGS says what each points to.  */
uint32_t esc_joint_add (struct esc_graph *graph, uint32_t n_parameters,
			const uint32_t *tags);

/* MEMBER can be called from where it is not seen: what it is passed may be
   anything in the WORLD.  Members whose addresses get to unseen hands are
   opened by the solver.  */
void esc_joint_open (struct esc_graph *graph, uint32_t member);

/* From now on the result and the parameters are those of MEMBER, into whose
   body statements are read.  */
void esc_joint_enter (struct esc_graph *graph, uint32_t member);

/* CALL of GRAPH goes to MEMBER.  */
void esc_call_join (struct esc_graph *graph, struct esc_call *call,
		    uint32_t member);

/* Whether the address of OBJECT, a local of the solved GRAPH, leaves no
   frame it must not leave.  */
bool esc_joint_stays (const struct esc_graph *graph, esc_object object);

/* Find which locals and blocks are whose in the solved GRAPH.  */
void esc_joint_find_memory (struct esc_graph *graph);

/* Find which values leave in the solved GRAPH.  */
void esc_joint_find_values (struct esc_graph *graph);

/* After that: whether the value of parameter I of MEMBER does not leave
   (but to the result).  */
bool esc_joint_value_stays (const struct esc_graph *graph, uint32_t member,
			    uint32_t i);

/* Likewise, whether it may get to a result, of MEMBER or of what it calls.  */
bool esc_joint_value_returned (const struct esc_graph *graph, uint32_t member,
			       uint32_t i);

#ifdef __cplusplus
}
#endif

#endif /* ESC_JOINT_H */
