// Starts a server that was put together, explains in a sentence why it cannot listen, and stops it on a signal.
import { setImmediate as immediate } from "node:timers/promises";
import { createLogger, print } from "../core/log.ts";
import { SettingsError } from "../core/settings/error.ts";
import type { Settings } from "../core/settings/settings.ts";

const giveOwn =
  "give an address of this machine as --host or HOST of --metrics-port, or 0.0.0.0 for all of them";

const advice: Readonly<Record<string, string>> = {
  EADDRINUSE: "choose another port with --port or --metrics-port, where 0 takes any free one",
  EADDRNOTAVAIL: `this machine has no such address: ${giveOwn}`,
  EAI_AGAIN: giveOwn,
  ENOTFOUND: giveOwn,
  EACCES:
    "the system lets no such user listen there: choose a --port from 1024 on, and let a proxy take the one below",
};

/** Adds advice to an error; one of another kind is returned as it is. */
export function explainListenError(reason: NodeJS.ErrnoException): Error {
  const sentence = advice[reason.code ?? ""];
  if (sentence === undefined) return reason;
  return new SettingsError(`${reason.message}; ${sentence}`, { cause: reason });
}

/** The part of a server that starts and ends it. */
interface Listener {
  readonly listen: () => Promise<string>;
  readonly close: () => Promise<void>;
}

interface Listening {
  /** True to print nothing for people. */
  readonly isSilent?: boolean;
}

export async function listen(server: Listener, { isSilent = false }: Listening = {}): Promise<string> {
  const url = await server.listen().catch(async (reason: NodeJS.ErrnoException) => {
    await server.close();
    throw explainListenError(reason);
  });
  endOnSignals(server.close);
  if (!isSilent) print(`anteroom ready ${url}`);
  // Lines are written between two turns; this one must not wait for the rest of the start.
  await immediate();
  return url;
}

export const warning = (settings: Settings) => {
  const log = createLogger(settings);
  return (sentence: string) => log.warn(sentence);
};

export const describeStorage = ({ storage }: Settings): string =>
  storage.kind === "folder" ? storage.path : storage.kind === "postgres" ? "the database" : "memory";

export function endOnSignals(close: () => Promise<void>): void {
  let ending = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      close().then(
        () => process.exit(0),
        (reason: unknown) => {
          process.stderr.write(`anteroom: ${reason}\n`);
          process.exit(1);
        },
      );
    });
  }
}
