// Errors of settings, flags and arguments: their message says what is wrong and what to do about it.

/** A command cannot do its work with what it was given. */
export class SettingsError extends Error {}

/** A setting, flag or argument is wrong as it is written; nothing was begun. */
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
