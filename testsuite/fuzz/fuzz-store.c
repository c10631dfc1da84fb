/* Any bytes as a file of models: nothing must break.

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



/* For libFuzzer (make check-fuzz), and for the unit test of the store, which
   includes this file and replays the corpus.

   The first byte tells what the others are taken for: a whole file as it is, a
   file whose checksum and size are put right (or no mutation would ever get
   beyond them), or the record of one function in a sound file.  What can be
   read is called, solved, and must be the same when it is written and read
   again.  */

#include "graph.h"
#include "solve.h"
#include "store-int.h"
#include "store.h"
#include "transfer.h"

#include <libiberty/libiberty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *, size_t);

/* What the input is taken for.  */
enum { WHOLE, REPAIRED, RECORD, WAYS };

static void
set_word (unsigned char *p, uint32_t word)
{
  for (int i = 0; i < 4; i++)
    p[i] = word >> 8 * i & 0xff;
}

/* Put the head of the file of SIZE bytes at FILE right, except for the number
   of its functions.  */

static void
repair (unsigned char *file, size_t size)
{
  if (size < ESC_STORE_HEAD)
    return;
  memcpy (file, ESC_STORE_MAGIC, strlen (ESC_STORE_MAGIC));
  set_word (file + ESC_STORE_AT_VERSION, ESC_STORE_VERSION);
  set_word (file + ESC_STORE_AT_SIZE, size);
  set_word (file + ESC_STORE_AT_CRC,
	    xcrc32 (file + ESC_STORE_AT_POINTER_SIZE,
		    size - ESC_STORE_AT_POINTER_SIZE, 0xffffffff));
}

/* A new sound file of *SIZE bytes with one function, whose record is the N
   bytes at RECORD.  */

static unsigned char *
file_of_record (const unsigned char *record, size_t n, size_t *size)
{
  size_t name = ESC_STORE_HEAD + ESC_STORE_ENTRY;
  unsigned char *file = xcalloc (1, name + 2 + n);

  *size = name + 2 + n;
  set_word (file + ESC_STORE_AT_POINTER_SIZE, 8);
  set_word (file + ESC_STORE_AT_COUNT, 1);
  set_word (file + ESC_STORE_HEAD, name);
  set_word (file + ESC_STORE_HEAD + 4, name + 2);
  set_word (file + ESC_STORE_HEAD + 8, n);
  file[name] = 'f';
  memcpy (file + name + 2, record, n);
  repair (file, *size);
  return file;
}

/* Nobody knows any function.  */

static struct esc_transfer *
no_transfer (void *data, uint32_t symbol, bool *recursive)
{
  (void) data;
  (void) symbol;
  *recursive = false;
  return NULL;
}

static void
no_constant (void *data, struct esc_graph *graph, esc_object constant,
	     uint32_t symbol)
{
  (void) data;
  (void) graph;
  (void) constant;
  (void) symbol;
}

/* Call a function that does what T says, from one that has a graph of DETAIL
   and passes its parameters, a local and a function.  */

static void
call (struct esc_transfer *t, enum esc_detail detail)
{
  static const struct esc_client client
    = { .transfer_of = no_transfer, .read_constant = no_constant };
  struct esc_graph *g = esc_graph_new (8, &client, detail);
  struct esc_argument arguments[4];
  esc_object objects[4]
    = { esc_object_local (g, 0), esc_object_root (g, 0, 0, 0, 0),
	esc_object_function (g, 1, false), esc_object_root (g, 1, 8, 16, 0) };

  memset (arguments, 0, sizeof arguments);
  for (int i = 0; i < 4; i++)
    {
      esc_node node = esc_node_new (g, true);

      esc_add_address (g, node, esc_place_at (g, objects[i],
					      ESC_EXACTLY (0)));
      if (i == 3)
	arguments[i].address = node;
      else
	arguments[i].value = node;
      arguments[i].size.kind = ESC_SIZE_CONSTANT;
      arguments[i].size.value = 64;
    }

  struct esc_call c;

  memset (&c, 0, sizeof c);
  c.arguments = arguments;
  c.n_arguments = 4;
  c.result = esc_node_write (g, esc_place_at (g, esc_object_result (g),
					      ESC_EXACTLY (0)));
  c.sink.name = "f";
  esc_call_apply (g, esc_add_call (g, &c, 0), t, false);
  if (esc_solve (g))
    {
      struct esc_transfer *caller = esc_transfer_new (2);

      esc_graph_reapply (g);
      esc_graph_close (g);
      if (esc_solve (g))
	esc_transfer_extend (caller, g);
      esc_transfer_free (caller);
    }
  esc_graph_free (g);
}

/* Hands for what is stored in unseen memory.  */

static struct esc_sink
hands (void *data, uint32_t symbol)
{
  struct esc_sink sink = { ESC_TO_CALL, ESC_WHERE_KEPT, data };

  (void) symbol;
  return sink;
}

/* The file that has one function "f" of type P which does what T says, as
   *SIZE bytes; the caller frees them.  */

static char *
write_one (const struct esc_prototype *p, const struct esc_transfer *t,
	   unsigned pointer_size, size_t *size)
{
  struct esc_store_writer *writer = esc_store_writer_new (pointer_size);
  char *bytes = NULL;
  FILE *out = open_memstream (&bytes, size);

  if (!esc_store_add (writer, "f", p, t, hands, "f")
      || !esc_store_write (writer, out) || fclose (out) != 0)
    abort ();
  esc_store_writer_free (writer);
  return bytes;
}

/* T, of type P, is the same when it is written and read, however often.  */

static void
write_and_read (const struct esc_prototype *p, const struct esc_transfer *t,
		unsigned pointer_size)
{
  size_t size, again_size;
  enum esc_store_status status;
  struct esc_prototype again_p;
  char *bytes = write_one (p, t, pointer_size, &size);
  struct esc_store *store = esc_store_from_memory (bytes, size, &status);

  if (!store)
    abort ();
  struct esc_transfer *again
    = esc_store_read (store, 0, pointer_size, &again_p);
  if (!again)
    abort ();
  char *again_bytes = write_one (&again_p, again, pointer_size, &again_size);
  if (size != again_size || memcmp (bytes, again_bytes, size) != 0)
    abort ();
  esc_transfer_free (again);
  esc_store_close (store);
  free (again_bytes);
  free (bytes);
}

/* Read all that is in the SIZE bytes at DATA, if they are a file of
   models.  */

static void
read_all (const void *data, size_t size)
{
  enum esc_store_status status;
  struct esc_store *store = esc_store_from_memory (data, size, &status);

  if (!store)
    return;
  for (uint32_t i = 0; i < esc_store_size (store); i++)
    for (unsigned pointer_size = 8; pointer_size >= 4; pointer_size /= 2)
      {
	struct esc_prototype prototype;
	struct esc_transfer *t
	  = esc_store_read (store, i, pointer_size, &prototype);
	uint32_t found;

	if (!esc_store_find (store, esc_store_name (store, i), &found)
	    || found != i)
	  abort ();
	if (!t)
	  continue;
	call (t, ESC_FINE);
	call (t, ESC_COARSE);
	write_and_read (&prototype, t, pointer_size);
	esc_transfer_free (t);
      }
  esc_store_close (store);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  if (!size)
    return 0;
  unsigned char *file = NULL;
  int way = *data++ % WAYS;
  size--;
  switch (way)
    {
    case WHOLE:
    case REPAIRED:
      file = xmemdup (data, size, size + 1);
      if (way == REPAIRED)
	repair (file, size);
      break;
    case RECORD:
      file = file_of_record (data, size, &size);
    }
  read_all (file, size);
  free (file);
  return 0;
}
