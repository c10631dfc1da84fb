/* escape-models: work on files of models.

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



/* Files of models are made by the plugin, one for each file that is compiled
   with -fplugin-arg-escape-export=FILE.  This puts several into one, and tells
   what is in them.  Errors are told as GCC tells them; the exit status is 1
   after one, and 2 after wrong arguments.  */

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store.h"

static const char usage[]
  = "Usage: escape-models merge -o OUTPUT [FILE...]\n"
    "       escape-models list FILE...\n"
    "\n"
    "Work on files of models, which gcc -fplugin=escape\n"
    "-fplugin-arg-escape-export=FILE makes.\n"
    "\n"
    "  merge   put all functions of the FILEs into OUTPUT; a function may be\n"
    "          in one of them only\n"
    "  list    print the names of all functions, one a line\n";

static void error (const char *, ...) __attribute__ ((format (printf, 1, 2)));

static void
error (const char *format, ...)
{
  va_list args;

  fputs ("escape-models: error: ", stderr);
  va_start (args, format);
  vfprintf (stderr, format, args);
  va_end (args);
  fputc ('\n', stderr);
}

/* Open FILE, or tell what is wrong with it and return NULL.  */

static struct esc_store *
open_store (const char *file)
{
  enum esc_store_status status;
  struct esc_store *store = esc_store_open (file, &status);

  switch (status)
    {
    case ESC_STORE_GOOD:
      break;
    case ESC_STORE_UNREADABLE:
      error ("cannot read '%s': %s", file, strerror (errno));
      break;
    case ESC_STORE_FOREIGN:
      error ("'%s' is not a file of models", file);
      break;
    case ESC_STORE_OTHER_VERSION:
      error ("models in '%s' were made by another version of escape", file);
      break;
    case ESC_STORE_DAMAGED:
      error ("models in '%s' are damaged", file);
      break;
    }
  return store;
}

/* Write what WRITER has to FILE.  When that fails, there is no such file.  */

static int
write_output (struct esc_store_writer *writer, const char *file)
{
  FILE *out = fopen (file, "wb");
  bool good = out && esc_store_write (writer, out) && fflush (out) == 0;
  int why = errno;
  struct stat status;

  if (out && fclose (out) != 0 && good)
    {
      good = false;
      why = errno;
    }
  if (good)
    return EXIT_SUCCESS;
  error ("cannot write '%s': %s", file, strerror (why));
  if (out && stat (file, &status) == 0 && S_ISREG (status.st_mode))
    unlink (file);
  return EXIT_FAILURE;
}

/* Tell which functions of STORES[I], whose names are in FILES, one of those
   before it has, too.  Return whether there are any.  */

static bool
repeats (struct esc_store *const *stores, char *const *files, int i)
{
  bool any = false;

  for (uint32_t f = 0; f < esc_store_size (stores[i]); f++)
    for (int j = 0; j < i; j++)
      {
	const char *name = esc_store_name (stores[i], f);
	uint32_t other;

	if (!esc_store_find (stores[j], name, &other))
	  continue;
	error ("'%s' is in '%s' and in '%s'", name, files[j], files[i]);
	any = true;
      }
  return any;
}

/* Merge the N FILES into OUTPUT.  */

static int
merge (const char *output, char *const *files, int n)
{
  struct esc_store **stores = calloc (n + 1, sizeof *stores);
  struct esc_store_writer *writer = NULL;
  int status = stores ? EXIT_SUCCESS : EXIT_FAILURE;

  for (int i = 0; i < n && status == EXIT_SUCCESS; i++)
    {
      stores[i] = open_store (files[i]);
      if (!stores[i])
	{
	  status = EXIT_FAILURE;
	  break;
	}
      if (!writer)
	writer = esc_store_writer_new (esc_store_pointer_size (stores[i]));
      if (!esc_store_add_all (writer, stores[i]))
	{
	  error ("'%s' and '%s' are for different targets", files[0],
		 files[i]);
	  status = EXIT_FAILURE;
	}
      if (repeats (stores, files, i))
	status = EXIT_FAILURE;
    }
  if (!writer)
    writer = esc_store_writer_new (sizeof (void *));
  if (status == EXIT_SUCCESS)
    status = write_output (writer, output);
  esc_store_writer_free (writer);
  for (int i = 0; stores && i < n; i++)
    esc_store_close (stores[i]);
  free (stores);
  return status;
}

/* List the functions of the N FILES.  */

static int
list (char *const *files, int n)
{
  int status = EXIT_SUCCESS;

  for (int i = 0; i < n; i++)
    {
      struct esc_store *store = open_store (files[i]);

      if (!store)
	{
	  status = EXIT_FAILURE;
	  continue;
	}
      for (uint32_t f = 0; f < esc_store_size (store); f++)
	puts (esc_store_name (store, f));
      esc_store_close (store);
    }
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      error ("cannot write: %s", strerror (errno));
      status = EXIT_FAILURE;
    }
  return status;
}

int
main (int argc, char **argv)
{
  const char *output = NULL;
  bool good = true;
  int c;

  if (argc == 2 && strcmp (argv[1], "--help") == 0)
    {
      fputs (usage, stdout);
      return EXIT_SUCCESS;
    }
  const char *command = argc > 1 ? argv[1] : "";
  optind = 2;
  while (argc > 2 && (c = getopt (argc, argv, "o:")) != -1)
    if (c == 'o')
      output = optarg;
    else
      good = false;
  char **files = argv + optind;
  int n = argc - optind;

  if (good && strcmp (command, "merge") == 0 && output)
    return merge (output, files, n);
  if (good && n > 0 && strcmp (command, "list") == 0 && !output)
    return list (files, n);
  fputs (usage, stderr);
  return 2;
}
