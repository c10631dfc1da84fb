/* What a function does with an argument may depend on a format: on which
   characters are in a string that is passed to it as a literal.  */

#include <stdarg.h>
#include <stdlib.h>

struct conversion { char letter; char kind; short width; };

static const struct conversion conversions[] = {
  { 'd', 1, 4 }, { 's', 2, 0 }, { 'z', 3, 0 }, { 'k', 4, 0 }, { '%', 5, 0 }
};

static char *kept;
static unsigned long total;

static void
format (const char *f, /* { dg-note "'f' does not escape" } */
	va_list ap) /* { dg-note "leaking param content: 'ap': stored in 'kept'" } */
{
  int c;
  unsigned i;
  for (; (c = *f) != 0; f++)
    {
      char kind = 0;
      char *text;
      if (c != '%')
	continue;
      c = *++f;
      if (c == 0)
	break;
      for (i = 0; i < sizeof conversions / sizeof conversions[0]; i++)
	if (c == conversions[i].letter)
	  {
	    kind = conversions[i].kind;
	    break;
	  }
      switch (kind)
	{
	case 1:
	  total += va_arg (ap, int);
	  break;
	case 2:
	case 3:
	case 4:
	  text = va_arg (ap, char *);
	  total += *text;
	  if (kind == 4)
	    kept = text;
	  break;
	default:
	  return;
	}
    }
}

static void
print (const char *f, ...) /* { dg-note "'f' does not escape" } */
{
  va_list ap; /* { dg-note "'ap' does not escape" } */
  va_start (ap, f);
  format (f, ap);
  va_end (ap);
}

/* Nothing is kept for s.  */
void
only_printed (char *s) /* { dg-note "'s' does not escape" } */
{
  char local[4] = "abc"; /* { dg-note "'local' does not escape" } */
  print ("<%s %d>", local, 1);
  print ("%s", s);
}

/* Something is for k.  */
void
printed_and_kept (char *s) /* { dg-note "leaking param: 's': stored in 'kept'" } */
{
  char local[4] = "abc"; /* { dg-note "'local' escapes its frame: stored in 'kept'" } */
  print ("<%k>", local);
  print ("%s and %k", s, s);
}

/* Who knows what is in F?  */
void
any_format (const char *f, char *s) /* { dg-note "'f' does not escape" } */
/* { dg-note "leaking param: 's': stored in 'kept'" "" { target *-*-* } .-1 } */
{
  print (f, s);
}

/* A letter of the text counts, too: it is not known where in the string the
   function looks.  */
void
letter_in_text (char *s) /* { dg-note "leaking param: 's': stored in 'kept'" } */
{
  print ("kind: %s", s);
}

/* One of two formats.  */
void
either_format (int which, char *s) /* { dg-note "leaking param: 's': stored in 'kept'" } */
{
  print (which ? "%s" : "%k", s);
}
