/* watch.so: a plugin that compiles programs so that they check a promise.

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

/* For tests only.  It is used at -O0, in a compile of its own:

     gcc -O0 -fplugin=escape.so -fplugin-arg-escape-json=F ... -S -o /dev/null
     gcc -O0 -fplugin=watch.so -fplugin-arg-watch-json=F ... -c

   It reads what escape said of the file (JSON Lines) and inserts, in each
   function as it is after GCC's "ssa" pass, calls of the run-time library
   (see watch.h):

     on entry		the addresses of the frame's locals that stay, of
			those of which nothing is promised, and the values of
			the pointer parameters
     after alloca, and an allocation that stays
			the address of what was made
     after each call	that what lies below the frame is dead
     before each return	the value that is returned

   Entities are found again by file, line, column and name.  A local or a
   parameter whose address is taken and that escape does not list is watched
   too, since what is not listed does not escape.  Where several entities
   share a place and a name (in a macro, say), one that leaves is enough for
   none of them to be watched.

   A function that is always inlined has no frame to leave; it is left as it
   is.  So is one that uses register variables, which a call would spoil.  */

#include "gcc-plugin.h"
#include "plugin-version.h"

#include "tree.h"
#include "tree-pass.h"
#include "gimple.h"
#include "gimple-iterator.h"
#include "gimplify.h"
#include "ssa.h"
#include "cgraph.h"
#include "cfgloop.h"
#include "context.h"
#include "diagnostic-core.h"
#include "function.h"
#include "rtl.h"
#include "memmodel.h"
#include "emit-rtl.h"
#include "builtins.h"
#include "calls.h"
#include "tree-dfa.h"
#include "stor-layout.h"
#include "fold-const.h"
#include "stringpool.h"
#include "attribs.h"
#include "tree-cfg.h"

#include "watch.h"
#include "watch-findings.h"

int plugin_is_GPL_compatible;

/* The descriptor of each function, so that the number of bytes its caller
   pushed, which is known only when it has been expanded, can be put in.  */
static hash_map<tree, tree> *descriptors;

static struct plugin_info watch_info =
{
  "1", "watch: makes programs check that what does not escape stays"
};

/* One entity of the function at hand.  */
struct entity
{
  enum watch_kind kind;
  const char *name;
  location_t where;
  tree size;			/* bytes, or null */
  tree place;			/* the storage, or the parameter */
};

/* The function at hand.  */
struct watched_function
{
  auto_vec<entity> with_where;	/* entities that have a WHERE */
  auto_vec<entity> made;	/* blocks and alloca */
  auto_vec<gimple *> makers;	/* the calls that make them */
  bool any;			/* there is something to tell of */
  unsigned HOST_WIDE_INT statements; /* in the source's own code */
  tree descriptor;		/* the variable */
};

/* A declaration of the run-time library's function NAME of type TYPE.  It
   returns nothing, throws nothing and does not jump, so calls of it need no
   edges.  */

static tree
hook_decl (const char *name, tree type)
{
  tree decl = build_fn_decl (name, type);
  TREE_NOTHROW (decl) = 1;
  DECL_ATTRIBUTES (decl) = tree_cons (get_identifier ("leaf"), NULL_TREE,
				      DECL_ATTRIBUTES (decl));
  return decl;
}

/* The run-time library's functions, declared when first needed.  They are
   kept alive by the functions that call them; GCC's collector runs only
   between passes, so each function declares its own.  */
struct hooks
{
  tree enter;
  tree leave;
  tree block;
  tree jump;
  tree called;

  hooks ();
};

hooks::hooks ()
{
  tree p = ptr_type_node;
  tree w = pointer_sized_int_node;
  tree v = void_type_node;
  enter = hook_decl ("__escape_watch_enter",
		     build_function_type_list (v, p, p, p, NULL_TREE));
  leave = hook_decl ("__escape_watch_leave",
		     build_function_type_list (v, p, w, p, NULL_TREE));
  block = hook_decl ("__escape_watch_block",
		     build_function_type_list (v, w, p, w, p, NULL_TREE));
  jump = hook_decl ("__escape_watch_jump",
		    build_function_type_list (v, p, NULL_TREE));
  called = hook_decl ("__escape_watch_called",
		      build_function_type_list (v, NULL_TREE));
}

/* Whether DECL is a variable that lives in the frame of the function at hand
   and has an address.  */

static bool
in_frame (tree decl)
{
  return (VAR_P (decl)
	  && !TREE_STATIC (decl)
	  && !DECL_EXTERNAL (decl)
	  && !DECL_HARD_REGISTER (decl)
	  && !DECL_HAS_VALUE_EXPR_P (decl)
	  && TREE_ADDRESSABLE (decl)
	  && DECL_SIZE_UNIT (decl)
	  && tree_fits_uhwi_p (DECL_SIZE_UNIT (decl)));
}

/* Whether storage of which FLAGS was said is to be watched.  */

static bool
storage_stays (unsigned flags)
{
  return (flags & SAID_STORAGE_LEAVES) == 0;
}

static const char *
name_of (tree decl)
{
  return DECL_NAME (decl) ? IDENTIFIER_POINTER (DECL_NAME (decl)) : NULL;
}

/* Append to F the SIZE bytes of storage PLACE, which DECL declares.  It is
   watched if STAYS.  */

static void
add_storage (watched_function *f, tree place, tree decl, tree size,
	     bool stays)
{
  const char *name = name_of (decl);
  entity e = { stays ? WATCH_STORAGE : WATCH_OTHER_STORAGE,
	       name ? name : "<unnamed>", DECL_SOURCE_LOCATION (decl),
	       size, place };
  f->with_where.safe_push (e);
  f->any = true;
}

/* The parameter of the function at hand that FIELD of its FRAME structure
   holds, or null.  */

static tree
parameter_of_field (tree field)
{
  for (tree p = DECL_ARGUMENTS (current_function_decl); p; p = DECL_CHAIN (p))
    if (DECL_NAME (p) == DECL_NAME (field)
	&& DECL_SOURCE_LOCATION (p) == DECL_SOURCE_LOCATION (field))
      return p;
  return NULL_TREE;
}

/* Whether TYPE is that of a nested function's trampoline.  */

static bool
trampoline_p (tree type)
{
  tree name = TYPE_IDENTIFIER (type);
  return (name
	  && strcmp (IDENTIFIER_POINTER (name), "__builtin_trampoline") == 0);
}

/* The function called NAME that is nested in the one at hand, or null.  */

static tree
nested_function (tree name)
{
  cgraph_node *node;
  FOR_EACH_FUNCTION (node)
    if (DECL_NAME (node->decl) == name
	&& DECL_CONTEXT (node->decl) == current_function_decl)
      return node->decl;
  return NULL_TREE;
}

/* Append to F the locals that nested functions use.  They live in the
   structure FRAME.  */

static void
add_frame_fields (watched_function *f, tree frame)
{
  for (tree field = TYPE_FIELDS (TREE_TYPE (frame)); field;
       field = DECL_CHAIN (field))
    {
      if (TREE_CODE (field) != FIELD_DECL
	  || DECL_NONADDRESSABLE_P (field)
	  || !DECL_SIZE_UNIT (field)
	  || !tree_fits_uhwi_p (DECL_SIZE_UNIT (field)))
	continue;
      const char *name = name_of (field);
      location_t where = DECL_SOURCE_LOCATION (field);
      bool stays = false;
      tree decl = field;
      if (name && trampoline_p (TREE_TYPE (field)))
	{
	  decl = nested_function (DECL_NAME (field));
	  if (!decl)
	    continue;
	  where = DECL_SOURCE_LOCATION (decl);
	  stays = what_was_said ('N', where, name) == SAID_STAYS;
	}
      else if (name)
	{
	  char kind = parameter_of_field (field) ? 'P' : 'L';
	  stays = storage_stays (what_was_said (kind, where, name));
	}
      tree place = build3 (COMPONENT_REF, TREE_TYPE (field), frame, field,
			   NULL_TREE);
      add_storage (f, place, decl, DECL_SIZE_UNIT (field), stays);
    }
}

/* Append to F the frame's locals that have an address.  */

static void
add_locals (watched_function *f)
{
  unsigned i;
  tree var;
  FOR_EACH_LOCAL_DECL (cfun, i, var)
    {
      if (VAR_P (var) && DECL_NAME (var)
	  && strncmp (IDENTIFIER_POINTER (DECL_NAME (var)), "FRAME.", 6) == 0
	  && DECL_ARTIFICIAL (var))
	{
	  add_frame_fields (f, var);
	  continue;
	}
      if (!in_frame (var))
	continue;
      bool stays;
      if (DECL_NAME (var) && !DECL_ARTIFICIAL (var))
	stays = storage_stays (what_was_said ('L', DECL_SOURCE_LOCATION (var),
					      name_of (var)));
      else
	stays = (what_was_said ('T', DECL_SOURCE_LOCATION (var), NULL)
		 == SAID_STAYS);
      add_storage (f, var, var, DECL_SIZE_UNIT (var), stays);
    }
}

/* Whether TYPE is a scalar as wide as a pointer.  */

static bool
pointer_wide_p (tree type)
{
  return (POINTER_TYPE_P (type)
	  || (INTEGRAL_TYPE_P (type)
	      && TYPE_PRECISION (type) == POINTER_SIZE));
}

/* Append to F the parameters: their own storage where it has an address, and
   their values.  A value is watched only if no other argument can bring it in
   unseen, in a structure or a variable argument.  */

static void
add_parameters (watched_function *f)
{
  bool alone = !stdarg_p (TREE_TYPE (current_function_decl));
  for (tree p = DECL_ARGUMENTS (current_function_decl); p; p = DECL_CHAIN (p))
    if (!is_gimple_reg_type (TREE_TYPE (p)))
      alone = false;
  if (cfun->static_chain_decl)
    alone = false;

  for (tree p = DECL_ARGUMENTS (current_function_decl); p; p = DECL_CHAIN (p))
    {
      unsigned flags = what_was_said ('P', DECL_SOURCE_LOCATION (p),
				      name_of (p));
      if (TREE_ADDRESSABLE (p) && !DECL_BY_REFERENCE (p)
	  && DECL_SIZE_UNIT (p) && tree_fits_uhwi_p (DECL_SIZE_UNIT (p)))
	add_storage (f, p, p, DECL_SIZE_UNIT (p), storage_stays (flags));
      if (!pointer_wide_p (TREE_TYPE (p)) || DECL_BY_REFERENCE (p))
	continue;
      bool stays = (alone && (flags & SAID_STAYS)
		    && !(flags & SAID_VALUE_LEAVES));
      entity e = { stays ? WATCH_VALUE : WATCH_OTHER_VALUE,
		   name_of (p) ? name_of (p) : "<unnamed>",
		   DECL_SOURCE_LOCATION (p), NULL_TREE, p };
      f->with_where.safe_push (e);
      f->any |= stays;
    }
}

/* If CALL makes a heap block that was said to stay, or memory in the frame,
   append it to F.  */

static void
add_made (watched_function *f, gimple *call)
{
  tree lhs = gimple_call_lhs (call);
  if (!lhs || !pointer_wide_p (TREE_TYPE (lhs)))
    return;
  tree callee = gimple_call_fndecl (call);
  location_t where = gimple_location (call);
  entity e = { WATCH_BLOCK, callee ? name_of (callee) : "<unnamed>", where,
	       NULL_TREE, NULL_TREE };
  if (gimple_alloca_call_p (call))
    e.kind = (what_was_said ('A', where, NULL) == SAID_STAYS
	      ? WATCH_ALLOCA : WATCH_OTHER_ALLOCA);
  else if (!callee
	   || what_was_said ('H', where, name_of (callee)) != SAID_STAYS)
    return;
  f->made.safe_push (e);
  f->makers.safe_push (call);
  f->any = true;
}

/* Append to WORDS, the elements of a descriptor, a pointer-wide VALUE.  */

static void
push_word (vec<constructor_elt, va_gc> *&words, tree value)
{
  tree index = build_int_cst (size_type_node, vec_safe_length (words));
  CONSTRUCTOR_APPEND_ELT (words, index, fold_convert (ptr_type_node, value));
}

static void
push_word (vec<constructor_elt, va_gc> *&words, unsigned HOST_WIDE_INT value)
{
  push_word (words, build_int_cst (pointer_sized_int_node, value));
}

static void
push_word (vec<constructor_elt, va_gc> *&words, const char *text)
{
  push_word (words, build_string_literal (strlen (text) + 1, text));
}

/* Append to WORDS what ENTITIES are.  */

static void
push_entities (vec<constructor_elt, va_gc> *&words,
	       const vec<entity> &entities)
{
  unsigned i;
  entity *e;
  FOR_EACH_VEC_ELT (entities, i, e)
    {
      expanded_location place = expand_location (e->where);
      push_word (words, e->name);
      push_word (words, place.file ? place.file : "");
      push_word (words, (unsigned HOST_WIDE_INT) place.line);
      push_word (words, (unsigned HOST_WIDE_INT) place.column);
      push_word (words, (unsigned HOST_WIDE_INT) e->kind);
      push_word (words, e->size ? tree_to_uhwi (e->size) : 0);
    }
}

/* Emit the struct watch_function of F.  */

static void
make_descriptor (watched_function *f)
{
  vec<constructor_elt, va_gc> *words = NULL;
  unsigned HOST_WIDE_INT zero = 0;
  push_word (words, function_name (cfun));
  push_word (words, zero);
  push_word (words, (unsigned HOST_WIDE_INT) f->with_where.length ());
  push_word (words, (unsigned HOST_WIDE_INT) (f->with_where.length ()
					      + f->made.length ()));
  push_word (words, f->statements);
  push_word (words, zero);
  push_word (words, zero);
  gcc_assert (vec_safe_length (words) == WATCH_FUNCTION_WORDS);
  push_entities (words, f->with_where);
  push_entities (words, f->made);

  tree type = build_array_type_nelts (ptr_type_node, vec_safe_length (words));
  tree var = build_decl (UNKNOWN_LOCATION, VAR_DECL,
			 create_tmp_var_name ("watch"), type);
  TREE_STATIC (var) = 1;
  TREE_ADDRESSABLE (var) = 1;
  TREE_USED (var) = 1;
  DECL_ARTIFICIAL (var) = 1;
  DECL_IGNORED_P (var) = 1;
  DECL_PRESERVE_P (var) = 1;
  DECL_INITIAL (var) = build_constructor (type, words);
  TREE_CONSTANT (DECL_INITIAL (var)) = 1;
  TREE_STATIC (DECL_INITIAL (var)) = 1;
  varpool_node::finalize_decl (var);
  f->descriptor = var;
  descriptors->put (current_function_decl, var);
}

/* Append to SEQ the frame's canonical address; return it.  */

static tree
build_cfa (gimple_seq *seq)
{
  tree cfa = make_ssa_name (ptr_type_node);
  gcall *call = gimple_build_call (builtin_decl_explicit (BUILT_IN_DWARF_CFA),
				   0);
  gimple_call_set_lhs (call, cfa);
  gimple_seq_add_stmt (seq, call);
  return cfa;
}

/* Append to SEQ a conversion of VALUE, which may be a variable in memory, to
   TYPE, as wide; return it.  */

static tree
build_word (gimple_seq *seq, tree type, tree value)
{
  if (!is_gimple_val (value))
    {
      tree loaded = make_ssa_name (TREE_TYPE (value));
      gimple_seq_add_stmt (seq, gimple_build_assign (loaded, value));
      value = loaded;
    }
  if (!useless_type_conversion_p (type, TREE_TYPE (value)))
    {
      tree converted = make_ssa_name (type);
      gimple_seq_add_stmt (seq, gimple_build_assign (converted, NOP_EXPR,
						     value));
      value = converted;
    }
  return value;
}

/* Insert at the entry of F the call that tells of it.  */

static void
insert_enter (watched_function *f, const hooks &call)
{
  gimple_seq seq = NULL;
  unsigned n = f->with_where.length ();
  tree where = null_pointer_node;
  if (n > 0)
    {
      tree type = build_array_type_nelts (ptr_type_node, n);
      tree array = create_tmp_var (type, "watch");
      TREE_ADDRESSABLE (array) = 1;
      unsigned i;
      entity *e;
      FOR_EACH_VEC_ELT (f->with_where, i, e)
	{
	  tree value;
	  if (e->kind == WATCH_STORAGE || e->kind == WATCH_OTHER_STORAGE)
	    value = build_fold_addr_expr (e->place);
	  else if (is_gimple_reg (e->place))
	    value = get_or_create_ssa_default_def (cfun, e->place);
	  else
	    value = e->place;
	  value = build_word (&seq, ptr_type_node, value);
	  tree element = build4 (ARRAY_REF, ptr_type_node, array,
				 build_int_cst (sizetype, i),
				 NULL_TREE, NULL_TREE);
	  gimple_seq_add_stmt (&seq, gimple_build_assign (element, value));
	}
      where = build_fold_addr_expr (array);
    }
  tree cfa = build_cfa (&seq);
  gimple_seq_add_stmt (&seq,
		       gimple_build_call (call.enter, 3,
					  build_fold_addr_expr (f->descriptor),
					  where, cfa));
  gsi_insert_seq_on_edge (single_succ_edge (ENTRY_BLOCK_PTR_FOR_FN (cfun)),
			  seq);
}

/* Insert before the return statement at GSI the call that tells of it.  */

static void
insert_leave (gimple_stmt_iterator *gsi, const hooks &call)
{
  gimple_seq seq = NULL;
  tree value = gimple_return_retval (as_a<greturn *> (gsi_stmt (*gsi)));
  tree address = null_pointer_node;
  tree size = build_zero_cst (pointer_sized_int_node);

  /* A RESULT_DECL is memory of the caller, where the run-time library looks
     anyway.  */
  if (value && TREE_CODE (value) != RESULT_DECL)
    {
      tree type = TREE_TYPE (value);
      if (TYPE_SIZE_UNIT (type) && tree_fits_uhwi_p (TYPE_SIZE_UNIT (type))
	  && tree_to_uhwi (TYPE_SIZE_UNIT (type)) * BITS_PER_UNIT
	     >= POINTER_SIZE)
	{
	  tree copy = value;
	  if (is_gimple_reg_type (type))
	    {
	      copy = create_tmp_var (type, "watch");
	      TREE_ADDRESSABLE (copy) = 1;
	      value = build_word (&seq, type, unshare_expr (value));
	      gimple_seq_add_stmt (&seq, gimple_build_assign (copy, value));
	    }
	  else if (VAR_P (copy))
	    TREE_ADDRESSABLE (copy) = 1;
	  if (DECL_P (copy))
	    {
	      address = build_fold_addr_expr (copy);
	      size = build_int_cst (pointer_sized_int_node,
				    tree_to_uhwi (TYPE_SIZE_UNIT (type)));
	    }
	}
    }
  tree cfa = build_cfa (&seq);
  gimple_seq_add_stmt (&seq, gimple_build_call (call.leave, 3, address, size,
						cfa));
  gsi_insert_seq_before (gsi, seq, GSI_SAME_STMT);
}

/* Append to SEQ the call that tells of the object number INDEX that MAKER
   made.  */

static void
build_made (gimple_seq *seq, const hooks &call, gimple *maker,
	    unsigned index, enum watch_kind kind)
{
  tree start = build_word (seq, ptr_type_node,
			   unshare_expr (gimple_call_lhs (maker)));
  tree size = build_zero_cst (pointer_sized_int_node);
  if (kind != WATCH_BLOCK)
    size = build_word (seq, pointer_sized_int_node,
		       unshare_expr (gimple_call_arg (maker, 0)));
  tree cfa = build_cfa (seq);
  gimple_seq_add_stmt (seq,
		       gimple_build_call (call.block, 4,
					  build_int_cst
					    (pointer_sized_int_node, index),
					  start, size, cfa));
}

/* Whether the call STMT can leave something behind in the stack below the
   frame at hand.  */

static bool
leaves_dead_frame_p (gimple *stmt)
{
  if (gimple_call_internal_p (stmt) || gimple_call_noreturn_p (stmt))
    return false;
  return !(gimple_call_builtin_p (stmt, BUILT_IN_NORMAL)
	   && is_inexpensive_builtin (gimple_call_fndecl (stmt)));
}

/* Whether the call STMT is of setjmp or one of its kin.  */

static bool
saves_registers_p (gimple *stmt)
{
  return (gimple_call_num_args (stmt) > 0
	  && POINTER_TYPE_P (TREE_TYPE (gimple_call_arg (stmt, 0)))
	  && ((gimple_call_flags (stmt) & ECF_RETURNS_TWICE)
	      || gimple_call_builtin_p (stmt, BUILT_IN_SETJMP_SETUP)));
}

/* Insert SEQ after STMT, a call that returns.  */

static void
insert_after (gimple *stmt, gimple_seq seq)
{
  if (stmt_ends_bb_p (stmt))
    {
      edge e = find_fallthru_edge (gimple_bb (stmt)->succs);
      if (e)
	gsi_insert_seq_on_edge (e, seq);
      return;
    }
  gimple_stmt_iterator gsi = gsi_for_stmt (stmt);
  gsi_insert_seq_after (&gsi, seq, GSI_SAME_STMT);
}

/* Give every local of the function at hand a slot of its own in the frame,
   by taking it out of its block: what shares a slot shares an address.  */

static void
separate_locals (tree outermost, tree block)
{
  for (; block; block = BLOCK_CHAIN (block))
    {
      if (block != outermost && BLOCK_VARS (block))
	{
	  BLOCK_VARS (outermost) = chainon (BLOCK_VARS (outermost),
					    BLOCK_VARS (block));
	  BLOCK_VARS (block) = NULL_TREE;
	}
      separate_locals (outermost, BLOCK_SUBBLOCKS (block));
    }
}

/* Whether the function at hand can be instrumented.  */

static bool
instrumentable_p ()
{
  tree attributes = DECL_ATTRIBUTES (current_function_decl);
  if (lookup_attribute ("always_inline", attributes)
      || lookup_attribute ("naked", attributes)
      || lookup_attribute ("interrupt", attributes)
      || DECL_EXTERNAL (current_function_decl))
    return false;
  unsigned i;
  tree var;
  FOR_EACH_LOCAL_DECL (cfun, i, var)
    if (VAR_P (var) && DECL_HARD_REGISTER (var))
      return false;
  return true;
}

namespace {

const pass_data pass_data_watch =
{
  GIMPLE_PASS, "watch", OPTGROUP_NONE, TV_NONE,
  PROP_ssa | PROP_cfg, 0, 0, 0, TODO_update_ssa
};

/* Instruments a function.  */
class pass_watch : public gimple_opt_pass
{
public:
  pass_watch (gcc::context *ctxt) : gimple_opt_pass (pass_data_watch, ctxt)
  {
  }

  bool gate (function *) final override { return !seen_error (); }
  unsigned execute (function *) final override;
};

unsigned
pass_watch::execute (function *fun)
{
  if (!instrumentable_p ())
    return 0;

  hooks call;
  watched_function f;

  /* The run-time library wants to know where main's frame begins.  */
  f.any = MAIN_NAME_P (DECL_NAME (fun->decl));
  f.descriptor = NULL_TREE;
  f.statements = 0;
  auto_vec<gimple *> calls;
  basic_block bb;

  if (!in_system_header_at (DECL_SOURCE_LOCATION (fun->decl)))
    {
      add_locals (&f);
      add_parameters (&f);
    }
  FOR_EACH_BB_FN (bb, fun)
    for (gimple_stmt_iterator gsi = gsi_start_bb (bb); !gsi_end_p (gsi);
	 gsi_next (&gsi))
      {
	f.statements++;
	if (is_gimple_call (gsi_stmt (gsi)))
	  {
	    add_made (&f, gsi_stmt (gsi));
	    calls.safe_push (gsi_stmt (gsi));
	  }
      }

  unsigned i, made = 0;
  gimple *stmt;
  FOR_EACH_VEC_ELT (calls, i, stmt)
    {
      gimple_seq seq = NULL;
      if (saves_registers_p (stmt))
	gimple_seq_add_stmt (&seq,
			     gimple_build_call (call.jump, 1,
						unshare_expr (gimple_call_arg
							        (stmt, 0))));
      if (leaves_dead_frame_p (stmt))
	gimple_seq_add_stmt (&seq, gimple_build_call (call.called, 0));
      if (made < f.makers.length () && f.makers[made] == stmt)
	{
	  build_made (&seq, call, stmt, f.with_where.length () + made,
		      f.made[made].kind);
	  made++;
	}
      if (seq)
	insert_after (stmt, seq);
    }

  if (f.any)
    {
      make_descriptor (&f);
      edge e;
      edge_iterator ei;
      FOR_EACH_EDGE (e, ei, EXIT_BLOCK_PTR_FOR_FN (fun)->preds)
	{
	  gimple_stmt_iterator gsi = gsi_last_nondebug_bb (e->src);
	  if (!gsi_end_p (gsi) && gimple_code (gsi_stmt (gsi)) == GIMPLE_RETURN)
	    insert_leave (&gsi, call);
	}
      insert_enter (&f, call);
      separate_locals (DECL_INITIAL (fun->decl), DECL_INITIAL (fun->decl));
    }
  gsi_commit_edge_inserts ();
  return 0;
}

const pass_data pass_data_watch_args =
{
  RTL_PASS, "watch_args", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0
};

/* Puts the size of the arguments that the caller pushed into a function's
   descriptor.  */
class pass_watch_args : public rtl_opt_pass
{
public:
  pass_watch_args (gcc::context *ctxt)
    : rtl_opt_pass (pass_data_watch_args, ctxt)
  {
  }

  unsigned execute (function *) final override;
};

unsigned
pass_watch_args::execute (function *fun)
{
  tree *var = descriptors->get (fun->decl);
  if (var)
    {
      HOST_WIDE_INT size;
      if (!crtl->args.size.is_constant (&size))
	size = 0;
      CONSTRUCTOR_ELT (DECL_INITIAL (*var), 1)->value
	= build_int_cst (ptr_type_node, size);
    }
  return 0;
}

} // anonymous namespace

/* Register PASS after the pass called REFERENCE.  */

static void
register_after (const char *plugin, opt_pass *pass, const char *reference)
{
  struct register_pass_info info;
  info.pass = pass;
  info.reference_pass_name = reference;
  info.ref_pass_instance_number = 1;
  info.pos_op = PASS_POS_INSERT_AFTER;
  register_callback (plugin, PLUGIN_PASS_MANAGER_SETUP, NULL, &info);
}

int
plugin_init (struct plugin_name_args *args, struct plugin_gcc_version *version)
{
  if (!plugin_default_version_check (version, &gcc_version))
    {
      error ("watch: built for GCC %s, but this is GCC %s",
	     gcc_version.basever, version->basever);
      return 1;
    }

  descriptors = new hash_map<tree, tree> ();
  for (int i = 0; i < args->argc; i++)
    {
      const char *key = args->argv[i].key;
      const char *value = args->argv[i].value;
      if (strcmp (key, "json") == 0 && value)
	read_findings (value);
      else
	{
	  error ("watch: unknown option or missing value: %qs", key);
	  return 1;
	}
    }

  register_callback (args->base_name, PLUGIN_INFO, NULL, &watch_info);
  register_after (args->base_name, new pass_watch (g), "ssa");
  register_after (args->base_name, new pass_watch_args (g), "expand");
  return 0;
}
