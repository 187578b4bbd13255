// Errors of settings, flags and arguments: their message says what is wrong and what to do about it.

/** A command cannot do its work with what it was given. */
export class SettingsError extends Error {}

/** A setting, flag or argument is wrong as it is written; nothing was begun. */
export class Misuse extends SettingsError {}
