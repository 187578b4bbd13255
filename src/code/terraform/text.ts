// The text of a file that Terraform reads or writes. Other encodings than UTF-8 are refused, because they would seem to contain
// nothing.

export class UnreadableText extends Error {}

export function decodeText(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnreadableText("it is not UTF-8", { cause });
  }
  if (text.includes("\0")) throw new UnreadableText("it is not UTF-8: it may be UTF-16");
  return text;
}
