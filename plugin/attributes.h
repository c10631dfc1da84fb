/* Attributes on parameters: noescape and lifetimebound.

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



/* `noescape' and `lifetimebound' have Clang's meaning and spelling:

     noescape		nothing that lives on when the function has returned
			refers by this parameter to what it points to
     lifetimebound	but for the result of the function

   What the parameter leads to by further pointers may be kept in either
   case.  They are believed where the body is not seen, and checked where it
   is.  */

#ifndef ESCAPE_ATTRIBUTES_H
#define ESCAPE_ATTRIBUTES_H

#include "finding.h"

/* Tell GCC of the attributes: for PLUGIN_ATTRIBUTES.  */
extern void register_our_attributes (void *, void *);

/* Front ends have finished the declaration DECL: for PLUGIN_FINISH_DECL.  */
extern void attributes_finish_decl (void *decl, void *);

/* They have come to a function's body: for PLUGIN_START_PARSE_FUNCTION.  */
extern void attributes_start_function (void *fndecl, void *);

/* What the declarations of function FNDECL promise of its parameter I.  */
extern enum esc_promise parameter_promise (tree fndecl, unsigned i);

/* Whether there are such attributes in the unit.  */
extern bool attributes_seen_p ();

/* Take the attributes off all parameters, so that they leave no trace.  */
extern void forget_attributes ();

#endif /* ESCAPE_ATTRIBUTES_H */
