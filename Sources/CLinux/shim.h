/* Linux calls that glibc shows only with _GNU_SOURCE, which Swift's Glibc module is built without. */

#include <spawn.h>

/* Renames, or with flag 2 (RENAME_EXCHANGE) swaps two names in one step; see renameat2(2). */
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);

/* A pipe; flag O_CLOEXEC closes it in programs that are run. */
int pipe2(int ends[2], int flags);

/* A file in memory that no folder names; flag 1 (MFD_CLOEXEC) closes it in programs that are run. */
int memfd_create(const char *name, unsigned int flags);

/* The folder that a program is run in, and the first descriptor that is closed in it. */
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *folder);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);

/* Waits until all that was written to the file system of an open file is on the disk. */
int syncfs(int file);
