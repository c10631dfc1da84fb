/* JSON Lines, byte by byte.

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

#include "json.h"

#include <dejagnu.h>
#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* LIST as it is written, or NULL after a failure; the caller frees it.  */

static char *
written (const struct esc_findings *list)
{
  char *text = NULL;
  size_t size;
  FILE *out = open_memstream (&text, &size);
  bool good = esc_json_write (out, list);

  fclose (out);
  if (good)
    return text;
  free (text);
  return NULL;
}

/* Check that LIST is written as WANTED, and free it.  */

static void
check (struct esc_findings *list, const char *wanted, const char *what)
{
  char *got = written (list);

  if (got && strcmp (got, wanted) == 0)
    pass ("%s", what);
  else
    {
      fail ("%s", what);
      note ("got: %s", got ? got : "nothing");
    }
  free (got);
  esc_findings_free (list);
}

/* Start LIST with one local, and return that.  */

static struct esc_finding *
start (struct esc_findings *list)
{
  struct esc_finding *finding;

  esc_findings_init (list);
  finding = esc_findings_add (list);
  finding->site.file = "list.c";
  finding->site.line = 40;
  finding->site.column = 7;
  finding->function = "read_line";
  finding->name = "buf";
  finding->label = "not shown";
  return finding;
}

static void
test_fields (void)
{
  struct esc_findings list;
  struct esc_finding *finding;
  struct esc_flow flow = { ESC_TO_GLOBAL, "last_line", 0, 0,
			   { "list.c", 44, 13, 0 }, ESC_WHERE_STORED_IN,
			   "not shown", NULL, NULL, 0,
			   NULL, ESC_WHERE_RETURNED, NULL };
  struct esc_flow nameless = { ESC_TO_ASM, NULL, 1, 2,
			       { "list.c", 45, 14, 0 }, ESC_WHERE_ASM, NULL,
			       NULL, NULL, 0,
			       NULL, ESC_WHERE_RETURNED, NULL };

  finding = start (&list);
  finding->has_size = true;
  finding->size = 4096;
  finding->verdict = ESC_VERDICT_ESCAPES;
  *esc_findings_flows (&list, finding, 1) = flow;
  check (&list,
	 "{\"file\":\"list.c\",\"line\":40,\"column\":7,"
	 "\"function\":\"read_line\",\"entity\":\"local\",\"name\":\"buf\","
	 "\"size\":4096,\"verdict\":\"escapes\","
	 "\"flows\":[{\"to\":\"global\",\"name\":\"last_line\",\"level\":0,"
	 "\"into\":0,\"line\":44,\"column\":13}]}\n",
	 "a local with a size and a flow");

  finding = start (&list);
  flow.reset_by = "read_line";
  finding->verdict = ESC_VERDICT_ESCAPES;
  *esc_findings_flows (&list, finding, 1) = flow;
  check (&list,
	 "{\"file\":\"list.c\",\"line\":40,\"column\":7,"
	 "\"function\":\"read_line\",\"entity\":\"local\",\"name\":\"buf\","
	 "\"verdict\":\"escapes\","
	 "\"flows\":[{\"to\":\"global\",\"name\":\"last_line\",\"level\":0,"
	 "\"into\":0,\"line\":44,\"column\":13,\"reset\":true}]}\n",
	 "a flow that is reset");
  flow.reset_by = NULL;

  finding = start (&list);
  finding->entity = ESC_ENTITY_ALLOCATION;
  finding->frame = ESC_FRAME_SIZE_NOT_CONSTANT;
  check (&list,
	 "{\"file\":\"list.c\",\"line\":40,\"column\":7,"
	 "\"function\":\"read_line\",\"entity\":\"allocation\","
	 "\"name\":\"buf\",\"verdict\":\"does-not-escape\",\"flows\":[],"
	 "\"frame\":\"size-not-constant\"}\n",
	 "an allocation without a size that stays");

  finding = start (&list);
  finding->entity = ESC_ENTITY_PARAMETER;
  finding->verdict = ESC_VERDICT_LEAKS;
  finding->name = NULL;
  esc_findings_flows (&list, finding, 2)[0] = flow;
  finding->flows[1] = nameless;
  check (&list,
	 "{\"file\":\"list.c\",\"line\":40,\"column\":7,"
	 "\"function\":\"read_line\",\"entity\":\"parameter\","
	 "\"name\":null,\"verdict\":\"leaks\","
	 "\"flows\":[{\"to\":\"global\",\"name\":\"last_line\",\"level\":0,"
	 "\"into\":0,\"line\":44,\"column\":13},"
	 "{\"to\":\"asm\",\"name\":null,\"level\":1,\"into\":2,"
	 "\"line\":45,\"column\":14}]}\n",
	 "what has no name is null");

  finding = start (&list);
  finding->verdict = ESC_VERDICT_ESCAPES;
  struct esc_flow explained = flow;
  explained.n_path = 2;
  explained.path = esc_findings_steps (&list, 2);
  memset (explained.path, 0, 2 * sizeof *explained.path);
  explained.path[0].site = (struct esc_locus) { "list.c", 43, 3, 0 };
  explained.path[0].function = "read_line";
  explained.path[0].kind = ESC_STEP_PASSED;
  explained.path[0].subject = "buf";
  explained.path[0].subject_kind = ESC_SUBJECT_VALUE;
  explained.path[0].name = "keep";
  explained.path[1].site = (struct esc_locus) { "keep.h", 9, 10, 0 };
  explained.path[1].function = "keep";
  explained.path[1].depth = 1;
  explained.path[1].kind = ESC_STEP_LEAVES;
  explained.path[1].where = ESC_WHERE_STORED_IN;
  explained.path[1].name = "last_line";
  *esc_findings_flows (&list, finding, 1) = explained;
  check (&list,
	 "{\"file\":\"list.c\",\"line\":40,\"column\":7,"
	 "\"function\":\"read_line\",\"entity\":\"local\",\"name\":\"buf\","
	 "\"verdict\":\"escapes\","
	 "\"flows\":[{\"to\":\"global\",\"name\":\"last_line\",\"level\":0,"
	 "\"into\":0,\"line\":44,\"column\":13,\"path\":["
	 "{\"line\":43,\"column\":3,\"function\":\"read_line\","
	 "\"text\":\"'buf' is passed to 'keep'\"},"
	 "{\"file\":\"keep.h\",\"line\":9,\"column\":10,"
	 "\"function\":\"keep\","
	 "\"text\":\"'keep' stores it in 'last_line'\"}]}]}\n",
	 "a flow with its path");

  finding = start (&list);
  finding->has_size = true;
  finding->size = UINT64_MAX;
  check (&list,
	 "{\"file\":\"list.c\",\"line\":40,\"column\":7,"
	 "\"function\":\"read_line\",\"entity\":\"local\",\"name\":\"buf\","
	 "\"verdict\":\"does-not-escape\",\"flows\":[]}\n",
	 "a size that no object has is left out");

  start (&list);
  finding = esc_findings_add (&list);
  *finding = list.all[0];
  check (&list,
	 "{\"file\":\"list.c\",\"line\":40,\"column\":7,"
	 "\"function\":\"read_line\",\"entity\":\"local\",\"name\":\"buf\","
	 "\"verdict\":\"does-not-escape\",\"flows\":[]}\n"
	 "{\"file\":\"list.c\",\"line\":40,\"column\":7,"
	 "\"function\":\"read_line\",\"entity\":\"local\",\"name\":\"buf\","
	 "\"verdict\":\"does-not-escape\",\"flows\":[]}\n",
	 "each finding has a line of its own");

  esc_findings_init (&list);
  check (&list, "", "no findings, no lines");
}

/* Whatever bytes a name has, the line is JSON and the name is read back with
   U+FFFD for what is not UTF-8.  */

static void
test_bytes (void)
{
  static const struct
  {
    const char *name;
    const char *wanted;
  } cases[] = {
    { "caf\xc3\xa9 \xe5\x90\x8d \xf0\x9f\x98\x80",
      "caf\xc3\xa9 \xe5\x90\x8d \xf0\x9f\x98\x80" },
    { "\"quotes\" and \\", "\"quotes\" and \\" },
    { "tab\t newline\n escape\033 delete\177",
      "tab\t newline\n escape\033 delete\177" },
    { "caf\xe9", "caf\xef\xbf\xbd" },
    { "\xff\xfe x", "\xef\xbf\xbd\xef\xbf\xbd x" },
    /* Cut short, by the end and by another character.  */
    { "\xe5\x90", "\xef\xbf\xbd\xef\xbf\xbd" },
    { "\xe5\x90y", "\xef\xbf\xbd\xef\xbf\xbdy" },
    /* Overlong, a surrogate, beyond the last character.  */
    { "\xc0\xaf", "\xef\xbf\xbd\xef\xbf\xbd" },
    { "\xe0\x80\xaf", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
    { "\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
    { "\xf4\x90\x80\x80",
      "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
    /* Good and bad together.  */
    { "\xc3\xa9\xe9\xf0\x9f\x98\x80\xe5\x90\x8d",
      "\xc3\xa9\xef\xbf\xbd\xf0\x9f\x98\x80\xe5\x90\x8d" }
  };
  size_t i;

  for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
    {
      struct esc_findings list;
      char *line;
      json_t *object;
      const char *file, *name;

      start (&list)->name = cases[i].name;
      list.all[0].site.file = cases[i].name;
      line = written (&list);
      object = line ? json_loads (line, 0, NULL) : NULL;
      file = json_string_value (json_object_get (object, "file"));
      name = json_string_value (json_object_get (object, "name"));
      if (file && strcmp (file, cases[i].wanted) == 0
	  && name && strcmp (name, cases[i].wanted) == 0
	  && strchr (line, '\n') == line + strlen (line) - 1)
	pass ("strange bytes %zu", i);
      else
	{
	  fail ("strange bytes %zu", i);
	  note ("got: %s", line ? line : "nothing");
	}
      json_decref (object);
      free (line);
      esc_findings_free (&list);
    }
}

/* A device that is always full.  */

static void
test_full (void)
{
  struct esc_findings list;
  FILE *out = fopen ("/dev/full", "w");

  if (!out)
    {
      untested ("a full device: there is no /dev/full");
      return;
    }
  setvbuf (out, NULL, _IONBF, 0);
  start (&list);
  errno = 0;
  if (!esc_json_write (out, &list) && errno == ENOSPC)
    pass ("a full device");
  else
    fail ("a full device");
  fclose (out);
  esc_findings_free (&list);
}

int
main (void)
{
  test_fields ();
  test_bytes ();
  test_full ();
  totals ();
  return 0;
}
