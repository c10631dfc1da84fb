/* Only data, so there is nothing to say.  */

int number;
int *pointer = &number;
