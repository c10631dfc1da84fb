/* Doubts: what the transfers left open, looked at again in a joint graph.

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


#ifndef ESCAPE_DOUBTS_H
#define ESCAPE_DOUBTS_H

#include "finding.h"
#include "unit.h"
#include "order.h"

/* Look again at the findings of U's doubts, of functions in ORDER, and change
   those that were wrong to say that something leaves.  */
extern void settle_doubts (unit *u, const function_order &order,
			   struct esc_findings *findings);

/* Whether calls that S, which may be NULL, is used for are to a member of the
   joint graph that is being made: *MEMBER.  */
extern bool member_of_summary (const unit *u, const summary *s,
			       unsigned *member);

/* Whether calls of function DECL are to a member of the joint graph that is
   being made: *MEMBER.  */
extern bool member_of_function (unit *u, tree decl, unsigned *member);

#endif /* ESCAPE_DOUBTS_H */
