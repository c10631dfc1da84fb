// Classes are structures, and what an argument that matches `...' is converted
// to counts.
// { dg-prune-notes "'(ap|this|n|q|o|p|given|converted)'" }

#include <stdarg.h>

struct base
{
  int first;
  base *next;
};

struct derived : base
{
  int more;
};

char *string;
base *structure;

static void
keep_string (int n, ...)
{
  va_list ap;
  va_start (ap, n);
  string = va_arg (ap, char *);
  va_end (ap);
}

static void
keep_structure (int n, ...)
{
  va_list ap;
  va_start (ap, n);
  structure = va_arg (ap, base *);
  va_end (ap);
}

void
told_apart ()
{
  base b; // { dg-note "'b' does not escape" }
  char c; // { dg-note "'c' does not escape" }
  base &r = b;
  keep_string (1, &r);
  keep_structure (1, &c);
}

void
converted ()
{
  derived d; // { dg-note "'d' escapes its frame: stored in 'structure'" }
  base b; // { dg-note "'b' escapes its frame: stored in 'string'" }
  base e; // { dg-note "'e' escapes its frame: stored in 'string'" }
  base &r = e;
  keep_structure (1, static_cast<base *> (&d));
  keep_string (1, static_cast<void *> (&b));
  keep_string (1, reinterpret_cast<char *> (&r));
}

// Each instance of a template has types of its own.

template <class T>
static void
give (T *p)
{
  keep_string (1, p);
}

void
instances ()
{
  base b; // { dg-note "'b' does not escape" }
  char c; // { dg-note "'c' escapes its frame: stored in 'string'" }
  give (&b);
  give (&c);
}

// A call that makes an object has no location of its own in GIMPLE.

struct made
{
  made (int n, ...)
  {
    va_list ap;
    va_start (ap, n);
    string = va_arg (ap, char *);
    va_end (ap);
  }
  ~made ()
  {
    left++;
  }
  static int left;
};

static made
make (int n, ...)
{
  va_list ap;
  va_start (ap, n);
  string = va_arg (ap, char *);
  va_end (ap);
  return made (0);
}

void
constructed ()
{
  base b; // { dg-note "'b' escapes its frame: stored in 'string'" }
  base e; // { dg-note "'e' escapes its frame: stored in 'string'" }
  made m (1, reinterpret_cast<char *> (&b)); // { dg-note "'m' does not escape" }
  made o = make (1, reinterpret_cast<char *> (&e));
}

// Methods, virtual or not, and lambdas.

struct keeper
{
  void keep (int n, ...)
  {
    va_list ap;
    va_start (ap, n);
    string = va_arg (ap, char *);
    va_end (ap);
  }
  virtual void keep_too (int n, ...)
  {
    va_list ap;
    va_start (ap, n);
    string = va_arg (ap, char *);
    va_end (ap);
  }
};

void
methods ()
{
  keeper k; // { dg-note "'k' does not escape" }
  base b; // { dg-note "'b' does not escape" }
  base e; // { dg-note "'e' escapes its frame: stored in 'string'" }
  k.keep (1, &b);
  k.keep_too (1, reinterpret_cast<char *> (&e));
}

void
converted_for_method ()
{
  keeper k; // { dg-note "'k' does not escape" }
  base b; // { dg-note "'b' escapes its frame: stored in 'string'" }
  k.keep (1, reinterpret_cast<char *> (&b));
}

// A constructor has several copies.

struct giver
{
  giver (base *given, base *converted)
  {
    keep_string (1, given);
    keep_string (2, reinterpret_cast<char *> (converted), 0);
  }
};

void
constructor ()
{
  base b; // { dg-note "'b' does not escape" }
  base e; // { dg-note "'e' escapes its frame: stored in 'string'" }
  giver g (&b, &e); // { dg-note "'g' does not escape" }
}

void
lambdas ()
{
  base b; // { dg-note "'b' does not escape" }
  base e; // { dg-note "'e' escapes its frame: stored in 'string'" }
  auto keep = [] (int n, ...) // { dg-note "'keep' does not escape" }
    {
      va_list ap;
      va_start (ap, n);
      string = va_arg (ap, char *);
      va_end (ap);
    };
  auto give_it // { dg-note "'give_it' does not escape" }
    = [&] { keep_string (1, reinterpret_cast<char *> (&e)); };
  keep (1, &b);
  give_it ();
}

// An object with a copy constructor is passed by its address, and read so.

struct holder
{
  char *held;
  holder (char *q) : held (q) { }
  holder (const holder &o) : held (o.held) { }
};

static void
keep_held (int n, ...)
{
  va_list ap;
  va_start (ap, n);
  string = va_arg (ap, holder).held;
  va_end (ap);
}

void
passed_by_address ()
{
  base b; // { dg-note "'b' escapes its frame: stored in 'string'" }
  holder h (reinterpret_cast<char *> (&b)); // { dg-note "'h' does not escape" }
  keep_held (1, h);
}

// What is called may be computed, and known all the same.

void
known ()
{
  base b; // { dg-note "'b' escapes its frame: stored in 'string'" }
  base e; // { dg-note "'e' escapes its frame: stored in 'string'" }
  keep_string (1, &b);
  (true ? keep_string : keep_structure) (1, reinterpret_cast<char *> (&e));
}

void
known_constant ()
{
  void (*const keep) (int, ...) = keep_string;
  base b; // { dg-note "'b' escapes its frame: stored in 'string'" }
  base e; // { dg-note "'e' escapes its frame: stored in 'string'" }
  keep_string (1, &b);
  keep (1, reinterpret_cast<char *> (&e));
}

// What initialises a member is repeated for each element of an array.

static int
keep_and_count (int n, ...)
{
  va_list ap;
  va_start (ap, n);
  string = va_arg (ap, char *);
  va_end (ap);
  return n;
}

struct initialised
{
  base b;
  int count = keep_and_count (1, reinterpret_cast<char *> (this));
};

void
array ()
{
  initialised a[3]; // { dg-note "'a' escapes its frame: stored in 'string'" }
}
