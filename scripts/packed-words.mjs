// The file of leaked passwords as the package has it, and the module that reads it.

/**
 * Packs sorted words: how many there are, how many letters each shares with the one before, and the rest of each. Saves a sixth.
 * @param {string} text a word a line
 */
export function packWords(text) {
  const words = text.split("\n");
  const shared = words.map((word, nth) => {
    const before = words[nth - 1] ?? "";
    let length = 0;
    while (length < word.length && word[length] === before[length]) length++;
    return length;
  });
  const count = Buffer.alloc(4);
  count.writeUInt32LE(words.length);
  const rests = words.map((word, nth) => word.slice(shared[nth])).join("\n");
  return Buffer.concat([count, Buffer.from(shared), Buffer.from(rests, "latin1")]);
}

/** Dependency-free, since it stands beside the bundle: `leaked.cjs` reads `leaked.words`. */
export const readerOfWords = `const { readFileSync } = require("node:fs");
const { brotliDecompressSync } = require("node:zlib");
const bytes = brotliDecompressSync(readFileSync(\`\${__dirname}/leaked.words\`));
const count = bytes.readUInt32LE(0);
let word = "";
exports.leakedWords = bytes
  .toString("latin1", 4 + count)
  .split("\\n")
  .map((end, nth) => (word = word.slice(0, bytes[4 + nth]) + end))
  .join("\\n");
`;
