// What is thrown leaves, and with it what is in it.
// { dg-prune-notes "operator new|__cxa" }

struct problem
{
  int *where;
};

void
thrown ()
{
  int x; // { dg-note "'x' escapes its frame: (thrown|stored in .*, which escapes)" }

  throw problem { &x };
}
