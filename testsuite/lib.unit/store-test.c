/* Files of models: writing, reading, and what is wrong with them.

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


#include "../fuzz/fuzz-store.c"

#include <dejagnu.h>
#include <dirent.h>

static void
check (bool good, const char *what)
{
  if (good)
    pass ("%s", what);
  else
    fail ("%s", what);
}

/* The transfer of a function of two parameters and `...' that does all that a
   transfer can tell of: it stores parameter 1 in what parameter 0 points to
   and in a global, makes a block whose size is the square of parameter 1's
   value and gives it back, calls what parameter 0 points to with that, and passes `...'
   to an unseen function.  The caller frees it.  */

static struct esc_transfer *
make_transfer (void)
{
  static const struct esc_client client
    = { .transfer_of = no_transfer, .read_constant = no_constant };
  static const struct esc_sink unseen
    = { ESC_TO_CALL, ESC_WHERE_PASSED_UNSEEN, "unseen" };
  static const struct esc_size size = { ESC_SIZE_PRODUCT, 1, 4, 1 };
  struct esc_graph *g = esc_graph_new (8, &client, ESC_FINE);
  esc_object objects[]
    = { esc_object_root (g, 0, 0, 0, 0), esc_object_root (g, 1, 0, 0, 0),
	esc_object_root (g, ESC_ROOT_VARARGS, 0, 0, 0),
	esc_object_block (g, 0, &size), esc_object_global (g, 3, false) };
  esc_node nodes[5];

  for (int i = 0; i < 5; i++)
    {
      nodes[i] = esc_node_new (g, true);
      esc_add_address (g, nodes[i], esc_place_at (g, objects[i],
						  ESC_EXACTLY (0)));
    }
  esc_add_store (g, nodes[0], ESC_EXACTLY (16), nodes[1], 1);
  esc_add_store (g, nodes[4], ESC_EXACTLY (0), nodes[1], 2);
  esc_add_store (g, nodes[3], ESC_EXACTLY (8), nodes[4], 3);
  esc_add_copy (g, esc_node_write (g, esc_place_at (g, esc_object_result (g),
						    ESC_EXACTLY (0))),
		nodes[3], 4);
  esc_add_copy (g, esc_node_write (g, esc_place_at (g,
						    esc_object_sink (g,
								     &unseen),
						    ESC_ANYWHERE)),
		nodes[2], 5);

  struct esc_argument argument = { nodes[3], 0, { ESC_SIZE_UNKNOWN, 0, 0, 0 } };
  struct esc_call c;

  memset (&c, 0, sizeof c);
  c.arguments = &argument;
  c.n_arguments = 1;
  c.result = esc_node_new (g, true);
  c.sink = unseen;
  esc_node pointer = esc_node_new (g, true);
  esc_add_load (g, pointer, nodes[0], ESC_EXACTLY (24), 0);
  esc_add_call (g, &c, pointer);
  esc_add_store (g, nodes[0], ESC_EXACTLY (32), c.result, 6);
  esc_solve (g);

  struct esc_transfer *t = esc_transfer_new (2);

  esc_transfer_extend (t, g);
  esc_transfer_seal (t);
  esc_graph_free (g);
  return t;
}

static const unsigned char kinds[] = { ESC_PASSED_POINTER, ESC_PASSED_SCALAR };
static const struct esc_prototype prototype
  = { 2, ESC_MORE_VARIABLE, ESC_PASSED_POINTER, kinds };

/* A file of three functions that do the same, as *SIZE bytes; the caller frees
   them.  */

static char *
make_file (size_t *size)
{
  static const char *const names[] = { "second", "first", "third", "first" };
  struct esc_store_writer *writer = esc_store_writer_new (8);
  struct esc_transfer *t = make_transfer ();
  char *bytes = NULL;
  FILE *out = open_memstream (&bytes, size);

  for (int i = 0; i < 4; i++)
    check (esc_store_add (writer, names[i], &prototype, t, hands, "f"),
	   "a function is added");
  check (esc_store_write (writer, out) && fclose (out) == 0,
	 "a file is written");
  esc_store_writer_free (writer);
  esc_transfer_free (t);
  return bytes;
}

static void
test_reading (void)
{
  size_t size;
  char *bytes = make_file (&size);
  enum esc_store_status status;
  struct esc_store *store = esc_store_from_memory (bytes, size, &status);
  struct esc_transfer *t = make_transfer ();
  uint32_t i = 99;

  check (store && status == ESC_STORE_GOOD, "what was written is read");
  check (esc_store_size (store) == 3 && esc_store_pointer_size (store) == 8,
	 "of two functions of one name, one is left");
  check (esc_store_find (store, "first", &i) && i == 0
	   && esc_store_find (store, "third", &i) && i == 2,
	 "functions are found by name");
  check (!esc_store_find (store, "", &i) && !esc_store_find (store, "a", &i)
	   && !esc_store_find (store, "seconds", &i)
	   && !esc_store_find (store, "zzz", &i),
	 "others are not");

  struct esc_prototype p;
  struct esc_transfer *again = esc_store_read (store, 1, 8, &p);

  check (again && esc_transfer_facts (again) == esc_transfer_facts (t),
	 "no fact is lost");
  check (p.n_parameters == 2 && p.more == ESC_MORE_VARIABLE
	   && p.result == ESC_PASSED_POINTER
	   && memcmp (p.parameters, kinds, 2) == 0,
	 "nor is the prototype");
  esc_transfer_free (again);
  again = esc_store_read (store, 1, 4, &p);
  check (again && esc_transfer_facts (again) == esc_transfer_facts (t),
	 "pointers of another size");
  esc_transfer_free (again);
  read_all (bytes, size);
  pass ("what is read is written the same again");
  esc_transfer_free (t);
  esc_store_close (store);
  free (bytes);
}

/* The status of what stands in the SIZE bytes at BYTES.  */

static enum esc_store_status
status_of (const char *bytes, size_t size)
{
  enum esc_store_status status;

  esc_store_close (esc_store_from_memory (bytes, size, &status));
  return status;
}

/* No part of a file is taken for a whole one, nor one with a wrong bit.  */

static void
test_damage (void)
{
  size_t size, good = 0;
  char *bytes = make_file (&size);

  check (status_of (bytes, size) == ESC_STORE_GOOD, "a whole file");
  for (size_t n = 0; n < size; n++)
    {
      char *part = xmemdup (bytes, n, n + 1);

      good += status_of (part, n) == ESC_STORE_GOOD;
      free (part);
    }
  check (good == 0, "cut off after any byte");
  for (size_t i = 0; i < 8 * size; i++)
    {
      bytes[i / 8] ^= 1 << i % 8;
      good += status_of (bytes, size) == ESC_STORE_GOOD;
      bytes[i / 8] ^= 1 << i % 8;
    }
  check (good == 0, "any bit is wrong");
  check (status_of ("", 0) == ESC_STORE_FOREIGN, "nothing");
  check (status_of ("int main;\n", 10) == ESC_STORE_FOREIGN, "a foreign file");
  bytes[8]++;
  check (status_of (bytes, size) == ESC_STORE_OTHER_VERSION,
	 "another version");
  free (bytes);
}

/* Damage that the checksum does not show breaks nothing.  */

static void
test_mutations (void)
{
  size_t size;
  char *bytes = make_file (&size);
  unsigned seed = 1;

  for (int i = 0; i < 20000; i++)
    {
      unsigned char *copy = xmemdup (bytes, size, size);

      for (int j = 0; j < 3; j++)
	{
	  seed = seed * 1103515245 + 12345;
	  copy[seed / 65536 % size] = seed >> 8;
	}
      repair (copy, size);
      read_all (copy, size);
      free (copy);
    }
  pass ("mutations");
  free (bytes);
}

/* What has been found by fuzzing, and what leads there.  */

static void
test_corpus (void)
{
  char *folder = xstrndup (__FILE__, lbasename (__FILE__) - __FILE__);
  char *corpus = concat (folder, "../fuzz/corpus/", NULL);
  DIR *dir = opendir (corpus);
  int n = 0;

  for (struct dirent *d; dir && (d = readdir (dir));)
    {
      char *name = concat (corpus, d->d_name, NULL);
      FILE *in = d->d_name[0] != '.' ? fopen (name, "rb") : NULL;
      static uint8_t data[65536];

      if (in)
	{
	  LLVMFuzzerTestOneInput (data, fread (data, 1, sizeof data, in));
	  fclose (in);
	  n++;
	}
      free (name);
    }
  if (dir)
    closedir (dir);
  check (n > 0, "the corpus is replayed");
  free (corpus);
  free (folder);
}

int
main (void)
{
  test_reading ();
  test_damage ();
  test_mutations ();
  test_corpus ();
  return 0;
}
