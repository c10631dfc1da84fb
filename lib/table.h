/* A hash table from 64-bit keys to 32-bit values.

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


/* libiberty's hash tables hold pointers; the graph's keys are pairs of small
   numbers (an edge, a kind and a symbol), millions of them in a large file,
   so they are kept by value.  Open addressing, linear probing, at most half
   full.  A value of 0 means absent.  */

#ifndef ESC_TABLE_H
#define ESC_TABLE_H

#include <stdint.h>

struct esc_table
{
  uint64_t *keys;
  uint32_t *values;
  uint32_t n;
  uint32_t size;		/* a power of two, or 0 */
};

/* The slot of KEY in TABLE, made with value 0 if there was none.  Good until
   the next call.  The caller who stores 0 there leaves the key absent.  */
uint32_t *esc_table_slot (struct esc_table *table, uint64_t key);

/* The value of KEY, or 0.  */
uint32_t esc_table_get (const struct esc_table *table, uint64_t key);

void esc_table_free (struct esc_table *table);

#endif /* ESC_TABLE_H */
