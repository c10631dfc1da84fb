/* Constant tables that are read at an index.

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


/* What table[i].member reads is one of a few constants, and which of them
   depends on the index alone, so that what is known of one column of a table
   tells something of another (assume.h).  */

#ifndef ESCAPE_TABLES_H
#define ESCAPE_TABLES_H

#include "numbers.h"

/* What a load reads from a constant table: its elements by INDEX, each a small
   number or, where it is none, SMALL_NUMBERS.  Without any it is no table.  */
struct table
{
  tree index;
  auto_vec<unsigned char> elements;
};

/* What the load STMT reads.  */
extern const table *table_of_load (gassign *stmt);

/* Forget what is in the tables that have been read.  */
extern void forget_tables (void);

#endif /* ESCAPE_TABLES_H */
