/* Attributes in C++: in methods, templates and redeclarations.  */
// { dg-additional-options "-Wall" }
// { dg-prune-notes "'this'|'argument'" }

extern void gnu (char *p [[gnu::noescape]]);
extern void clang ([[clang::noescape]] char *p, char *q);
extern void clang (char *, [[clang::noescape]] char *);
extern void reference (char &r __attribute__ ((noescape)));

struct c
{
  static char *kept;
  void method (char *p [[clang::noescape]]);
  void keeps (char *p [[clang::noescape]]);
  char *bound () [[clang::lifetimebound]];
  char *bound (int) const [[clang::lifetimebound]];
};

template<typename t> void
keeps (t argument [[clang::noescape]])
{
  c::kept = argument; // { dg-warning "noescape parameter 'argument' escapes: stored in 'kept'" }
}

void
instantiates (char *p) // { dg-note "leaking param: 'p': stored in 'kept'" }
{
  keeps (p);
}

void
c::keeps (char *p) // { dg-note "leaking param: 'p': stored in 'kept'" }
{
  kept = p; // { dg-warning "noescape parameter 'p' escapes: stored in 'kept'" }
}

void
stays (c *object) // { dg-note "leaking param: 'object': passed to 'c::method', whose body is not seen" }
{
  char x = 0; // { dg-note "'x' does not escape" }
  gnu (&x);
  clang (&x, &x);
  object->method (&x);
  reference (x);
}
