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

/* One finding gives no note, one, or several: a parameter may leak to the
   outside, to the result and to other parameters, and a local may both stay
   and be too large.  The texts have no newline, no location and no "note:";
   they are no format strings.  */

#ifndef ESC_WORDING_H
#define ESC_WORDING_H

#include <stdbool.h>
#include <stdint.h>

#include "finding.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How the sentences are to be filled in.  */
struct esc_wording
{
  const char *open_quote;	/* what stands around a name */
  const char *close_quote;
  uint64_t max_frame;		/* bytes; a local above it is too large */
  uint64_t max_block;		/* bytes; the limit that goes with
				   ESC_FRAME_TOO_LARGE */

  /* NAME, which comes from the source or from an attribute, as it can be
     shown to the user; or NULL to show it as it is.  The result need live
     only until the next call.  */
  const char *(*printable) (const char *name);
};

/* Called with each note of a finding, in order.  TEXT lives until the call
   returns; STAYING tells whether it speaks of something that stays; FLOW is
   the way out that it tells of, or NULL.  DATA is what was given to
   esc_notes.  */
typedef void esc_say (const char *text, bool staying,
		      const struct esc_flow *flow, void *data);

/* Give SAY each note that FINDING, whose flows are sorted, has.  */
void esc_notes (const struct esc_finding *finding,
		const struct esc_wording *wording, esc_say *say, void *data);

/* The sentence that says where FLOW goes: the WHERE of a note.  The caller
   frees it.  */
char *esc_where (const struct esc_flow *flow,
		 const struct esc_wording *wording);

/* The text of the warning that FLOW breaks what is promised of the parameter
   FINDING.  The caller frees it.  */
char *esc_broken_promise (const struct esc_finding *finding,
			  const struct esc_flow *flow,
			  const struct esc_wording *wording);

/* The sentence for STEP of a flow's path.  The caller frees it.  */
char *esc_step_text (const struct esc_step *step,
		     const struct esc_wording *wording);

#ifdef __cplusplus
}
#endif

#endif /* ESC_WORDING_H */
