// The code of what an engine or the file system threw.

/** Such as 40001 of PostgreSQL, SQLITE_BUSY, or ENOENT; empty where there is none. */
export const codeOf = (reason: unknown): string =>
  reason instanceof Error && "code" in reason ? String(reason.code) : "";
