// Why a store cannot be opened or used, in words for people.
import { Fault } from "../contract/errors.ts";
import { outageOf } from "./outages.ts";

/** The message is a sentence without its full stop, for whoever started the process. */
export class StoreError extends Error {}

/** What ended a command, in one sentence, if it was the database or the file system; nothing for what nobody foresaw. */
export function sentenceOf(reason: unknown): string | undefined {
  if (!(reason instanceof Error)) return undefined;
  if (reason instanceof StoreError) return reason.message;
  if (reason instanceof Fault) return sentenceOf(reason.cause);
  const outage = outageOf(reason);
  if (outage !== undefined) {
    return `${outage.words[0]?.toLowerCase()}${outage.words.slice(1)}: ${messageOf(reason)}`;
  }
  return "syscall" in reason ? messageOf(reason) : undefined;
}

/** Of all that was tried, where a name has several addresses. */
export const messageOf = (reason: Error): string =>
  reason instanceof AggregateError ? reason.errors.map(messageOf).join(", ") : reason.message;
