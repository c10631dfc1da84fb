/* Telling one path, shared by the files that explain.

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

/* Shared by telling.cc, which makes steps of one function's path, and paths.cc,
   which keeps them for callers and puts them together.  */

#ifndef ESCAPE_PATHS_INT_H
#define ESCAPE_PATHS_INT_H

#include "finding.h"
#include "path.h"
#include "reader.h"

/* A step as it is kept.  Its strings live until forget_explanations.  */
struct kept_step
{
  esc_step_kind kind;
  location_t location;
  esc_subject subject_kind;
  const char *subject, *name, *through;
  enum esc_where where;
  /* PASSED, REACHED: what the callee's steps are found by.  */
  esc_transfer *callee;
  uint32_t fact;
  bool deferred;		/* it is called by the callee before */
  /* LEAVES: it is the callee before that does so, and its own steps may say
     so already.  */
  bool closing;
};

/* The subject of a step.  */
struct subject
{
  esc_subject kind;
  const char *text;
};

struct teller
{
  reader *r;
  const esc_path *path;
  auto_vec<kept_step> steps;
  /* What to call what leaves, where its first step has no words for it; or
     no text.  */
  struct subject entity;
  /* The parameter that what leaves is reached from, or NULL.  */
  const char *reached_from;
  /* The last value of a temporary that was stepped over, and where it was
     computed.  */
  struct subject pending;
  location_t pending_location;
  /* The first such value, if it names what leaves.  */
  struct subject first;
  location_t first_location;
  /* Memory that is not told apart was met: what happens before the end is not
     told any more.  */
  bool lost;
};

/* What the hops of one statement have in common.  */
struct group
{
  gimple *stmt;			/* or NULL */
  location_t location;
  size_t from, to;		/* hops of the path */
  const esc_hop *crossing;	/* the hop that is a fact of a callee */
  bool again;			/* the group before is of the same call */
  bool final;
};

/* paths.cc */

/* TEXT, which is freed, or NULL, in memory that lives until
   forget_explanations.  */
extern const char *keep_text (char *text);

/* telling.cc */

/* What has no words in the source.  */
static const struct subject it = { ESC_SUBJECT_IT, NULL };

/* Make T ready to tell of what leaves R's function: of ENTITY.  */
extern void begin_telling (teller *t, reader *r, struct subject entity);

/* A new step of T, of KIND at LOCATION; good until the next one.  A SUBJECT
   without words of its own is what was stepped over, or what leaves if this
   is the first step.  */
extern kept_step *add_step (teller *t, esc_step_kind kind,
			    location_t location, struct subject subject);

/* Tell T's path, but not its end.  Return the group that ends it, which is
   told already if it is a call that the callee's steps tell of.  */
extern group tell_path (teller *t);

/* Tell what G, which is not the path's end, does.  */
extern void tell_group (teller *t, const group *g);

/* What G, the path's end, takes out, if no callee does.  */
extern struct subject subject_of_end (teller *t, const group *g);

/* The function that TRANSFER is of, or NULL_TREE if it is a model.  */
extern tree function_of_transfer (const esc_transfer *transfer);

#endif /* ESCAPE_PATHS_INT_H */
