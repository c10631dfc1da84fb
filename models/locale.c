/* Models of <locale.h>, <langinfo.h>, <libintl.h>, <nl_types.h> and
   <iconv.h>.

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


#define _GNU_SOURCE 1
#include <iconv.h>
#include <libintl.h>
#include <locale.h>
#include <nl_types.h>

#include "model.h"

/* Texts and numbers of the library's.  */

static char locale_text[1];

static char *
text (void)
{
  return locale_text;
}
SAME_AS (text, setlocale, nl_langinfo, textdomain, bindtextdomain,
	 bind_textdomain_codeset)

static char *
text_in (int number, locale_t locale)
{
  return EITHER (SOMEWHERE (locale), locale_text);
}
SAME_AS (text_in, nl_langinfo_l, strerror_l)

static struct lconv conventions;

struct lconv *
localeconv (void)
{
  return &conventions;
}

/* Locales: new, changed in place, or those that are always there.  */

static struct __locale_struct constant_locales[1];
static locale_t used_locale;

locale_t
newlocale (int categories, const char *name, locale_t base)
{
  return EITHER (base, EITHER (BLOCK (), constant_locales));
}

locale_t
duplocale (locale_t locale)
{
  return EITHER (BLOCK (), constant_locales);
}

locale_t
uselocale (locale_t locale)
{
  locale_t old = used_locale;

  used_locale = locale;
  return old;
}

KEEP_NOTHING (freelocale)

/* <libintl.h>: the translation, or the message itself.  */

char *
gettext (const char *message)
{
  return EITHER ((char *) message, locale_text);
}

char *
dgettext (const char *domain, const char *message)
{
  return EITHER ((char *) message, locale_text);
}
SAME_AS (dgettext, __dgettext, dcgettext, __dcgettext)

char *
ngettext (const char *one, const char *many, unsigned long n)
{
  return EITHER ((char *) EITHER (one, many), locale_text);
}

char *
dngettext (const char *domain, const char *one, const char *many,
	   unsigned long n)
{
  return EITHER ((char *) EITHER (one, many), locale_text);
}
SAME_AS (dngettext, dcngettext)

/* <nl_types.h> */

nl_catd
catopen (const char *name, int flags)
{
  return BLOCK ();
}

char *
catgets (nl_catd catalog, int set, int number, const char *message)
{
  return EITHER ((char *) message, SOMEWHERE (catalog));
}

KEEP_NOTHING (catclose)

/* <iconv.h>: how far the input and the output are is told.  */

iconv_t
iconv_open (const char *to, const char *from)
{
  return BLOCK ();
}

size_t
iconv (iconv_t conversion, char **restrict in, size_t *restrict in_left,
       char **restrict out, size_t *restrict out_left)
{
  *in = SOMEWHERE (*in);
  *out = SOMEWHERE (*out);
  return 0;
}

KEEP_NOTHING (iconv_close)
