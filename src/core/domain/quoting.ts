// Texts within what a person pastes into a shell, a program or a configuration: each stays the text it is, and hides nothing.

/** The characters that are invisible, end a line, or change the direction of text. */
const hidden = "\\p{C}\\p{Zl}\\p{Zp}";

const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, "\uFFFD");

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, "0");

/** Escapes for JSON and TypeScript, which have no more than four digits. */
const unicode = (sign: string): string =>
  Array.from({ length: sign.length }, (_, at) => `\\u${hex(sign.charCodeAt(at), 4)}`).join("");

const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

const quoting =
  (signs: string, write: (sign: string) => string) =>
  (text: string): string =>
    `"${wellFormed(text).replace(new RegExp(`[${signs}${hidden}]`, "gu"), write)}"`;

export const quoteJson = quoting('"\\\\', (sign) => short[sign] ?? unicode(sign));

/** JSON that neither quotation marks of a shell nor its here-documents take for more than text. */
export const quoteShellJson = quoting("\"\\\\!'$`", unicode);

/** Quotes a text for Go, Python and HCL. */
export const quoteProgram = quoting(
  '"\\\\',
  (sign) => short[sign] ?? (sign.length > 1 ? `\\U${hex(sign.codePointAt(0) ?? 0, 8)}` : unicode(sign)),
);

const hiddenSign = new RegExp(`[${hidden}]`, "u");

const hexOfBytes = (sign: string): string =>
  [...new TextEncoder().encode(sign)].map((byte) => `\\x${hex(byte, 2)}`).join("");

/** A word of bash and zsh, also at their prompts, where `!` recalls commands and a tab completes. No word can hold NUL. */
export function shellWord(text: string): string {
  if (/^[\w.:/@%+,-]+$/.test(text)) return text;
  if (!hiddenSign.test(text)) return quoteShell(text);
  const written = wellFormed(text.replaceAll("\0", ""));
  return `$'${written.replace(new RegExp(`[!'\\\\${hidden}]`, "gu"), hexOfBytes)}'`;
}

/** Quotes a text with the quotation marks that every shell of POSIX has. */
export const quoteShell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A part of a URL, of which a shell takes nothing for more than text. */
export const urlPart = (text: string): string =>
  encodeURIComponent(wellFormed(text)).replace(/[!'()*]/g, (sign) => `%${hex(sign.charCodeAt(0), 2)}`);

/** A name within a line: without line breaks, which could begin a header, what a terminal obeys, and what changes the direction of text. */
export const toLine = (name: string): string =>
  wellFormed(name)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "")
    .trim();

/** A text of plain signs in one line: it steers no terminal, and fits into a header. */
export const toAscii = (text: string): string => text.replace(/[^ -~]/g, unicode);
