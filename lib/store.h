/* The stored form of transfers: files of models.

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



/* A file of models holds the transfers of functions whose bodies will not be
   seen, made from bodies that say what they do (see the manual, "Models").  It
   is mapped into memory; a transfer is found by the name of its function, as
   the assembler has it, and decoded only when that is called.

   Everything that is read is checked: a file that is damaged, cut off,
   foreign or malicious makes reading fail, and does no other harm.  It is the
   same on hosts of any byte order.  Offsets and sizes are those of the target
   it was made for; for a target with pointers of another size, all of them are
   forgotten, which is sound.

   What a transfer says of symbols of the unit it was made in is said without
   them: what a function stores in a variable gets into hands that are called
   by a name, and what it reads from one is unseen memory.  */

#ifndef ESC_STORE_H
#define ESC_STORE_H

#include <stdio.h>

#include "graph.h"

#ifdef __cplusplus
extern "C" {
#endif

struct esc_transfer;

/* How a value is passed, as far as callers and callees must agree on it.  */
enum esc_passed
{
  ESC_PASSED_NOTHING,		/* a void result */
  ESC_PASSED_SCALAR,		/* a number */
  ESC_PASSED_POINTER,
  ESC_PASSED_AGGREGATE
};

/* What a function takes after its named parameters.  */
enum esc_more
{
  ESC_MORE_NOTHING,
  ESC_MORE_VARIABLE,		/* `...' */
  ESC_MORE_ANYTHING		/* parameters that the model does not name and
				   that do not matter */
};

/* The type of a function.  */
struct esc_prototype
{
  uint32_t n_parameters;	/* that have names */
  enum esc_more more;
  enum esc_passed result;
  const unsigned char *parameters; /* enum esc_passed of each */
};

/* The most parameters that a function in a store can have.  */
enum { ESC_MAX_PARAMETERS = 255 };

/* Writing.  */

struct esc_store_writer;

/* A writer of an empty store, for a target whose pointers have POINTER_SIZE
   bytes.  */
struct esc_store_writer *esc_store_writer_new (unsigned pointer_size);
void esc_store_writer_free (struct esc_store_writer *writer);

/* Add function NAME, of type PROTOTYPE, with what TRANSFER says; it takes the
   place of one that has the same name.  HANDS, called with DATA, names the
   hands that what is stored in the global SYMBOL (0: in memory that nobody
   knows) gets into.  Everything is copied.  Return false if it is more than a
   store can hold.  */
bool esc_store_add (struct esc_store_writer *writer, const char *name,
		    const struct esc_prototype *prototype,
		    const struct esc_transfer *transfer,
		    struct esc_sink (*hands) (void *data, uint32_t symbol),
		    void *data);

struct esc_store;

/* Add all functions of STORE.  Return false if it is for another target.  */
bool esc_store_add_all (struct esc_store_writer *writer,
			const struct esc_store *store);

/* Write the store to OUT, sorted by name.  Return false on an error, told by
   errno.  */
bool esc_store_write (struct esc_store_writer *writer, FILE *out);

/* Reading.  */

enum esc_store_status
{
  ESC_STORE_GOOD,
  ESC_STORE_UNREADABLE,		/* errno tells why */
  ESC_STORE_FOREIGN,		/* something else */
  ESC_STORE_OTHER_VERSION,
  ESC_STORE_DAMAGED
};

/* Map FILE and check it.  NULL on an error, told in *STATUS.  */
struct esc_store *esc_store_open (const char *file,
				  enum esc_store_status *status);

/* The same for SIZE bytes at DATA, which must outlive the store.  */
struct esc_store *esc_store_from_memory (const void *data, size_t size,
					 enum esc_store_status *status);

void esc_store_close (struct esc_store *store);

/* The bytes of a pointer of the target that STORE is for.  */
unsigned esc_store_pointer_size (const struct esc_store *store);

/* The number of functions in STORE, and the name of the I-th.  */
uint32_t esc_store_size (const struct esc_store *store);
const char *esc_store_name (const struct esc_store *store, uint32_t i);

/* Set *I to the number of function NAME.  Return false if there is none.  */
bool esc_store_find (const struct esc_store *store, const char *name,
		     uint32_t *i);

/* The transfer of the I-th function, for a target with POINTER_SIZE, and its
   prototype; or NULL if it is not well-formed.  The caller frees it with
   esc_transfer_free; what PROTOTYPE and the transfer point to lives as long
   as STORE.  */
struct esc_transfer *esc_store_read (const struct esc_store *store,
				     uint32_t i, unsigned pointer_size,
				     struct esc_prototype *prototype);

#ifdef __cplusplus
}
#endif

#endif /* ESC_STORE_H */
