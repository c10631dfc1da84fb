/* The order in which functions are visited: callees first.

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


#ifndef ESCAPE_ORDER_H
#define ESCAPE_ORDER_H

/* The functions of the unit that have a body and are needed, grouped: the
   members of a group call each other, and groups come after those they call.
   A function counts as called where its address is taken, too, directly or in
   a constant table that is used, so that calls through pointers find their
   targets done.

   The order is that of the source wherever calls leave a choice, and does not
   depend on the level of optimisation; nor does which functions are needed:
   at -O0, GCC keeps static functions that nobody uses, and they are left
   out.  */
struct function_order
{
  auto_vec<cgraph_node *> functions;
  auto_vec<unsigned> ends;	/* where each group ends in FUNCTIONS */
};

/* Fill ORDER for the unit.  */
extern void compute_order (function_order *order);

#endif /* ESCAPE_ORDER_H */
