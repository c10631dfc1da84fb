/* What a call through a pointer can reach in a closed world.

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


/* In a closed world such a call reaches a function only if its address is taken
   here, if its type fits, and if it may be at the place that the pointer is
   read from: of

     struct methods { void (*open) (void *); void (*close) (void *); };
     static const struct methods plain = { plain_open, plain_close };

   m->close (p) reaches PLAIN_CLOSE, though PLAIN_OPEN is of the same type, as
   long as nothing else is stored in a field CLOSE ("multi-layer types": Lu and
   Hu, "Where Does It Go? Refining Indirect-Call Targets with Multi-Layer Type
   Analysis", CCS 2019).

   For each field of a structure it is found out which functions are stored
   there, by statements and by initializers, and from which other fields it is
   copied.  A field may hold any function if it gets a value whose origin is not
   seen (an argument, say), if its address is taken, and if its structure is
   taken for another: converted pointers, unions.  A structure keeps what it
   holds when it is copied as a whole.

   That is what C says: what is in a member was put there as that member, or by
   its address.  Where two structures are taken for each other only by way of a
   void *, strict aliasing rules it out; -fno-strict-aliasing takes all this
   back, and only types count.  */

#ifndef ESCAPE_TARGETS_H
#define ESCAPE_TARGETS_H

#include "graph.h"

/* Find the functions of the unit whose addresses are taken, and where they may
   be.  Linear in the size of the unit, but that a copied field's functions are
   copied, too.  */
extern void find_targets (void);
extern void forget_targets (void);

/* After that: the functions whose addresses are taken.  */
extern const vec<tree> &address_taken_functions (void);

/* Whether CALL, through a pointer, can reach function DECL.  */
extern bool can_reach_p (const esc_call *call, tree decl);

#endif /* ESCAPE_TARGETS_H */
