// Ids and names that follow from others, so that they never change: the last digits are an FNV-1a hash.

export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0;
  return hash;
}

export const hexOf = (number: number): string => (number >>> 0).toString(16).padStart(8, "0");

/** Returns an id for something of another at an instant: ids of later instants are greater. */
export const idAt = (what: string, of: string, at: number): string =>
  hexOf(Math.floor(at / 1000)) + of.slice(8, 16) + hexOf(hashOf(`${what} ${of}`));

const letters = "0123456789abcdefghijklmnopqrstuvwxyz";

/** Returns letters and digits, always the same for a text. */
export function wordOf(text: string, length: number): string {
  let word = "";
  for (let index = 0; index < length; index++) word += letters[hashOf(`${index} ${text}`) % letters.length];
  return word;
}

/** Returns the name that hosts of a cluster begin with. */
export const itemNameOf = (clusterId: string): string => `atlas-${wordOf(clusterId, 6)}`;
