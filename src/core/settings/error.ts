// Errors of settings, flags and arguments: the message says what is wrong and what to do.

/** Signals that a command cannot do its work with its input. */
export class SettingsError extends Error {}

/** Signals a setting, flag or argument that is invalid as written; nothing was begun. */
export class Misuse extends SettingsError {}

/** Returns the handler for a rejected read of a file, such as `--file body.json`. */
export const unreadable =
  (named: string) =>
  (cause: unknown): never => {
    throw new Misuse(`${named} cannot be read: ${(cause as Error).message}`, { cause });
  };

/** Returns the handler for a rejected write of a file. */
export const unwritable =
  (named: string) =>
  (cause: unknown): never => {
    throw new SettingsError(`${named} cannot be written: ${(cause as Error).message}`, { cause });
  };
