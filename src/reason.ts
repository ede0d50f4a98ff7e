/** A system error in words a person can use. */
export function reasonOf(error: NodeJS.ErrnoException, whenGone = "it vanished during the run"): string {
  const known: Record<string, string> = {
    EACCES: "permission denied",
    EPERM: "permission denied",
    ENOENT: whenGone,
    EISDIR: "it is a folder",
    EMFILE: "too many open files",
    EIO: "the disk reports an error",
    ENOSPC: "no space left on the disk",
    EROFS: "the disk is read-only",
    ENOTDIR: "a part of this path is no folder",
    ENAMETOOLONG: "the name is too long",
  };
  return known[error.code ?? ""] ?? error.message;
}
