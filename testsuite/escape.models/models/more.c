/* A function that library.c does not have.  */

void
lib_more (void *p)
{
}
