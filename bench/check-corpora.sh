#!/bin/sh
# Compile real programs with the plugin and without, and check that
#
#   - each object file with the plugin is the one without, to the byte, at
#     each optimisation level, with -g and without;
#   - the notes are the same text at every level.
#
# The last line written is `N passed, N failed'.  The environment is that of
# corpora.sh, and
#
#   LEVELS    optimisation levels (default: -O0 -O2)
#   WAYS      other options, each to be compiled with at -O1 (default: none)
#
# Copyright (C) 2026 The escape authors.
#
# This file is part of escape.
#
# escape is free software; you can redistribute it and/or modify it under
# the terms of the GNU General Public License as published by the Free
# Software Foundation; either version 3 of the License, or (at your option)
# any later version.
#
# escape is distributed in the hope that it will be useful, but WITHOUT ANY
# WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
# FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
# details.
#
# You should have received a copy of the GNU General Public License along
# with this program.  If not, see <https://www.gnu.org/licenses/>.

here=$(cd "$(dirname "$0")" && pwd)
. "$here/corpora.sh"
LEVELS=${LEVELS:--O0 -O2}
WAYS=${WAYS:-}
passed=0
failed=0

# same WHAT EXPECTED GOT: count whether two files are equal.
same ()
{
  if cmp -s "$2" "$3"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAIL: $1"
  fi
}

# The compiler's command line is part of the debugging information, and the
# plugin's name a part of that command line.
options="-w -gno-record-gcc-switches -frandom-seed=1"

for name in $NAMES; do
  cd "$CORPORA/$name" || exit 1
  first=
  for level in $LEVELS; do
    for debug in "" -g; do
      plain=$SCRATCH/plain
      plugin=$SCRATCH/plugin$level$debug
      # shellcheck disable=SC2086
      sh "$here/compile-units.sh" "$plain" $CC $options $level $debug \
	&& sh "$here/compile-units.sh" "$plugin" $CC $options $level $debug \
	     -fplugin="$PLUGIN" \
	|| { failed=$((failed + 1)); continue; }
      first=${first:-$plugin}
      n=0
      while read -r file _; do
	n=$((n + 1))
	same "$name/$file $level $debug: object" "$plain/$n.o" "$plugin/$n.o"
	test "$plugin" = "$first" \
	  || same "$name/$file $level $debug: notes" "$first/$n.txt" \
	       "$plugin/$n.txt"
      done < units
    done
  done
  for way in $WAYS; do
    # -fprofile-generate puts the name of the object into it.
    for with in plain plugin; do
      rm -rf "${SCRATCH:?}/made" "${SCRATCH:?}/$with"
      # shellcheck disable=SC2046,SC2086
      sh "$here/compile-units.sh" "$SCRATCH/made" $CC $options -O1 $way \
	 $(test $with = plain || echo "-fplugin=$PLUGIN") \
	&& mv "$SCRATCH/made" "$SCRATCH/$with"
    done
    test -d "$SCRATCH/plain" && test -d "$SCRATCH/plugin" \
      || { failed=$((failed + 1)); continue; }
    n=0
    while read -r file _; do
      n=$((n + 1))
      same "$name/$file $way: object" "$SCRATCH/plain/$n.o" \
	   "$SCRATCH/plugin/$n.o"
    done < units
  done
  echo "$name: $(cat "$first"/*.txt | grep -c 'note: ') notes"
  rm -rf "${SCRATCH:?}"/*
done

echo "$passed passed, $failed failed"
test $failed -eq 0 && test $passed -ne 0
