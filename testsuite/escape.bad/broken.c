static void *kept;

void
keep (void *p __attribute__ ((noescape)))
{
  kept = p;
}
