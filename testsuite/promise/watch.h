/* What watch.so and the run-time library agree on.

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

/* watch.so compiles a program so that it reports to the run-time library
   (watch-runtime.c) when its functions are entered and left.  For each
   function it emits one struct watch_function, which names the objects whose
   addresses must be gone when the function is left, and it calls the
   functions at the end of this file.

   Every member is as wide as a pointer, because watch.so emits the structure
   as an array of pointers.  */

#ifndef WATCH_H
#define WATCH_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What is known of an entity, and so what is looked for.  */
enum watch_kind
{
  /* Storage in the frame that was said to stay.  WHERE[i] of
     __escape_watch_enter is its address.  */
  WATCH_STORAGE,

  /* Storage in the frame of which nothing was said.  An address that is
     inside it or just past its end is no finding, even if it is inside
     watched storage as well.  */
  WATCH_OTHER_STORAGE,

  /* A pointer parameter whose value was said to go nowhere.  WHERE[i] is
     that value.  */
  WATCH_VALUE,

  /* A pointer parameter of which nothing was said; WHERE[i] is its
     value.  */
  WATCH_OTHER_VALUE,

  /* A heap block, or memory from alloca, that was said to stay.  It has no
     WHERE; __escape_watch_block tells of each one made.  */
  WATCH_BLOCK,
  WATCH_ALLOCA,

  /* Memory from alloca of which nothing was said, made likewise.  */
  WATCH_OTHER_ALLOCA
};

struct watch_entity
{
  const char *name;
  const char *file;
  uintptr_t line;
  uintptr_t column;
  uintptr_t kind;		/* enum watch_kind */
  uintptr_t size;		/* bytes; 0 if it has none of its own */
};

struct watch_function
{
  const char *name;
  uintptr_t args_size;		/* bytes of arguments the caller pushed */
  uintptr_t n_where;		/* entities that have a WHERE; they are
				   first */
  uintptr_t n_entities;
  uintptr_t n_statements;	/* in GIMPLE */
  uintptr_t entered;		/* counted by the run-time library */
  uintptr_t next_check;		/* likewise: the entry that is checked next */
  struct watch_entity entities[];
};

/* The entities of a function begin after this many words, and each is this
   many words long.  */
enum { WATCH_FUNCTION_WORDS = 7, WATCH_ENTITY_WORDS = 6 };

/* FUNCTION was entered.  WHERE has FUNCTION->n_where words, which are wiped.
   CFA is the frame's canonical address: the stack pointer before the call.  */
void __escape_watch_enter (struct watch_function *function,
			   void **where, void *cfa);

/* The function whose frame is at CFA is about to return the SIZE bytes at
   VALUE, or a value in memory that its caller owns if SIZE is 0.  */
void __escape_watch_leave (const void *value, uintptr_t size, void *cfa);

/* The function whose frame is at CFA made the object at START, which belongs
   to its entity number INDEX.  SIZE is its size, or 0 if START is a heap
   block that knows its own.  */
void __escape_watch_block (uintptr_t index, void *start, uintptr_t size,
			   void *cfa);

/* setjmp, or one of its kin, has saved registers at BUFFER.  */
void __escape_watch_jump (void *buffer);

/* A call has returned to the function that calls this.  What lies below its
   frame is dead.  */
void __escape_watch_called (void);

#ifdef __cplusplus
}
#endif

#endif /* WATCH_H */
