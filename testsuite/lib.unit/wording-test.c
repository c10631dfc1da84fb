/* The wording of notes, sentence by sentence.

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

#include "wording.h"

#include <dejagnu.h>
#include <stdlib.h>
#include <string.h>

/* The notes of a finding, each on a line that begins with '-' if it speaks
   of something that stays and with '+' if not.  */

static void
collect (const char *text, bool staying, const struct esc_flow *flow,
	 void *data)
{
  (void) flow;
  fprintf (data, "%c%s\n", staying ? '-' : '+', text);
}

static const struct esc_wording plain = { "'", "'", 131072, 65536, NULL };

/* Check that the notes of FINDING in WORDING are WANTED.  */

static void
check_in (const struct esc_wording *wording,
	  const struct esc_finding *finding, const char *wanted,
	  const char *what)
{
  char *text = NULL;
  size_t size;
  FILE *out = open_memstream (&text, &size);

  esc_notes (finding, wording, collect, out);
  fclose (out);
  if (strcmp (text, wanted) == 0)
    pass ("%s", what);
  else
    {
      fail ("%s", what);
      note ("got: %s", text);
    }
  free (text);
}

static void
check (const struct esc_finding *finding, const char *wanted,
       const char *what)
{
  check_in (&plain, finding, wanted, what);
}

/* A finding of ENTITY called NAME, with VERDICT and FLOWS, which are N.  */

static struct esc_finding
make (enum esc_entity entity, const char *name, enum esc_verdict verdict,
      struct esc_flow *flows, size_t n)
{
  struct esc_finding finding;

  memset (&finding, 0, sizeof finding);
  finding.entity = entity;
  finding.name = name;
  finding.label = name;
  finding.function = "f";
  finding.verdict = verdict;
  finding.flows = flows;
  finding.n_flows = n;
  return finding;
}

/* A flow of LEVEL to TO's NAME, with INTO, that leaves at WHERE.  */

static struct esc_flow
flow (enum esc_to to, const char *name, unsigned level, unsigned into,
      enum esc_where where, const char *where_name)
{
  struct esc_flow made;

  memset (&made, 0, sizeof made);
  made.to = to;
  made.name = name;
  made.level = level;
  made.into = into;
  made.where = where;
  made.where_name = where_name;
  return made;
}

/* Check that the sentence for STEP is WANTED.  */

static void
check_step (const struct esc_step *step, const char *wanted)
{
  char *text = esc_step_text (step, &plain);

  if (strcmp (text, wanted) == 0)
    pass ("step: %s", wanted);
  else
    {
      fail ("step: %s", wanted);
      note ("got: %s", text);
    }
  free (text);
}

static void
test_steps (void)
{
  static const struct
  {
    enum esc_step_kind kind;
    enum esc_subject subject_kind;
    const char *wanted;
  } cases[] = {
    { ESC_STEP_TAKEN, ESC_SUBJECT_ADDRESS, "the address of 's' is taken" },
    { ESC_STEP_TAKEN, ESC_SUBJECT_VALUE, "'s' is read" },
    { ESC_STEP_FOUND, ESC_SUBJECT_VALUE, "'s' can be reached from 'n'" },
    { ESC_STEP_NESTED, ESC_SUBJECT_VALUE, "nested function 'n' can use 's'" },
    { ESC_STEP_GETS, ESC_SUBJECT_ADDRESS, "'n' gets the address of 's'" },
    { ESC_STEP_GETS, ESC_SUBJECT_IT, "'n' gets it" },
    { ESC_STEP_STORED, ESC_SUBJECT_VALUE, "'s' is stored in 'n'" },
    { ESC_STEP_PASSED, ESC_SUBJECT_VALUE, "'s' is passed to 'n'" },
    { ESC_STEP_REACHED, ESC_SUBJECT_VALUE,
      "'s', which leads to it, is passed to 'n'" },
    { ESC_STEP_REACHED_SOMEHOW, ESC_SUBJECT_IT,
      "'n' is called, which can reach it" },
    { ESC_STEP_CALLED, ESC_SUBJECT_VALUE,
      "'n' is called through 't' with 's'" },
    { ESC_STEP_PASSED_THROUGH, ESC_SUBJECT_VALUE,
      "'s' is passed to the function that 't' points to" },
  };
  /* What the function of the finding does, and what one that it calls
     does.  */
  static const struct
  {
    enum esc_where where;
    const char *own, *callee;
  } leaving[] = {
    { ESC_WHERE_RETURNED, "'s' is returned by 'n'", "'f' returns 's'" },
    { ESC_WHERE_STORED_IN, "'s' is stored in 'n'", "'f' stores 's' in 'n'" },
    { ESC_WHERE_STORED_IN_POINTEE, "'s' is stored in memory that 'n' points to",
      "'f' stores 's' in memory that 'n' points to" },
    { ESC_WHERE_STORED_IN_ESCAPING, "'s' is stored in 'n', which escapes",
      "'f' stores 's' in 'n', which escapes" },
    { ESC_WHERE_PASSED_UNSEEN, "'s' is passed to 'n', whose body is not seen",
      "'f' passes 's' to 'n', whose body is not seen" },
    { ESC_WHERE_PASSED_UNKNOWN,
      "'s' is passed to an unknown function through 'n'",
      "'f' passes 's' to an unknown function through 'n'" },
    { ESC_WHERE_THREAD, "'s' is given to a thread by 'n'",
      "'f' gives 's' to a thread by 'n'" },
    { ESC_WHERE_THROWN, "'s' is thrown", "'f' throws 's'" },
    { ESC_WHERE_ASM, "'s' is used by asm", "'f' uses 's' in asm" },
    { ESC_WHERE_ENCLOSING, "'s' is kept by the enclosing function 'n'",
      "'f' stores 's' in the frame of 'n'" },
    { ESC_WHERE_KEPT, "'s' is kept by 'n'",
      "'f' passes 's' to 'n', which keeps it" },
  };
  struct esc_step step;

  memset (&step, 0, sizeof step);
  step.function = "f";
  step.subject = "s";
  step.name = "n";
  step.through = "t";
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    {
      step.kind = cases[i].kind;
      step.subject_kind = cases[i].subject_kind;
      check_step (&step, cases[i].wanted);
    }
  step.kind = ESC_STEP_LEAVES;
  step.subject_kind = ESC_SUBJECT_VALUE;
  for (size_t i = 0; i < sizeof leaving / sizeof *leaving; i++)
    {
      step.where = leaving[i].where;
      step.depth = 0;
      check_step (&step, leaving[i].own);
      step.depth = 1;
      check_step (&step, leaving[i].callee);
    }
  step.where = ESC_WHERE_PASSED_UNKNOWN;
  step.name = NULL;
  check_step (&step, "'f' passes 's' to an unknown function");
  step.where = ESC_WHERE_STORED_IN_POINTEE;
  check_step (&step, "'f' stores 's' in memory that is not known");
  step.depth = 0;
  check_step (&step, "'s' is stored in memory that is not known");
  step.kind = ESC_STEP_STORED;
  step.name = "n";
  step.depth = 1;
  check_step (&step, "'f' stores 's' in 'n'");
}

static void
test_where (void)
{
  static const struct
  {
    enum esc_where where;
    const char *name;
    const char *wanted;
  } cases[] = {
    { ESC_WHERE_RETURNED, "f", "returned by 'f'" },
    { ESC_WHERE_STORED_IN, "g", "stored in 'g'" },
    { ESC_WHERE_STORED_IN_POINTEE, "p", "stored in memory that 'p' points to" },
    { ESC_WHERE_STORED_IN_POINTEE, NULL, "stored in memory that is not known" },
    { ESC_WHERE_STORED_IN_ESCAPING, "malloc (8)",
      "stored in 'malloc (8)', which escapes" },
    { ESC_WHERE_PASSED_UNSEEN, "ext",
      "passed to 'ext', whose body is not seen" },
    { ESC_WHERE_PASSED_UNKNOWN, NULL, "passed to an unknown function" },
    { ESC_WHERE_THREAD, "pthread_create",
      "given to a thread by 'pthread_create'" },
    { ESC_WHERE_THROWN, NULL, "thrown" },
    { ESC_WHERE_ASM, NULL, "used by asm" },
    { ESC_WHERE_ENCLOSING, "outer",
      "kept by the enclosing function 'outer'" },
    { ESC_WHERE_KEPT, "setvbuf", "kept by 'setvbuf'" }
  };
  size_t i;

  for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
    {
      struct esc_flow way = flow (ESC_TO_CALL, NULL, 0, 0, cases[i].where,
				  cases[i].name);
      char *got = esc_where (&way, &plain);

      if (strcmp (got, cases[i].wanted) == 0)
	pass ("%s", cases[i].wanted);
      else
	{
	  fail ("%s", cases[i].wanted);
	  note ("got: %s", got);
	}
      free (got);
    }
}

static void
test_locals (void)
{
  struct esc_flow ways[2];
  struct esc_finding x;

  ways[0] = flow (ESC_TO_BLOCK, NULL, 0, 0, ESC_WHERE_STORED_IN, "p");
  ways[1] = flow (ESC_TO_RESULT, "f", 0, 0, ESC_WHERE_RETURNED, "f");

  x = make (ESC_ENTITY_LOCAL, "x", ESC_VERDICT_STAYS, NULL, 0);
  check (&x, "-'x' does not escape\n", "a local that stays");

  x.has_size = true;
  x.size = 131072;
  check (&x, "-'x' does not escape\n", "a local of the largest size");
  x.size = 400000000;
  check (&x, "-'x' does not escape\n"
	 "+'x' is too large for the stack: 400000000 bytes (limit 131072)\n",
	 "a local that is too large, and stays");
  x.size_only = true;
  check (&x,
	 "+'x' is too large for the stack: 400000000 bytes (limit 131072)\n",
	 "a local that is too large, and whose address is not taken");

  x = make (ESC_ENTITY_LITERAL, "(int[])", ESC_VERDICT_ESCAPES, ways + 1, 1);
  check (&x, "+'(int[])' escapes its frame: returned by 'f'\n",
	 "a literal that is returned");
  x = make (ESC_ENTITY_ALLOCA, "alloca (n)", ESC_VERDICT_ESCAPES, NULL, 0);
  check (&x, "+'alloca (n)' escapes its frame\n",
	 "an escape of which no way is known");
  x = make (ESC_ENTITY_TEMPORARY, "t", ESC_VERDICT_ESCAPES, ways, 1);
  check (&x, "+'t' outlives its block: stored in 'p'\n",
	 "what only leaves its block");
  x = make (ESC_ENTITY_LOCAL, "x", ESC_VERDICT_ESCAPES, ways, 2);
  check (&x, "+'x' escapes its frame: returned by 'f'\n",
	 "leaving the frame is worse than leaving a block");
}

/* A place that is overwritten before the function returns.  */

static void
test_resets (void)
{
  struct esc_flow ways[3];
  struct esc_finding x;

  ways[0] = flow (ESC_TO_GLOBAL, "g", 0, 0, ESC_WHERE_STORED_IN, "g");
  ways[0].reset_by = "f";
  ways[1] = flow (ESC_TO_GLOBAL, "h", 0, 0, ESC_WHERE_STORED_IN, "h");
  ways[2] = flow (ESC_TO_GLOBAL, "i", 1, 0, ESC_WHERE_STORED_IN, "i");

  x = make (ESC_ENTITY_LOCAL, "x", ESC_VERDICT_ESCAPES, ways, 1);
  check (&x, "+'x' escapes its frame: stored in 'g', "
	 "reset before 'f' returns\n", "a local in a global that is reset");
  x.n_flows = 2;
  check (&x, "+'x' escapes its frame: stored in 'h'\n",
	 "a global that is not reset is worse");

  ways[1] = flow (ESC_TO_HEAP, NULL, 0, 1, ESC_WHERE_STORED_IN_POINTEE, NULL);
  check (&x, "+'x' escapes its frame: stored in memory that is not known\n",
	 "and so is memory that is not known");
  ways[0] = flow (ESC_TO_PARAMETER, "q", 0, 2, ESC_WHERE_STORED_IN_POINTEE,
		  "q");
  check (&x, "+'x' escapes its frame: stored in memory that 'q' points to\n",
	 "memory that has a name says more");

  ways[0] = flow (ESC_TO_GLOBAL, "g", 0, 0, ESC_WHERE_STORED_IN, "g");
  ways[0].reset_by = "f";
  ways[1] = flow (ESC_TO_GLOBAL, "h", 0, 0, ESC_WHERE_STORED_IN, "h");
  x = make (ESC_ENTITY_PARAMETER, "p", ESC_VERDICT_LEAKS, ways, 1);
  check (&x, "+leaking param: 'p': stored in 'g', "
	 "reset before 'f' returns\n", "a parameter's value");
  x.n_flows = 3;
  check (&x, "+leaking param: 'p': stored in 'h'\n",
	 "a parameter's value in a global that is not reset");
  ways[1] = ways[2];
  x.n_flows = 2;
  check (&x, "+leaking param: 'p': stored in 'g', "
	 "reset before 'f' returns\n", "its value, rather than its content");
}

static void
test_blocks (void)
{
  struct esc_flow way = flow (ESC_TO_GLOBAL, "g", 0, 0, ESC_WHERE_STORED_IN,
			      "g");
  struct esc_finding block = make (ESC_ENTITY_ALLOCATION, "malloc",
				   ESC_VERDICT_STAYS, NULL, 0);

  block.label = "malloc (64)";
  check (&block, "-'malloc (64)' does not escape\n",
	 "a block of whose frame nothing is said");
  block.frame = ESC_FRAME_YES;
  block.has_size = true;
  block.size = 64;
  check (&block, "-'malloc (64)' does not escape: "
	 "64 bytes could live in the frame of 'f'\n",
	 "a block that could live in the frame");
  block.label = "malloc (1)";
  block.size = 1;
  check (&block, "-'malloc (1)' does not escape: "
	 "1 byte could live in the frame of 'f'\n", "one byte");
  block.label = "malloc (70000)";
  block.frame = ESC_FRAME_TOO_LARGE;
  block.size = 70000;
  check (&block, "-'malloc (70000)' does not escape: "
	 "70000 bytes is above the limit of 65536\n",
	 "a block that is too large");
  block.label = "malloc (n)";
  block.frame = ESC_FRAME_SIZE_NOT_CONSTANT;
  block.has_size = false;
  check (&block,
	 "-'malloc (n)' does not escape: its size is not constant\n",
	 "a block of unknown size");
  block.frame = ESC_FRAME_IN_LOOP;
  check (&block, "-'malloc (n)' does not escape: it is made in a loop\n",
	 "a block that is made in a loop");

  block.verdict = ESC_VERDICT_ESCAPES;
  block.frame = ESC_FRAME_NONE;
  check (&block, "+'malloc (n)' escapes\n",
	 "a block that escapes in no known way");
  block.flows = &way;
  block.n_flows = 1;
  block.has_size = true;
  block.size = 1000000;
  check (&block, "+'malloc (n)' escapes: stored in 'g'\n",
	 "a block that escapes, however large");
}

static void
test_nested_functions (void)
{
  struct esc_flow way = flow (ESC_TO_RESULT, "f", 0, 0, ESC_WHERE_RETURNED,
			      "f");
  struct esc_finding nested = make (ESC_ENTITY_NESTED_FUNCTION, "inner",
				    ESC_VERDICT_STAYS, NULL, 0);

  check (&nested, "-nested function 'inner' does not escape\n",
	 "a nested function that stays");
  nested.verdict = ESC_VERDICT_ESCAPES;
  check (&nested, "+nested function 'inner' escapes its frame\n",
	 "a nested function that leaves in no known way");
  nested.flows = &way;
  nested.n_flows = 1;
  check (&nested,
	 "+nested function 'inner' escapes its frame: returned by 'f'\n",
	 "a nested function that leaves");
}

static void
test_parameters (void)
{
  struct esc_flow ways[6];
  struct esc_finding p;

  p = make (ESC_ENTITY_PARAMETER, "p", ESC_VERDICT_STAYS, NULL, 0);
  check (&p, "-'p' does not escape\n", "a parameter that stays");

  p = make (ESC_ENTITY_PARAMETER, "p", ESC_VERDICT_LEAKS, ways, 0);
  check (&p, "+leaking param: 'p'\n", "a leak of which no way is known");

  p.n_flows = 1;
  ways[0] = flow (ESC_TO_GLOBAL, "g", 0, 0, ESC_WHERE_STORED_IN, "g");
  check (&p, "+leaking param: 'p': stored in 'g'\n", "its value leaves");
  ways[0].level = 2;
  check (&p, "+leaking param content: 'p': stored in 'g'\n",
	 "what it points to leaves");
  ways[0] = flow (ESC_TO_RESULT, "f", 3, 0, ESC_WHERE_RETURNED, "f");
  check (&p, "+leaking param: 'p' to result level=3\n", "it is returned");
  ways[0] = flow (ESC_TO_RESULT, "f", 0, 1, ESC_WHERE_RETURNED, "f");
  check (&p, "+leaking param: 'p': returned by 'f'\n",
	 "it is stored in memory that is returned");
  ways[0] = flow (ESC_TO_PARAMETER, "q", 0, 1, ESC_WHERE_STORED_IN_POINTEE,
		  "q");
  check (&p, "+leaking param: 'p' to '*q' level=0\n",
	 "it goes into what another parameter points to");
  ways[0].into = 2;
  check (&p, "+leaking param: 'p' to '**q' level=0\n", "through two pointers");

  /* The smallest level to each destination.  */
  p.n_flows = 6;
  ways[0] = flow (ESC_TO_PARAMETER, "q", 0, 1, ESC_WHERE_STORED_IN_POINTEE,
		  "q");
  ways[1] = flow (ESC_TO_RESULT, "f", 1, 0, ESC_WHERE_RETURNED, "f");
  ways[2] = flow (ESC_TO_PARAMETER, "r", 1, 2, ESC_WHERE_STORED_IN_POINTEE,
		  "r");
  ways[3] = flow (ESC_TO_CALL, "ext", 2, 0, ESC_WHERE_PASSED_UNSEEN, "ext");
  ways[4] = flow (ESC_TO_RESULT, "f", 2, 0, ESC_WHERE_RETURNED, "f");
  ways[5] = flow (ESC_TO_PARAMETER, "q", 3, 1, ESC_WHERE_STORED_IN_POINTEE,
		  "q");
  check (&p,
	 "+leaking param content: 'p': passed to 'ext', whose body is not "
	 "seen\n"
	 "+leaking param: 'p' to result level=1\n"
	 "+leaking param: 'p' to '*q' level=0\n"
	 "+leaking param: 'p' to '**r' level=1\n",
	 "each destination once, with its smallest level");
  p.n_flows = 2;
  ways[1] = ways[5];
  check (&p, "+leaking param: 'p' to '*q' level=0\n",
	 "a parameter once, where nothing leaves");

  /* What is as far away as the outside is reached from there.  */
  p.n_flows = 4;
  ways[0] = flow (ESC_TO_GLOBAL, "g", 1, 0, ESC_WHERE_STORED_IN, "g");
  ways[1] = flow (ESC_TO_RESULT, "f", 1, 0, ESC_WHERE_RETURNED, "f");
  ways[2] = flow (ESC_TO_PARAMETER, "q", 1, 1, ESC_WHERE_STORED_IN_POINTEE,
		  "q");
  ways[3] = flow (ESC_TO_PARAMETER, "r", 2, 1, ESC_WHERE_STORED_IN_POINTEE,
		  "r");
  check (&p, "+leaking param content: 'p': stored in 'g'\n",
	 "equal and longer ways are not told");

  /* Its own storage.  */
  p = make (ESC_ENTITY_PARAMETER, "p", ESC_VERDICT_ESCAPES, ways, 1);
  p.own_storage_only = true;
  check (&p, "+'p' escapes its frame: stored in 'g'\n",
	 "a parameter's own address leaves");
  p.has_size = true;
  p.size = 1000000;
  check (&p, "+'p' escapes its frame: stored in 'g'\n",
	 "a large parameter was the caller's choice");
  p.verdict = ESC_VERDICT_STAYS;
  p.n_flows = 0;
  check (&p, "", "that a parameter's own storage stays is not told");
}

static const char *
shout (const char *name)
{
  return strcmp (name, "x") == 0 ? "X" : name;
}

/* Names are quoted and made printable, and nothing in them is taken for a
   format.  */

static void
test_names (void)
{
  const struct esc_wording french = { "<< ", " >>", 1, 1, shout };
  struct esc_flow way = flow (ESC_TO_PARAMETER, "x", 0, 2,
			      ESC_WHERE_STORED_IN_POINTEE, "x");
  struct esc_finding x = make (ESC_ENTITY_LOCAL, "x", ESC_VERDICT_STAYS,
			       NULL, 0);

  check_in (&french, &x, "-<< X >> does not escape\n",
	    "other quotes, and a printable name");
  x = make (ESC_ENTITY_PARAMETER, "x", ESC_VERDICT_LEAKS, &way, 1);
  check_in (&french, &x, "+leaking param: << X >> to << **X >> level=0\n",
	    "stars stand inside the quotes");
  x = make (ESC_ENTITY_LOCAL, "%n%s%w", ESC_VERDICT_STAYS, NULL, 0);
  check (&x, "-'%n%s%w' does not escape\n", "a name is no format");
  x = make (ESC_ENTITY_ALLOCATION, "malloc", ESC_VERDICT_STAYS, NULL, 0);
  x.label = NULL;
  check (&x, "-'malloc' does not escape\n",
	 "the name stands in for the label");
}

int
main (void)
{
  test_where ();
  test_steps ();
  test_locals ();
  test_resets ();
  test_blocks ();
  test_nested_functions ();
  test_parameters ();
  test_names ();
  totals ();
  return 0;
}
