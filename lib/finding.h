/* Findings: what the analysis says of each entity of a translation unit.

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

/* A finding is one entity (a local, a parameter, a heap block...), its
   verdict, and the flows by which it leaves.  Findings are the only thing
   that passes from the analysis to the outputs: the notes (wording.h), the
   JSON Lines (json.h) and the dump all print the same list.

   Strings in a finding live in the list's own memory: esc_findings_string
   copies a string there, and esc_findings_free frees them all at once.  */

#ifndef ESC_FINDING_H
#define ESC_FINDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A place in the source.  LOCUS is the front end's own token for it (GCC's
   location_t), which the core carries and never looks into.  */
struct esc_locus
{
  const char *file;
  unsigned line;
  unsigned column;
  unsigned long locus;
};

enum esc_entity
{
  ESC_ENTITY_LOCAL,
  ESC_ENTITY_PARAMETER,
  ESC_ENTITY_LITERAL,		/* compound literal */
  ESC_ENTITY_ALLOCA,		/* alloca, variable length array */
  ESC_ENTITY_TEMPORARY,
  ESC_ENTITY_ALLOCATION,	/* heap block */
  ESC_ENTITY_NESTED_FUNCTION,
  ESC_ENTITY_SUGGESTION		/* a declaration that could be: only for
				   notes, which say its label */
};

enum esc_verdict
{
  ESC_VERDICT_STAYS,		/* does not escape */
  ESC_VERDICT_ESCAPES,		/* its storage is reachable from outside */
  ESC_VERDICT_LEAKS		/* parameter: its value or content gets out */
};

/* Where a flow ends, in the terms of the JSON field "to".  */
enum esc_to
{
  ESC_TO_RESULT,
  ESC_TO_PARAMETER,
  ESC_TO_GLOBAL,
  ESC_TO_HEAP,
  ESC_TO_CALL,
  ESC_TO_THREAD,
  ESC_TO_EXCEPTION,
  ESC_TO_ASM,
  ESC_TO_ENCLOSING_FUNCTION,
  ESC_TO_BLOCK
};

/* The sentence for a flow: the WHERE of a note.  Each says which name it
   needs in esc_flow.where_name.  */
enum esc_where
{
  ESC_WHERE_RETURNED,		/* returned by 'NAME' (the function) */
  ESC_WHERE_STORED_IN,		/* stored in 'NAME' (global, static, TLS) */
  ESC_WHERE_STORED_IN_POINTEE,	/* stored in memory that 'NAME' points to;
				   without a NAME: stored in memory that is
				   not known */
  ESC_WHERE_STORED_IN_ESCAPING,	/* stored in 'NAME', which escapes */
  ESC_WHERE_PASSED_UNSEEN,	/* passed to 'NAME', whose body is not seen */
  ESC_WHERE_PASSED_UNKNOWN,	/* passed to an unknown function */
  ESC_WHERE_THREAD,		/* given to a thread by 'NAME' */
  ESC_WHERE_THROWN,		/* thrown */
  ESC_WHERE_ASM,		/* used by asm */
  ESC_WHERE_ENCLOSING,		/* kept by the enclosing function 'NAME' */
  ESC_WHERE_KEPT		/* kept by 'NAME' (a function) */
};

/* What happens to an address, or a value, in one step of its way out.  What
   carries it there is the step's subject.  */
enum esc_step_kind
{
  ESC_STEP_TAKEN,		/* nothing yet: SUBJECT is named */
  ESC_STEP_FOUND,		/* SUBJECT is reached from the parameter
				   NAME */
  ESC_STEP_NESTED,		/* the nested function NAME can use SUBJECT */
  ESC_STEP_GETS,		/* the variable NAME gets SUBJECT */
  ESC_STEP_STORED,		/* SUBJECT is stored in NAME */
  ESC_STEP_PASSED,		/* SUBJECT is passed to the function NAME, whose
				   steps follow if they are known */
  ESC_STEP_REACHED,		/* the same of what leads to it */
  ESC_STEP_REACHED_SOMEHOW,	/* the function NAME is called, from which
				   SUBJECT can be reached */
  ESC_STEP_CALLED,		/* the function NAME is called with it through
				   the expression THROUGH (or NULL) */
  ESC_STEP_PASSED_THROUGH,	/* SUBJECT is passed to what THROUGH calls */
  ESC_STEP_LEAVES		/* SUBJECT goes to WHERE, with NAME for its
				   name */
};

/* How SUBJECT is meant.  */
enum esc_subject
{
  ESC_SUBJECT_IT,		/* no words for it in the source: "it" */
  ESC_SUBJECT_VALUE,		/* the value of that expression */
  ESC_SUBJECT_ADDRESS		/* its address */
};

struct esc_step
{
  struct esc_locus site;
  const char *function;		/* in which this happens */
  void *scope;			/* the front end's token for FUNCTION */
  unsigned depth;		/* 0: the finding's function; 1: one that it
				   calls... */
  enum esc_step_kind kind;
  enum esc_subject subject_kind;
  const char *subject;
  const char *name;
  const char *through;
  enum esc_where where;
};

/* One way out.  LEVEL counts dereferences of the source (0: the value
   itself), INTO dereferences of the destination (result, INTO 0: the result
   itself; INTO 1: memory it points to).  */
struct esc_flow
{
  enum esc_to to;
  const char *name;		/* of the destination, or NULL */
  unsigned level;
  unsigned into;
  struct esc_locus site;	/* the statement by which it leaves */
  enum esc_where where;
  const char *where_name;	/* or NULL */
  const char *reset_by;		/* the function before whose return the place
				   is overwritten on every way, or NULL */
  struct esc_step *path;	/* how it gets there, if that was asked for */
  size_t n_path;
  const void *container;	/* the client's token for what WHERE says
				   escapes, or NULL */
  enum esc_where beyond;	/* what to say if it turns out not to */
  const char *beyond_name;
};

/* What attributes promise of a parameter's value.  */
enum esc_promise
{
  ESC_PROMISE_NONE,
  ESC_PROMISE_NOESCAPE,		/* it gets nowhere */
  ESC_PROMISE_LIFETIMEBOUND	/* only into the result */
};

/* Whether a heap block that stays could live in the frame: JSON "frame".  Of a
   local only IN_LOOP is said: its address is kept, though not used, when a turn
   of the loop ends.  */
enum esc_frame
{
  ESC_FRAME_NONE,		/* not said: not a heap block that stays */
  ESC_FRAME_YES,
  ESC_FRAME_SIZE_NOT_CONSTANT,
  ESC_FRAME_TOO_LARGE,
  ESC_FRAME_IN_LOOP
};

struct esc_finding
{
  struct esc_locus site;	/* where the entity is declared or made */
  const char *function;		/* the function it belongs to */
  enum esc_entity entity;
  const char *name;		/* JSON "name": the source name; for a heap
				   block the called function's */
  const char *label;		/* what a note quotes: "buf", "malloc (64)" */
  bool has_size;
  uint64_t size;		/* bytes, if HAS_SIZE */
  bool own_storage_only;	/* a parameter's finding about its own
				   address, not its value */
  bool size_only;		/* listed for its size: nothing takes its
				   address */
  bool system_header;		/* defined in a system header */
  enum esc_promise promise;	/* of a parameter's value */
  enum esc_verdict verdict;
  enum esc_frame frame;
  struct esc_flow *flows;	/* sorted, no two alike; see
				   esc_findings_sort */
  size_t n_flows;
};

/* A list of findings, in the order they were added until it is sorted.  */
struct esc_findings
{
  struct esc_finding *all;
  size_t n;
  size_t capacity;
  void *strings;		/* the memory of names and flows */
};

/* Make LIST empty.  */
void esc_findings_init (struct esc_findings *list);

/* Free all that LIST holds, strings and flows included.  */
void esc_findings_free (struct esc_findings *list);

/* A copy of TEXT (NULL gives NULL) that lives as long as LIST.  */
const char *esc_findings_string (struct esc_findings *list, const char *text);

/* Append a zeroed finding to LIST and return it.  The pointer is good until
   the next call.  */
struct esc_finding *esc_findings_add (struct esc_findings *list);

/* An array of N steps that lives as long as LIST.  */
struct esc_step *esc_findings_steps (struct esc_findings *list, size_t n);

/* Give FINDING of LIST N flows, for the caller to fill in; they live as long as
   LIST.  Any that it had are forgotten, and their room is not used again.  */
struct esc_flow *esc_findings_flows (struct esc_findings *list,
				     struct esc_finding *finding, size_t n);

/* Sort LIST by file, line, column, entity and name, and each finding's flows
   by level, into, line, column, to and name; drop repeated findings and
   flows.  Names are compared as bytes and what is still equal by all other
   members, so the order depends neither on the locale nor on addresses nor
   on the order of adding.  */
void esc_findings_sort (struct esc_findings *list);

/* Whether FLOW of the parameter FINDING breaks what is promised of it.  */
bool esc_breaks_promise (const struct esc_finding *finding,
			 const struct esc_flow *flow);

/* The words for the values above, as the JSON fields and the dump spell
   them.  esc_frame_name gives NULL for ESC_FRAME_NONE.  */
const char *esc_entity_name (enum esc_entity entity);
const char *esc_verdict_name (enum esc_verdict verdict);
const char *esc_to_name (enum esc_to to);
const char *esc_frame_name (enum esc_frame frame);

#ifdef __cplusplus
}
#endif

#endif /* ESC_FINDING_H */
