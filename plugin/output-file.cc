/* Files that the plugin writes.

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

/* The file is written under another name in the same folder and renamed when
   it is whole, so that a compiler that is killed, or that finds the disk
   full, leaves no half-written file where a reader expects a whole one.
   What is no regular file, such as a pipe, is written to as it is; so is
   /dev/stdout, even where it leads to a regular file.  */

#include "gcc-compat.h"
#include "diagnostic-core.h"
#include "output-file.h"

/* What a file is to hold.  */

struct content
{
  bool (*write) (FILE *, const void *);
  const void *data;
};

/* Tell the user, from errno, why NAME could not be written.  */

static void
cannot_write (const char *name)
{
  error_at (UNKNOWN_LOCATION, "cannot write %qs: %m", name);
}

/* Write CONTENT to OUT and close it.  False on an error, told by errno.  */

static bool
write_and_close (FILE *out, const struct content &content)
{
  bool written = content.write (out, content.data) && fflush (out) == 0;
  int error = errno;

  if (fclose (out) != 0 && written)
    return false;
  errno = error;
  return written;
}

/* Write CONTENT to OUT, which is open on NAME, or NULL if it could not be
   opened.  */

static void
write_in_place (FILE *out, const char *name,
		const struct content &content)
{
  if (!out || !write_and_close (out, content))
    cannot_write (name);
}

/* The standard output or error if they go to the file that STATUS is of, or
   NULL.  To open that file again would be to write over what the compiler
   has written, and to rename another to it would lose that.  */

static FILE *
standard_stream (const struct stat *status)
{
  FILE *const streams[] = { stdout, stderr };

  for (size_t i = 0; i < ARRAY_SIZE (streams); i++)
    {
      struct stat standard;

      if (fstat (fileno (streams[i]), &standard) == 0
	  && standard.st_dev == status->st_dev
	  && standard.st_ino == status->st_ino)
	return streams[i];
    }
  return NULL;
}

char *
new_file_beside (const char *name)
{
  char *folder = xstrndup (name, lbasename (name) - name);
  char *temporary = concat (folder, ".escape-XXXXXX", NULL);
  int fd = mkstemp (temporary);
  int error = errno;

  free (folder);
  if (fd >= 0)
    {
      /* The permissions that fopen would give it.  */
      mode_t mask = umask (0);
      umask (mask);

      bool ready = fchmod (fd, 0666 & ~mask) == 0;
      error = errno;
      close (fd);
      if (ready)
	return temporary;
      unlink (temporary);
    }
  free (temporary);
  errno = error;
  return NULL;
}

/* Write CONTENT to a temporary file and let it take the place of the file
   TARGET.  NAME is what the user calls that.  */

static void
write_and_rename (const char *target, const char *name,
		  const struct content &content)
{
  char *temporary = new_file_beside (target);
  FILE *out = temporary ? fopen (temporary, "w") : NULL;

  if (!out || !write_and_close (out, content)
      || rename (temporary, target) != 0)
    {
      cannot_write (name);
      if (temporary)
	unlink (temporary);
    }
  free (temporary);
}

void
write_output_file (const char *name, bool (*write) (FILE *, const void *),
		   const void *data)
{
  const struct content content = { write, data };
  FILE *standard;
  struct stat status;

  if (stat (name, &status) != 0)
    {
      /* A link that leads to no file yet must stay a link.  */
      if (errno == ENOENT && lstat (name, &status) == 0)
	write_in_place (fopen (name, "w"), name, content);
      else
	write_and_rename (name, name, content);
    }
  else if ((standard = standard_stream (&status)) != NULL)
    {
      fflush (standard);
      write_in_place (fdopen (dup (fileno (standard)), "w"), name, content);
    }
  else if (!S_ISREG (status.st_mode))
    write_in_place (fopen (name, "w"), name, content);
  else if (access (name, W_OK) != 0)
    /* Who may write to the folder could replace even this file.  */
    cannot_write (name);
  else
    {
      /* Replace the file, not the links that lead to it.  */
      char *target = realpath (name, NULL);

      if (target)
	write_and_rename (target, name, content);
      else
	cannot_write (name);
      free (target);
    }
}
