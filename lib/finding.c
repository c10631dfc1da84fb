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

/* All that a finding points to lives in one objalloc, which is why nothing
   has to be freed singly, and why a sorted list can be copied freely.  */

#include "finding.h"

#include <libiberty/ansidecl.h>
#include <libiberty/libiberty.h>
#include <libiberty/objalloc.h>
#include <stdlib.h>
#include <string.h>

/* SIZE bytes of LIST's memory; ends the program when there is none.  */

static void *
allocate (struct esc_findings *list, size_t size)
{
  void *memory;

  if (!list->strings)
    list->strings = objalloc_create ();
  if (!list->strings)
    xmalloc_failed (size);
  memory = objalloc_alloc ((struct objalloc *) list->strings, size);
  if (!memory)
    xmalloc_failed (size);
  return memory;
}

void
esc_findings_init (struct esc_findings *list)
{
  memset (list, 0, sizeof *list);
}

void
esc_findings_free (struct esc_findings *list)
{
  if (list->strings)
    objalloc_free ((struct objalloc *) list->strings);
  free (list->all);
  esc_findings_init (list);
}

const char *
esc_findings_string (struct esc_findings *list, const char *text)
{
  size_t size;

  if (!text)
    return NULL;
  size = strlen (text) + 1;
  return memcpy (allocate (list, size), text, size);
}

struct esc_step *
esc_findings_steps (struct esc_findings *list, size_t n)
{
  return allocate (list, n * sizeof (struct esc_step));
}

struct esc_finding *
esc_findings_add (struct esc_findings *list)
{
  struct esc_finding *finding;

  if (list->n == list->capacity)
    {
      list->capacity = list->capacity ? 2 * list->capacity : 64;
      list->all = XRESIZEVEC (struct esc_finding, list->all, list->capacity);
    }
  finding = &list->all[list->n++];
  memset (finding, 0, sizeof *finding);
  return finding;
}

struct esc_flow *
esc_findings_flows (struct esc_findings *list, struct esc_finding *finding,
		    size_t n)
{
  finding->flows = n ? allocate (list, n * sizeof *finding->flows) : NULL;
  finding->n_flows = n;
  return finding->flows;
}

/* Comparison.  Each function gives less than, equal to or more than 0, as
   qsort wants it.  */

static int
compare_numbers (uint64_t a, uint64_t b)
{
  return (a > b) - (a < b);
}

/* As bytes; no name sorts before any name.  */

static int
compare_names (const char *a, const char *b)
{
  if (!a || !b)
    return !!a - !!b;
  return strcmp (a, b);
}

/* The reader's order: file, line, column.  */

static int
compare_places (const struct esc_locus *a, const struct esc_locus *b)
{
  int order = compare_names (a->file, b->file);

  if (!order)
    order = compare_numbers (a->line, b->line);
  if (!order)
    order = compare_numbers (a->column, b->column);
  return order;
}

/* Line and column come before the file here: flows nearly always leave in
   the entity's own file, and the line is what a reader looks for.  */

static int
compare_flows (const struct esc_flow *a, const struct esc_flow *b)
{
  int order = compare_numbers (a->level, b->level);

  if (!order)
    order = compare_numbers (a->into, b->into);
  if (!order)
    order = compare_numbers (a->site.line, b->site.line);
  if (!order)
    order = compare_numbers (a->site.column, b->site.column);
  if (!order)
    order = compare_numbers (a->to, b->to);
  if (!order)
    order = compare_names (a->name, b->name);
  if (!order)
    order = compare_names (a->site.file, b->site.file);
  if (!order)
    order = compare_numbers (a->where, b->where);
  if (!order)
    order = compare_names (a->where_name, b->where_name);
  if (!order)
    order = compare_names (a->reset_by, b->reset_by);
  return order;
}

/* For qsort: equal flows may still have unlike tokens for their places; the
   one that is kept must not depend on the order of adding.  */

static int
order_flows (const void *a, const void *b)
{
  const struct esc_flow *x = a;
  const struct esc_flow *y = b;
  int order = compare_flows (x, y);

  if (!order)
    order = compare_numbers (x->site.locus, y->site.locus);
  return order;
}

/* Both findings have their flows sorted.  */

static int
compare_findings (const struct esc_finding *a, const struct esc_finding *b)
{
  int order = compare_places (&a->site, &b->site);
  size_t i;

  if (!order)
    order = compare_numbers (a->entity, b->entity);
  if (!order)
    order = compare_names (a->name, b->name);
  if (!order)
    order = compare_names (a->label, b->label);
  if (!order)
    order = compare_names (a->function, b->function);
  if (!order)
    order = compare_numbers (a->own_storage_only, b->own_storage_only);
  if (!order)
    order = compare_numbers (a->size_only, b->size_only);
  if (!order)
    order = compare_numbers (a->verdict, b->verdict);
  if (!order)
    order = compare_numbers (a->frame, b->frame);
  if (!order)
    order = compare_numbers (a->has_size, b->has_size);
  if (!order && a->has_size)
    order = compare_numbers (a->size, b->size);
  if (!order)
    order = compare_numbers (a->system_header, b->system_header);
  for (i = 0; !order && i < a->n_flows && i < b->n_flows; i++)
    order = compare_flows (&a->flows[i], &b->flows[i]);
  if (!order)
    order = compare_numbers (a->n_flows, b->n_flows);
  return order;
}

static int
order_findings (const void *a, const void *b)
{
  const struct esc_finding *x = a;
  const struct esc_finding *y = b;
  int order = compare_findings (x, y);

  if (!order)
    order = compare_numbers (x->site.locus, y->site.locus);
  return order;
}

static void
sort_flows (struct esc_finding *finding)
{
  struct esc_flow *flows = finding->flows;
  size_t i, kept = 1;

  if (finding->n_flows < 2)
    return;
  qsort (flows, finding->n_flows, sizeof *flows, order_flows);
  for (i = 1; i < finding->n_flows; i++)
    if (compare_flows (&flows[kept - 1], &flows[i]) != 0)
      flows[kept++] = flows[i];
  finding->n_flows = kept;
}

void
esc_findings_sort (struct esc_findings *list)
{
  size_t i, kept = 1;

  for (i = 0; i < list->n; i++)
    sort_flows (&list->all[i]);
  if (list->n < 2)
    return;
  qsort (list->all, list->n, sizeof *list->all, order_findings);
  for (i = 1; i < list->n; i++)
    if (compare_findings (&list->all[kept - 1], &list->all[i]) != 0)
      list->all[kept++] = list->all[i];
  list->n = kept;
}

/* Words.  */

bool
esc_breaks_promise (const struct esc_finding *finding,
		    const struct esc_flow *flow)
{
  /* What is taken back before the function returns is no breach.  */
  if (flow->reset_by)
    return false;
  switch (finding->promise)
    {
    case ESC_PROMISE_NOESCAPE:
      return flow->level == 0;
    case ESC_PROMISE_LIFETIMEBOUND:
      return flow->level == 0 && flow->to != ESC_TO_RESULT;
    case ESC_PROMISE_NONE:
      break;
    }
  return false;
}

const char *
esc_entity_name (enum esc_entity entity)
{
  static const char *const names[] = {
    [ESC_ENTITY_LOCAL] = "local",
    [ESC_ENTITY_PARAMETER] = "parameter",
    [ESC_ENTITY_LITERAL] = "literal",
    [ESC_ENTITY_ALLOCA] = "alloca",
    [ESC_ENTITY_TEMPORARY] = "temporary",
    [ESC_ENTITY_ALLOCATION] = "allocation",
    [ESC_ENTITY_NESTED_FUNCTION] = "nested-function",
    [ESC_ENTITY_SUGGESTION] = "suggestion",
  };

  return names[entity];
}

const char *
esc_verdict_name (enum esc_verdict verdict)
{
  static const char *const names[] = {
    [ESC_VERDICT_STAYS] = "does-not-escape",
    [ESC_VERDICT_ESCAPES] = "escapes",
    [ESC_VERDICT_LEAKS] = "leaks",
  };

  return names[verdict];
}

const char *
esc_to_name (enum esc_to to)
{
  static const char *const names[] = {
    [ESC_TO_RESULT] = "result",
    [ESC_TO_PARAMETER] = "parameter",
    [ESC_TO_GLOBAL] = "global",
    [ESC_TO_HEAP] = "heap",
    [ESC_TO_CALL] = "call",
    [ESC_TO_THREAD] = "thread",
    [ESC_TO_EXCEPTION] = "exception",
    [ESC_TO_ASM] = "asm",
    [ESC_TO_ENCLOSING_FUNCTION] = "enclosing-function",
    [ESC_TO_BLOCK] = "block",
  };

  return names[to];
}

const char *
esc_frame_name (enum esc_frame frame)
{
  static const char *const names[] = {
    [ESC_FRAME_NONE] = NULL,
    [ESC_FRAME_YES] = "yes",
    [ESC_FRAME_SIZE_NOT_CONSTANT] = "size-not-constant",
    [ESC_FRAME_TOO_LARGE] = "too-large",
    [ESC_FRAME_IN_LOOP] = "in-loop",
  };

  return names[frame];
}
