/* A program that uses the C library in ordinary ways on its own buffers: none of
   them escapes, since nothing of the library keeps them (the other models-*.c
   say by which sentences of the standards).  */
/* { dg-no-note "escapes" "no buffer" { target *-*-* } 0 } */
/* { dg-prune-notes "does not escape|leaking param: 'line' to result" } */

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct entry { char name[32]; long count; };

struct table { struct entry entries[64]; size_t n; };

static int
by_name (const void *a, const void *b)
{
  return strcmp (((const struct entry *) a)->name,
		 ((const struct entry *) b)->name);
}

static char *
trim (char *line)
{
  char *end = line + strlen (line);

  while (end > line && isspace ((unsigned char) end[-1]))
    *--end = '\0';
  while (isspace ((unsigned char) *line))
    line++;
  return line;
}

static int
read_table (const char *name, struct table *table)
{
  FILE *f = fopen (name, "r");
  char line[256];
  char word[32];
  int error;

  if (!f)
    {
      fprintf (stderr, "%s: %s\n", name, strerror (errno));
      return -1;
    }
  while (fgets (line, sizeof line, f))
    {
      char *start = trim (line);
      char *end;
      struct entry *e = &table->entries[table->n % 64];

      if (*start == '#' || sscanf (start, "%31s", word) != 1)
	continue;
      strncpy (e->name, word, sizeof e->name - 1);
      e->name[sizeof e->name - 1] = '\0';
      e->count = strtol (start + strlen (word), &end, 0);
      if (*end)
	snprintf (word, sizeof word, "%.10s...", end);
      table->n++;
    }
  error = ferror (f);
  fclose (f);
  qsort (table->entries, table->n, sizeof table->entries[0], by_name);
  return error;
}

static long
look_up (const char *name)
{
  struct table table = { .n = 0 };
  struct entry key;
  struct entry *found;

  if (read_table ("/etc/table", &table))
    return -1;
  memset (&key, 0, sizeof key);
  strcpy (key.name, name);
  found = bsearch (&key, table.entries, table.n, sizeof key, by_name);
  return found ? found->count : 0;
}

static int
matches (const char *pattern, const char *text)
{
  regex_t expression;
  regmatch_t match;
  char message[100];
  int error = regcomp (&expression, pattern, REG_EXTENDED | REG_NOSUB);

  if (error)
    {
      regerror (error, &expression, message, sizeof message);
      fprintf (stderr, "%s: %s\n", pattern, message);
      return 0;
    }
  error = regexec (&expression, text, 1, &match, 0);
  regfree (&expression);
  return !error;
}

static void
write_log (const char *text)
{
  time_t now = time (NULL);
  struct tm tm;
  char stamp[40];
  struct timespec nap = { 0, 1000 };

  localtime_r (&now, &tm);
  strftime (stamp, sizeof stamp, "%F %T", &tm);
  printf ("%s %s\n", stamp, text);
  fflush (stdout);
  nanosleep (&nap, NULL);
}

static int
call (const char *host, const char *port)
{
  struct addrinfo hints, *list, *a;
  struct sockaddr_storage peer;
  socklen_t size = sizeof peer;
  char request[128], answer[512], name[NI_MAXHOST];
  struct pollfd waited;
  int fd = -1, n = -1, one = 1;

  memset (&hints, 0, sizeof hints);
  hints.ai_socktype = SOCK_STREAM;
  if (getaddrinfo (host, port, &hints, &list))
    return -1;
  for (a = list; a; a = a->ai_next)
    {
      fd = socket (a->ai_family, a->ai_socktype, a->ai_protocol);
      if (connect (fd, a->ai_addr, a->ai_addrlen) == 0)
	break;
      close (fd);
    }
  freeaddrinfo (list);
  setsockopt (fd, SOL_SOCKET, SO_KEEPALIVE, &one, sizeof one);
  getpeername (fd, (struct sockaddr *) &peer, &size);
  getnameinfo ((struct sockaddr *) &peer, size, name, sizeof name, NULL, 0, 0);
  send (fd, request, snprintf (request, sizeof request, "GET %s\n", name), 0);
  waited.fd = fd;
  waited.events = POLLIN;
  if (poll (&waited, 1, 1000) > 0)
    n = recv (fd, answer, sizeof answer - 1, 0);
  if (n > 0)
    {
      answer[n] = '\0';
      write_log (answer);
    }
  close (fd);
  return n;
}

static long
total (void)
{
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  struct stat status;
  char folder[1024];
  long n;

  pthread_mutex_lock (&mutex);
  n = look_up ("total");
  pthread_mutex_unlock (&mutex);
  if (getcwd (folder, sizeof folder) && stat (folder, &status) == 0)
    n += status.st_size;
  return n;
}

int
main (int argc, char **argv)
{
  char text[64];

  if (argc > 2 && matches ("^[a-z]+$", argv[1]))
    call (argv[1], argv[2]);
  sprintf (text, "%ld", total ());
  write_log (text);
  return 0;
}
