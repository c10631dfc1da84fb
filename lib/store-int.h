/* The stored form of transfers, byte by byte.

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



/* A file of models is

     MAGIC
     words: VERSION, size of the file, CRC of all that follows, size of a
	    pointer, number of functions N
     N times three words: where its name is, where its record is, and how
	    long that is
     names, sorted as strings are by strcmp, each with its terminating 0
     records

   A word has four bytes, the lowest first; "where" counts bytes from the
   beginning of the file.  A record is

     parameters MORE RESULT FLAGS objects origins facts calls

   of numbers, each as many bytes as it needs (seven bits a byte, the lowest
   first, the top bit set in all but the last); signed ones are folded (0, -1,
   1, -2...).  Each list begins with its length.  Names in records are preceded
   by their length, and end with 0.  */

#ifndef ESC_STORE_INT_H
#define ESC_STORE_INT_H

#include "store.h"

/* As in PNG: what a transfer as text would change is in it.  */
#define ESC_STORE_MAGIC "\211ESC\r\n\032\n"

enum
{
  ESC_STORE_VERSION = 1,

  /* Where the words of the head are.  */
  ESC_STORE_AT_VERSION = 8,
  ESC_STORE_AT_SIZE = 12,
  ESC_STORE_AT_CRC = 16,
  ESC_STORE_AT_POINTER_SIZE = 20,
  ESC_STORE_AT_COUNT = 24,
  ESC_STORE_HEAD = 28,
  ESC_STORE_ENTRY = 12,		/* bytes for each function */

  /* Bounds of what a record may hold.  */
  ESC_STORE_MAX_LIST = 0xffff,
  ESC_STORE_MAX_STRIDE = 0x10000000
};

/* Offsets are within this, so that sums of a few do not overflow.  */
#define ESC_STORE_MAX_OFFSET (INT64_C (1) << 40)

/* FLAGS of a record and of an object in it.  */
enum
{
  ESC_STORE_COARSE = 1,
  ESC_STORE_POINTER = 1
};

/* A file is no larger than this.  */
#define ESC_STORE_MAX_FILE INT32_MAX

/* The record of the I-th function of STORE, of *SIZE bytes.  */
const void *esc_store_record (const struct esc_store *store, uint32_t i,
			      size_t *size);

#endif /* ESC_STORE_INT_H */
