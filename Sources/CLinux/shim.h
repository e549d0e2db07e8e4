/* Linux calls that glibc shows only with _GNU_SOURCE, which Swift's Glibc module is built without. */

/* Renames, or with flag 2 (RENAME_EXCHANGE) swaps two names in one step; see renameat2(2). */
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
