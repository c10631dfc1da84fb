/* Models of <dirent.h>, <ftw.h>, <fts.h> and <glob.h>.

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


#define _GNU_SOURCE 1
#include <dirent.h>
#include <fts.h>
#include <ftw.h>
#include <glob.h>

#include "model.h"

/* The entries that are read lie in the open directory.  */

static DIR *
open_directory (void)
{
  return BLOCK ();
}
SAME_AS (open_directory, opendir, fdopendir)

static struct dirent *
read_entry (DIR *directory)
{
  return SOMEWHERE (directory);
}
SAME_AS (read_entry, readdir, readdir64)

int
readdir_r (DIR *restrict directory, struct dirent *restrict entry,
	   struct dirent **restrict result)
{
  *result = entry;
  return 0;
}
SAME_AS (readdir_r, readdir64_r)

/* A list of new entries.  */

int
scandir (const char *restrict name, struct dirent ***restrict list,
	 int (*filter) (const struct dirent *),
	 int (*compare) (const struct dirent **, const struct dirent **))
{
  struct dirent **entries = BLOCK ();

  entries[model_any] = BLOCK ();
  filter (entries[model_any]);
  compare ((const struct dirent **) &entries[model_any],
	   (const struct dirent **) &entries[model_any]);
  *list = entries;
  return 0;
}
SAME_AS (scandir, scandir64)

int
scandirat (int fd, const char *restrict name, struct dirent ***restrict list,
	   int (*filter) (const struct dirent *),
	   int (*compare) (const struct dirent **, const struct dirent **))
{
  return scandir (name, list, filter, compare);
}
SAME_AS (scandirat, scandirat64)

KEEP_NOTHING (closedir, dirfd, rewinddir, seekdir, telldir, alphasort,
	      alphasort64, versionsort, versionsort64, getdents64,
	      getdirentries, getdirentries64)

/* <ftw.h>: the function gets paths that begin with the name that was given,
   and this may be the first of them.  */

static struct stat file_status;
static struct FTW file_level;
static char file_path[1];

int
ftw (const char *name, __ftw_func_t visit, int n)
{
  return visit (EITHER (name, file_path), &file_status, model_any);
}
SAME_AS (ftw, ftw64)

int
nftw (const char *name, __nftw_func_t visit, int n, int flags)
{
  return visit (EITHER (name, file_path), &file_status, model_any,
		&file_level);
}
SAME_AS (nftw, nftw64)

/* <fts.h> */

FTS *
fts_open (char *const *names, int options,
	  int (*compare) (const FTSENT **, const FTSENT **))
{
  FTS *walk = __builtin_malloc (sizeof *walk);
  FTSENT *entry = BLOCK ();

  entry->fts_cycle = entry;
  entry->fts_parent = entry;
  entry->fts_link = entry;
  entry->fts_accpath = BLOCK ();
  entry->fts_path = entry->fts_accpath;
  entry->fts_statp = SOMEWHERE (entry);
  walk->fts_cur = entry;
  walk->fts_path = entry->fts_accpath;
  walk->fts_compar = (int (*) (const void *, const void *)) compare;
  compare ((const FTSENT **) &walk->fts_cur, (const FTSENT **) &walk->fts_cur);
  return walk;
}
SAME_AS (fts_open, fts64_open)

FTSENT *
fts_read (FTS *walk)
{
  walk->fts_compar (&walk->fts_cur, &walk->fts_cur);
  return walk->fts_cur;
}
SAME_AS (fts_read, fts_children, fts64_read, fts64_children)

KEEP_NOTHING (fts_set, fts64_set, fts_close, fts64_close)

/* <glob.h>: a list of new strings; where nothing matches, the pattern itself
   may be in it.  The functions that the caller may have put into *RESULT get
   paths.  */

static char matched_path[1];

int
glob (const char *restrict pattern, int flags,
      int (*tell_error) (const char *, int), glob_t *restrict result)
{
  tell_error (matched_path, model_any);
  result->gl_opendir (matched_path);
  result->gl_readdir (model_unknown);
  result->gl_closedir (model_unknown);
  result->gl_stat (matched_path, &file_status);
  result->gl_lstat (matched_path, &file_status);
  result->gl_pathv = __builtin_realloc (result->gl_pathv, model_any);
  result->gl_pathv[model_any] = EITHER ((char *) pattern, BLOCK ());
  return 0;
}
SAME_AS (glob, glob64)

KEEP_NOTHING (globfree, globfree64, glob_pattern_p)
