/* Declarations of functions, to be pasted into headers.

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



#ifndef ESCAPE_DECLARATIONS_H
#define ESCAPE_DECLARATIONS_H

/* The declaration of function FNDECL, with __attribute__ ((noescape)) for each
   parameter whose element of NOESCAPE is true: in C, on one line.  NULL if it
   cannot be written so, as where a type has no name, or in C++ with a template
   or in a class.  The caller frees it.  */
extern char *noescape_declaration (tree fndecl, const vec<bool> &noescape);

#endif /* ESCAPE_DECLARATIONS_H */
