// Quotes texts for a shell, a program or a configuration into which a person pastes them: each stays plain text, and hides
// nothing.

/** The characters that are invisible, end a line, or change the direction of text. */
const hidden = "\\p{C}\\p{Zl}\\p{Zp}";

const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, "\uFFFD");

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, "0");

/** Escapes a character for JSON and TypeScript, with four digits. */
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

/** Quotes JSON so that the quotation marks and here-documents of a shell see plain text. */
export const quoteShellJson = quoting("\"\\\\!'$`", unicode);

/** Quotes a text for Go, Python and HCL. */
export const quoteProgram = quoting(
  '"\\\\',
  (sign) => short[sign] ?? (sign.length > 1 ? `\\U${hex(sign.codePointAt(0) ?? 0, 8)}` : unicode(sign)),
);

const hiddenSign = new RegExp(`[${hidden}]`, "u");

const hexOfBytes = (sign: string): string =>
  [...new TextEncoder().encode(sign)].map((byte) => `\\x${hex(byte, 2)}`).join("");

/**
 * Quotes a word for bash and zsh, also at their prompts, where `!` recalls commands and a tab completes. No word can contain
 * NUL.
 */
export function shellWord(text: string): string {
  if (/^[\w.:/@%+,-]+$/.test(text)) return text;
  if (!hiddenSign.test(text)) return quoteShell(text);
  const written = wellFormed(text.replaceAll("\0", ""));
  return `$'${written.replace(new RegExp(`[!'\\\\${hidden}]`, "gu"), hexOfBytes)}'`;
}

/** Quotes a text with the quotation marks of every POSIX shell. */
export const quoteShell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Encodes a part of a URL that a shell sees as plain text. */
export const urlPart = (text: string): string =>
  encodeURIComponent(wellFormed(text)).replace(/[!'()*]/g, (sign) => `%${hex(sign.charCodeAt(0), 2)}`);

/**
 * Cleans a name for use within a line: of line breaks, which could begin a header, of control characters for a terminal, and of
 * changes of text direction.
 */
export const toLine = (name: string): string =>
  wellFormed(name)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "")
    .trim();

/** Returns a text in plain characters on one line: it cannot control a terminal, and fits into a header. */
export const toAscii = (text: string): string => text.replace(/[^ -~]/g, unicode);
