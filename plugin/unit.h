/* The functions of a translation unit, and what is kept of each.

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


/* Functions are visited callees first, the members of a recursive group
   together (order.h).  While a group is worked on, each member has a reader
   with its flow graph; afterwards only the transfer is left.  */

#ifndef ESCAPE_UNIT_H
#define ESCAPE_UNIT_H

#include "graph.h"
#include "transfer.h"
#include "trace.h"
#include "frontend.h"
#include "numbers.h"

struct reader;
struct known_values;
struct summary;

/* Whether GLOBAL, at OFFSET, has another value when a function returns than
   when it began, whatever way it took: an answer of overwrites_p.  */
struct overwriting
{
  tree global;
  HOST_WIDE_INT offset;
  bool always;
};

/* The function stores its parameter PARAMETER in GLOBAL (NULL_TREE: in other
   memory) at most for a time, and something else is there when it returns.  */
struct reset_parameter
{
  int parameter;
  tree global;
};

/* What may count of the characters of a string that is passed for a
   parameter, once that has been asked for.  */
struct string_parameter
{
  bool asked;
  number_set decisive;
};

/* Calls with CONSTANTS, by parameter (NULL_TREE: anything), get CLONE, if that
   is not NULL.  */
struct clone_request
{
  vec<tree> constants;
  summary *clone;
};

/* CALL, in a clone, is of CLONE, or (NULL) of the clone itself.  */
struct cloned_call
{
  gcall *call;
  summary *clone;
};

struct summary
{
  tree decl;
  struct esc_transfer *transfer;
  reader *r;			/* while its group is worked on */
  auto_vec<gimple *> statements; /* that may say anything, likewise, once
				    it was read */
  unsigned group;
  bool started;			/* its transfer may be used */
  auto_vec<overwriting> overwritings; /* that have been asked for */
  auto_vec<reset_parameter> resets;

  /* The globals to which its statements store, each as often as there are such
     statements, once that has been asked for.  */
  auto_vec<tree> stored_globals;
  bool stored_globals_known;

  bool coarse;			/* ... and is coarse */
  bool passes_unknown;		/* it passes things to unknown functions */

  /* Clones (clones.h).  */
  auto_vec<unsigned char> decisive[2]; /* by parameter: whether to make some;
					 the second is for functions */
  auto_vec<string_parameter> strings; /* by parameter */
  auto_vec<clone_request> requests;
  bool answering;		/* the last one is being answered */
  auto_vec<summary *> clones;

  /* Of a clone.  */
  summary *original;		/* what it is a clone of, or NULL */
  auto_vec<tree> constants;	/* for which arguments, by parameter */
  bool calls_back;		/* some of them are functions */
  bitmap edges;			/* that are executed */
  auto_vec<cloned_call> calls;	/* that are of clones, too */
  known_values *known;		/* while it is read */

  bool read;			/* is in the joint graph */
  bool joined;			/* calls of it lead to MEMBER */
  bool shares_frame;		/* ... with nested functions */
  unsigned member;		/* of the joint graph */
};

/* Finding NUMBER says that a local of FUNCTION escapes, which is DECL or made
   by STMT; or, with neither, that the value of its parameter number PARAMETER
   leaks.  */
struct doubt
{
  tree function;
  tree decl;
  gimple *stmt;
  int parameter;
  size_t number;
};

/* For what clones are made (clones.h).  */
enum joining_kind
{
  NOT_JOINING,			/* transfers */
  JOINING_FUNCTIONS,		/* a joint graph: for functions that are
				   arguments */
  JOINING_CONSTANTS		/* ... for other constants */
};

struct unit
{
  hash_map<tree, summary *> summaries;
  unsigned group;		/* the group that is worked on */
  esc_client client;
  bool traced;			/* whether it is asked how things leave */
  esc_tracer tracer;
  auto_vec<doubt> doubts;
  hash_set<const void *> settled; /* locals (key_of_entity) that stay */
  struct esc_graph *joint;	/* while that is made (doubts.h) */
  enum joining_kind joining;	/* while clones for that alone are made */
  unsigned clone_depth;		/* of requests that lead to each other */
  unsigned clone_work;		/* that may still be done for them */
  unsigned string_work;		/* ... to find what counts in strings */
  unsigned HOST_WIDE_INT cost;	/* of all graphs (solve.h) */
};

/* What the core asks of U.  */
extern const esc_client *unit_client (unit *u);

/* The summary of the body that calls of function DECL lead to, or NULL if that
   is not seen, or may be another one.  */
extern summary *summary_of_function (unit *u, tree decl);

/* The transfer of S, which may be NULL, or NULL if it is not read yet.
   *RECURSIVE: whether it belongs to the group that is worked on.  */
extern esc_transfer *transfer_of_summary (unit *u, summary *s,
					  bool *recursive);

/* The transfer of function DECL, or NULL if its body is not seen or not read
   yet.  *RECURSIVE: whether it belongs to the group that is worked on.  */
extern esc_transfer *transfer_of_function (unit *u, tree decl,
					   bool *recursive);

/* An empty transfer for function DECL.  */
extern esc_transfer *new_transfer (unit *u, tree decl);

/* Find the transfer of CLONE, of which it is known what its constants decide.
   If that would be coarse, it has none: STARTED is false.  */
extern void solve_clone (unit *u, summary *clone);

/* reader.cc: forget all symbols.  */
extern void free_symbols ();

#endif /* ESCAPE_UNIT_H */
