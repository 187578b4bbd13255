// MD5 (RFC 1321), which HTTP Digest asks for and neither browsers nor workers have.

/** How far the sums of a step are turned: four for each round, one after the other. */
const turns = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

const constants = Array.from({ length: 64 }, (_, step) => Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32));

/** The digest of a text in UTF-8, in hexadecimal digits. */
export function md5(text: string): string {
  const bytes = new TextEncoder().encode(text);
  // A bit, zeros, and in the last eight bytes the length in bits.
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const words = new DataView(padded.buffer);
  words.setUint32(padded.length - 8, bytes.length * 8, true);
  let [a, b, c, d] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let at = 0; at < padded.length; at += 64) {
    const before = [a, b, c, d] as const;
    for (let step = 0; step < 64; step++) {
      const round = step >> 4;
      let mixed = c ^ (b | ~d);
      let word = 7 * step;
      if (round === 0) {
        mixed = (b & c) | (~b & d);
        word = step;
      } else if (round === 1) {
        mixed = (d & b) | (~d & c);
        word = 5 * step + 1;
      } else if (round === 2) {
        mixed = b ^ c ^ d;
        word = 3 * step + 5;
      }
      const sum = a + mixed + (constants[step] ?? 0) + words.getUint32(at + 4 * (word % 16), true);
      const turn = turns[4 * round + (step % 4)] ?? 0;
      a = d;
      d = c;
      c = b;
      b = (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0;
    }
    [a, b, c, d] = [a + before[0], b + before[1], c + before[2], d + before[3]];
  }
  const state = new DataView(new ArrayBuffer(16));
  [a, b, c, d].forEach((part, index) => {
    state.setUint32(4 * index, part, true);
  });
  return hexOf(new Uint8Array(state.buffer));
}

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
