/* Models of GNU's <argp.h>, <argz.h>, <envz.h>, <obstack.h>, <printf.h>,
   <mcheck.h> and <malloc.h>.

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
#include <argp.h>
#include <argz.h>
#include <envz.h>
#include <mcheck.h>
#include <obstack.h>
#include <printf.h>
#include <unistd.h>

#include "model.h"

/* <argp.h>: parsers are called with arguments, and with their input in a state
   that lives as long as the call.  A parser may hand on input to those of its
   children.  */

error_t
argp_parse (const struct argp *restrict parser, int argc,
	    char **restrict argv, unsigned int flags, int *restrict index,
	    void *restrict input)
{
  struct argp_state state;

  while (model_any)
    parser = parser->children[model_any].argp;
  state.root_argp = parser;
  state.argv = argv;
  state.child_inputs = BLOCK ();
  state.input = EITHER (input, state.child_inputs[model_any]);
  state.err_stream = stderr;
  state.out_stream = stdout;
  state.name = argv[0];
  state.pstate = &state;
  state.hook = model_unknown;
  argv[model_any] = argv[model_any];
  parser->parser (model_any, SOMEWHERE (argv[model_any]), &state);
  return 0;
}
SAME_AS (argp_parse, __argp_parse)

/* The texts go through a function of the caller's.  */

static void
print_help (const struct argp *parser, void *input)
{
  while (model_any)
    parser = parser->children[model_any].argp;
  parser->help_filter (model_any, parser->doc, input);
  parser->help_filter (model_any, parser->options[model_any].doc, input);
}

void
argp_help (const struct argp *restrict parser, FILE *restrict stream,
	   unsigned int flags, char *restrict name)
{
  print_help (parser, NULL);
}
SAME_AS (argp_help, __argp_help)

static void
help_of_state (const struct argp_state *state)
{
  print_help (state->root_argp, state->input);
}
SAME_AS (help_of_state, argp_state_help, __argp_state_help, argp_usage,
	 __argp_usage, argp_error, __argp_error)

void *
__argp_input (const struct argp *parser, const struct argp_state *state)
{
  return EITHER (state->input, model_unknown);
}
SAME_AS (__argp_input, _argp_input)

KEEP_NOTHING (argp_failure, __argp_failure, _option_is_end, _option_is_short,
	      __option_is_end, __option_is_short)

/* <argz.h>, <envz.h>: strings one after the other in a block that grows.  */

static void
grow (char **strings)
{
  *strings = __builtin_realloc (*strings, model_any);
}
SAME_AS (grow, argz_add, argz_add_sep, argz_append, argz_insert, argz_replace,
	 envz_add, envz_merge)

error_t
argz_create (char *const argv[], char **restrict strings,
	     size_t *restrict size)
{
  *strings = BLOCK ();
  return 0;
}
SAME_AS (argz_create, __argz_create)

error_t
argz_create_sep (const char *restrict s, int separator,
		 char **restrict strings, size_t *restrict size)
{
  *strings = BLOCK ();
  return 0;
}

void
argz_extract (const char *restrict strings, size_t size, char **restrict argv)
{
  argv[model_any] = SOMEWHERE (strings);
}
SAME_AS (argz_extract, __argz_extract)

char *
argz_next (const char *restrict strings, size_t size,
	   const char *restrict entry)
{
  return EITHER (SOMEWHERE (strings), SOMEWHERE (entry));
}
SAME_AS (argz_next, __argz_next)

char *
envz_entry (const char *restrict strings, size_t size,
	    const char *restrict name)
{
  return SOMEWHERE (strings);
}
SAME_AS (envz_entry, envz_get)

KEEP_NOTHING (argz_count, __argz_count, argz_stringify, __argz_stringify,
	      argz_delete, envz_remove, envz_strip)

/* <obstack.h>: chunks from a function of the caller's, each of which knows the
   one before.  */

static void
begin (struct obstack *h, struct _obstack_chunk *chunk)
{
  chunk->limit = SOMEWHERE (chunk);
  chunk->prev = h->chunk;
  h->chunk = chunk;
  h->chunk_limit = SOMEWHERE (chunk);
  h->object_base = SOMEWHERE (chunk);
  h->next_free = SOMEWHERE (chunk);
}

int
_obstack_begin (struct obstack *h, int size, int alignment,
		void *(*new_chunk) (long), void (*free_chunk) (void *))
{
  h->chunkfun = (struct _obstack_chunk *(*) (void *, long)) new_chunk;
  h->freefun = (void (*) (void *, struct _obstack_chunk *)) free_chunk;
  begin (h, new_chunk (model_any));
  return 1;
}

int
_obstack_begin_1 (struct obstack *h, int size, int alignment,
		  void *(*new_chunk) (void *, long),
		  void (*free_chunk) (void *, void *), void *argument)
{
  h->chunkfun = (struct _obstack_chunk *(*) (void *, long)) new_chunk;
  h->freefun = (void (*) (void *, struct _obstack_chunk *)) free_chunk;
  h->extra_arg = argument;
  begin (h, new_chunk (argument, model_any));
  return 1;
}

void
_obstack_newchunk (struct obstack *h, int size)
{
  char *object = h->object_base;

  if (model_any)
    begin (h, h->chunkfun (h->extra_arg, model_any));
  else
    begin (h, ((struct _obstack_chunk * (*) (long) ) h->chunkfun) (model_any));
  __builtin_memcpy (h->object_base, object, size);
}

static void
free_to (struct obstack *h, void *object)
{
  if (model_any)
    h->freefun (h->extra_arg, h->chunk);
  else
    ((void (*) (void *)) h->freefun) (h->chunk);
  h->object_base = object;
  h->next_free = object;
  h->chunk = h->chunk->prev;
}
SAME_AS (free_to, obstack_free, _obstack_free)

static int
print (struct obstack *h)
{
  _obstack_newchunk (h, model_any);
  return 0;
}
SAME_AS (print, obstack_printf, obstack_vprintf, __obstack_printf_chk,
	 __obstack_vprintf_chk)

KEEP_NOTHING (_obstack_allocated_p, _obstack_memory_used)

/* <printf.h>: functions that are called by printf later.  */

static printf_function *printf_functions[1];
static printf_arginfo_size_function *printf_information_functions[1];
static printf_va_arg_function *printf_argument_functions[1];

int
register_printf_specifier (int specifier, printf_function print_it,
			   printf_arginfo_size_function tell)
{
  printf_functions[0] = print_it;
  printf_information_functions[0] = tell;
  return 0;
}
SAME_AS (register_printf_specifier, register_printf_function)

int
register_printf_type (printf_va_arg_function get)
{
  printf_argument_functions[0] = get;
  return 0;
}

KEEP_NOTHING (register_printf_modifier, parse_printf_format, printf_size,
	      printf_size_info)

/* <mcheck.h>, <malloc.h>: a function that is called when a block is found
   damaged.  */

static void (*check_function) (enum mcheck_status);

int
mcheck (void (*report) (enum mcheck_status))
{
  check_function = report;
  return 0;
}
SAME_AS (mcheck, mcheck_pedantic)

KEEP_NOTHING (mprobe, malloc_info, malloc_usable_size)
