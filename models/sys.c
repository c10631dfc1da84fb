/* Models of the other <sys/*.h>, and of <poll.h>, <sched.h>, <spawn.h>,
   <termios.h>, <pty.h>, <syslog.h> and <mqueue.h>.

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
#include <mqueue.h>
#include <syslog.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <sys/profil.h>
#include <sys/time.h>

#include "model.h"

/* Memory that is mapped stays so when the function that did it returns, and
   others may see it.  */

static char mapped_memory[1];

static void *
map (void *address)
{
  return EITHER (address, mapped_memory);
}
SAME_AS (map, mmap, mmap64)

void *
mremap (void *address, size_t old_size, size_t size, int flags, ...)
{
  va_list ap;
  void *wanted;

  va_start (ap, flags);
  wanted = va_arg (ap, void *);
  va_end (ap);
  TAKE (mapped_memory, address);
  __builtin_memcpy (wanted, address, model_any);
  return EITHER (address, EITHER (wanted, mapped_memory));
}

void *
shmat (int number, const void *address, int flags)
{
  return EITHER ((void *) address, mapped_memory);
}

KEEP_NOTHING (munmap, mprotect, pkey_mprotect, msync, madvise, posix_madvise,
	      process_madvise, mlock, mlock2, munlock, mincore,
	      remap_file_pages, shm_open, shm_unlink, memfd_create, shmdt,
	      shmctl, process_mrelease)

/* What is to be told with an event is kept until it is.  */

static struct epoll_event watched_events[1];

int
epoll_ctl (int fd, int operation, int other, struct epoll_event *event)
{
  watched_events[0] = *event;
  return 0;
}

int
epoll_wait (int fd, struct epoll_event *events, int n, int timeout)
{
  events[model_any] = watched_events[0];
  return 0;
}
SAME_AS (epoll_wait, epoll_pwait)

int
epoll_pwait2 (int fd, struct epoll_event *events, int n,
	      const struct timespec *timeout, const sigset_t *signals)
{
  events[model_any] = watched_events[0];
  return 0;
}

KEEP_NOTHING (select, pselect, poll, ppoll, __poll_chk, __ppoll_chk,
	      eventfd_read, eventfd_write, inotify_add_watch, fanotify_mark,
	      timerfd_settime, timerfd_gettime)

/* Messages are bytes.  */

ssize_t
msgrcv (int queue, void *message, size_t size, long type, int flags)
{
  FILL (message);
  return size;
}

int
msgsnd (int queue, const void *message, size_t size, int flags)
{
  TAKE (sent_bytes, message);
  return 0;
}

static ssize_t
receive (mqd_t queue, char *message)
{
  FILL (message);
  return 0;
}
SAME_AS (receive, mq_receive, mq_timedreceive)

static int
send_message (mqd_t queue, const char *message)
{
  TAKE (sent_bytes, message);
  return 0;
}
SAME_AS (send_message, mq_send, mq_timedsend)

static struct sigevent message_event;

int
mq_notify (mqd_t queue, const struct sigevent *event)
{
  message_event = *event;
  return 0;
}

KEEP_NOTHING (mq_open, __mq_open_2, mq_close, mq_unlink, mq_getattr,
	      mq_setattr, msgctl, semop, semtimedop, semctl, ftok)

/* <sys/xattr.h>: values are bytes.  */

static void
get_attribute (const char *file, const char *name, void *value)
{
  FILL (value);
}
SAME_AS (get_attribute, getxattr, lgetxattr)

static void
get_attribute_of (int fd, const char *name, void *value)
{
  FILL (value);
}
SAME_AS (get_attribute_of, fgetxattr)

static void
set_attribute (const char *file, const char *name, const void *value)
{
  TAKE (written_bytes, value);
}
SAME_AS (set_attribute, setxattr, lsetxattr)

static void
set_attribute_of (int fd, const char *name, const void *value)
{
  TAKE (written_bytes, value);
}
SAME_AS (set_attribute_of, fsetxattr)

KEEP_NOTHING (listxattr, llistxattr, flistxattr, removexattr, lremovexattr,
	      fremovexattr)

/* Counts of the program's samples are made where the caller says.  */

static struct prof *profiles;

int
sprofil (struct prof *areas, int n, struct timeval *period, unsigned int flags)
{
  profiles = areas;
  return 0;
}

/* The log's name is not copied.  */

static const char *log_name;

void
openlog (const char *name, int options, int facility)
{
  log_name = name;
}

KEEP_NOTHING (syslog, vsyslog, __syslog_chk, __vsyslog_chk)

/* Files and file systems.  */

KEEP_NOTHING (stat, stat64, fstat, fstat64, lstat, lstat64, fstatat, fstatat64,
	      __xstat, __xstat64, __fxstat, __fxstat64, __lxstat, __lxstat64,
	      __fxstatat, __fxstatat64, __xmknod, __xmknodat, statx, chmod,
	      fchmodat, lchmod, mkdir, mkdirat, mkfifo, mkfifoat, mknod,
	      mknodat, futimens, utimensat, statfs, statfs64, fstatfs,
	      fstatfs64, statvfs, statvfs64, fstatvfs, fstatvfs64, mount,
	      umount, umount2, fsopen, move_mount, fsconfig, fspick, open_tree,
	      mount_setattr, swapon, swapoff, quotactl, sendfile, sendfile64)

/* Processes.  posix_spawn's lists of actions have copies of the names.  */

KEEP_NOTHING (ulimit, wait, waitpid, waitid, wait3, wait4, getrlimit,
	      getrlimit64, setrlimit, setrlimit64, prlimit, prlimit64,
	      getrusage, vlimit, sched_setaffinity, sched_getaffinity,
	      sched_setparam, sched_getparam, sched_setattr, sched_getattr,
	      sched_setscheduler, sched_rr_get_interval, getcpu,
	      __sched_cpualloc, __sched_cpufree, __sched_cpucount, uname,
	      sysinfo, klogctl, getrandom, personality, posix_spawn,
	      posix_spawnp, pidfd_spawn, pidfd_spawnp,
	      posix_spawnattr_getcgroup_np, posix_spawnattr_setcgroup_np,
	      posix_spawn_file_actions_init, posix_spawn_file_actions_destroy,
	      posix_spawn_file_actions_addopen,
	      posix_spawn_file_actions_addclose,
	      posix_spawn_file_actions_adddup2,
	      posix_spawn_file_actions_addchdir_np,
	      posix_spawn_file_actions_addfchdir_np,
	      posix_spawn_file_actions_addclosefrom_np,
	      posix_spawn_file_actions_addtcsetpgrp_np, posix_spawnattr_init,
	      posix_spawnattr_destroy, posix_spawnattr_getflags,
	      posix_spawnattr_setflags, posix_spawnattr_getpgroup,
	      posix_spawnattr_setpgroup, posix_spawnattr_getschedparam,
	      posix_spawnattr_setschedparam, posix_spawnattr_getschedpolicy,
	      posix_spawnattr_setschedpolicy, posix_spawnattr_getsigdefault,
	      posix_spawnattr_setsigdefault, posix_spawnattr_getsigmask,
	      posix_spawnattr_setsigmask)

/* Terminals.  */

KEEP_NOTHING (tcgetattr, tcsetattr, cfgetospeed, cfgetispeed, cfsetospeed,
	      cfsetispeed, cfsetspeed, cfmakeraw, tcgetwinsize, tcsetwinsize,
	      openpty, forkpty, login_tty, gtty, stty)
