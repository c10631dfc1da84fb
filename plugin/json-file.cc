/* The JSON Lines file.

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


#include "gcc-compat.h"
#include "diagnostic-core.h"
#include "options.h"
#include "json.h"
#include "json-file.h"
#include "output-file.h"

static bool
write_findings (FILE *out, const void *findings)
{
  return esc_json_write (out, (const struct esc_findings *) findings);
}

void
write_json_file (const struct esc_findings *findings)
{
  char *by_default = NULL;
  const char *name = escape_opts.json_file;

  if (!name)
    name = by_default = concat (dump_base_name, ".escape.json", NULL);
  write_output_file (name, write_findings, findings);
  free (by_default);
}
