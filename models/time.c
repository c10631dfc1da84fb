/* Models of <time.h>, <sys/time.h>, <sys/times.h> and <utime.h>.

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


/* A broken-down time names its time zone.  The names are in memory of the
   library's, whatever TZ is when it is used.  */

#define _GNU_SOURCE 1
#include <signal.h>
#include <time.h>
#include <sys/time.h>
#include <sys/timeb.h>
#include <sys/times.h>
#include <sys/timex.h>

#include "model.h"

static struct tm broken_down_time;
static char time_text[26];
static char time_zone_name[1];

struct tm *
localtime (const time_t *t)
{
  return &broken_down_time;
}
SAME_AS (localtime, gmtime, getdate)

struct tm *
localtime_r (const time_t *restrict t, struct tm *restrict result)
{
  result->tm_zone = time_zone_name;
  return result;
}
SAME_AS (localtime_r, gmtime_r)

time_t
mktime (struct tm *t)
{
  t->tm_zone = time_zone_name;
  return 0;
}
SAME_AS (mktime, timelocal, timegm)

int
getdate_r (const char *restrict s, struct tm *restrict result)
{
  result->tm_zone = time_zone_name;
  return 0;
}

char *
strptime (const char *restrict s, const char *restrict format,
	  struct tm *restrict t)
{
  t->tm_zone = time_zone_name;
  return SOMEWHERE (s);
}
SAME_AS (strptime, strptime_l)

char *
asctime (const struct tm *t)
{
  return time_text;
}
SAME_AS (asctime, ctime)

char *
asctime_r (const struct tm *restrict t, char *restrict text)
{
  return text;
}
SAME_AS (asctime_r, ctime_r)

/* A timer remembers whom to tell, and what.  The thread that it may start gets
   the value that is to be told.  */

static struct sigevent timers[1];

int
timer_create (clockid_t clock, struct sigevent *restrict event,
	      timer_t *restrict timer)
{
  timers[0] = *event;
  *timer = model_unknown;
  return 0;
}

KEEP_NOTHING (time, strftime, strftime_l, dysize, nanosleep, clock_getres,
	      clock_gettime, clock_settime, clock_nanosleep,
	      clock_getcpuclockid, timer_delete, timer_settime, timer_gettime,
	      timer_getoverrun, timespec_get, timespec_getres, stime)

/* <sys/time.h> and its kin */

KEEP_NOTHING (gettimeofday, settimeofday, adjtime, getitimer, setitimer,
	      utimes, lutimes, futimes, futimesat, utime, times, ftime,
	      clock_adjtime, adjtimex, ntp_gettime, ntp_gettimex, ntp_adjtime)
