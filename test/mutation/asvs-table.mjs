// Reads the rows of the tables of ASVS in docs/security.md.

/** @param {string} text Of the document. */
export const rowsOf = (text) =>
  [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| (.+) \|$/gm)].map(
    ([, number = "", , state = "", where = ""]) => ({ number, state, where }),
  );
