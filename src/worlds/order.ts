// The order of what is written of a world.

/** By code units: the same on every machine, whatever its language. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const inOrderOf = <T>(list: readonly T[], by: (each: T) => string): T[] =>
  [...list].sort((a, b) => compareTexts(by(a), by(b)));
