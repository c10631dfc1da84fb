/* What only the front end's trees show.

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


/* Three things are lost between the front end and GIMPLE, and are read from the
   trees that PLUGIN_PRE_GENERICIZE gives:

   - the C and C++ front ends turn `return &local;' into
     `return (&local, 0);', and gimplification drops the address;
   - which nameless variables are compound literals;
   - the types of arguments that match `...': see sorts.h.

   And with -flto, pass_ipa_free_lang_data forgets in which function a nested
   one is.

   The first two are remembered by the number of the declaration (DECL_UID),
   which needs no help from the garbage collector.  */

#ifndef ESCAPE_FRONTEND_H
#define ESCAPE_FRONTEND_H

/* FUNCTION returns the address of a local that GIMPLE does not show: OFFSET
   bytes into DECL, which has a NAME and was declared at DECLARED.  */
struct returned_address
{
  unsigned function_uid;
  unsigned decl_uid;
  HOST_WIDE_INT offset;
  location_t location;		/* of the return */
  const char *name;
  location_t declared;
};

/* Read the body of FNDECL and of the functions nested in it.  */
extern void frontend_record (tree fndecl);

/* Forget everything.  */
extern void frontend_finish (void);

/* All returned addresses, in the order of the source.  */
extern const vec<returned_address> &returned_addresses ();

/* Whether function FNDECL is nested in function OUTER.  */
extern bool nested_in_p (tree fndecl, tree outer);

/* The same, or nested in one that is, however deep.  */
extern bool nested_within_p (tree fndecl, tree outer);

/* The name of the function that FNDECL is nested in, or NULL.  */
extern const char *enclosing_function_name (tree fndecl);

/* Whether DECL is a compound literal.  */
extern bool compound_literal_p (tree decl);

#endif /* ESCAPE_FRONTEND_H */
