/* How the findings of one function are made, as the files that do it share it.

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


#ifndef ESCAPE_FINDINGS_INT_H
#define ESCAPE_FINDINGS_INT_H

#include "finding.h"
#include "lifetimes.h"
#include "reader.h"
#include "unit.h"
#include "verdict.h"

/* What is being made for one function.  */
struct maker
{
  reader *r;
  struct esc_findings *list;
  auto_vec<esc_leak> leaks;
  auto_vec<int> first_leak;	/* of an object: an index, or -1 */
  auto_vec<int> next_leak;	/* of the same object, likewise */
  surroundings around;
  auto_vec<outliving> outliving_locals; /* in the order of the entities */
  auto_vec<int> first_outliving; /* of an entity: an index, or -1 */
  const char *function;		/* its name, in LIST's memory */
  auto_vec<const char *> labels; /* of entities, in LIST's memory */
  enum esc_promise promise;	/* of the value that is being judged */
};

/* The ways out of one entity, each once, by its first statement.  */
struct flow_list
{
  auto_vec<esc_flow> all;
  auto_vec<const esc_leak *> leaks; /* that each is, or NULL: it stays in the
				       frame */

  /* Add FLOW, which LEAK (or NULL) is, of R's function.  */
  void add (const struct esc_flow &flow, const esc_leak *leak, reader *r);
};

/* flows.cc */

/* What a note quotes of entity NUMBER, or NULL if it has nothing.  */
extern const char *entity_label (maker *m, unsigned number);

/* What a note quotes of OBJECT, in which something is stored; or NULL.  */
extern const char *container_label (maker *m, esc_object object);

/* The flow that LEAK is, of something that was dereferenced LEVEL times.  */
extern struct esc_flow flow_of_leak (maker *m, const esc_leak *leak,
				     unsigned level);

/* Add to FLOWS the ways by which OBJECT leaves.  */
extern void add_ways_out (maker *m, esc_object object, flow_list *flows);

/* A new finding of M's list, of ENTITY called NAME at LOCATION, that leaves by
   FLOWS; verdict AWAY if there are any.  */
extern struct esc_finding *add_finding (maker *m, enum esc_entity kind,
					location_t location, const char *name,
					const char *label,
					const flow_list &flows,
					enum esc_verdict away);

#endif /* ESCAPE_FINDINGS_INT_H */
