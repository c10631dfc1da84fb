/* Locals whose address is used after the end of their block.

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

/* A local that does not leave its frame may still leave its block: something
   that lives longer has its address, and is used after the block has ended.
   The flow graph names what can have the address at all; where that is
   anything, a tracker (tracker.h) looks whether it is used too late.  The life
   of a local is over

     - at a clobber of it, which is how GIMPLE says that a block ends, and a
       temporary with its full expression;
     - at a statement outside of the BLOCK that declares it, and on the edges
       that leave that, since not every variable has clobbers: volatile ones
       and those that nested functions use have none, nor has any with
       -fstack-reuse=none (with which nothing tells the end of a
       temporary);
     - for what alloca and variable length arrays have, where the stack is cut
       back.  */

#ifndef ESCAPE_LIFETIMES_H
#define ESCAPE_LIFETIMES_H

#include "tracker.h"

/* A local that outlives its block; or, if it is not USED, is only kept when a
   turn of the loop that it is declared in ends.  */
struct outliving
{
  unsigned entity;		/* its number */
  tree field;			/* which variable of a frame structure, or
				   NULL_TREE */
  tree variable;		/* that has its address, or NULL_TREE */
  esc_object object;		/* ... or object; 0 if it has no name */
  location_t location;		/* of the statement that put it there */
  bool used;
};

/* Find the locals of AROUND's function that outlive their block, or are kept.
   Those whose objects are in LEAVING are of no interest.  The findings go to
   FOUND in the order of entities.  */
extern void find_outliving (surroundings *around, bitmap leaving,
			    vec<outliving> *found);

#endif /* ESCAPE_LIFETIMES_H */
