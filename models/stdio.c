/* Models of <stdio.h> and <stdio_ext.h>.

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


/* Text that is printed or scanned carries no pointers, but bytes that are
   written to a file as they are may be read again from it.

   An open stream is known to the library until it is closed: fflush (NULL)
   and exit find it.  */

#define _GNU_SOURCE 1
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#include "model.h"

/* What is kept in a stream.  */
struct stream
{
  void *buffer;
  char **text;			/* of open_memstream */
  size_t *text_size;
  wchar_t **wide_text;
  void *cookie;
  cookie_io_functions_t functions;
};

static struct stream open_streams[1];

static FILE *
new_stream (void)
{
  return (FILE *) open_streams;
}

FILE *
fopen (const char *restrict name, const char *restrict mode)
{
  return new_stream ();
}
SAME_AS (fopen, fopen64)

FILE *
fdopen (int fd, const char *mode)
{
  return new_stream ();
}

FILE *
tmpfile (void)
{
  return new_stream ();
}
SAME_AS (tmpfile, tmpfile64, setmntent)

FILE *
popen (const char *command, const char *mode)
{
  return new_stream ();
}

FILE *
freopen (const char *restrict name, const char *restrict mode,
	 FILE *restrict stream)
{
  return stream;
}
SAME_AS (freopen, freopen64)

/* An area of the caller's as a file: what lies in it can be read, too.  */

FILE *
fmemopen (void *area, size_t size, const char *mode)
{
  open_streams->buffer = area;
  TAKE (written_bytes, area);
  FILL (area);
  return new_stream ();
}

/* Each flush of the stream stores through the two pointers.  */

FILE *
open_memstream (char **text, size_t *size)
{
  open_streams->text = text;
  open_streams->text_size = size;
  *text = BLOCK ();
  return new_stream ();
}

FILE *
open_wmemstream (wchar_t **text, size_t *size)
{
  open_streams->wide_text = text;
  open_streams->text_size = size;
  *text = BLOCK ();
  return new_stream ();
}

static char stream_buffer[1];

FILE *
fopencookie (void *restrict cookie, const char *restrict mode,
	     cookie_io_functions_t functions)
{
  off64_t position;

  open_streams->cookie = cookie;
  open_streams->functions = functions;
  functions.read (cookie, stream_buffer, model_any);
  functions.write (cookie, stream_buffer, model_any);
  functions.seek (cookie, &position, SEEK_SET);
  functions.close (cookie);
  return new_stream ();
}

/* Buffers of the caller's.  */

int
setvbuf (FILE *restrict stream, char *restrict buffer, int mode, size_t size)
{
  ((struct stream *) stream)->buffer = buffer;
  return 0;
}

void
setbuf (FILE *restrict stream, char *restrict buffer)
{
  ((struct stream *) stream)->buffer = buffer;
}

void
setbuffer (FILE *stream, char *buffer, size_t size)
{
  ((struct stream *) stream)->buffer = buffer;
}

/* Bytes.  */

static void
read_bytes (void *p)
{
  FILL (p);
}
SAME_AS (read_bytes, fread, fread_unlocked, __fread_chk, __fread_unlocked_chk)

size_t
fwrite (const void *restrict p, size_t size, size_t n, FILE *restrict stream)
{
  TAKE (written_bytes, p);
  return n;
}
SAME_AS (fwrite, fwrite_unlocked)

/* Text.  */

static char *
read_text (char *s)
{
  return s;
}
SAME_AS (read_text, fgets, gets, fgets_unlocked, __fgets_chk,
	 __fgets_unlocked_chk, __gets_chk)

ssize_t
getdelim (char **restrict line, size_t *restrict size, int delimiter,
	  FILE *restrict stream)
{
  *line = realloc (*line, model_any);
  return 0;
}
SAME_AS (getdelim, __getdelim)

ssize_t
getline (char **restrict line, size_t *restrict size, FILE *restrict stream)
{
  return getdelim (line, size, '\n', stream);
}

static void
print_to_block (char **s)
{
  *s = BLOCK ();
}
SAME_AS (print_to_block, asprintf, __asprintf, vasprintf, __asprintf_chk,
	 __vasprintf_chk)

/* `%p' reads a pointer, and `%ms' makes a block; for all that is known of the
   format, each argument may be for one of them.  That the block is a new one
   is not told: most calls make none.  */

static int
scan (va_list ap)
{
  while (model_any)
    *va_arg (ap, void **) = model_unknown;
  return 0;
}

static int
scan_1 (const void *format, ...)
{
  va_list ap;

  va_start (ap, format);
  scan (ap);
  va_end (ap);
  return 0;
}
SAME_AS (scan_1, scanf, __isoc99_scanf, __isoc23_scanf, wscanf,
	 __isoc99_wscanf, __isoc23_wscanf)

static int
scan_2 (const void *from, const void *format, ...)
{
  va_list ap;

  va_start (ap, format);
  scan (ap);
  va_end (ap);
  return 0;
}
SAME_AS (scan_2, fscanf, __isoc99_fscanf, __isoc23_fscanf, sscanf,
	 __isoc99_sscanf, __isoc23_sscanf, fwscanf, __isoc99_fwscanf,
	 __isoc23_fwscanf, swscanf, __isoc99_swscanf, __isoc23_swscanf)

static int
vscan_1 (const void *format, va_list ap)
{
  return scan (ap);
}
SAME_AS (vscan_1, vscanf, __isoc99_vscanf, __isoc23_vscanf, vwscanf,
	 __isoc99_vwscanf, __isoc23_vwscanf)

static int
vscan_2 (const void *from, const void *format, va_list ap)
{
  return scan (ap);
}
SAME_AS (vscan_2, vfscanf, __isoc99_vfscanf, __isoc23_vfscanf, vsscanf,
	 __isoc99_vsscanf, __isoc23_vsscanf, vfwscanf, __isoc99_vfwscanf,
	 __isoc23_vfwscanf, vswscanf, __isoc99_vswscanf, __isoc23_vswscanf)

/* The arguments of printf are looked at only while it runs.  Functions given
   to register_printf_function and its like are assumed to do the same.  */

KEEP_NOTHING (printf, fprintf, sprintf, snprintf, dprintf, vprintf, vfprintf,
	      vsprintf, vsnprintf, vdprintf, __printf_chk, __fprintf_chk,
	      __sprintf_chk, __snprintf_chk, __dprintf_chk, __vprintf_chk,
	      __vfprintf_chk, __vsprintf_chk, __vsnprintf_chk, __vdprintf_chk)

/* Names of files.  */

static char temporary_name[1];

char *
tmpnam (char s[L_tmpnam])
{
  return EITHER (s, temporary_name);
}

char *
tmpnam_r (char s[L_tmpnam])
{
  return s;
}

char *
tempnam (const char *folder, const char *prefix)
{
  return BLOCK ();
}

static char terminal_name[1];

char *
ctermid (char *s)
{
  return EITHER (s, terminal_name);
}

static char user_name[1];

char *
cuserid (char *s)
{
  return EITHER (s, user_name);
}

KEEP_NOTHING (fclose, pclose, fflush, fflush_unlocked, setlinebuf, fgetc, getc,
	      getchar, getc_unlocked, getchar_unlocked, fgetc_unlocked, getw,
	      _IO_getc, __uflow, __underflow, fputc, putc, putchar,
	      putc_unlocked, putchar_unlocked, fputc_unlocked, putw, _IO_putc,
	      __overflow, ungetc, fputs, fputs_unlocked, puts, perror, fgetpos,
	      fgetpos64, fsetpos, fsetpos64, fseek, fseeko, fseeko64, ftell,
	      ftello, ftello64, rewind, feof, ferror, clearerr, feof_unlocked,
	      ferror_unlocked, clearerr_unlocked, fileno, fileno_unlocked,
	      flockfile, ftrylockfile, funlockfile, remove, rename, renameat,
	      renameat2)

/* <stdio_ext.h> */

KEEP_NOTHING (__fbufsize, __freading, __fwriting, __freadable, __fwritable,
	      __flbf, __fpurge, __fpending, __fsetlocking)
