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


#include "table.h"

#include <libiberty/libiberty.h>
#include <stdlib.h>
#include <string.h>

/* The finaliser of MurmurHash3 (Appleby, 2011).  */
static inline uint32_t
hash_of (uint64_t key)
{
  key ^= key >> 33;
  key *= UINT64_C (0xff51afd7ed558ccd);
  key ^= key >> 33;
  return (uint32_t) key;
}

/* The index of KEY in TABLE, or of the free slot where it would go.  A slot
   is free when its value is 0.  */
static uint32_t
find (const struct esc_table *table, uint64_t key)
{
  uint32_t mask = table->size - 1;
  uint32_t i = hash_of (key) & mask;
  while (table->values[i] && table->keys[i] != key)
    i = (i + 1) & mask;
  return i;
}

static void
grow (struct esc_table *table)
{
  struct esc_table old = *table;
  table->size = old.size ? old.size * 2 : 64;
  table->keys = XNEWVEC (uint64_t, table->size);
  table->values = XCNEWVEC (uint32_t, table->size);
  table->n = 0;
  for (uint32_t i = 0; i < old.size; i++)
    if (old.values[i])
      {
	uint32_t j = find (table, old.keys[i]);
	table->keys[j] = old.keys[i];
	table->values[j] = old.values[i];
	table->n++;
      }
  free (old.keys);
  free (old.values);
}

uint32_t *
esc_table_slot (struct esc_table *table, uint64_t key)
{
  if (table->n * 2 >= table->size)
    grow (table);
  uint32_t i = find (table, key);
  if (!table->values[i])
    {
      table->keys[i] = key;
      table->n++;
    }
  return &table->values[i];
}

uint32_t
esc_table_get (const struct esc_table *table, uint64_t key)
{
  return table->size ? table->values[find (table, key)] : 0;
}

void
esc_table_free (struct esc_table *table)
{
  free (table->keys);
  free (table->values);
  memset (table, 0, sizeof *table);
}
