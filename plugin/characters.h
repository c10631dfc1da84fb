/* The characters of a string that decide what is done with pointers.

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


/* What a function like printf does with its arguments depends on the string it
   is given.  Of a string, a clone (clones.h) need only know which characters it
   may have, and of these only the few whose absence spares the function
   something that has to do with pointers.  They are found by reading the body
   under the assumption that they are absent (assume.h): groups of them at once,
   since what is not spared without any of a group is not spared without one of
   it (group testing; Dorfman, 1943).  Only what the strings in the unit tell
   apart counts, so there are a few kinds of strings for each function.  */

#ifndef ESCAPE_CHARACTERS_H
#define ESCAPE_CHARACTERS_H

#include "assume.h"
#include "unit.h"

/* What is known of the string ARG as parameter I of the function of S: a
   STRING_CST of all characters that it may have, as far as that decides
   anything; or NULL_TREE.  KNOWN is what is known of the caller's values, or
   NULL.  */
extern tree string_for_parameter (unit *u, known_values *known, tree arg,
				  summary *s, unsigned i);

#endif /* ESCAPE_CHARACTERS_H */
