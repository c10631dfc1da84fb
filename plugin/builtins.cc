/* What GCC's builtins and internal functions do.

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


/* In the order of the manual's chapters: allocation, memory and strings, hints,
   variable arguments, nested functions, OpenMP; then internal functions.  What
   is not named here is read as a call of a function whose body is not seen,
   with what GCC knows of its declaration.  */

#include "gcc-compat.h"
#include "backend.h"
#include "gimple.h"
#include "gimple-iterator.h"
#include "ssa.h"
#include "cgraph.h"
#include "tree-dfa.h"
#include "attr-fnspec.h"
#include "internal-fn.h"
#include "builtins.h"
#include "stringpool.h"
#include "attribs.h"
#include "gomp-constants.h"
#include "calls.h"

#include "names.h"
#include "calls-int.h"
#include "sorts.h"
#include "unit.h"

static const esc_offset anywhere = { 0, 1 };
static const esc_offset here = { 0, 0 };

/* The name of the variable length array whose storage CALL, to alloca, makes;
   or NULL.  The call's value goes to a variable that is named after it, with
   a suffix, maybe over casts.  */

static const char *
array_of_alloca (gcall *call)
{
  tree lhs = gimple_call_lhs (call);
  for (int steps = 4; steps && lhs; steps--)
    {
      /* A nested function may use it: then it is a field of the frame
	 structure.  */
      tree var = TREE_CODE (lhs) == SSA_NAME ? SSA_NAME_VAR (lhs)
		 : TREE_CODE (lhs) == COMPONENT_REF ? TREE_OPERAND (lhs, 1)
		 : lhs;
      const char *name
	= var && DECL_P (var) && DECL_NAME (var)
	    ? IDENTIFIER_POINTER (DECL_NAME (var)) : NULL;
      const char *suffix = name ? strrchr (name, '.') : NULL;
      if (suffix && suffix != name && ISDIGIT (suffix[1]))
	return IDENTIFIER_POINTER (get_identifier_with_length
				     (name, suffix - name));
      use_operand_p use;
      gimple *stmt;
      if (TREE_CODE (lhs) != SSA_NAME || !single_imm_use (lhs, &use, &stmt)
	  || !is_gimple_assign (stmt))
	return NULL;
      lhs = gimple_assign_lhs (stmt);
    }
  return NULL;
}

/* CALL is to alloca.  */

static void
read_alloca (reader *r, gcall *call)
{
  esc_graph *g = r->graph;
  unsigned number = new_entity (r, ESC_ENTITY_ALLOCA, call);
  entity *e = &r->entities[number];
  if (gimple_call_alloca_for_var_p (call))
    {
      e->name = array_of_alloca (call);
      e->silent = !e->name;
    }
  e->address_taken = true;
  e->object = esc_object_local (g, number);
  esc_node node = esc_node_new (g, true);
  esc_add_address (g, node, esc_place_at (g, e->object, here));
  set_result (r, call, node, here);
}

static bool
points_to_anything_p (tree ptr)
{
  return POINTER_TYPE_P (TREE_TYPE (ptr))
	 && VOID_TYPE_P (TREE_TYPE (TREE_TYPE (ptr)));
}

/* Whether pointers may be copied from what SRC points to, to what DST points to,
   by their types.  Two void pointers do not say.  */

static bool
copies_pointers_p (tree dst, tree src)
{
  return points_to_pointers_p (dst) || points_to_pointers_p (src)
	 || (dst && src && points_to_anything_p (dst)
	     && points_to_anything_p (src));
}

/* Copies the memory that argument SRC points to, to where argument DST
   points; argument SIZE is the number of bytes (-1U: as many as there
   are).  */

static void
read_memory_copy (reader *r, gcall *call, unsigned dst, unsigned src,
		  unsigned size)
{
  tree n = call_arg (call, size);
  HOST_WIDE_INT bytes = n && tree_fits_shwi_p (n) ? tree_to_shwi (n) : -1;
  copy_bytes (r, pointee (r, call, dst), pointee (r, call, src), bytes,
	      copies_pointers_p (call_arg (call, dst), call_arg (call, src)),
	      gimple_location (call));
}

/* Variable arguments.  */

/* va_start (AP): AP points to an area that holds what the caller passed for
   `...', each sort at an offset of its own.  */

static void
read_va_start (reader *r, gcall *call)
{
  esc_graph *g = r->graph;
  location_t location = gimple_location (call);
  unsigned number = new_entity (r, ESC_ENTITY_TEMPORARY, call);
  r->entities[number].silent = true;
  esc_object area = esc_object_local (g, number);
  r->entities[number].object = area;
  for (int i = 0; i < ESC_SORTS; i++)
    {
      esc_offset sort = ESC_SORT_OFFSET (i);
      esc_add_copy (g, esc_node_write (g, esc_place_at (g, area, sort)),
		    variable_arguments (r, sort), core_location (location));
    }
  esc_node address = esc_node_new (g, false);
  esc_add_address (g, address, esc_place_at (g, area, here));
  esc_add_store (g, value_of (r, call_arg (call, 0)), anywhere, address,
		 core_location (location));
}

/* va_arg: the first argument is the address of a va_list, or of its first
   element where it is an array, or of a parameter that points to that; the
   list points to the area that holds the values.  The second is a null pointer
   to the type that is read, the third one to that of the list.  */

static void
read_va_arg (reader *r, gcall *call)
{
  tree list = call_arg (call, 0), type = call_arg (call, 1);
  tree tag = call_arg (call, 2);
  esc_node area = content (r, value_of (r, list), anywhere);
  if (tag && POINTER_TYPE_P (TREE_TYPE (tag))
      && RECORD_OR_UNION_TYPE_P (TREE_TYPE (TREE_TYPE (tag)))
      && POINTER_TYPE_P (TREE_TYPE (list))
      && POINTER_TYPE_P (TREE_TYPE (TREE_TYPE (list))))
    area = content (r, area, anywhere);
  esc_sort sort = type && POINTER_TYPE_P (TREE_TYPE (type))
		    ? sort_of_type (TREE_TYPE (TREE_TYPE (type)))
		    : ESC_SORT_OTHER;
  if (sort == ESC_SORT_OTHER)
    {
      set_result (r, call, content (r, area, anywhere), here);
      return;
    }
  esc_offset other = ESC_SORT_OFFSET (ESC_SORT_OTHER);
  esc_node value = content (r, area, other);
  esc_add_load (r->graph, value, area, ESC_SORT_OFFSET (sort), 0);
  set_result (r, call, value, here);
}

/* va_copy, by CALLEE: the first argument is the address of the copy; the second
   one is a list, or its address where it is an array.  */

static void
read_va_copy (reader *r, gcall *call, tree callee)
{
  esc_graph *g = r->graph;
  location_t location = gimple_location (call);
  esc_node from = value_of (r, call_arg (call, 1));
  if (!from)
    return;
  /* What is passed may have any type, once its conversions are gone.  */
  tree types = TYPE_ARG_TYPES (TREE_TYPE (callee));
  tree type = types && TREE_CHAIN (types) ? TREE_VALUE (TREE_CHAIN (types))
					  : NULL_TREE;
  esc_node to = value_of (r, call_arg (call, 0));
  bool array = type && POINTER_TYPE_P (type)
	       && RECORD_OR_UNION_TYPE_P (TREE_TYPE (type));
  if (array || !type)
    esc_add_store (g, to, anywhere, content (r, from, anywhere),
		   core_location (location));
  if (!array)
    esc_add_store (g, to, anywhere, from, core_location (location));
}

/* All arguments of R's function get into the hands that SINK names, by the
   statement at LOCATION.  */

static void
give_arguments (reader *r, const esc_sink &sink, location_t location)
{
  esc_graph *g = r->graph;
  esc_node hands
    = esc_node_write (g, esc_place_at (g, esc_object_sink (g, &sink),
				       anywhere));
  int n = list_length (DECL_ARGUMENTS (r->fun->decl));
  for (int i = 0; i <= n; i++)
    {
      int root = i < n ? i : ESC_ROOT_VARARGS;
      esc_add_copy (g, hands, esc_node_passed (g, true, root, 0, 1, 0),
		    core_location (location));
    }
}

/* R's function returns what nobody knows, by the statement at LOCATION.  */

static void
return_unknown (reader *r, location_t location)
{
  reference result = { 0, esc_object_result (r->graph), anywhere };
  store_bytes (r, result, -1, node_of_world (r), location);
}

void
read_naked_function (reader *r)
{
  esc_sink sink = { ESC_TO_ASM, ESC_WHERE_ASM, NULL, NULL };
  location_t location = DECL_SOURCE_LOCATION (r->fun->decl);
  give_arguments (r, sink, location);
  return_unknown (r, location);
}

/* How many bytes an atomic operation CODE, which CALL is to, works on; -1 if
   that is not known.  CALLEE's name tells it where the first argument does
   not.  */

static HOST_WIDE_INT
atomic_size (gcall *call, tree callee, enum built_in_function code)
{
  switch (code)
    {
    case BUILT_IN_ATOMIC_EXCHANGE:
    case BUILT_IN_ATOMIC_LOAD:
    case BUILT_IN_ATOMIC_STORE:
    case BUILT_IN_ATOMIC_COMPARE_EXCHANGE:
      {
	tree n = call_arg (call, 0);
	return n && tree_fits_shwi_p (n) ? tree_to_shwi (n) : -1;
      }
    default:
      {
	const char *name = IDENTIFIER_POINTER (DECL_NAME (callee));
	return endswith (name, "_16") ? 16 : POINTER_SIZE_UNITS;
      }
    }
}

/* Atomic operations: all the memory that is named takes part, and all the
   values.  Which goes where is not told apart.  */

static void
read_atomic (reader *r, gcall *call, tree callee, enum built_in_function code)
{
  esc_graph *g = r->graph;
  esc_node all = esc_node_new (g, false);
  location_t location = gimple_location (call);
  HOST_WIDE_INT size = atomic_size (call, callee, code);
  /* What memory is compared with does not get there.  */
  bool compares = code >= BUILT_IN_SYNC_BOOL_COMPARE_AND_SWAP_N
		  && code <= BUILT_IN_SYNC_VAL_COMPARE_AND_SWAP_16;
  for (unsigned i = 0; i < gimple_call_num_args (call); i++)
    {
      if (compares && i == 1)
	continue;
      tree a = call_arg (call, i);
      esc_node value = POINTER_TYPE_P (TREE_TYPE (a))
			 ? load_bytes (r, pointee (r, call, i), size)
			 : value_of (r, a);
      esc_add_copy (g, all, value, core_location (location));
    }
  /* What is added to a pointer in memory moves it.  */
  if (strstr (IDENTIFIER_POINTER (DECL_NAME (callee)), "fetch"))
    esc_add_shift (g, all, all, anywhere);
  for (unsigned i = 0; i < gimple_call_num_args (call); i++)
    if (POINTER_TYPE_P (TREE_TYPE (call_arg (call, i))))
      store_bytes (r, pointee (r, call, i), size, all, location);
  set_result (r, call, all, here);
}

/* CALL makes the trampoline of a nested function.  Who gets a pointer to it
   may call it with arguments that nobody knows, and keep what it returns; and
   what it does to the frame it works on is done behind the back of R's
   function.  The callers that are known come on top of this one.  */

static void
read_trampoline (reader *r, gcall *call)
{
  esc_graph *g = r->graph;
  location_t location = gimple_location (call);
  for (unsigned i = 1; i <= 2; i++)
    esc_add_store (g, value_of (r, call_arg (call, 0)), here,
		   value_of (r, call_arg (call, i)), core_location (location));

  tree fn = call_arg (call, 1);
  if (TREE_CODE (fn) != ADDR_EXPR
      || TREE_CODE (TREE_OPERAND (fn, 0)) != FUNCTION_DECL)
    return;
  fn = TREE_OPERAND (fn, 0);
  auto_vec<esc_argument> arguments;
  esc_argument unknown
    = { node_of_world (r), 0, esc_size (), ESC_SORT_OTHER };
  for (tree p = DECL_ARGUMENTS (fn); p; p = DECL_CHAIN (p))
    arguments.safe_push (unknown);
  arguments.safe_push (unknown);
  esc_sink sink = sink_of_call (NULL, NULL_TREE);
  reference kept = { 0, esc_object_sink (g, &sink), anywhere };
  esc_call c = esc_call ();
  c.arguments = arguments.address ();
  c.n_arguments = arguments.length ();
  c.chain = value_of (r, call_arg (call, 2));
  c.result_address = node_of_address (r, kept);
  c.sink = sink;
  c.loc = core_location (location);
  bool recursive;
  esc_transfer *t = transfer_of_function (r->unit, fn, &recursive);
  esc_call *added = esc_add_call (g, &c, 0);
  if (t)
    esc_call_apply (g, added, t, recursive);
  else
    esc_call_unseen (g, added);
}

/* GOMP_parallel and its like run a function, which is argument FN_ARG, on data
   that argument DATA points to, and come back when it is done.  */

static bool
read_outlined_call (reader *r, gcall *call, unsigned fn_arg, unsigned data)
{
  tree fn = call_arg (call, fn_arg);
  if (!fn || TREE_CODE (fn) != ADDR_EXPR
      || TREE_CODE (TREE_OPERAND (fn, 0)) != FUNCTION_DECL)
    return false;
  bool recursive;
  if (!transfer_of_function (r->unit, TREE_OPERAND (fn, 0), &recursive))
    return false;
  read_direct_call (r, call, TREE_OPERAND (fn, 0), data, 1);
  return true;
}

/* Whether CALLEE is one of libgomp's functions that get no function of the
   program, nor map memory to a device.  What they know of the variables of a
   construct they know no longer than that lasts, and it ends in the function
   that calls them.  */

static bool
openmp_bookkeeping_p (tree callee)
{
  const char *name = IDENTIFIER_POINTER (DECL_NAME (callee));
  if (startswith (name, "__builtin_"))
    name += strlen ("__builtin_");
  if (!startswith (name, "GOMP_") || strstr (name, "target"))
    return false;
  function_args_iterator i;
  tree arg;
  FOREACH_FUNCTION_ARGS (TREE_TYPE (callee), arg, i)
    if (POINTER_TYPE_P (arg) && FUNC_OR_METHOD_TYPE_P (TREE_TYPE (arg)))
      return false;
  return true;
}

/* CALL is to one of these: it may fill in what it is given.  */

static void
read_openmp_bookkeeping (reader *r, gcall *call)
{
  for (unsigned i = 0; i < gimple_call_num_args (call); i++)
    if (esc_node value = value_of (r, gimple_call_arg (call, i)))
      esc_add_store (r->graph, value, anywhere, node_of_world (r),
		     core_location (gimple_location (call)));
  set_result (r, call, node_of_world (r), here);
}

bool
read_builtin (reader *r, gcall *call, tree callee)
{
  esc_graph *g = r->graph;
  enum built_in_function code = DECL_FUNCTION_CODE (callee);
  esc_size unknown = { ESC_SIZE_UNKNOWN, 0, 0, 0 };

  if (code >= BUILT_IN_SYNC_FETCH_AND_ADD_N
      && code <= BUILT_IN_ATOMIC_SIGNAL_FENCE)
    {
      read_atomic (r, call, callee, code);
      return true;
    }
  /* Checks that the sanitizers insert keep nothing.  */
  if (code > BEGIN_SANITIZER_BUILTINS && code < END_SANITIZER_BUILTINS)
    return true;

  switch (code)
    {
    /* Allocation.  */
    case BUILT_IN_MALLOC:
      set_result (r, call, new_block (r, call,
				      size_of_value (r, call_arg (call, 0))),
		  here);
      return true;
    case BUILT_IN_CALLOC:
      {
	esc_size n = size_of_value (r, call_arg (call, 0));
	esc_size size = size_of_value (r, call_arg (call, 1));
	set_result (r, call, new_block (r, call, esc_size_product (n, size)),
		    here);
	return true;
      }
    case BUILT_IN_ALIGNED_ALLOC:
      set_result (r, call, new_block (r, call,
				      size_of_value (r, call_arg (call, 1))),
		  here);
      return true;
    case BUILT_IN_REALLOC:
      {
	/* The old block or a new one, which gets its content.  */
	esc_node old = value_of (r, call_arg (call, 0));
	esc_node block = new_block (r, call,
				    size_of_value (r, call_arg (call, 1)));
	if (old)
	  {
	    esc_node moved = content (r, old, anywhere);
	    esc_add_store (g, block, anywhere, moved,
			   core_location (gimple_location (call)));
	    set_result (r, call, old, here);
	  }
	set_result (r, call, block, here);
	return true;
      }
    case BUILT_IN_STRDUP:
    case BUILT_IN_STRNDUP:
      set_result (r, call, new_block (r, call, unknown), here);
      return true;
    case BUILT_IN_POSIX_MEMALIGN:
      esc_add_store (g, value_of (r, call_arg (call, 0)), here,
		     new_block (r, call, size_of_value (r, call_arg (call, 2))),
		     core_location (gimple_location (call)));
      return true;
    CASE_BUILT_IN_ALLOCA:
      read_alloca (r, call);
      return true;
    case BUILT_IN_FREE:
      return true;

    /* Copying memory; strings hold characters, not pointers.  */
    case BUILT_IN_MEMCPY:
    case BUILT_IN_MEMMOVE:
    case BUILT_IN_MEMCPY_CHK:
    case BUILT_IN_MEMMOVE_CHK:
      read_memory_copy (r, call, 0, 1, 2);
      set_result (r, call, value_of (r, call_arg (call, 0)), here);
      return true;
    case BUILT_IN_MEMPCPY:
    case BUILT_IN_MEMPCPY_CHK:
      read_memory_copy (r, call, 0, 1, 2);
      set_result (r, call, value_of (r, call_arg (call, 0)), anywhere);
      return true;
    case BUILT_IN_BCOPY:
      read_memory_copy (r, call, 1, 0, 2);
      return true;
    case BUILT_IN_MEMSET:
    case BUILT_IN_MEMSET_CHK:
    case BUILT_IN_STRCPY:
    case BUILT_IN_STRCPY_CHK:
    case BUILT_IN_STRNCPY:
    case BUILT_IN_STRNCPY_CHK:
    case BUILT_IN_STRCAT:
    case BUILT_IN_STRCAT_CHK:
    case BUILT_IN_STRNCAT:
    case BUILT_IN_STRNCAT_CHK:
      set_result (r, call, value_of (r, call_arg (call, 0)), here);
      return true;
    case BUILT_IN_STPCPY:
    case BUILT_IN_STPCPY_CHK:
    case BUILT_IN_STPNCPY:
    case BUILT_IN_STPNCPY_CHK:
    case BUILT_IN_STRCHR:
    case BUILT_IN_STRRCHR:
    case BUILT_IN_INDEX:
    case BUILT_IN_RINDEX:
    case BUILT_IN_STRSTR:
    case BUILT_IN_STRPBRK:
    case BUILT_IN_MEMCHR:
      set_result (r, call, value_of (r, call_arg (call, 0)), anywhere);
      return true;
    case BUILT_IN_BZERO:
    case BUILT_IN_STRLEN:
    case BUILT_IN_STRNLEN:
    case BUILT_IN_STRSPN:
    case BUILT_IN_STRCSPN:
      return true;

    /* Hints, and values that carry no pointer.  */
    case BUILT_IN_EXPECT:
    case BUILT_IN_EXPECT_WITH_PROBABILITY:
    case BUILT_IN_ASSUME_ALIGNED:
    case BUILT_IN_EXTRACT_RETURN_ADDR:
    case BUILT_IN_FROB_RETURN_ADDR:
      set_result (r, call, value_of (r, call_arg (call, 0)), here);
      return true;
    case BUILT_IN_PREFETCH:
    case BUILT_IN_OBJECT_SIZE:
    case BUILT_IN_CONSTANT_P:
    case BUILT_IN_UNREACHABLE:
    case BUILT_IN_TRAP:
    case BUILT_IN_CLEAR_PADDING:
    case BUILT_IN_CLEAR_CACHE:
    case BUILT_IN_STACK_SAVE:
    case BUILT_IN_STACK_RESTORE:
    case BUILT_IN_NONLOCAL_GOTO:
    case BUILT_IN_SETJMP_SETUP:
    case BUILT_IN_SETJMP_RECEIVER:
    case BUILT_IN_DWARF_CFA:
    case BUILT_IN_UNWIND_RESUME:
    case BUILT_IN_EH_POINTER:
    case BUILT_IN_EH_FILTER:
    case BUILT_IN_EH_COPY_VALUES:
      set_result (r, call, node_of_world (r), here);
      return true;

    /* Variable arguments.  */
    case BUILT_IN_VA_START:
      read_va_start (r, call);
      return true;
    case BUILT_IN_VA_END:
      return true;
    case BUILT_IN_VA_COPY:
      read_va_copy (r, call, callee);
      return true;

    /* All arguments are passed on to who knows whom.  */
    case BUILT_IN_VA_ARG_PACK:
    case BUILT_IN_APPLY_ARGS:
    case BUILT_IN_NEXT_ARG:
      give_arguments (r, sink_of_call (NULL, NULL_TREE),
		      gimple_location (call));
      set_result (r, call, node_of_world (r), here);
      return true;

    /* What a function called with __builtin_apply has returned.  */
    case BUILT_IN_RETURN:
      return_unknown (r, gimple_location (call));
      return true;

    /* The trampoline of a nested function holds the function and the address
       of the frame it works on, and so does a pointer to the function.  */
    case BUILT_IN_INIT_TRAMPOLINE:
    case BUILT_IN_INIT_HEAP_TRAMPOLINE:
    case BUILT_IN_INIT_DESCRIPTOR:
      read_trampoline (r, call);
      return true;
    case BUILT_IN_ADJUST_TRAMPOLINE:
    case BUILT_IN_ADJUST_DESCRIPTOR:
      set_result (r, call, content (r, value_of (r, call_arg (call, 0)), here),
		  here);
      return true;

    /* OpenMP.  */
    case BUILT_IN_GOMP_PARALLEL:
    case BUILT_IN_GOMP_PARALLEL_SECTIONS:
    case BUILT_IN_GOMP_PARALLEL_LOOP_STATIC:
    case BUILT_IN_GOMP_PARALLEL_LOOP_DYNAMIC:
    case BUILT_IN_GOMP_PARALLEL_LOOP_GUIDED:
    case BUILT_IN_GOMP_PARALLEL_LOOP_RUNTIME:
    case BUILT_IN_GOMP_PARALLEL_LOOP_NONMONOTONIC_DYNAMIC:
    case BUILT_IN_GOMP_PARALLEL_LOOP_NONMONOTONIC_GUIDED:
    case BUILT_IN_GOMP_PARALLEL_LOOP_NONMONOTONIC_RUNTIME:
    case BUILT_IN_GOMP_PARALLEL_LOOP_MAYBE_NONMONOTONIC_RUNTIME:
    case BUILT_IN_GOMP_PARALLEL_REDUCTIONS:
    case BUILT_IN_GOMP_TEAMS_REG:
      return read_outlined_call (r, call, 0, 1);
    case BUILT_IN_GOMP_TARGET:
      {
	/* With `nowait', it comes back before that is done.  */
	tree flags = call_arg (call, 6);
	return flags && tree_fits_uhwi_p (flags)
	       && !(tree_to_uhwi (flags) & GOMP_TARGET_FLAG_NOWAIT)
	       && read_outlined_call (r, call, 1, 3);
      }

    default:
      if (!openmp_bookkeeping_p (callee))
	return false;
      read_openmp_bookkeeping (r, call);
      return true;
    }
}

void
read_internal_call (reader *r, gcall *call)
{
  switch (gimple_call_internal_fn (call))
    {
    case IFN_VA_ARG:
      read_va_arg (r, call);
      return;
    /* Marks and checks.  */
    case IFN_ASAN_MARK:
    case IFN_ASAN_CHECK:
    case IFN_ASAN_POISON:
    case IFN_ASAN_POISON_USE:
    case IFN_HWASAN_MARK:
    case IFN_HWASAN_CHECK:
    case IFN_UBSAN_NULL:
    case IFN_UBSAN_BOUNDS:
    case IFN_UBSAN_VPTR:
    case IFN_UBSAN_PTR:
    case IFN_UBSAN_OBJECT_SIZE:
    case IFN_TSAN_FUNC_EXIT:
    case IFN_FALLTHROUGH:
    case IFN_ABNORMAL_DISPATCHER:
#if BUILDING_GCC_MAJOR >= 12
    case IFN_DEFERRED_INIT:
#endif
      return;
    default:
      break;
    }
  /* Operations: of their operands, and no more, if they are const.  */
  read_unseen_call (r, call, NULL_TREE);
}
