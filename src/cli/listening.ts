// Explains in a sentence why a server cannot listen.
import { SettingsError } from "../config.ts";

/** By the system's error code. */
const advice: Readonly<Record<string, string>> = {
  EADDRINUSE: "choose another port with --port or --metrics-port, where 0 takes any free one",
  EADDRNOTAVAIL:
    "this machine has no such address: give one of its own as --host, or 0.0.0.0 for all of them",
  EAI_AGAIN: "give an address of this machine as --host, or 0.0.0.0 for all of them",
  ENOTFOUND: "give an address of this machine as --host, or 0.0.0.0 for all of them",
  EACCES:
    "the system lets no such user listen there: choose a --port from 1024 on, and let a proxy take the one below",
};

/** Adds what to do about it; an error of another kind is returned as it is. */
export function explainListenError(reason: NodeJS.ErrnoException): Error {
  const sentence = advice[reason.code ?? ""];
  if (sentence === undefined) return reason;
  return new SettingsError(`${reason.message}; ${sentence}`, { cause: reason });
}
