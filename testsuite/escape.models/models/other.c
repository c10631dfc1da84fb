/* Another model of a function that library.c has, and one more.  */

void
lib_keep (void *p)
{
}

void
lib_other (void *p)
{
}
