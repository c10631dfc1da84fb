/* Functions of the C library that give back what they are given, or keep
   it.  Nothing is promised here by comments: the plugin says what stays, and
   the run shows whether it does.  */

#define _GNU_SOURCE
#include <argz.h>
#include <error.h>
#include <getopt.h>
#include <libgen.h>
#include <locale.h>
#include <pthread.h>
#include <search.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

char *kept;
const void *kept_too;
wchar_t *wide;
void *root;
pthread_key_t key;
FILE *file;
struct tm *kept_time;

/* What comes back points into the argument.  */

#define GIVES_BACK(NAME, EXPRESSION)		\
static void					\
NAME (void)					\
{						\
  char buf[64] = "one, two three";		\
  kept = (EXPRESSION);				\
}

GIVES_BACK (from_strchr, strchr (buf, 't'))
GIVES_BACK (from_strrchr, strrchr (buf, 't'))
GIVES_BACK (from_strchrnul, strchrnul (buf, '!'))
GIVES_BACK (from_index, index (buf, 't'))
GIVES_BACK (from_strstr, strstr (buf, "two"))
GIVES_BACK (from_strcasestr, strcasestr (buf, "TWO"))
GIVES_BACK (from_strpbrk, strpbrk (buf, ",;"))
GIVES_BACK (from_memchr, memchr (buf, 't', sizeof buf))
GIVES_BACK (from_memrchr, memrchr (buf, 't', sizeof buf))
GIVES_BACK (from_rawmemchr, rawmemchr (buf, 't'))
GIVES_BACK (from_memmem, memmem (buf, sizeof buf, "two", 3))
GIVES_BACK (from_strcpy, strcpy (buf, "x"))
GIVES_BACK (from_strncpy, strncpy (buf, "x", 2))
GIVES_BACK (from_stpcpy, stpcpy (buf, "x"))
GIVES_BACK (from_stpncpy, stpncpy (buf, "x", 5))
GIVES_BACK (from_strcat, strcat (buf, "x"))
GIVES_BACK (from_strncat, strncat (buf, "x", 1))
GIVES_BACK (from_memcpy, memcpy (buf, "x", 2))
GIVES_BACK (from_memmove, memmove (buf, buf + 1, 2))
GIVES_BACK (from_mempcpy, mempcpy (buf, "x", 2))
GIVES_BACK (from_memset, memset (buf, 1, 2))
GIVES_BACK (from_memccpy, memccpy (buf, "xyz", 'y', 3))
GIVES_BACK (from_basename, (basename) (buf))
GIVES_BACK (from_dirname, dirname (strcpy (buf, "a/b")))
GIVES_BACK (from_getcwd, getcwd (buf, sizeof buf))
GIVES_BACK (from_strerror_r, strerror_r (100000, buf, sizeof buf))
GIVES_BACK (from_ctime_r, ctime_r (&(time_t) { 0 }, buf))
GIVES_BACK (from_strtok, strtok (buf, ","))
GIVES_BACK (from_strtok_r, strtok_r (buf, ",", &(char *) { NULL }))
GIVES_BACK (from_strfry, strfry (buf))
GIVES_BACK (from_memfrob, memfrob (buf, 0))
GIVES_BACK (from_gcvt, gcvt (1.5, 5, buf))
GIVES_BACK (from_fgets, fgets (buf, sizeof buf, file))
GIVES_BACK (from_tmpnam_r, tmpnam_r ((char[L_tmpnam]) { 0 }))
GIVES_BACK (from_optional, __builtin_expect ((long) buf, 1) ? buf : NULL)
GIVES_BACK (from_assume_aligned, __builtin_assume_aligned (buf, 1))
GIVES_BACK (from_checked, __builtin___memcpy_chk (buf, "x", 2, 64))
GIVES_BACK (from_argz, argz_next (buf, 20, NULL))

static void
from_wide (void)
{
  wchar_t buf[8] = L"one two";
  wide = wcschr (buf, L't');
}

static void
from_wmemset (void)
{
  wchar_t buf[8] = L"one two";
  wide = wmemset (buf, L'x', 3);
}

/* What comes back through another argument points into the first.  */

static void
by_strtol (void)
{
  char buf[] = "12rest";
  if (strtol (buf, &kept, 10) != 12)
    abort ();
}

static void
by_strtod (void)
{
  char buf[] = "1.5rest";
  char *end;
  if (strtod (buf, &end) != 1.5)
    abort ();
  kept = end;
}

static void
by_strtoull (void)
{
  char buf[] = "0xffz";
  char *end;
  if (strtoull (buf, &end, 16) != 255)
    abort ();
  kept = end;
}

static void
by_strtok_r (void)
{
  char buf[] = "a,b,c";
  char *rest;
  strtok_r (buf, ",", &rest);
  kept = rest;
}

static void
by_strsep (void)
{
  char buf[] = "a,b,c";
  char *rest = buf;
  strsep (&rest, ",");
  kept = rest;
}

static void
by_getsubopt (void)
{
  char buf[] = "name=value,other";
  char *const tokens[] = { "name", NULL };
  char *rest = buf, *value;
  if (getsubopt (&rest, tokens, &value) != 0)
    abort ();
  kept = value;
}

/* What is kept inside the library.  */

static void
kept_by_putenv (void)
{
  char buf[] = "NOBODY=me";
  putenv (buf);
}

static void
kept_by_setvbuf (void)
{
  static FILE *out;
  char buf[256];
  out = fopen ("/dev/null", "w");
  setvbuf (out, buf, _IOFBF, sizeof buf);
  fputs ("x", out);
}

static void
kept_by_fmemopen (void)
{
  static FILE *in;
  char buf[] = "text";
  in = fmemopen (buf, sizeof buf, "r");
  getc (in);
}

static void
kept_by_open_memstream (void)
{
  static FILE *out;
  char *text;
  size_t size;
  out = open_memstream (&text, &size);
  fputs ("x", out);
}

static int
compare (const void *a, const void *b)
{
  return *(const int *) a - *(const int *) b;
}

static void
kept_by_tsearch (void)
{
  int number = 5;
  tsearch (&number, &root, compare);
}

static void
kept_by_setspecific (void)
{
  int number = 5;
  pthread_setspecific (key, &number);
}

static void
kept_by_strtok (void)
{
  char buf[] = "a,b,c";
  strtok (buf, ",");
}

static void
kept_by_sigaltstack (void)
{
  char buf[65536];
  stack_t stack = { .ss_sp = buf, .ss_size = sizeof buf }, old;
  sigaltstack (&stack, NULL);
  sigaltstack (NULL, &old);
  kept = old.ss_sp;
  stack.ss_flags = SS_DISABLE;
  sigaltstack (&stack, NULL);
}

static void
kept_by_getopt (void)
{
  char name[] = "program", flag[] = "-avalue";
  char *arguments[] = { name, flag, NULL };
  optind = 0;
  if (getopt (2, arguments, "a:") != 'a')
    abort ();
  kept = optarg;
}

static void
kept_by_insque (void)
{
  static struct node { struct node *next, *previous; } list;
  struct node n = { 0 };
  insque (&n, &list);
}

static void
kept_by_error (void)
{
  char name[] = "name";
  program_invocation_name = name;
}

/* What is found in what was given.  */

static void
found_by_bsearch (void)
{
  int numbers[] = { 1, 2, 3, 4 };
  int wanted = 3;
  kept_too = bsearch (&wanted, numbers, 4, sizeof *numbers, compare);
}

static void
found_by_lfind (void)
{
  int numbers[] = { 1, 2, 3, 4 };
  size_t n = 4;
  kept_too = lfind (&(int) { 2 }, numbers, &n, sizeof *numbers, compare);
}

static int
compare_pointers (const void *a, const void *b)
{
  return **(int *const *) a - **(int *const *) b;
}

static void
moved_by_qsort (int **out)
{
  int x = 2, y = 1;
  int *pointers[] = { &x, &y };
  qsort (pointers, 2, sizeof *pointers, compare_pointers);
  *out = pointers[0];
}

static int
compare_and_keep (const void *a, const void *b, void *data)
{
  *(const void **) data = a;
  return *(const int *) a - *(const int *) b;
}

static void
given_by_qsort_r (void)
{
  int numbers[] = { 3, 1, 2 };
  qsort_r (numbers, 3, sizeof *numbers, compare_and_keep, &kept_too);
}

static void
given_by_twalk (void)
{
  void *own = NULL;
  int number = 7;
  tsearch (&number, &own, compare);
  kept_too = *(int **) own;
  tdelete (&number, &own, compare);
}

static void
copied_by_readv (void)
{
  int fds[2];
  char buf[] = "x";
  char *p = buf, *q = NULL;
  if (pipe (fds) != 0 || write (fds[1], &p, sizeof p) != sizeof p
      || read (fds[0], &q, sizeof q) != sizeof q)
    abort ();
  close (fds[0]);
  close (fds[1]);
}

static void
made_of_time (void)
{
  time_t now = 0;
  struct tm broken;
  kept_time = gmtime_r (&now, &broken);
}

static void *
pass_on (void *data)
{
  return data;
}

static void
given_back_by_thread (void)
{
  int number = 1;
  pthread_t thread;
  void *result;
  if (pthread_create (&thread, NULL, pass_on, &number)
      || pthread_join (thread, &result))
    abort ();
  kept_too = result;
}

/* What stays, however much is done to it.  */

static int
stays (int n)
{
  char buf[200], other[200] = "12 abc";
  char *end;
  int number, i = 0;
  size_t size = 0;
  char *line = NULL;
  struct tm broken = { .tm_year = 100, .tm_mday = 1 };
  snprintf (buf, sizeof buf, "%d %s %n", n, other, &i);
  strcat (buf, strchr (other, ' '));
  sscanf (other, "%d", &number);
  number += strtol (buf, &end, 10) + atoi (other) + strlen (end);
  qsort (other, 6, 1, compare);
  memmove (buf, other, 20);
  mktime (&broken);
  strftime (buf, sizeof buf, "%Y", &broken);
  fprintf (stderr, "%.0s", buf);
  rewind (file);
  if (getline (&line, &size, file) < 0)
    abort ();
  free (line);
  rewind (file);
  if (fread (buf, 1, 4, file) != 4)
    abort ();
  return number + i + strcmp (buf, other) + memcmp (buf, other, 3);
}

/* Call F a little lower in the stack each time, so that its objects are never
   where old addresses point.  */

static void
lower (void (*f) (void))
{
  static int n;
  char room[n += 512];
  room[n / 2] = 1;
  f ();
}

int
main (void)
{
  file = tmpfile ();
  if (!file)
    abort ();
  fputs ("some text\nmore\n", file);
  rewind (file);
  pthread_key_create (&key, NULL);

#define RUN(NAME) \
  (lower (NAME), kept = NULL, kept_too = NULL, wide = NULL)
  RUN (from_strchr); RUN (from_strrchr); RUN (from_strchrnul);
  RUN (from_index); RUN (from_strstr); RUN (from_strcasestr);
  RUN (from_strpbrk); RUN (from_memchr); RUN (from_memrchr);
  RUN (from_rawmemchr); RUN (from_memmem); RUN (from_strcpy);
  RUN (from_strncpy); RUN (from_stpcpy); RUN (from_stpncpy);
  RUN (from_strcat); RUN (from_strncat); RUN (from_memcpy);
  RUN (from_memmove); RUN (from_mempcpy); RUN (from_memset);
  RUN (from_memccpy); RUN (from_basename); RUN (from_dirname);
  RUN (from_getcwd); RUN (from_strerror_r); RUN (from_ctime_r);
  RUN (from_strtok); RUN (from_strtok_r); RUN (from_strfry);
  RUN (from_memfrob); RUN (from_gcvt); RUN (from_fgets);
  RUN (from_tmpnam_r); RUN (from_optional); RUN (from_assume_aligned);
  RUN (from_checked); RUN (from_argz); RUN (from_wide); RUN (from_wmemset);
  RUN (by_strtol); RUN (by_strtod); RUN (by_strtoull); RUN (by_strtok_r);
  RUN (by_strsep); RUN (by_getsubopt);

  RUN (kept_by_putenv); clearenv ();
  RUN (kept_by_setvbuf); RUN (kept_by_fmemopen);
  RUN (kept_by_open_memstream); RUN (kept_by_tsearch);
  RUN (kept_by_setspecific); RUN (kept_by_strtok);
  RUN (kept_by_sigaltstack); RUN (kept_by_getopt); RUN (kept_by_insque);
  RUN (kept_by_error);
  RUN (found_by_bsearch); RUN (found_by_lfind); RUN (given_by_qsort_r);
  RUN (given_by_twalk); RUN (copied_by_readv); RUN (made_of_time);
  RUN (given_back_by_thread);
  int *out;
  moved_by_qsort (&out);
  for (int i = 0; i < 3; i++)
    stays (i);

  /* The streams that have buffers in frames that are gone must not be
     flushed.  */
  _exit (0);
}
