/* The list of findings: its memory, its order, and its words.

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

#include "finding.h"

#include <dejagnu.h>
#include <stdlib.h>
#include <string.h>

static void
check (bool good, const char *what)
{
  if (good)
    pass ("%s", what);
  else
    fail ("%s", what);
}

/* Append a local NAME at FILE:LINE:COLUMN to LIST.  */

static struct esc_finding *
add_local (struct esc_findings *list, const char *file, unsigned line,
	   unsigned column, const char *name)
{
  struct esc_finding *finding = esc_findings_add (list);

  finding->site.file = esc_findings_string (list, file);
  finding->site.line = line;
  finding->site.column = column;
  finding->name = esc_findings_string (list, name);
  finding->label = finding->name;
  return finding;
}

/* A flow to TO that differs from others in LEVEL, INTO and LINE.  */

static struct esc_flow
make_flow (enum esc_to to, unsigned level, unsigned into, unsigned line)
{
  struct esc_flow flow;

  memset (&flow, 0, sizeof flow);
  flow.to = to;
  flow.level = level;
  flow.into = into;
  flow.site.line = line;
  return flow;
}

/* The names of LIST's findings, in order, each with a space after it.  */

static char *
names (const struct esc_findings *list)
{
  char *text = NULL;
  size_t size, i;
  FILE *out = open_memstream (&text, &size);

  for (i = 0; i < list->n; i++)
    fprintf (out, "%s ", list->all[i].name);
  fclose (out);
  return text;
}

/* Sort LIST, check that its names then are WANTED, and free it.  */

static void
check_order (struct esc_findings *list, const char *wanted, const char *what)
{
  char *got;

  esc_findings_sort (list);
  got = names (list);
  check (strcmp (got, wanted) == 0, what);
  if (strcmp (got, wanted) != 0)
    note ("wanted \"%s\", got \"%s\"", wanted, got);
  free (got);
  esc_findings_free (list);
}

/* File, line, column, entity, name, in this order, and files as bytes: an
   upper case letter comes before any lower case one in every locale.  */

static void
test_order (void)
{
  struct esc_findings list;

  esc_findings_init (&list);
  add_local (&list, "b.c", 1, 1, "six");
  add_local (&list, "a.c", 10, 1, "five");
  add_local (&list, "a.c", 9, 10, "four");
  add_local (&list, "a.c", 9, 9, "three")->entity = ESC_ENTITY_ALLOCA;
  add_local (&list, "a.c", 9, 9, "two");
  add_local (&list, "a.c", 9, 9, "one");
  add_local (&list, "Z.c", 99, 1, "zero");
  check_order (&list, "zero one two three four five six ",
	       "findings are sorted by file, line, column, entity and name");
}

/* A finding that says the same in all respects is dropped; one that differs
   in anything a reader can see is kept.  */

static void
test_repeated (void)
{
  struct esc_findings list;
  struct esc_flow flow = make_flow (ESC_TO_GLOBAL, 0, 0, 5);
  struct esc_flow other = make_flow (ESC_TO_GLOBAL, 0, 0, 6);
  struct esc_finding *finding;

  esc_findings_init (&list);
  finding = add_local (&list, "a.c", 1, 1, "x");
  *esc_findings_flows (&list, finding, 1) = flow;
  finding = add_local (&list, "a.c", 1, 1, "x");
  esc_findings_flows (&list, finding, 2)[0] = flow;
  finding->flows[1] = flow;
  check_order (&list, "x ", "a repeated finding is dropped");

  esc_findings_init (&list);
  add_local (&list, "a.c", 1, 1, "x");
  finding = add_local (&list, "a.c", 1, 1, "x");
  *esc_findings_flows (&list, finding, 1) = flow;
  finding = add_local (&list, "a.c", 1, 1, "x");
  *esc_findings_flows (&list, finding, 1) = other;
  finding = add_local (&list, "a.c", 1, 1, "x");
  finding->verdict = ESC_VERDICT_ESCAPES;
  finding = add_local (&list, "a.c", 1, 1, "x");
  finding->function = "f";
  finding = add_local (&list, "a.c", 1, 1, "x");
  finding->own_storage_only = true;
  finding = add_local (&list, "a.c", 1, 1, "x");
  finding->size_only = true;
  finding = add_local (&list, "a.c", 1, 1, "x");
  finding->frame = ESC_FRAME_YES;
  finding = add_local (&list, "a.c", 1, 1, "x");
  finding->has_size = true;
  finding->size = 1;
  finding = add_local (&list, "a.c", 1, 1, "x");
  finding->has_size = true;
  finding->size = 2;
  finding = add_local (&list, "a.c", 1, 1, "x");
  finding->system_header = true;
  finding = add_local (&list, "a.c", 1, 1, "x");
  finding->label = "y";
  check_order (&list, "x x x x x x x x x x x x ",
	       "findings that differ are kept");
}

/* Level, into, line, column, to, name, in this order; the one that stands
   out in each pair is the one that must come later.  */

static void
test_flows (void)
{
  struct esc_flow flows[7], column, name;
  struct esc_findings list;
  struct esc_finding *finding;
  bool good = true;
  size_t i;

  flows[0] = make_flow (ESC_TO_BLOCK, 0, 0, 9);
  flows[1] = make_flow (ESC_TO_BLOCK, 0, 1, 8);
  flows[2] = make_flow (ESC_TO_BLOCK, 1, 0, 6);
  flows[3] = make_flow (ESC_TO_BLOCK, 1, 0, 7);
  column = make_flow (ESC_TO_RESULT, 1, 0, 7);
  column.site.column = 1;
  column.name = "z";
  flows[4] = column;
  name = make_flow (ESC_TO_GLOBAL, 1, 0, 7);
  name.site.column = 1;
  name.name = "a";
  flows[5] = name;
  name.name = "b";
  flows[6] = name;

  esc_findings_init (&list);
  finding = add_local (&list, "a.c", 1, 1, "x");
  esc_findings_flows (&list, finding, 14);
  for (i = 0; i < 14; i++)
    finding->flows[i] = flows[6 - i % 7];
  esc_findings_sort (&list);
  finding = &list.all[0];
  check (finding->n_flows == 7, "a repeated flow is dropped");
  for (i = 0; i < finding->n_flows && i < 7; i++)
    if (finding->flows[i].level != flows[i].level
	|| finding->flows[i].into != flows[i].into
	|| finding->flows[i].site.line != flows[i].site.line
	|| finding->flows[i].site.column != flows[i].site.column
	|| finding->flows[i].to != flows[i].to
	|| finding->flows[i].name != flows[i].name)
      good = false;
  check (good, "flows are sorted by level, into, line, column, to and name");
  esc_findings_free (&list);
}

/* The result does not depend on the order in which things were added, not
   even for findings that are hardly told apart.  */

static void
test_adding_order (void)
{
  enum { N = 6 };
  static const unsigned orders[][N]
    = { { 0, 1, 2, 3, 4, 5 }, { 5, 4, 3, 2, 1, 0 }, { 3, 0, 5, 1, 4, 2 } };
  char *first = NULL;
  bool good = true;
  size_t o, i, j;

  for (o = 0; o < 3; o++)
    {
      struct esc_findings list;
      char *text = NULL;
      size_t size;
      FILE *out;

      esc_findings_init (&list);
      for (i = 0; i < N; i++)
	{
	  unsigned k = orders[o][i];
	  struct esc_finding *finding = add_local (&list, "a.c", 1, 1, "x");

	  /* 0 and 3 are the same but for the token of their place.  */
	  finding->site.locus = k;
	  esc_findings_flows (&list, finding, k % 3);
	  for (j = 0; j < k % 3; j++)
	    {
	      finding->flows[j] = make_flow (ESC_TO_CALL, j, 0, 1);
	      finding->flows[j].site.locus = k;
	    }
	}
      esc_findings_sort (&list);

      out = open_memstream (&text, &size);
      for (i = 0; i < list.n; i++)
	{
	  fprintf (out, "%lu:", list.all[i].site.locus);
	  for (j = 0; j < list.all[i].n_flows; j++)
	    fprintf (out, " %lu", list.all[i].flows[j].site.locus);
	  fprintf (out, "\n");
	}
      fclose (out);
      esc_findings_free (&list);

      if (!first)
	first = text;
      else
	{
	  good = good && strcmp (first, text) == 0;
	  free (text);
	}
    }
  check (good, "the order of adding does not matter");
  free (first);
}

/* Memory is kept however much is added, and strings are copies.  */

static void
test_memory (void)
{
  struct esc_findings list;
  char name[] = "name";
  const char *kept;
  bool good = true;
  unsigned i;

  esc_findings_init (&list);
  kept = esc_findings_string (&list, name);
  name[0] = 'X';
  check (strcmp (kept, "name") == 0, "a string is copied");
  check (esc_findings_string (&list, NULL) == NULL, "no string stays none");

  for (i = 0; i < 1000; i++)
    {
      struct esc_finding *finding = add_local (&list, "a.c", i, 1, "x");
      unsigned j;

      esc_findings_flows (&list, finding, i % 20);
      for (j = 0; j < i % 20; j++)
	finding->flows[j] = make_flow (ESC_TO_CALL, j, 0, i);
    }
  for (i = 0; i < 1000; i++)
    {
      unsigned j;

      if (list.all[i].site.line != i || list.all[i].n_flows != i % 20)
	good = false;
      for (j = 0; j < list.all[i].n_flows; j++)
	if (list.all[i].flows[j].level != j
	    || list.all[i].flows[j].site.line != i)
	  good = false;
    }
  check (good && list.n == 1000, "findings and flows are kept");
  check (strcmp (kept, "name") == 0, "strings stay where they are");
  esc_findings_free (&list);
  check (list.n == 0, "a freed list is empty");

  esc_findings_sort (&list);
  check (list.n == 0, "an empty list can be sorted");
  esc_findings_free (&list);
}

static void
test_words (void)
{
  check (strcmp (esc_entity_name (ESC_ENTITY_NESTED_FUNCTION),
		 "nested-function") == 0, "the last entity has its word");
  check (strcmp (esc_verdict_name (ESC_VERDICT_STAYS),
		 "does-not-escape") == 0, "a verdict has its words");
  check (strcmp (esc_to_name (ESC_TO_BLOCK), "block") == 0,
	 "the last way out has its word");
  check (esc_frame_name (ESC_FRAME_NONE) == NULL
	 && strcmp (esc_frame_name (ESC_FRAME_IN_LOOP), "in-loop") == 0,
	 "the frame has its word only where it is said");
}

int
main (void)
{
  test_order ();
  test_repeated ();
  test_flows ();
  test_adding_order ();
  test_memory ();
  test_words ();
  totals ();
  return 0;
}
