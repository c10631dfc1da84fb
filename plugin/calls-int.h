/* Parts of the reading of calls.

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


/* Shared by calls.cc, which reads calls of the program's functions, and
   builtins.cc, which knows what GCC's own do.  */

#ifndef ESCAPE_CALLS_INT_H
#define ESCAPE_CALLS_INT_H

#include "reader.h"

/* calls.cc */

/* Argument I of CALL, or NULL_TREE.  */
extern tree call_arg (gcall *call, unsigned i);

/* A node for what the caller of R's function passes for `...': what is at
   OFFSET, of one sort or anywhere.  */
extern esc_node variable_arguments (reader *r, esc_offset offset);

/* A node for the value of VAL, or 0 if it carries no pointer.  */
extern esc_node value_of (reader *r, tree val);

/* What argument I of CALL points to.  */
extern reference pointee (reader *r, gcall *call, unsigned i);

/* The result of CALL includes VALUE, moved by OFFSET.  */
extern void set_result (reader *r, gcall *call, esc_node value,
			esc_offset offset);

/* The size that VAL is for a block, in terms of constants and parameters.  */
extern esc_size size_of_value (reader *r, tree val);

/* How the note calls the hands that an argument of CALL gets into when
   CALLEE (NULL_TREE: through a pointer) is not seen.  CALL is NULL where no
   expression of the source is called.  */
extern esc_sink sink_of_call (gcall *call, tree callee);

/* The same of a function that is called NAME: an identifier's text, which
   outlives the transfer.  */
extern esc_sink sink_of_name (const char *name);

/* A node for the address of a new heap block that CALL makes.  */
extern esc_node new_block (reader *r, gcall *call, esc_size size);

/* A node for all that memory NODE points to holds.  */
extern esc_node content (reader *r, esc_node node, esc_offset offset);

/* CALLEE is called with N arguments of CALL, from the one numbered FROM.  */
extern void read_direct_call (reader *r, gcall *call, tree callee,
			      unsigned from, unsigned n);

/* CALLEE's body is not seen.  Use what GCC knows of the function.  */
extern void read_unseen_call (reader *r, gcall *call, tree callee);

/* builtins.cc */

/* CALL is to the builtin CALLEE.  Return false if nothing special is known of
   it.  */
extern bool read_builtin (reader *r, gcall *call, tree callee);

/* CALL is to an internal function.  */
extern void read_internal_call (reader *r, gcall *call);

#endif /* ESCAPE_CALLS_INT_H */
