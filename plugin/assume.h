/* What constant parameters decide in a function.

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


/* Under the assumption that some parameters are constants, a few more values
   of a function are, some conditions are decided, and some blocks are never
   executed.  This is found by sparse conditional constant propagation (Wegman
   and Zadeck, "Constant Propagation with Conditional Branches", 1991) over
   the SSA form, of integers and of pointers that are numbers; addresses of
   functions are only handed on.  Nothing of the
   function is changed, and only constants are ever folded, since GCC's folders
   may make symbols of what else they meet.

   Where control comes together, a value may be one of several small numbers.
   So it is for what is read from a string of which the characters are known,
   and from a constant table at an index that is not known: then the elements
   count that the conditions on the way to there allow.  That is what a function
   looks for in a format:

     for (i = 0; i < n; i++)
       if (*format == table[i].letter)
	 { type = table[i].type; break; }

   Control that is not seen to be decided goes everywhere the flow graph lets
   it go: from calls to handlers, receivers of gotos and setjmp, from computed
   gotos and from asm goto.  What such edges bring along is in the SSA form,
   too.  */

#ifndef ESCAPE_ASSUME_H
#define ESCAPE_ASSUME_H

#include "numbers.h"

enum value_kind
{
  VALUE_NONE,			/* not met yet */
  VALUE_CONSTANT,		/* CONSTANT: a number, or a function */
  VALUE_NUMBERS,		/* one of NUMBERS */
  VALUE_STRING,			/* the address of a character in a string, all
				   of whose characters are among NUMBERS */
  VALUE_ANYTHING
};

struct abstract_value
{
  value_kind kind;
  unsigned numbers;		/* their place in the sets */
  tree constant;		/* or NULL_TREE */
};

struct known_values
{
  struct function *fun;
  auto_vec<abstract_value> values; /* by SSA version */
  auto_vec<number_set> sets;	/* of numbers, which values name */
  auto_vec<unsigned> first_edge; /* by block: the number of the first edge
				    into it */
  unsigned n_edges, n_executed;
  auto_bitmap blocks, edges;	/* that are executed */
  bool strings;			/* a parameter is a string */
  number_set told_apart;	/* what is compared with one of several
				   numbers */
};

/* Find what is known in K of FUN if its parameters are CONSTANTS (NULL_TREE:
   anything; a STRING_CST: a pointer into a string that has some of these
   characters).  Return false if that would take too long; K is then of no
   use.  Linear in the size of FUN, times a bounded number of rounds.  */
extern bool find_known_values (known_values *k, struct function *fun,
			       const vec<tree> &constants);

/* Let K say of FUN which EDGES are executed, as found before, and nothing of
   values.  */
extern void recall_executed (known_values *k, struct function *fun,
			     const_bitmap edges);

/* Whether BB, or edge E, may be executed.  K may be NULL: everything may.  */
extern bool executed_p (known_values *k, basic_block bb);
extern bool executed_p (known_values *k, edge e);

/* The constant that VAL is, or NULL_TREE.  Without K, one that every reader
   of the function can see.  */
extern tree known_value (known_values *k, tree val);

/* The address of a function that VAL is, or NULL_TREE.  K may be NULL.  */
extern tree known_function (known_values *k, tree val);

/* Whether VAL is the address of a character in a string of which it is known
   what characters it has: CHARACTERS.  K may be NULL.  */
extern bool known_string (known_values *k, tree val, number_set *characters);

/* A STRING_CST for CONSTANTS that has CHARACTERS.  */
extern tree string_of_characters (const number_set &characters);

/* Whether what is never executed could do anything with pointers.  */
extern bool spares_flows_p (known_values *k);

#endif /* ESCAPE_ASSUME_H */
