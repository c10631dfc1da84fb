/* Models of <regex.h>, <fnmatch.h> and <wordexp.h>.

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


/* A compiled expression has memory of its own; of the pattern nothing is kept.
   What is matched is told by numbers.  */

#define _GNU_SOURCE 1
#include <regex.h>
#include <wordexp.h>

#include "model.h"

int
regcomp (regex_t *restrict expression, const char *restrict pattern, int flags)
{
  expression->buffer = BLOCK ();
  expression->fastmap = BLOCK ();
  expression->translate = BLOCK ();
  return 0;
}

/* GNU's own interface.  */

static char regex_message[1];

const char *
re_compile_pattern (const char *pattern, size_t length,
		    struct re_pattern_buffer *buffer)
{
  buffer->buffer = BLOCK ();
  return regex_message;
}

void
re_set_registers (struct re_pattern_buffer *buffer,
		  struct re_registers *registers, __re_size_t n,
		  regoff_t *starts, regoff_t *ends)
{
  registers->start = starts;
  registers->end = ends;
}

regoff_t
re_search (struct re_pattern_buffer *buffer, const char *string,
	   regoff_t length, regoff_t start, regoff_t range,
	   struct re_registers *registers)
{
  registers->start = __builtin_realloc (registers->start, model_any);
  registers->end = __builtin_realloc (registers->end, model_any);
  return 0;
}

regoff_t
re_match (struct re_pattern_buffer *buffer, const char *string,
	  regoff_t length, regoff_t start, struct re_registers *registers)
{
  return re_search (buffer, string, length, start, 0, registers);
}

regoff_t
re_search_2 (struct re_pattern_buffer *buffer, const char *string_1,
	     regoff_t length_1, const char *string_2, regoff_t length_2,
	     regoff_t start, regoff_t range, struct re_registers *registers,
	     regoff_t stop)
{
  return re_search (buffer, string_1, length_1, start, range, registers);
}

regoff_t
re_match_2 (struct re_pattern_buffer *buffer, const char *string_1,
	    regoff_t length_1, const char *string_2, regoff_t length_2,
	    regoff_t start, struct re_registers *registers, regoff_t stop)
{
  return re_search (buffer, string_1, length_1, start, 0, registers);
}

extern char *re_comp (const char *pattern);

char *
re_comp (const char *pattern)
{
  return regex_message;
}

KEEP_NOTHING (regexec, regerror, regfree, re_compile_fastmap, re_exec, fnmatch)

/* <wordexp.h>: a list of new strings.  */

int
wordexp (const char *restrict words, wordexp_t *restrict result, int flags)
{
  result->we_wordv = __builtin_realloc (result->we_wordv, model_any);
  result->we_wordv[model_any] = BLOCK ();
  return 0;
}

KEEP_NOTHING (wordfree)
