/* Models of the headers of users and system tables: <pwd.h>, <grp.h>,
   <shadow.h>, <gshadow.h>, <utmp.h>, <utmpx.h>, <mntent.h>, <fstab.h>,
   <ttyent.h>, <aliases.h> and <crypt.h>.

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
#include <aliases.h>
#include <fstab.h>
#include <grp.h>
#include <gshadow.h>
#include <mntent.h>
#include <pwd.h>
#include <shadow.h>
#include <stdio.h>
#include <ttyent.h>
#include <utmp.h>
#include <utmpx.h>

#include "model.h"

/* Entries in memory of the library's.  */

static struct passwd password_entry;
static struct group group_entry;
static struct spwd shadow_entry;
static struct sgrp group_shadow_entry;
static struct utmp login_entry;
static struct utmpx extended_login_entry;
static struct mntent mount_entry;
static struct fstab file_system_entry;
static struct ttyent terminal_entry;
static struct aliasent alias_entry;

static struct passwd *
password (void)
{
  return &password_entry;
}
SAME_AS (password, getpwent, getpwnam, getpwuid, fgetpwent)

static struct group *
group (void)
{
  return &group_entry;
}
SAME_AS (group, getgrent, getgrnam, getgrgid, fgetgrent)

static struct spwd *
shadow (void)
{
  return &shadow_entry;
}
SAME_AS (shadow, getspent, getspnam, sgetspent, fgetspent)

static struct sgrp *
group_shadow (void)
{
  return &group_shadow_entry;
}
SAME_AS (group_shadow, getsgent, getsgnam, sgetsgent, fgetsgent)

static struct utmp *
login_found (void)
{
  return &login_entry;
}
SAME_AS (login_found, getutent, getutid, getutline)

static struct utmpx *
extended_login_found (void)
{
  return &extended_login_entry;
}
SAME_AS (extended_login_found, getutxent, getutxid, getutxline)

static struct mntent *
mounted (void)
{
  return &mount_entry;
}
SAME_AS (mounted, getmntent)

static struct fstab *
file_system (void)
{
  return &file_system_entry;
}
SAME_AS (file_system, getfsent, getfsfile, getfsspec)

static struct ttyent *
terminal (void)
{
  return &terminal_entry;
}
SAME_AS (terminal, getttyent, getttynam)

static struct aliasent *
alias (void)
{
  return &alias_entry;
}
SAME_AS (alias, getaliasent, getaliasbyname)

/* Entries in memory of the caller's: all strings, and the lists of them, lie
   in BUFFER.  */

static int
password_in (struct passwd *entry, char *buffer, struct passwd **result)
{
  entry->pw_name = SOMEWHERE (buffer);
  entry->pw_passwd = SOMEWHERE (buffer);
  entry->pw_gecos = SOMEWHERE (buffer);
  entry->pw_dir = SOMEWHERE (buffer);
  entry->pw_shell = SOMEWHERE (buffer);
  *result = entry;
  return 0;
}

int
getpwnam_r (const char *restrict name, struct passwd *restrict entry,
	    char *restrict buffer, size_t size,
	    struct passwd **restrict result)
{
  return password_in (entry, buffer, result);
}
SAME_AS (getpwnam_r, fgetpwent_r)

int
getpwuid_r (uid_t user, struct passwd *restrict entry, char *restrict buffer,
	    size_t size, struct passwd **restrict result)
{
  return password_in (entry, buffer, result);
}

int
getpwent_r (struct passwd *restrict entry, char *restrict buffer, size_t size,
	    struct passwd **restrict result)
{
  return password_in (entry, buffer, result);
}

static int
group_in (struct group *entry, char *buffer, struct group **result)
{
  entry->gr_name = SOMEWHERE (buffer);
  entry->gr_passwd = SOMEWHERE (buffer);
  entry->gr_mem = SOMEWHERE (buffer);
  *(char **) SOMEWHERE (buffer) = SOMEWHERE (buffer);
  *result = entry;
  return 0;
}

int
getgrnam_r (const char *restrict name, struct group *restrict entry,
	    char *restrict buffer, size_t size, struct group **restrict result)
{
  return group_in (entry, buffer, result);
}
SAME_AS (getgrnam_r, fgetgrent_r)

int
getgrgid_r (gid_t number, struct group *restrict entry, char *restrict buffer,
	    size_t size, struct group **restrict result)
{
  return group_in (entry, buffer, result);
}

int
getgrent_r (struct group *restrict entry, char *restrict buffer, size_t size,
	    struct group **restrict result)
{
  return group_in (entry, buffer, result);
}

static int
shadow_in (struct spwd *entry, char *buffer, struct spwd **result)
{
  entry->sp_namp = SOMEWHERE (buffer);
  entry->sp_pwdp = SOMEWHERE (buffer);
  *result = entry;
  return 0;
}

int
getspnam_r (const char *name, struct spwd *entry, char *buffer, size_t size,
	    struct spwd **result)
{
  return shadow_in (entry, buffer, result);
}
SAME_AS (getspnam_r, fgetspent_r, sgetspent_r)

int
getspent_r (struct spwd *entry, char *buffer, size_t size,
	    struct spwd **result)
{
  return shadow_in (entry, buffer, result);
}

static int
group_shadow_in (struct sgrp *entry, char *buffer, struct sgrp **result)
{
  entry->sg_namp = SOMEWHERE (buffer);
  entry->sg_passwd = SOMEWHERE (buffer);
  entry->sg_adm = SOMEWHERE (buffer);
  entry->sg_mem = SOMEWHERE (buffer);
  *(char **) SOMEWHERE (buffer) = SOMEWHERE (buffer);
  *result = entry;
  return 0;
}

int
getsgnam_r (const char *name, struct sgrp *entry, char *buffer, size_t size,
	    struct sgrp **result)
{
  return group_shadow_in (entry, buffer, result);
}
SAME_AS (getsgnam_r, fgetsgent_r, sgetsgent_r)

int
getsgent_r (struct sgrp *entry, char *buffer, size_t size,
	    struct sgrp **result)
{
  return group_shadow_in (entry, buffer, result);
}

static int
alias_in (struct aliasent *entry, char *buffer, struct aliasent **result)
{
  entry->alias_name = SOMEWHERE (buffer);
  entry->alias_members = SOMEWHERE (buffer);
  *(char **) SOMEWHERE (buffer) = SOMEWHERE (buffer);
  *result = entry;
  return 0;
}

int
getaliasbyname_r (const char *restrict name, struct aliasent *restrict entry,
		  char *restrict buffer, size_t size,
		  struct aliasent **restrict result)
{
  return alias_in (entry, buffer, result);
}

int
getaliasent_r (struct aliasent *restrict entry, char *restrict buffer,
	       size_t size, struct aliasent **restrict result)
{
  return alias_in (entry, buffer, result);
}

struct mntent *
getmntent_r (FILE *restrict stream, struct mntent *restrict entry,
	     char *restrict buffer, int size)
{
  entry->mnt_fsname = SOMEWHERE (buffer);
  entry->mnt_dir = SOMEWHERE (buffer);
  entry->mnt_type = SOMEWHERE (buffer);
  entry->mnt_opts = SOMEWHERE (buffer);
  return entry;
}

char *
hasmntopt (const struct mntent *entry, const char *option)
{
  return SOMEWHERE (entry->mnt_opts);
}

/* Logins: the entry that was written, or a copy of it.  */

struct utmp *
pututline (const struct utmp *entry)
{
  return EITHER ((struct utmp *) entry, &login_entry);
}

struct utmpx *
pututxline (const struct utmpx *entry)
{
  return EITHER ((struct utmpx *) entry, &extended_login_entry);
}

int
getutent_r (struct utmp *buffer, struct utmp **result)
{
  *result = buffer;
  return 0;
}

int
getutid_r (const struct utmp *id, struct utmp *buffer, struct utmp **result)
{
  *result = buffer;
  return 0;
}
SAME_AS (getutid_r, getutline_r)

/* <crypt.h>: the result lies in the caller's memory, in a block that grows, or
   in memory of the library's.  */

static char crypt_text[1];

static char *
crypt_to_library (void)
{
  return crypt_text;
}
SAME_AS (crypt_to_library, crypt, crypt_gensalt, crypt_preferred_method)

static char *
crypt_in (const char *key, const char *salt, void *data)
{
  return EITHER (SOMEWHERE (data), crypt_text);
}
SAME_AS (crypt_in, crypt_r, crypt_rn)

static char *
crypt_in_block (const char *key, const char *salt, void **data)
{
  *data = __builtin_realloc (*data, model_any);
  return SOMEWHERE (*data);
}
SAME_AS (crypt_in_block, crypt_ra)

static char *
make_salt (const char *prefix, unsigned long count, const char *bytes,
	   int n_bytes, char *salt)
{
  return salt;
}
SAME_AS (make_salt, crypt_gensalt_rn, crypt_gensalt_r)

static char *
make_salt_in_block (void)
{
  return BLOCK ();
}
SAME_AS (make_salt_in_block, crypt_gensalt_ra)

KEEP_NOTHING (crypt_checksalt, getpw, putpwent, putgrent, putspent, putsgent,
	      getgrouplist, initgroups, addmntent, endmntent, login, logout,
	      logwtmp, updwtmp, updwtmpx, utmpname, utmpxname, getutmp,
	      getutmpx, setkey, encrypt_r, setkey_r, ulckpwdf, lckpwdf)
