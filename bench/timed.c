/* Run a command and write what it took.

   Copyright (C) 2026 The escape authors.

   This file is part of escape.

   escape is free software; you can redistribute it and/or modify it under
   the terms of the GNU General Public License as published by the Free
   Software Foundation; either version 3 of the License, or (at your option)
   any later version.

   escape is distributed in the hope that it will be useful, but WITHOUT ANY
   WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
   FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
   details.

   You should have received a copy of the GNU General Public License along
   with this program.  If not, see <https://www.gnu.org/licenses/>.  */

/* Usage: timed COMMAND [ARGUMENT...]

   When COMMAND has ended, one line on standard output tells the processor
   time of it and of all its descendants (user and system, in seconds) and
   the peak memory of the largest of them (in kilobytes).  A compiler driver
   does its work in children, so both are the children's.  COMMAND's own
   standard output goes to standard error, so that the line stands alone.
   The exit status is COMMAND's, or 125 when it could not be run.  */

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CANNOT_RUN = 125 };

static double
seconds (struct timeval t)
{
  return t.tv_sec + t.tv_usec / 1e6;
}

int
main (int argc, char **argv)
{
  if (argc < 2)
    {
      fprintf (stderr, "usage: timed COMMAND [ARGUMENT...]\n");
      return CANNOT_RUN;
    }

  pid_t child = fork ();
  if (child == 0)
    {
      dup2 (STDERR_FILENO, STDOUT_FILENO);
      execvp (argv[1], argv + 1);
      fprintf (stderr, "timed: %s: %s\n", argv[1], strerror (errno));
      _exit (CANNOT_RUN);
    }

  int status;
  struct rusage used;
  if (child < 0
      || waitpid (child, &status, 0) < 0
      || getrusage (RUSAGE_CHILDREN, &used) < 0)
    {
      fprintf (stderr, "timed: %s\n", strerror (errno));
      return CANNOT_RUN;
    }
  printf ("%.3f %ld\n", seconds (used.ru_utime) + seconds (used.ru_stime),
	  used.ru_maxrss);
  return WIFEXITED (status) ? WEXITSTATUS (status) : CANNOT_RUN;
}
