/* Of which sort an argument is that matches `...'.

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


/* C lets va_arg read an argument only as what was passed, but for signedness
   and void pointers.  Of that we rely on one thing: what is passed as a pointer
   to a structure is not read as a pointer to a number or a character, nor the
   other way round (enum esc_sort).

   What va_arg reads, GIMPLE says.  What is passed it does not: all conversions
   between pointers are gone, so that `(char *) &s' and `&s' look the same.  The
   type that the program gave an argument is in the front end's tree of the
   call, at PLUGIN_PRE_GENERICIZE.

   No statement can be led back to its tree: not by its location, for a call
   that is an argument of another gets the location of that.  So all calls that
   a function makes of one callee with as many arguments are taken together, and
   with them those of what is computed, for GIMPLE may know what that is.  If
   all pass the same sort, so does each statement; if not, but none of them
   converts what it passes, the operand's own type tells.  Otherwise what is
   passed may be read as anything; and so may an operand of another sort than
   all the trees have, what is passed where there is no tree of any call, what
   a builtin gets, since GIMPLE may call another in its place, and what is
   passed beside `__builtin_va_arg_pack ()', which GIMPLE does not count.  */

#ifndef ESCAPE_SORTS_H
#define ESCAPE_SORTS_H

#include "graph.h"

/* The sort of what has TYPE.  */
extern esc_sort sort_of_type (tree type);

/* Remember how CALL, a tree of the front end in the body of FUNCTION, passes
   its arguments.  */
extern void record_sorts (tree function, tree call);

/* The sort of argument I of CALL, in the body of FUNCTION.  */
extern esc_sort sort_of_argument (tree function, gcall *call, unsigned i);

/* Forget all calls.  */
extern void forget_sorts (void);

#endif /* ESCAPE_SORTS_H */
