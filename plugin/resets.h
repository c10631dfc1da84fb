/* Globals that are overwritten before the function returns.

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

/* A local whose address was stored in a global has escaped, whatever happens to
   the global later: others may have read it meanwhile.  But to set a global
   for the time of a call and to restore it afterwards is common, and not the
   same as to leave a dangling pointer.  So when on every path out of the
   function the place has been overwritten, with something that is not that
   address, the note says so.

   A tracker (tracker.h) follows the address until it reaches a way out: a
   return, an exception, or a call that does not come back.  The place may also
   be overwritten by a callee.  Whether a function does that is asked only when
   it matters, and found by a walk over its statements: every path must store
   something in the place that does not come from there.  */

#ifndef ESCAPE_RESETS_H
#define ESCAPE_RESETS_H

#include "tracker.h"

struct unit;

/* Whether global SINK, in which AROUND's function stores the address of OBJECT,
   has been overwritten on every way out of it.  */
extern bool reset_before_return_p (surroundings *around, esc_object object,
				   esc_object sink);

/* Whether function FNDECL overwrites the pointer at OFFSET of GLOBAL on every
   way, with something that does not come from there.  */
extern bool overwrites_p (unit *u, tree fndecl, tree global,
			  HOST_WIDE_INT offset);

/* Whether function FNDECL, or one that it calls, may store in GLOBAL by its
   name.  */
extern bool may_store_in_global_p (unit *u, tree fndecl, tree global);

/* Whether function FNDECL is known to store its parameter number PARAMETER in
   GLOBAL (NULL_TREE: in memory that is no global) at most for a time, and to
   have overwritten that when it returns.  */
extern bool resets_parameter_p (unit *u, tree fndecl, int parameter,
				tree global);

#endif /* ESCAPE_RESETS_H */
