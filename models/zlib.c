/* Models of <zlib.h>, as an example of another library.

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


/* A stream's functions allocate its state.  (The state points back to the
   stream, but nobody follows that who was not given the stream.)  The others
   move next_in and next_out on.  What was compressed can come out again as it
   went in, pointers among the bytes too.  */

#if __has_include(<zlib.h>)

#include <stdarg.h>
#include <stdio.h>
#include <zlib.h>

#include "model.h"

struct internal_state
{
  gz_headerp header;
  unsigned char *window;	/* of inflateBack */
  char history[1];
};

static char zlib_text[1];

static void
make_state (z_streamp stream)
{
  stream->state
    = EITHER (stream->zalloc (stream->opaque, 1, model_any), BLOCK ());
  stream->msg = zlib_text;
}

static void
free_state (z_streamp stream)
{
  stream->zfree (stream->opaque, stream->state);
}

static int
work (z_streamp stream)
{
  char *history = stream->state->history;

  TAKE (history, stream->next_in);
  __builtin_memcpy (stream->next_out, history, model_any);
  stream->next_in = SOMEWHERE (stream->next_in);
  stream->next_out = SOMEWHERE (stream->next_out);
  stream->msg = zlib_text;
  return 0;
}
SAME_AS (work, deflate, deflateParams, inflateSync)

/* These may need, or no longer need, a window.  */

int
inflate (z_streamp stream, int flush)
{
  stream->state->window
    = EITHER (stream->zalloc (stream->opaque, 1, model_any), BLOCK ());
  return work (stream);
}

int
inflateReset2 (z_streamp stream, int bits)
{
  stream->zfree (stream->opaque, stream->state->window);
  return 0;
}

static int
initialize (z_streamp stream)
{
  make_state (stream);
  return 0;
}
SAME_AS (initialize, deflateInit_, deflateInit2_, inflateInit_, inflateInit2_)

int
inflateBackInit_ (z_streamp stream, int bits, unsigned char *window,
		  const char *version, int size)
{
  make_state (stream);
  stream->state->window = window;
  return 0;
}

static int
finish (z_streamp stream)
{
  free_state (stream);
  return 0;
}
SAME_AS (finish, deflateEnd, inflateEnd, inflateBackEnd)

static int
copy (z_streamp to, z_streamp from)
{
  *to = *from;
  make_state (to);
  *to->state = *from->state;
  TAKE (to->state->history, from->state->history);
  return 0;
}
SAME_AS (copy, deflateCopy, inflateCopy)

static int
set_header (z_streamp stream, gz_headerp header)
{
  stream->state->header = header;
  return 0;
}
SAME_AS (set_header, deflateSetHeader, inflateGetHeader)

static int
set_history (z_streamp stream, const Bytef *bytes)
{
  TAKE (stream->state->history, bytes);
  return 0;
}
SAME_AS (set_history, deflateSetDictionary)

int
inflateSetDictionary (z_streamp stream, const Bytef *bytes, uInt n)
{
  stream->state->window
    = EITHER (stream->zalloc (stream->opaque, 1, model_any), BLOCK ());
  return set_history (stream, bytes);
}

static int
get_history (z_streamp stream, Bytef *bytes)
{
  __builtin_memcpy (bytes, stream->state->history, model_any);
  return 0;
}
SAME_AS (get_history, deflateGetDictionary, inflateGetDictionary)

/* Input and output go through functions of the caller's.  */

int
inflateBack (z_streamp stream, in_func in, void *in_data, out_func out,
	     void *out_data)
{
  z_const unsigned char *input = stream->next_in;

  in (in_data, &input);
  stream->next_in = input;
  TAKE (stream->state->window, input);
  out (out_data, stream->state->window, model_any);
  return 0;
}

/* Whole buffers.  */

static int
convert (Bytef *to, uLongf *to_size, const Bytef *from)
{
  __builtin_memcpy (to, from, model_any);
  return 0;
}
SAME_AS (convert, compress, compress2, uncompress, uncompress2)

/* Files.  */

static gzFile
open_file (void)
{
  return BLOCK ();
}
SAME_AS (open_file, gzopen, gzopen64, gzdopen)

int
gzread (gzFile file, voidp p, unsigned n)
{
  FILL (p);
  return n;
}

static z_size_t
read_items (voidp p)
{
  FILL (p);
  return 0;
}
SAME_AS (read_items, gzfread)

int
gzwrite (gzFile file, voidpc p, unsigned n)
{
  TAKE (written_bytes, p);
  return n;
}

static z_size_t
write_items (voidpc p)
{
  TAKE (written_bytes, p);
  return 0;
}
SAME_AS (write_items, gzfwrite)

char *
gzgets (gzFile file, char *s, int n)
{
  return s;
}

const char *
gzerror (gzFile file, int *number)
{
  return EITHER (SOMEWHERE (file), zlib_text);
}

static const char *
text (void)
{
  return zlib_text;
}
SAME_AS (text, zlibVersion, zError)

static z_crc_t crc_table[1];

const z_crc_t *
get_crc_table (void)
{
  return crc_table;
}

KEEP_NOTHING (deflateReset, deflateResetKeep, deflateTune, deflateBound,
	      deflatePending, deflatePrime, inflateReset,
	      inflateResetKeep, inflatePrime, inflateMark, inflateSyncPoint,
	      inflateUndermine, inflateValidate, inflateCodesUsed,
	      compressBound, zlibCompileFlags)

KEEP_NOTHING (gzbuffer, gzsetparams, gzprintf, gzvprintf, gzputs, gzputc,
	      gzgetc, gzgetc_, gzungetc, gzflush, gzseek, gzseek64, gzrewind,
	      gztell, gztell64, gzoffset, gzoffset64, gzeof, gzdirect, gzclose,
	      gzclose_r, gzclose_w, gzclearerr, adler32, adler32_z, crc32,
	      crc32_z, adler32_combine, adler32_combine64, crc32_combine,
	      crc32_combine64, crc32_combine_gen, crc32_combine_gen64,
	      crc32_combine_op)

#endif
