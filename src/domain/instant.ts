// Instants: milliseconds since 1970-01-01T00:00:00Z, and how the API writes them.

/** Milliseconds since the epoch. */
export type Instant = number;

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** `YYYY-MM-DDThh:mm:ssZ`: Atlas answers whole seconds. */
export const toTimestamp = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** Later instants cannot be written as the API writes them. */
export const latestInstant: Instant = Date.parse("9999-12-31T23:59:59Z");
