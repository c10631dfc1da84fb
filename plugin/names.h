/* Names and expressions as the source writes them.

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


#ifndef ESCAPE_NAMES_H
#define ESCAPE_NAMES_H

/* The name of function FNDECL as the source has it; for a part that GCC has
   made of a function (the body of an OpenMP region), the function's.  Good
   until the next call.  */
extern const char *source_function_name (tree fndecl);

/* The name of the function that CALL calls, or "..." if it has none.  */
extern const char *callee_name (gcall *call);

/* Whether CALL is one that the source makes: not the storage of a variable
   length array, nor that of an exception, nor what GCC has made of an
   operator.  */
extern bool call_of_source_p (gcall *call);

/* CALL as the source writes it: "malloc (n * 8)".  What has no short spelling
   is "...".  The caller frees it.  */
extern char *call_text (gcall *call);

/* What CALL calls, as the source writes it: "walker->visit"; or NULL if it has
   no short spelling.  The caller frees it.  */
extern char *called_text (gcall *call);

/* VAL, a value or a reference, as the source writes it, or NULL if it has no
   short spelling.  The caller frees it.  */
extern char *expression_text (tree val);

/* The same of what STMT, which makes a value in a register, computes.  */
extern char *computed_text (gimple *stmt);

/* TYPE as the source writes it.  The caller frees it.  */
extern char *type_text (tree type);

#endif /* ESCAPE_NAMES_H */
