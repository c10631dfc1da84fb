/* <unistd.h>, <fcntl.h>, <sys/stat.h>, <sys/wait.h>, <getopt.h>: names and data
   are read and stored while a call lasts.  */

#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <getopt.h>
#include <limits.h>
#include <poll.h>
#include <pwd.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* POSIX: stat "shall obtain information about the named file and write it to
   the area pointed to by the buf argument"; the others likewise.  */
int
asked (int fd)
{
  char name[PATH_MAX]; /* { dg-note "'name' does not escape" } */
  struct stat status; /* { dg-note "'status' does not escape" } */
  struct flock lock = { 0 }; /* { dg-note "'lock' does not escape" } */
  struct pollfd waited = { fd, POLLIN, 0 }; /* { dg-note "'waited' does not escape" } */
  fd_set set; /* { dg-note "'set' does not escape" } */
  int ends[2]; /* { dg-note "'ends' does not escape" } */
  int result; /* { dg-note "'result' does not escape" } */
  ssize_t n = readlink ("/proc/self/exe", name, sizeof name - 1);

  name[n > 0 ? n : 0] = 0;
  stat (name, &status);
  fstat (open (name, O_RDONLY), &status);
  fcntl (fd, F_SETLK, &lock);
  poll (&waited, 1, 0);
  FD_ZERO (&set);
  select (1, &set, 0, 0, 0);
  pipe (ends);
  wait (&result);
  gethostname (name, sizeof name);
  return status.st_mode + (getcwd (name, sizeof name) != 0);
}

/* What ioctl does with a pointer depends on the device.  */
void
device (int fd)
{
  struct winsize size; /* { dg-note "'size' escapes its frame: passed to 'ioctl', whose body is not seen" } */

  ioctl (fd, TIOCGWINSZ, &size);
}

/* POSIX execv: the arguments are for the new program.  */
void
executed (void)
{
  char name[] = "ls"; /* { dg-note "'name' does not escape" } */
  char *arguments[] = { name, 0 }; /* { dg-note "'arguments' does not escape" } */

  execvp (name, arguments);
  execlp (name, name, (char *) 0);
}

/* POSIX getopt: optarg points into the arguments.  */
int
options (int argc, char **argv) /* { dg-note "leaking param content: 'argv': stored in 'optarg'" } */
{
  int index = 0; /* { dg-note "'index' does not escape" } */
  struct option table[] = { { "a", 0, 0, 'a' }, { 0, 0, 0, 0 } }; /* { dg-note "'table' does not escape" } */

  while (getopt_long (argc, argv, "a", table, &index) != -1)
    ;
  return index;
}

/* POSIX getpwnam_r: the strings of the entry lie in the buffer, and *result
   points to the entry.  */
char *
home (const char *name, /* { dg-note "'name' does not escape" } */
      char *buffer, /* { dg-note "leaking param: 'buffer' to result level=0" } */
      size_t size)
{
  struct passwd entry; /* { dg-note "'entry' does not escape" } */
  struct passwd *result; /* { dg-note "'result' does not escape" } */

  return getpwnam_r (name, &entry, buffer, size, &result) ? 0 : result->pw_dir;
}

/* POSIX scandir: the list and its entries are allocated with malloc; select and
   compar are called with them.  */
static int
hidden (const struct dirent *entry) /* { dg-note "'entry' does not escape" } */
{
  return entry->d_name[0] == '.';
}

int
listed (void)
{
  struct dirent **list; /* { dg-note "'list' does not escape" } */

  return scandir (".", &list, hidden, alphasort);
}

/* POSIX mmap: what is stored in shared memory stays there.  */
void
shared (int fd)
{
  int x; /* { dg-note "'x' escapes its frame: stored in memory that is not known" } */
  int **p = mmap (0, sizeof *p, PROT_WRITE, MAP_SHARED, fd, 0);

  *p = &x;
}
