/* Models of <unistd.h> and <fcntl.h>.

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


/* Bytes that are written to a file, a pipe or a socket may be read from there
   by any thread: what pointers lie among them is in unseen hands.  */

#define _GNU_SOURCE 1
#include <fcntl.h>
#include <unistd.h>
#include <sys/uio.h>

#include "model.h"

ssize_t
read (int fd, void *p, size_t n)
{
  FILL (p);
  return n;
}
SAME_AS (read, pread, pread64, __read_chk, __pread_chk, __pread64_chk)

ssize_t
write (int fd, const void *p, size_t n)
{
  TAKE (written_bytes, p);
  return n;
}
SAME_AS (write, pwrite, pwrite64)

/* <sys/uio.h> */

ssize_t
readv (int fd, const struct iovec *vector, int n)
{
  FILL (vector[model_any].iov_base);
  return n;
}
SAME_AS (readv, preadv, preadv64, preadv2, preadv64v2)

ssize_t
writev (int fd, const struct iovec *vector, int n)
{
  TAKE (written_bytes, vector[model_any].iov_base);
  return n;
}
SAME_AS (writev, pwritev, pwritev64, pwritev2, pwritev64v2)

/* The other process may be this one.  */

ssize_t
process_vm_readv (pid_t pid, const struct iovec *here, unsigned long n_here,
		  const struct iovec *there, unsigned long n_there,
		  unsigned long flags)
{
  FILL (here[model_any].iov_base);
  __builtin_memcpy (here[model_any].iov_base, there[model_any].iov_base,
		    model_any);
  return 0;
}

ssize_t
process_vm_writev (pid_t pid, const struct iovec *here, unsigned long n_here,
		   const struct iovec *there, unsigned long n_there,
		   unsigned long flags)
{
  TAKE (written_bytes, here[model_any].iov_base);
  __builtin_memcpy (there[model_any].iov_base, here[model_any].iov_base,
		    model_any);
  return 0;
}

/* Names in memory of the caller's, in new blocks, and in memory of the
   library's.  */

char *
getcwd (char *buffer, size_t size)
{
  return EITHER (buffer, BLOCK ());
}
SAME_AS (getcwd, __getcwd_chk)

char *
getwd (char *buffer)
{
  return buffer;
}
SAME_AS (getwd, __getwd_chk)

char *
get_current_dir_name (void)
{
  return BLOCK ();
}

static char name_in_library[1];

static char *
return_name (void)
{
  return name_in_library;
}
SAME_AS (return_name, ttyname, getlogin, getpass, getusershell)

void
swab (const void *restrict from, void *restrict to, ssize_t n)
{
  __builtin_memcpy (to, from, n);
}

void *
sbrk (intptr_t delta)
{
  return model_unknown;
}

/* Where the program counter was is noted down as long as profiling goes on.  */

static unsigned short *profile;

int
profil (unsigned short *counts, size_t size, size_t offset, unsigned int scale)
{
  profile = counts;
  return 0;
}

/* Options.  The arguments are put into another order, and the one that is
   looked at is noted down.  */

int
getopt (int argc, char *const *argv, const char *options)
{
  char **arguments = (char **) argv;

  optarg = SOMEWHERE (arguments[model_any]);
  arguments[model_any] = arguments[model_any];
  return 0;
}
SAME_AS (getopt, __posix_getopt, getopt_long, getopt_long_only)

KEEP_NOTHING (access, eaccess, euidaccess, faccessat, acct, brk, chdir, chown,
	      lchown, fchownat, chroot, execl, execle, execlp, execv, execve,
	      execveat, execvp, execvpe, fexecve, getdomainname,
	      __getdomainname_chk, getentropy, getgroups, __getgroups_chk,
	      gethostname, __gethostname_chk, getlogin_r, __getlogin_r_chk,
	      getresgid, getresuid, link, linkat, pipe, pipe2, revoke, rmdir,
	      setdomainname, sethostname, setlogin, symlink, symlinkat,
	      truncate, truncate64, ttyname_r, __ttyname_r_chk, unlink,
	      unlinkat, pathconf, confstr, __confstr_chk, copy_file_range,
	      readlink, readlinkat, __readlink_chk, __readlinkat_chk, close,
	      lseek, lseek64, setgroups, encrypt)

/* <fcntl.h>.  What fcntl is pointed to is read and written while it runs.  */

KEEP_NOTHING (creat, creat64, open, open64, openat, openat64, __open_2,
	      __open64_2, __openat_2, __openat64_2, fcntl, fcntl64, splice,
	      name_to_handle_at, open_by_handle_at)
