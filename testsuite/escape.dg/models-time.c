/* <time.h>: times are read and stored where the caller says.  */

#define _GNU_SOURCE
#include <signal.h>
#include <sys/time.h>
#include <time.h>

/* C17 7.27.3: asctime, ctime, gmtime and localtime return pointers to static
   objects of the library's; 7.27.2, 7.27.3.5 and POSIX's *_r: all others work
   on the objects given.  */
int
now (void)
{
  time_t t; /* { dg-note "'t' does not escape" } */
  struct tm tm; /* { dg-note "'tm' does not escape" } */
  struct timeval tv; /* { dg-note "'tv' does not escape" } */
  struct timespec ts; /* { dg-note "'ts' does not escape" } */
  char text[26]; /* { dg-note "'text' does not escape" } */

  time (&t);
  gettimeofday (&tv, 0);
  clock_gettime (CLOCK_REALTIME, &ts);
  nanosleep (&ts, &ts);
  localtime_r (&t, &tm);
  t = mktime (&tm);
  strftime (text, sizeof text, "%c", &tm);
  asctime_r (&tm, text);
  ctime_r (&t, text);
  return localtime (&t)->tm_sec + *ctime (&t) + gmtime (&t)->tm_min;
}

/* POSIX localtime_r: returns a pointer to the structure that was given.  */
struct tm *
broken_down (const time_t *t, /* { dg-note "'t' does not escape" } */
	     struct tm *tm) /* { dg-note "leaking param: 'tm' to result level=0" } */
{
  return localtime_r (t, tm);
}

/* POSIX strptime: returns a pointer to the character following the last one
   parsed.  */
const char *
parsed (const char *s, /* { dg-note "leaking param: 's' to result level=0" } */
	const char *format) /* { dg-note "'format' does not escape" } */
{
  struct tm tm; /* { dg-note "'tm' does not escape" } */

  return strptime (s, format, &tm);
}

/* POSIX timer_create: the value in *evp is given to the signal, or the
   function, each time the timer expires.  */
void
alarm_clock (void)
{
  int data; /* { dg-note "'data' escapes its frame: kept by 'timer_create'" } */
  struct sigevent event = { 0 }; /* { dg-note "'event' does not escape" } */
  timer_t timer; /* { dg-note "'timer' does not escape" } */

  event.sigev_value.sival_ptr = &data;
  timer_create (CLOCK_MONOTONIC, &event, &timer);
}
