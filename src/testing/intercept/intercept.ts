// The module of `import { intercept } from "atlas-anteroom/intercept"`: a world answers for Atlas's own address in this
// process.
import type { Anteroom } from "../../anteroom.ts";
import { type Detour, detour } from "./detour.ts";
import { matching, post } from "./gate.ts";

export interface InterceptOptions {
  /**
   * The addresses that the Anteroom answers instead of https://cloud.mongodb.com: scheme and host, and a port if it is not the
   * default.
   */
  readonly addresses?: readonly string[];
  /** The hosts that stay reachable: `packages.example.org`; `*.example.com` is all below it; `*` is every one. */
  readonly allow?: readonly string[];
}

/** Ends it: all requests reach their targets again. */
export interface Stop extends Disposable {
  (): void;
}

const answered = new Set<string>();

/**
 * Lets an Anteroom answer for Atlas's own address in this process: for `fetch`, undici, `node:http` and `node:https`, and so
 * for axios, got, node-fetch and all that is built on them. What goes to any other host fails with an error that names it,
 * unless it is allowed or on this machine. Throws a TypeError for an address that is answered for already, until that is
 * stopped.
 *
 * @example
 * const anteroom = await createAnteroom();
 * const stop = intercept(anteroom);
 * await fetch("https://cloud.mongodb.com/api/atlas/v2", { headers: { accept: "application/json" } });
 * stop();
 */
export function intercept(
  anteroom: Pick<Anteroom, "fetch">,
  { addresses = ["https://cloud.mongodb.com"], allow = [] }: InterceptOptions = {},
): Stop {
  const { portFor, fetchFor } = (anteroom as { [detour]?: Detour })[detour] ?? {};
  if (portFor === undefined || fetchFor === undefined) {
    throw new TypeError("intercept: give it what createAnteroom resolves to");
  }
  const origins = addresses.map(readOrigin);
  const lets = allow.map(readHost);
  const taken = origins.find((origin) => answered.has(origin));
  if (taken !== undefined) {
    throw new TypeError(`intercept: ${taken} is answered for already; stop that first`);
  }
  const own = new Set(origins);
  for (const origin of own) answered.add(origin);
  const leave = post({
    portFor,
    fetchFor,
    answers: (origin) => own.has(origin),
    lets: (host) => lets.some((matches) => matches(host)),
    refusal: (origin) =>
      `intercept: nothing answers for ${origin} in this test. Give its host in \`allow\` to ask it, or name it in \`addresses\` and the Anteroom answers`,
  });
  const stop = () => {
    leave();
    // A second call does not affect an interception that has begun since.
    for (const origin of origins) if (own.delete(origin)) answered.delete(origin);
  };
  return Object.assign(stop, { [Symbol.dispose]: stop });
}

function readOrigin(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isPlain =
    url !== undefined && /^https?:$/.test(url.protocol) && url.pathname + url.search + url.hash === "/";
  if (isPlain && url.username + url.password === "") return url.origin;
  throw new TypeError(
    `intercept: addresses: '${address}' is no scheme and host, such as https://cloud.mongodb.com`,
  );
}

function readHost(host: string): (asked: string) => boolean {
  if (/^(\*|(\*\.)?[\w.:-]+)$/.test(host)) return matching(host);
  throw new TypeError(
    `intercept: allow: '${host}' is no host, such as packages.example.org or *.example.com`,
  );
}
