/* The characters of a string that decide what is done with pointers.

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


/* See characters.h.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "gimple-iterator.h"
#include "ssa.h"
#include "ssa-iterators.h"
#include "cgraph.h"
#include "tree-dfa.h"
#include "tree-ssa.h"

#include "assume.h"
#include "calls-int.h"
#include "characters.h"
#include "clones.h"

/* Bounds: functions by way of which a string is passed on, uses of a parameter
   that are looked at, kinds of strings to tell apart for one parameter, and
   strings that are looked at for it.  */
enum
{
  MAX_STEPS = 4,
  MAX_USES = 256,
  MAX_KINDS = 8,
  MAX_STRINGS = 512
};

static number_set decisive_characters (unit *, summary *, unsigned);

/* Whether characters are at what a value of TYPE points to.  */

static bool
points_to_characters_p (tree type)
{
  return POINTER_TYPE_P (type) && INTEGRAL_TYPE_P (TREE_TYPE (type))
	 && TYPE_PRECISION (TREE_TYPE (type))
	      == TYPE_PRECISION (char_type_node);
}

/* All characters.  */

static number_set
all_characters (void)
{
  number_set all = number_set ();
  for (unsigned c = 0; c <= SMALL_NUMBERS; c++)
    add_number (&all, c);
  return all;
}

/* The constants for a request in which parameter I of the function of S is a
   string of CHARACTERS, and nothing else is known.  */

static void
constants_for_string (summary *s, unsigned i, const number_set &characters,
		      vec<tree> *constants)
{
  constants->safe_grow_cleared (list_length (DECL_ARGUMENTS (s->decl)));
  (*constants)[i] = string_of_characters (characters);
}

/* The characters that decide what functions do with pointers to which the one
   of S passes on its parameter; ANY is what is known if that is a string.  */

static number_set
decisive_in_callees (unit *u, summary *s, known_values *any)
{
  number_set decisive = number_set (), passed;
  for (cgraph_edge *e = cgraph_node::get (s->decl)->callees; e;
       e = e->next_callee)
    {
      tree fndecl = gimple_call_fndecl (e->call_stmt);
      summary *callee = fndecl ? summary_of_function (u, fndecl) : NULL;
      for (unsigned j = 0; callee && j < gimple_call_num_args (e->call_stmt);
	   j++)
	{
	  tree arg = gimple_call_arg (e->call_stmt, j);
	  if (TREE_CODE (arg) == SSA_NAME && known_string (any, arg, &passed))
	    add_numbers (&decisive, decisive_characters (u, callee, j));
	}
    }
  return decisive;
}

/* Whether it spares the function of S something that has to do with pointers if
   none of ABSENT is in the string that is passed for parameter I.  ANY is what
   is known if anything may be.  */

static bool
spared_without_p (unit *u, summary *s, unsigned i, const number_set &absent,
		  known_values *any)
{
  unsigned work = work_of_request (s);
  if (work > u->string_work)
    return false;
  u->string_work -= work;
  known_values without;
  number_set others = all_characters ();
  for (unsigned c = 0; c < SMALL_NUMBERS; c++)
    if (has_number (absent, c))
      remove_number (&others, c);
  auto_vec<tree> constants;
  constants_for_string (s, i, others, &constants);
  return find_known_values (&without, any->fun, constants)
	 && without.n_executed < any->n_executed
	 && spares_flows_p (&without);
}

/* Add to STRINGS what is in each literal that is passed for parameter I of the
   function of S, by way of so many functions (DEPTH), too.  */

static void
find_strings (unit *u, summary *s, unsigned i, int depth,
	      vec<number_set> *strings)
{
  for (cgraph_edge *e = cgraph_node::get (s->decl)->callers;
       e && strings->length () < MAX_STRINGS; e = e->next_caller)
    {
      number_set characters;
      tree arg = call_arg (e->call_stmt, i);
      if (arg && known_string (NULL, arg, &characters))
	strings->safe_push (characters);
      else if (depth && arg && TREE_CODE (arg) == SSA_NAME
	       && SSA_NAME_IS_DEFAULT_DEF (arg) && SSA_NAME_VAR (arg))
	{
	  summary *caller = summary_of_function (u, e->caller->decl);
	  unsigned j = 0;
	  tree p = DECL_ARGUMENTS (e->caller->decl);
	  for (; p && p != SSA_NAME_VAR (arg); p = DECL_CHAIN (p))
	    j++;
	  if (p && caller)
	    find_strings (u, caller, j, depth - 1, strings);
	}
    }
}

/* How many kinds of STRINGS there are, if only CHARACTERS count.  */

static unsigned
kinds_of_strings (const vec<number_set> &strings,
		  const number_set &characters)
{
  auto_vec<number_set> kinds;
  for (unsigned i = 0; i < strings.length (); i++)
    {
      number_set kind = strings[i];
      unsigned k = 0;
      keep_numbers (&kind, characters);
      while (k < kinds.length () && !same_numbers_p (kinds[k], kind))
	k++;
      if (k == kinds.length ())
	kinds.safe_push (kind);
    }
  return kinds.length ();
}

/* Put those of CANDIDATES that some of STRINGS lack into ORDER: the ones that
   most of them lack first, and else by number.  */

static void
order_by_rarity (const vec<number_set> &strings, const number_set &candidates,
		 vec<unsigned> *order)
{
  unsigned lacking[SMALL_NUMBERS] = { 0 };
  for (unsigned i = 0; i < strings.length (); i++)
    for (unsigned c = 1; c < SMALL_NUMBERS; c++)
      lacking[c] += has_number (candidates, c) && !has_number (strings[i], c);
  for (;;)
    {
      unsigned rarest = 0;
      for (unsigned c = 1; c < SMALL_NUMBERS; c++)
	if (lacking[c] > lacking[rarest])
	  rarest = c;
      if (!rarest)
	return;
      lacking[rarest] = 0;
      order->safe_push (rarest);
    }
}

/* The characters to go by in the string that is passed for parameter I of the
   function of S are being chosen among ORDER.  */
struct choice
{
  unit *u;
  summary *s;
  unsigned i;
  known_values *any;		/* what is known if anything may be in it */
  auto_vec<number_set> strings;
  auto_vec<unsigned> order;
  number_set in_callees;	/* what decides something there */
  number_set chosen;
};

/* Go on with C among ORDER, FROM up to TO.  Return false if that is enough:
   one more would make too many kinds of strings.  */

static bool
choose_among (choice *c, unsigned from, unsigned to)
{
  number_set absent = number_set ();
  for (unsigned i = from; i < to; i++)
    add_number (&absent, c->order[i]);
  if (!may_meet_p (absent, c->in_callees)
      && !spared_without_p (c->u, c->s, c->i, absent, c->any))
    return true;
  if (to - from > 1)
    {
      unsigned middle = from + (to - from) / 2;
      return choose_among (c, from, middle) && choose_among (c, middle, to);
    }
  add_number (&c->chosen, c->order[from]);
  if (kinds_of_strings (c->strings, c->chosen) <= MAX_KINDS)
    return true;
  remove_number (&c->chosen, c->order[from]);
  return false;
}

/* The characters to go by in the string that is passed for parameter I of the
   function of S: those that most of the strings in the unit lack and that
   decide something, as long as that makes a few kinds of strings only.  ANY is
   what is known if anything may be in it.  */

static number_set
choose_characters (unit *u, summary *s, unsigned i, known_values *any)
{
  choice c;
  c.u = u;
  c.s = s;
  c.i = i;
  c.any = any;
  c.chosen = number_set ();
  find_strings (u, s, i, MAX_STEPS, &c.strings);
  c.in_callees = decisive_in_callees (u, s, any);
  number_set candidates = any->told_apart;
  add_numbers (&candidates, c.in_callees);
  order_by_rarity (c.strings, candidates, &c.order);
  if (!c.order.is_empty ())
    choose_among (&c, 0, c.order.length ());
  return c.chosen;
}

/* Whether the string that NAME points to may be looked at: by the function of
   it, or by one to which it is passed on and where that decides something.  So
   many USES are looked at, those of values made of NAME included; SEEN has the
   names that were.  */

static bool
looked_at_p (unit *u, tree name, auto_bitmap &seen, int *uses)
{
  imm_use_iterator i;
  use_operand_p use;
  if (!bitmap_set_bit (seen, SSA_NAME_VERSION (name)))
    return false;
  FOR_EACH_IMM_USE_FAST (use, i, name)
    {
      gimple *stmt = USE_STMT (use);
      if (is_gimple_debug (stmt) || gimple_code (stmt) == GIMPLE_COND
	  || gimple_code (stmt) == GIMPLE_RETURN)
	continue;
      if (!(*uses)--)
	return true;
      if (gcall *call = dyn_cast<gcall *> (stmt))
	{
	  tree callee = gimple_call_fndecl (call);
	  summary *s = callee ? summary_of_function (u, callee) : NULL;
	  for (unsigned j = 0; s && j < gimple_call_num_args (call); j++)
	    if (gimple_call_arg (call, j) == name
		&& !within_p (decisive_characters (u, s, j), number_set ()))
	      return true;
	  continue;
	}
      tree made = gimple_get_lhs (stmt);
      if (gimple_code (stmt) == GIMPLE_PHI)
	made = gimple_phi_result (stmt);
      else if (gimple_assign_load_p (stmt))
	return true;
      if (made && TREE_CODE (made) == SSA_NAME
	  && POINTER_TYPE_P (TREE_TYPE (made))
	  && looked_at_p (u, made, seen, uses))
	return true;
    }
  return false;
}

/* The same for parameter P of the function of S.  */

static bool
parameter_looked_at_p (unit *u, summary *s, tree p)
{
  struct function *fun = DECL_STRUCT_FUNCTION (s->decl);
  tree name = is_gimple_reg (p) ? ssa_default_def (fun, p) : NULL_TREE;
  auto_bitmap seen;
  int uses = MAX_USES;
  return name && looked_at_p (u, name, seen, &uses);
}

/* The characters to go by in parameter I of the function of S, found once for
   each parameter.  */

static number_set
decisive_characters (unit *u, summary *s, unsigned i)
{
  unsigned n = list_length (DECL_ARGUMENTS (s->decl));
  if (s->strings.is_empty ())
    s->strings.safe_grow_cleared (n, true);
  if (i >= n)
    return number_set ();
  string_parameter &p = s->strings[i];
  unsigned work = work_of_request (s);
  tree parameter = chain_index (i, DECL_ARGUMENTS (s->decl));
  if (p.asked || !points_to_characters_p (TREE_TYPE (parameter))
      || work > u->string_work)
    return p.decisive;
  p.asked = true;
  if (!parameter_looked_at_p (u, s, parameter))
    return p.decisive;
  u->string_work -= work;
  known_values any;
  auto_vec<tree> constants;
  constants_for_string (s, i, all_characters (), &constants);
  if (find_known_values (&any, DECL_STRUCT_FUNCTION (s->decl), constants))
    p.decisive = choose_characters (u, s, i, &any);
  return p.decisive;
}

tree
string_for_parameter (unit *u, known_values *known, tree arg, summary *s,
		      unsigned i)
{
  number_set characters;
  if ((i < s->strings.length () && s->strings[i].asked
       && within_p (s->strings[i].decisive, number_set ()))
      || !known_string (known, arg, &characters))
    return NULL_TREE;
  number_set decisive = decisive_characters (u, s, i);
  if (within_p (decisive, characters))
    return NULL_TREE;
  number_set may_have = all_characters ();
  for (unsigned c = 0; c < SMALL_NUMBERS; c++)
    if (has_number (decisive, c) && !has_number (characters, c))
      remove_number (&may_have, c);
  return string_of_characters (may_have);
}

