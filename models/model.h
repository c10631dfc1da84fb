/* The vocabulary of the models.  README.md tells the rules.

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


/* A model is a function with the name and the type of the one it stands for,
   whose body moves pointers as that function may, and does nothing else.  The
   plugin compiles it as it compiles any function; what it finds out about the
   body is what callers get to know.  */

#ifndef MODEL_H
#define MODEL_H

#include <stdarg.h>
#include <stddef.h>

/* A number that nobody knows: which way is taken, how far, how many bytes.  */
extern size_t model_any;

/* A pointer that nobody knows, to anything that is not the caller's own; and
   bytes that nobody knows, in which such pointers may lie.  Nothing is ever
   stored in these: what is kept is kept under a name that tells where.  */
extern void *model_unknown;
extern char model_bytes[];

/* A or B.  */
#define EITHER(A, B) (model_any ? (A) : (B))

/* P, or a pointer to somewhere else in the same object; without `const', as
   strchr does.  */
#define SOMEWHERE(P) ((void *) ((char *) (P) + model_any))

/* A new block of heap memory whose size nobody knows.  */
#define BLOCK() (__builtin_malloc (model_any))

/* All bytes from *P on come from where nobody knows (a file, a socket, the
   kernel), and where pointers were brought before, pointers come from.  */
#define FILL(P) ((void) __builtin_memcpy ((void *) (P), model_bytes, model_any))

/* All bytes from *P on are copied to PLACE, one of the arrays below, where any
   thread may read them.  */
#define TAKE(PLACE, P) \
  ((void) __builtin_memcpy (PLACE, (const void *) (P), model_any))

static char written_bytes[1] __attribute__ ((unused));
static char sent_bytes[1] __attribute__ ((unused));

/* The functions NAME... (assembler names; at most 250 of them) keep no pointer,
   store none in what they are given, return none and call nobody back.
   Whatever they take, and return, it is not what the declaration here says:
   that tells the plugin that the alias stands for more than its target.  */
#define KEEP_NOTHING(...) MODEL_EACH (MODEL_NOTHING, __VA_ARGS__)
#define MODEL_NOTHING(NAME) \
  extern void nothing_##NAME (int, ...) \
    __asm__ (#NAME) __attribute__ ((alias ("model_nothing")));

static void
model_nothing (void)
{
}

/* The functions NAME... (assembler names) do what the function here whose
   assembler name is MODEL does.  They take what it takes, and maybe more
   behind that, of which nothing is kept.  */
#define SAME_AS(MODEL, ...) MODEL_EACH_OF (MODEL_SAME, MODEL, __VA_ARGS__)
#define MODEL_SAME(MODEL, NAME) \
  extern void same_##NAME (int, ...) \
    __asm__ (#NAME) __attribute__ ((alias (#MODEL)));

/* F (NAME), or F (X, NAME), for each NAME.  */
#define MODEL_EACH(F, ...) \
  __VA_OPT__ (MODEL_EXPAND (MODEL_NEXT (F, __VA_ARGS__)))
#define MODEL_NEXT(F, NAME, ...) \
  F (NAME) __VA_OPT__ (MODEL_MORE MODEL_PARENTHESES (F, __VA_ARGS__))
#define MODEL_MORE() MODEL_NEXT
#define MODEL_EACH_OF(F, X, ...) \
  __VA_OPT__ (MODEL_EXPAND (MODEL_NEXT_OF (F, X, __VA_ARGS__)))
#define MODEL_NEXT_OF(F, X, NAME, ...) \
  F (X, NAME) \
  __VA_OPT__ (MODEL_MORE_OF MODEL_PARENTHESES (F, X, __VA_ARGS__))
#define MODEL_MORE_OF() MODEL_NEXT_OF
#define MODEL_PARENTHESES ()
/* Scan the arguments 4^4 times more.  */
#define MODEL_EXPAND(...) MODEL_SCAN_4 (MODEL_SCAN_4 \
  (MODEL_SCAN_4 (MODEL_SCAN_4 (__VA_ARGS__))))
#define MODEL_SCAN_4(...) MODEL_SCAN_3 (MODEL_SCAN_3 \
  (MODEL_SCAN_3 (MODEL_SCAN_3 (__VA_ARGS__))))
#define MODEL_SCAN_3(...) MODEL_SCAN_2 (MODEL_SCAN_2 \
  (MODEL_SCAN_2 (MODEL_SCAN_2 (__VA_ARGS__))))
#define MODEL_SCAN_2(...) MODEL_SCAN_1 (MODEL_SCAN_1 \
  (MODEL_SCAN_1 (MODEL_SCAN_1 (__VA_ARGS__))))
#define MODEL_SCAN_1(...) __VA_ARGS__

#endif /* MODEL_H */
