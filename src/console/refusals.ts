// Handles refusals of calls: pages ignore some, and show a sentence for others.
import { Refusal } from "./client.ts";
import type { Words } from "./words/words.ts";

/** Turns a refusal with one of the codes into undefined, and throws everything else again. Used in `catch`. */
export const unlessRefused =
  (...codes: string[]) =>
  (reason: unknown): undefined => {
    if (reason instanceof Refusal && reason.code !== undefined && codes.includes(reason.code)) return;
    throw reason;
  };

/** Reports whether the session of the request has ended. */
export const isSignedOut = ({ status, code }: Refusal): boolean => status === 401 && code === undefined;

/** Reports whether an organization demands a second factor that the session does not have. */
export const lacksFactor = ({ code }: Refusal): boolean => code === "SECOND_FACTOR_REQUIRED";

/** Returns why a call was refused: in the visitor's language if there is a sentence for it, else in the API's words. */
export const reasonOf = ({ refusals }: Pick<Words, "refusals">, { code, message, fields }: Refusal): string =>
  refusals[code ?? ""] ?? fields[0]?.description ?? message;
