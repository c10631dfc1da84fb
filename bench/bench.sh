#!/bin/sh
# Compile real programs with the plugin and without, in turns, and print what
# the plugin costs: the medians of processor time and of peak memory, and
# their ratios.  In turns, because a machine's speed changes while one waits.
#
# The environment is that of corpora.sh, and
#
#   TIMED     the program timed
#   ROUNDS    how many times each is compiled (default: 5)
#   LEVELS    with which optimisation (default: -O0 -O2)
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
ROUNDS=${ROUNDS:-5}
LEVELS=${LEVELS:--O0 -O2}

# median FILE FIELD: the median of a column of numbers.
median ()
{
  awk -v field="$2" '{ print $field }' "$1" | sort -g \
    | awk '{ a[NR] = $1 }
	   END { print (a[int ((NR + 1) / 2)] + a[int ((NR + 2) / 2)]) / 2 }'
}

# once RESULT COMMAND...: compile the corpus once, measured.
once ()
{
  result=$1
  shift
  "$TIMED" sh "$here/compile-units.sh" "$SCRATCH/out" "$@" >> "$result" \
    || exit 1
}

$CC --version | sed 1q
printf '%-8s %-4s %9s %9s %6s  %8s %8s %6s\n' \
  corpus '' plain plugin ratio plain plugin ratio
for name in $NAMES; do
  cd "$CORPORA/$name" || exit 1
  for level in $LEVELS; do
    plain=$SCRATCH/plain
    plugin=$SCRATCH/plugin
    rm -f "$plain" "$plugin"
    round=0
    while test $round -lt "$ROUNDS"; do
      round=$((round + 1))
      # shellcheck disable=SC2086
      once "$plain" $CC -w "$level"
      # shellcheck disable=SC2086
      once "$plugin" $CC -w "$level" -fplugin="$PLUGIN"
    done
    echo "$name $level $(median "$plain" 1) $(median "$plugin" 1)" \
      "$(median "$plain" 2) $(median "$plugin" 2)" \
      | awk '{ printf "%-8s %-4s %8.2fs %8.2fs %6.3f  %6.0fMB %6.0fMB %6.3f\n",
		      $1, $2, $3, $4, $4 / $3, $5 / 1024, $6 / 1024, $6 / $5 }'
  done
done

# A file with nothing in it, over and over: what it costs to load the plugin,
# and the models.  In milliseconds a compile.
TIMES=100
: > "$SCRATCH/empty.c"

# empty RESULT COMMAND...: compile the empty file many times, measured.
empty ()
{
  result=$1
  shift
  # shellcheck disable=SC2016
  "$TIMED" sh -c 'n=$1; shift; while test $n -gt 0; do "$@" || exit 1
		  n=$((n - 1)); done' sh $TIMES "$@" -S -o /dev/null \
    "$SCRATCH/empty.c" >> "$result" || exit 1
}

rm -f "$SCRATCH/plain" "$SCRATCH/plugin" "$SCRATCH/models"
round=0
while test $round -lt "$ROUNDS"; do
  round=$((round + 1))
  empty "$SCRATCH/plain" $CC
  empty "$SCRATCH/plugin" $CC -fplugin="$PLUGIN" -fplugin-arg-escape-no-models
  empty "$SCRATCH/models" $CC -fplugin="$PLUGIN"
done
echo "$TIMES $(median "$SCRATCH/plain" 1) $(median "$SCRATCH/plugin" 1)" \
  "$(median "$SCRATCH/models" 1)" \
  | awk '{ ms = 1000 / $1
	   printf "\nempty file: plain %.2f ms, plugin without models %.2f ms, ",
		  $2 * ms, $3 * ms
	   printf "with models %.2f ms (%.2f ms more, ratio %.3f)\n",
		  $4 * ms, ($4 - $3) * ms, $4 / $3 }'
