/* What escape said, read by watch.so.

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


/* An entity is known by what kind it is, where it is, and what it is called.
   A kind is a letter: Local, Parameter, Temporary (or literal), Alloca, Heap
   block, or Nested function.  */

#ifndef WATCH_FINDINGS_H
#define WATCH_FINDINGS_H

/* What escape said of an entity; several of these when there are several
   findings.  */
enum
{
  SAID_STAYS = 1,		/* does not escape */
  SAID_STORAGE_LEAVES = 2,	/* its address leaves */
  SAID_VALUE_LEAVES = 4		/* a parameter's value leaves */
};

/* Read the findings, JSON Lines, in the file NAME, and add them to those that
   were read before.  */
extern void read_findings (const char *name);

/* What was said of the entity of KIND at WHERE called NAME; 0 if
   nothing.  */
extern unsigned what_was_said (char kind, location_t where, const char *name);

#endif /* WATCH_FINDINGS_H */
