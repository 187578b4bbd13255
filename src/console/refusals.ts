// What pages make of a refusal: something they do without, or a sentence.
import { Refusal } from "./client.ts";
import type { Words } from "./words/words.ts";

/** Takes a refusal with one of the codes as an answer, to `catch` with; everything else stays a failure. */
export const unlessRefused =
  (...codes: string[]) =>
  (reason: unknown): undefined => {
    if (reason instanceof Refusal && reason.code !== undefined && codes.includes(reason.code)) return;
    throw reason;
  };

/** Why something was refused, in the visitor's language where it is known, else as the API says it. */
export const reasonOf = ({ refusals }: Pick<Words, "refusals">, { code, message, fields }: Refusal): string =>
  refusals[code ?? ""] ?? fields[0]?.description ?? message;
