// The formats of logs that can be read, by the names that the command line has for them.

/** `access`: lines of proxies, as text or as JSON; recordings of `anteroom record` are such lines. */
export const logFormats = ["har", "terraform", "access"] as const;
export type LogFormat = (typeof logFormats)[number];
