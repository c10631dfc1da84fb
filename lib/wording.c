/* The wording of notes: every sentence that the user can meet.

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

/* The sentences stand in one table.  In them,

     %n  is a name, in quotes
     %t  is text of the source, without quotes
     %p  is what a parameter points to, in quotes: a number of stars and its
	 name
     %w  is the place that a flow goes to, itself a sentence
     %s  is the subject of a step of a path
     %b  is a number of bytes, with the word "byte" or "bytes"
     %u  is a number

   in the order of the arguments of say ().  */

#include "wording.h"

#include <inttypes.h>
#include <libiberty/dyn-string.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum sentence
{
  STAYS,
  ESCAPES_FRAME,
  ESCAPES_FRAME_SOMEHOW,
  OUTLIVES_BLOCK,
  TOO_LARGE,
  LEAKS,
  LEAKS_SOMEHOW,
  LEAKS_CONTENT,
  LEAKS_TO_RESULT,
  LEAKS_TO_PARAMETER,
  BLOCK_COULD_LIVE_IN_FRAME,
  BLOCK_SIZE_NOT_CONSTANT,
  BLOCK_TOO_LARGE,
  BLOCK_IN_LOOP,
  BLOCK_ESCAPES,
  BLOCK_ESCAPES_SOMEHOW,
  NESTED_STAYS,
  NESTED_ESCAPES,
  NESTED_ESCAPES_SOMEHOW,
  SUGGESTION,
  BROKEN_NOESCAPE,
  BROKEN_LIFETIMEBOUND,

  WHERE_RETURNED,
  WHERE_STORED_IN,
  WHERE_STORED_AND_RESET,
  WHERE_STORED_IN_POINTEE,
  WHERE_STORED_SOMEWHERE,
  WHERE_STORED_IN_ESCAPING,
  WHERE_PASSED_UNSEEN,
  WHERE_PASSED_UNKNOWN,
  WHERE_PASSED_THROUGH,
  WHERE_THREAD,
  WHERE_THROWN,
  WHERE_ASM,
  WHERE_ENCLOSING,
  WHERE_KEPT,

  SUBJECT_IT,
  SUBJECT_VALUE,
  SUBJECT_ADDRESS,
  STEP_TAKEN,
  STEP_READ,
  STEP_FOUND,
  STEP_NESTED,
  STEP_GETS,
  STEP_STORED,
  STEP_PASSED,
  STEP_REACHED,
  STEP_REACHED_SOMEHOW,
  STEP_CALLED,
  STEP_CALLED_THROUGH,
  STEP_PASSED_THROUGH,
  STEP_LEAVES,

  IN_CALLEE_STORED,
  IN_CALLEE_RETURNED,
  IN_CALLEE_STORED_IN_POINTEE,
  IN_CALLEE_STORED_SOMEWHERE,
  IN_CALLEE_STORED_IN_ESCAPING,
  IN_CALLEE_PASSED_UNSEEN,
  IN_CALLEE_PASSED_UNKNOWN,
  IN_CALLEE_PASSED_THROUGH,
  IN_CALLEE_THREAD,
  IN_CALLEE_THROWN,
  IN_CALLEE_ASM,
  IN_CALLEE_ENCLOSING,
  IN_CALLEE_KEPT
};

static const char *const sentences[] = {
  [STAYS] = "%n does not escape",
  [ESCAPES_FRAME] = "%n escapes its frame: %w",
  [ESCAPES_FRAME_SOMEHOW] = "%n escapes its frame",
  [OUTLIVES_BLOCK] = "%n outlives its block: %w",
  [TOO_LARGE] = "%n is too large for the stack: %b (limit %u)",

  [LEAKS] = "leaking param: %n: %w",
  [LEAKS_SOMEHOW] = "leaking param: %n",
  [LEAKS_CONTENT] = "leaking param content: %n: %w",
  [LEAKS_TO_RESULT] = "leaking param: %n to result level=%u",
  [LEAKS_TO_PARAMETER] = "leaking param: %n to %p level=%u",

  [BLOCK_COULD_LIVE_IN_FRAME]
  = "%n does not escape: %b could live in the frame of %n",
  [BLOCK_SIZE_NOT_CONSTANT] = "%n does not escape: its size is not constant",
  [BLOCK_TOO_LARGE] = "%n does not escape: %b is above the limit of %u",
  [BLOCK_IN_LOOP] = "%n does not escape: it is made in a loop",
  [BLOCK_ESCAPES] = "%n escapes: %w",
  [BLOCK_ESCAPES_SOMEHOW] = "%n escapes",

  [NESTED_STAYS] = "nested function %n does not escape",
  [NESTED_ESCAPES] = "nested function %n escapes its frame: %w",
  [NESTED_ESCAPES_SOMEHOW] = "nested function %n escapes its frame",

  [SUGGESTION] = "%t",

  [BROKEN_NOESCAPE] = "noescape parameter %n escapes: %w",
  [BROKEN_LIFETIMEBOUND]
  = "lifetimebound parameter %n escapes not only to the result: %w",

  [WHERE_RETURNED] = "returned by %n",
  [WHERE_STORED_IN] = "stored in %n",
  [WHERE_STORED_AND_RESET] = "stored in %n, reset before %n returns",
  [WHERE_STORED_IN_POINTEE] = "stored in memory that %n points to",
  [WHERE_STORED_SOMEWHERE] = "stored in memory that is not known",
  [WHERE_STORED_IN_ESCAPING] = "stored in %n, which escapes",
  [WHERE_PASSED_UNSEEN] = "passed to %n, whose body is not seen",
  [WHERE_PASSED_UNKNOWN] = "passed to an unknown function",
  [WHERE_PASSED_THROUGH] = "passed to an unknown function through %n",
  [WHERE_THREAD] = "given to a thread by %n",
  [WHERE_THROWN] = "thrown",
  [WHERE_ASM] = "used by asm",
  [WHERE_ENCLOSING] = "kept by the enclosing function %n",
  [WHERE_KEPT] = "kept by %n",

  [SUBJECT_IT] = "it",
  [SUBJECT_VALUE] = "%n",
  [SUBJECT_ADDRESS] = "the address of %n",
  [STEP_TAKEN] = "%s is taken",
  [STEP_READ] = "%s is read",
  [STEP_FOUND] = "%s can be reached from %n",
  [STEP_NESTED] = "nested function %n can use %s",
  [STEP_GETS] = "%n gets %s",
  [STEP_STORED] = "%s is stored in %n",
  [STEP_PASSED] = "%s is passed to %n",
  [STEP_REACHED] = "%s, which leads to it, is passed to %n",
  [STEP_REACHED_SOMEHOW] = "%n is called, which can reach %s",
  [STEP_CALLED] = "%n is called with %s",
  [STEP_CALLED_THROUGH] = "%n is called through %n with %s",
  [STEP_PASSED_THROUGH] = "%s is passed to the function that %n points to",
  [STEP_LEAVES] = "%s is %w",

  /* What a function that was called does.  */
  [IN_CALLEE_STORED] = "%n stores %s in %n",
  [IN_CALLEE_RETURNED] = "%n returns %s",
  [IN_CALLEE_STORED_IN_POINTEE] = "%n stores %s in memory that %n points to",
  [IN_CALLEE_STORED_SOMEWHERE] = "%n stores %s in memory that is not known",
  [IN_CALLEE_STORED_IN_ESCAPING] = "%n stores %s in %n, which escapes",
  [IN_CALLEE_PASSED_UNSEEN] = "%n passes %s to %n, whose body is not seen",
  [IN_CALLEE_PASSED_UNKNOWN] = "%n passes %s to an unknown function",
  [IN_CALLEE_PASSED_THROUGH]
  = "%n passes %s to an unknown function through %n",
  [IN_CALLEE_THREAD] = "%n gives %s to a thread by %n",
  [IN_CALLEE_THROWN] = "%n throws %s",
  [IN_CALLEE_ASM] = "%n uses %s in asm",
  [IN_CALLEE_ENCLOSING] = "%n stores %s in the frame of %n",
  [IN_CALLEE_KEPT] = "%n passes %s to %n, which keeps it",
};

/* The sentence of each esc_where.  */

static const enum sentence where_sentences[] = {
  [ESC_WHERE_RETURNED] = WHERE_RETURNED,
  [ESC_WHERE_STORED_IN] = WHERE_STORED_IN,
  [ESC_WHERE_STORED_IN_POINTEE] = WHERE_STORED_IN_POINTEE,
  [ESC_WHERE_STORED_IN_ESCAPING] = WHERE_STORED_IN_ESCAPING,
  [ESC_WHERE_PASSED_UNSEEN] = WHERE_PASSED_UNSEEN,
  [ESC_WHERE_PASSED_UNKNOWN] = WHERE_PASSED_UNKNOWN,
  [ESC_WHERE_THREAD] = WHERE_THREAD,
  [ESC_WHERE_THROWN] = WHERE_THROWN,
  [ESC_WHERE_ASM] = WHERE_ASM,
  [ESC_WHERE_ENCLOSING] = WHERE_ENCLOSING,
  [ESC_WHERE_KEPT] = WHERE_KEPT,
};

/* The same for what a function that was called does.  */

static const enum sentence callee_sentences[] = {
  [ESC_WHERE_RETURNED] = IN_CALLEE_RETURNED,
  [ESC_WHERE_STORED_IN] = IN_CALLEE_STORED,
  [ESC_WHERE_STORED_IN_POINTEE] = IN_CALLEE_STORED_IN_POINTEE,
  [ESC_WHERE_STORED_IN_ESCAPING] = IN_CALLEE_STORED_IN_ESCAPING,
  [ESC_WHERE_PASSED_UNSEEN] = IN_CALLEE_PASSED_UNSEEN,
  [ESC_WHERE_PASSED_UNKNOWN] = IN_CALLEE_PASSED_UNKNOWN,
  [ESC_WHERE_THREAD] = IN_CALLEE_THREAD,
  [ESC_WHERE_THROWN] = IN_CALLEE_THROWN,
  [ESC_WHERE_ASM] = IN_CALLEE_ASM,
  [ESC_WHERE_ENCLOSING] = IN_CALLEE_ENCLOSING,
  [ESC_WHERE_KEPT] = IN_CALLEE_KEPT,
};

/* Append NAME, with STARS before it, in quotes.  */

static void
append_name (dyn_string_t text, const struct esc_wording *wording,
	     unsigned stars, const char *name)
{
  if (!name)
    name = "?";
  if (wording->printable)
    name = wording->printable (name);
  dyn_string_append_cstr (text, wording->open_quote);
  while (stars--)
    dyn_string_append_char (text, '*');
  dyn_string_append_cstr (text, name);
  dyn_string_append_cstr (text, wording->close_quote);
}

static void
append_number (dyn_string_t text, uint64_t number)
{
  char digits[32];

  snprintf (digits, sizeof digits, "%" PRIu64, number);
  dyn_string_append_cstr (text, digits);
}

static void append_where (dyn_string_t, const struct esc_wording *,
			  const struct esc_flow *);
static void append_subject (dyn_string_t, const struct esc_wording *,
			    const struct esc_step *);

/* Append SENTENCE, with ARGS for what stands after each '%': a const char *
   for 'n' and 't', an unsigned and a const char * for 'p', a const struct
   esc_flow * for 'w', a const struct esc_step * for 's', a uint64_t for 'b' and
   'u'.  */

static void
append_sentence_va (dyn_string_t text, const struct esc_wording *wording,
		    enum sentence sentence, va_list args)
{
  const char *p;

  for (p = sentences[sentence]; *p; p++)
    if (*p != '%')
      dyn_string_append_char (text, *p);
    else
      switch (*++p)
	{
	case 'n':
	  append_name (text, wording, 0, va_arg (args, const char *));
	  break;

	case 't':
	  {
	    const char *name = va_arg (args, const char *);

	    if (wording->printable)
	      name = wording->printable (name);
	    dyn_string_append_cstr (text, name);
	    break;
	  }

	case 'p':
	  {
	    unsigned stars = va_arg (args, unsigned);

	    append_name (text, wording, stars, va_arg (args, const char *));
	    break;
	  }

	case 'w':
	  append_where (text, wording, va_arg (args, const struct esc_flow *));
	  break;

	case 's':
	  append_subject (text, wording, va_arg (args,
						 const struct esc_step *));
	  break;

	case 'b':
	  {
	    uint64_t bytes = va_arg (args, uint64_t);

	    append_number (text, bytes);
	    dyn_string_append_cstr (text, bytes == 1 ? " byte" : " bytes");
	    break;
	  }

	case 'u':
	  append_number (text, va_arg (args, uint64_t));
	  break;

	default:
	  abort ();
	}
}

static void
append_sentence (dyn_string_t text, const struct esc_wording *wording,
		 enum sentence sentence, ...)
{
  va_list args;

  va_start (args, sentence);
  append_sentence_va (text, wording, sentence, args);
  va_end (args);
}

static void
append_where (dyn_string_t text, const struct esc_wording *wording,
	      const struct esc_flow *flow)
{
  enum sentence sentence = where_sentences[flow->where];

  if (sentence == WHERE_STORED_IN_POINTEE && !flow->where_name)
    sentence = WHERE_STORED_SOMEWHERE;
  else if (sentence == WHERE_STORED_IN && flow->reset_by)
    sentence = WHERE_STORED_AND_RESET;
  if (sentence == WHERE_PASSED_UNKNOWN && flow->where_name)
    sentence = WHERE_PASSED_THROUGH;
  append_sentence (text, wording, sentence, flow->where_name,
		   flow->reset_by);
}

char *
esc_where (const struct esc_flow *flow, const struct esc_wording *wording)
{
  dyn_string_t text = dyn_string_new (64);

  append_where (text, wording, flow);
  return dyn_string_release (text);
}

/* Steps.  */

static void
append_subject (dyn_string_t text, const struct esc_wording *wording,
		const struct esc_step *step)
{
  static const enum sentence subjects[] = {
    [ESC_SUBJECT_IT] = SUBJECT_IT,
    [ESC_SUBJECT_VALUE] = SUBJECT_VALUE,
    [ESC_SUBJECT_ADDRESS] = SUBJECT_ADDRESS,
  };

  append_sentence (text, wording, subjects[step->subject_kind],
		   step->subject);
}

/* STEP, by which it leaves: what happens in the finding's own function is told
   as the note tells it.  */

static void
append_leaving (dyn_string_t text, const struct esc_wording *wording,
		const struct esc_step *step)
{
  if (step->depth == 0)
    {
      struct esc_flow flow;

      memset (&flow, 0, sizeof flow);
      flow.where = step->where;
      flow.where_name = step->name;
      append_sentence (text, wording, STEP_LEAVES, step, &flow);
      return;
    }

  enum sentence sentence = callee_sentences[step->where];

  if (sentence == IN_CALLEE_STORED_IN_POINTEE && !step->name)
    sentence = IN_CALLEE_STORED_SOMEWHERE;
  if (sentence == IN_CALLEE_PASSED_UNKNOWN && step->name)
    sentence = IN_CALLEE_PASSED_THROUGH;
  append_sentence (text, wording, sentence, step->function, step,
		   step->name);
}

char *
esc_step_text (const struct esc_step *step, const struct esc_wording *wording)
{
  dyn_string_t text = dyn_string_new (64);

  switch (step->kind)
    {
    case ESC_STEP_TAKEN:
      append_sentence (text, wording,
		       step->subject_kind == ESC_SUBJECT_ADDRESS
		       ? STEP_TAKEN : STEP_READ, step);
      break;

    case ESC_STEP_FOUND:
      append_sentence (text, wording, STEP_FOUND, step, step->name);
      break;

    case ESC_STEP_NESTED:
      append_sentence (text, wording, STEP_NESTED, step->name, step);
      break;

    case ESC_STEP_GETS:
      append_sentence (text, wording, STEP_GETS, step->name, step);
      break;

    case ESC_STEP_STORED:
      if (step->depth)
	append_sentence (text, wording, IN_CALLEE_STORED, step->function,
			 step, step->name);
      else
	append_sentence (text, wording, STEP_STORED, step, step->name);
      break;

    case ESC_STEP_PASSED:
      append_sentence (text, wording, STEP_PASSED, step, step->name);
      break;

    case ESC_STEP_REACHED:
      append_sentence (text, wording, STEP_REACHED, step, step->name);
      break;

    case ESC_STEP_REACHED_SOMEHOW:
      append_sentence (text, wording, STEP_REACHED_SOMEHOW, step->name, step);
      break;

    case ESC_STEP_CALLED:
      if (step->through)
	append_sentence (text, wording, STEP_CALLED_THROUGH, step->name,
			 step->through, step);
      else
	append_sentence (text, wording, STEP_CALLED, step->name, step);
      break;

    case ESC_STEP_PASSED_THROUGH:
      append_sentence (text, wording, STEP_PASSED_THROUGH, step,
		       step->through);
      break;

    case ESC_STEP_LEAVES:
      append_leaving (text, wording, step);
      break;
    }
  return dyn_string_release (text);
}

/* What the functions below share.  */

struct speaker
{
  const struct esc_finding *finding;
  const struct esc_wording *wording;
  esc_say *say;
  void *data;
};

/* Say SENTENCE, filled in as append_sentence_va does, of FLOW, or (NULL) of
   something that is no way out.  */

static void
say (const struct speaker *speaker, bool staying, const struct esc_flow *flow,
     enum sentence sentence, ...)
{
  dyn_string_t text = dyn_string_new (128);
  va_list args;

  va_start (args, sentence);
  append_sentence_va (text, speaker->wording, sentence, args);
  va_end (args);
  speaker->say (dyn_string_buf (text), staying, flow, speaker->data);
  dyn_string_delete (text);
}

/* What a note quotes.  */

static const char *
label (const struct esc_finding *finding)
{
  return finding->label ? finding->label : finding->name;
}

/* How well FLOW says why something leaves, the best first: where it goes by
   name; memory that is not known; a place that is reset; out of a block
   only.  */

static int
rank (const struct esc_flow *flow)
{
  if (flow->to == ESC_TO_BLOCK)
    return 3;
  if (flow->reset_by)
    return 2;
  return flow->where == ESC_WHERE_STORED_IN_POINTEE && !flow->where_name;
}

/* The flow that says best why the storage of FINDING outlives its frame, and
   of equals the first.  NULL if FINDING has no flows.  */

static const struct esc_flow *
storage_flow (const struct esc_finding *finding)
{
  const struct esc_flow *best = NULL;
  size_t i;

  for (i = 0; i < finding->n_flows; i++)
    if (!best || rank (&finding->flows[i]) < rank (best))
      best = &finding->flows[i];
  return best;
}

/* Locals, compound literals, alloca, temporaries, and a parameter's own
   storage.  */

static void
say_storage (const struct speaker *speaker)
{
  const struct esc_finding *finding = speaker->finding;
  const struct esc_flow *flow = storage_flow (finding);

  if (finding->verdict == ESC_VERDICT_STAYS)
    {
      /* What has no address to lose does not escape, needless to say.  */
      if (!finding->size_only)
	say (speaker, true, NULL, STAYS, label (finding));
    }
  else if (!flow)
    say (speaker, false, NULL, ESCAPES_FRAME_SOMEHOW, label (finding));
  else if (flow->to == ESC_TO_BLOCK)
    say (speaker, false, flow, OUTLIVES_BLOCK, label (finding), flow);
  else
    say (speaker, false, flow, ESCAPES_FRAME, label (finding), flow);

  if (finding->entity != ESC_ENTITY_PARAMETER && finding->has_size
      && finding->size > speaker->wording->max_frame)
    say (speaker, false, NULL, TOO_LARGE, label (finding), finding->size,
	 speaker->wording->max_frame);
}

static void
say_block (const struct speaker *speaker)
{
  const struct esc_finding *finding = speaker->finding;
  const struct esc_flow *flow = storage_flow (finding);

  if (finding->verdict != ESC_VERDICT_STAYS)
    {
      if (flow)
	say (speaker, false, flow, BLOCK_ESCAPES, label (finding), flow);
      else
	say (speaker, false, NULL, BLOCK_ESCAPES_SOMEHOW, label (finding));
      return;
    }

  switch (finding->frame)
    {
    case ESC_FRAME_NONE:
      say (speaker, true, NULL, STAYS, label (finding));
      break;

    case ESC_FRAME_YES:
      say (speaker, true, NULL, BLOCK_COULD_LIVE_IN_FRAME, label (finding),
	   finding->size, finding->function);
      break;

    case ESC_FRAME_SIZE_NOT_CONSTANT:
      say (speaker, true, NULL, BLOCK_SIZE_NOT_CONSTANT, label (finding));
      break;

    case ESC_FRAME_TOO_LARGE:
      say (speaker, true, NULL, BLOCK_TOO_LARGE, label (finding),
	   finding->size, speaker->wording->max_block);
      break;

    case ESC_FRAME_IN_LOOP:
      say (speaker, true, NULL, BLOCK_IN_LOOP, label (finding));
      break;
    }
}

static void
say_nested_function (const struct speaker *speaker)
{
  const struct esc_finding *finding = speaker->finding;
  const struct esc_flow *flow = storage_flow (finding);

  if (finding->verdict == ESC_VERDICT_STAYS)
    say (speaker, true, NULL, NESTED_STAYS, label (finding));
  else if (flow)
    say (speaker, false, flow, NESTED_ESCAPES, label (finding), flow);
  else
    say (speaker, false, NULL, NESTED_ESCAPES_SOMEHOW, label (finding));
}

/* The three ways out of a parameter's value that notes tell apart.  */

static bool
to_result_p (const struct esc_flow *flow)
{
  return flow->to == ESC_TO_RESULT && flow->into == 0;
}

static bool
to_parameter_p (const struct esc_flow *flow)
{
  return flow->to == ESC_TO_PARAMETER;
}

static bool
to_outside_p (const struct esc_flow *flow)
{
  return !to_result_p (flow) && !to_parameter_p (flow);
}

/* Of FINDING's flows for which P holds, and of these of the ones with the
   smallest level, the one that says best where it goes; or NULL.  */

static const struct esc_flow *
first_flow (const struct esc_finding *finding,
	    bool (*p) (const struct esc_flow *))
{
  const struct esc_flow *best = NULL;
  size_t i;

  for (i = 0; i < finding->n_flows; i++)
    {
      const struct esc_flow *flow = &finding->flows[i];

      if (best && flow->level > best->level)
	break;
      if (p (flow) && (!best || rank (flow) < rank (best)))
	best = flow;
    }
  return best;
}

/* Does an earlier flow of FINDING than its flow I go to the same parameter?
   It then has a level that is no larger.  */

static bool
parameter_said_p (const struct esc_finding *finding, size_t i)
{
  const struct esc_flow *flow = &finding->flows[i];
  size_t j;

  for (j = 0; j < i; j++)
    if (to_parameter_p (&finding->flows[j])
	&& finding->flows[j].name && flow->name
	&& strcmp (finding->flows[j].name, flow->name) == 0)
      return true;
  return false;
}

/* A parameter's value: one note for the way outside, one for the result, and
   one for each parameter.  As in Go, no use in telling a way that is as long
   as the one outside or longer: who can reach a thing through N pointers
   from outside can reach all that is behind it.  */

static void
say_parameter (const struct speaker *speaker)
{
  const struct esc_finding *finding = speaker->finding;
  const struct esc_flow *outside = first_flow (finding, to_outside_p);
  const struct esc_flow *result = first_flow (finding, to_result_p);
  size_t i;

  if (finding->verdict == ESC_VERDICT_STAYS)
    {
      say (speaker, true, NULL, STAYS, label (finding));
      return;
    }
  if (!finding->n_flows)
    {
      say (speaker, false, NULL, LEAKS_SOMEHOW, label (finding));
      return;
    }

  if (outside)
    say (speaker, false, outside,
	 outside->level == 0 ? LEAKS : LEAKS_CONTENT,
	 label (finding), outside);

  if (result && (!outside || result->level < outside->level))
    say (speaker, false, result, LEAKS_TO_RESULT, label (finding),
	 (uint64_t) result->level);

  for (i = 0; i < finding->n_flows; i++)
    {
      const struct esc_flow *flow = &finding->flows[i];

      if (to_parameter_p (flow) && !parameter_said_p (finding, i)
	  && (!outside || flow->level < outside->level))
	say (speaker, false, flow, LEAKS_TO_PARAMETER, label (finding),
	     flow->into, flow->name, (uint64_t) flow->level);
    }
}

char *
esc_broken_promise (const struct esc_finding *finding,
		    const struct esc_flow *flow,
		    const struct esc_wording *wording)
{
  dyn_string_t text = dyn_string_new (64);

  append_sentence (text, wording,
		   finding->promise == ESC_PROMISE_NOESCAPE
		   ? BROKEN_NOESCAPE : BROKEN_LIFETIMEBOUND,
		   label (finding), flow);
  return dyn_string_release (text);
}

void
esc_notes (const struct esc_finding *finding,
	   const struct esc_wording *wording, esc_say *say_fn, void *data)
{
  const struct speaker speaker = { finding, wording, say_fn, data };

  switch (finding->entity)
    {
    case ESC_ENTITY_LOCAL:
    case ESC_ENTITY_LITERAL:
    case ESC_ENTITY_ALLOCA:
    case ESC_ENTITY_TEMPORARY:
      say_storage (&speaker);
      break;

    case ESC_ENTITY_PARAMETER:
      /* That a parameter's own storage stays says nothing new: "does not
	 escape" would be taken for its value.  */
      if (finding->verdict == ESC_VERDICT_ESCAPES)
	say_storage (&speaker);
      else if (!finding->own_storage_only)
	say_parameter (&speaker);
      break;

    case ESC_ENTITY_ALLOCATION:
      say_block (&speaker);
      break;

    case ESC_ENTITY_NESTED_FUNCTION:
      say_nested_function (&speaker);
      break;

    case ESC_ENTITY_SUGGESTION:
      say (&speaker, true, NULL, SUGGESTION, label (finding));
      break;
    }
}
