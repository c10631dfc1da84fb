/* Models: what functions do whose bodies are not seen.

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



/* Transfers that were made from bodies in other files (lib/store.h): those
   that come with the plugin, for the C library, and those that the user gives
   with models=FILE.  And how such files are made, with export=FILE.  */

#ifndef ESCAPE_MODELS_H
#define ESCAPE_MODELS_H

struct unit;
struct function_order;
struct esc_transfer;

/* Where the plugin was loaded from: the models that come with it are beside
   it.  */
extern void set_models_beside (const char *plugin_file);

/* Open the files of models.  What is wrong with one is an error for the user;
   returns false then.  */
extern bool open_models ();

/* Close them.  No transfer of theirs may be in use.  */
extern void close_models ();

/* What is known of function DECL, which is not defined in the unit, from the
   models; or NULL.  */
extern struct esc_transfer *model_of_function (tree decl);

/* Whether the arguments of CALL, from the one numbered FROM to the one before
   TO, fit a function whose declaration is DECL and that has a model.  */
extern bool call_fits_model_p (gcall *call, tree decl, unsigned from,
			       unsigned to);

/* Write what is known of the functions of U, in ORDER, that other files can
   call to the file that export= names.  */
extern void export_models (unit *u, const function_order &order);

#endif /* ESCAPE_MODELS_H */
