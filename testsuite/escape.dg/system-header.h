/* For system-headers.c and system-headers-out.c.  */

#pragma GCC system_header

static int *in_system_header;

static inline void
keep_in_system_header (int *p)
{
  in_system_header = p;
}
