// The library as `import { createAnteroom } from "atlas-anteroom"` gives it. Its declarations name these types, and nothing of
// the server. For AsyncDisposable, which a project may have neither from its lib nor from the types of Node.
/// <reference lib="esnext.disposable" preserve="true" />
import type { AtlasClient } from "./client/client.ts";
import { isAddress } from "./core/domain/address.ts";
import { isId } from "./core/domain/choosing.ts";
import { audiences, openPolicy, type Policy } from "./core/domain/policy.ts";
import { optionNames } from "./core/settings/table.ts";
import type { Controlled } from "./testing/controls/controlled.ts";
import type { AnteroomOptions } from "./testing/options.ts";
import type { PlantedCredentials } from "./testing/seed/planted.ts";
import type { SeedDocument } from "./testing/seed/types.ts";
import type { Demonstration, Exactly, World } from "./testing/seed/world.ts";

export type * from "./testing/controls/seen.ts";
export type * from "./testing/seed/types.ts";
export type {
  GroupHandle,
  InviteHandle,
  KeyHandle,
  OrgHandle,
  OrgInviteHandle,
  ServiceAccountHandle,
  TeamHandle,
  UserHandle,
  World,
} from "./testing/seed/world.ts";
export type { AnteroomOptions, PlantedCredentials, Policy };

/**
 * A running Anteroom. It does not keep the process alive: a program ends when its work is done, even if Anteroom is still open.
 * `Seed` is the type of the seed that it began with: TypeScript takes the names of the world from it.
 */
export interface Anteroom<Seed = SeedDocument> extends AsyncDisposable, Controlled {
  /** Base URL without a slash at the end. Reading it opens the socket, if no option has done so. */
  readonly url: string;
  /**
   * A client with the credentials of the seed's first owner; it needs no socket. Reading it throws a TypeError if the seed has
   * no owner with credentials.
   */
  readonly atlas: AtlasClient;
  /** The certificate that clients must trust, in PEM form; null for plain HTTP. */
  readonly certificate: string | null;
  /** The credentials of the seeds planted so far. No other place shows their secrets. */
  readonly credentials: PlantedCredentials;
  /**
   * Requests a path of this server, or an address of it, without a socket; everything but the network is the same as for other
   * clients. Rejects with a TypeError for the address of another server.
   */
  fetch(path: string | URL | Request, init?: RequestInit): Promise<Response>;
  /**
   * The ids, keys and secrets of the things that the seed names: `world.groups.payments.id`. The names of things that are
   * planted or inserted later are added, until a reset or an older snapshot removes the things.
   */
  readonly world: World<Seed>;
  /** Plants another world beside this one. */
  seed(document: SeedDocument): Promise<PlantedCredentials>;
  /**
   * Adds to this world, in the form of a seed: an organization or project that has the name of one that is there is that
   * one. All of it or nothing; rejects with a SeedError. Gives the handles of what it names.
   *
   * @example
   * const { groups } = await anteroom.insert({ orgs: [{ name: "Acme", groups: [{ name: "ledger" }] }] });
   * await anteroom.atlas.getGroup({ groupId: groups.ledger.id });
   */
  insert<const More extends SeedDocument>(more: More & Exactly<More, SeedDocument>): Promise<World<More>>;
  /** Stops listening, and closes the store. */
  close(): Promise<void>;
}

/** The values of the option `seed`. */
export type GivenSeed = AnteroomOptions["seed"];

/** The values of `data` and `databaseUrl`. */
export type GivenPlace = string | undefined;

/** The options, with a seed whose names the compiler knows if it is a literal, and with the place where the world is kept. */
export type OptionsWith<Seed, Place extends GivenPlace = GivenPlace> = Omit<AnteroomOptions, "seed"> & {
  readonly seed?: Seed & (Seed extends SeedDocument ? Exactly<Seed, SeedDocument> : unknown);
  readonly data?: Place;
  readonly databaseUrl?: Place;
};

/** The names of a world that began with the given seed. Without a seed, the world is the demonstration or one that was kept. */
export type SeedOf<Given, Place extends GivenPlace = undefined> = [Given] extends [undefined]
  ? [Place] extends [undefined]
    ? Demonstration
    : SeedDocument
  : [Given] extends [SeedDocument]
    ? Given
    : SeedDocument;

/** Refuses unknown options: programs without types may write `sed` for `seed`. */
export function refuseUnknown(options: AnteroomOptions): void {
  refuseBeside(optionNames, options, "");
  refusePolicy(options.policy ?? {});
  const { clock = "system" } = options;
  if (clock !== "system") {
    throw new TypeError(`createAnteroom: clock is '${clock}'; it is 'system' or left out`);
  }
  if (options.clock !== undefined && options.deterministic !== undefined) {
    throw new TypeError(
      "createAnteroom: clock and deterministic exclude each other: the clock of the latter stands",
    );
  }
}

function refusePolicy(policy: Partial<Policy>): void {
  refuseBeside(Object.keys(openPolicy), policy, "policy.");
  for (const [name, value] of Object.entries(policy)) {
    const takes = whatTakes(name as keyof Policy, value);
    if (takes !== undefined) {
      throw new TypeError(`createAnteroom: policy.${name} is ${JSON.stringify(value)}; it is ${takes}`);
    }
  }
}

/** Returns which values a policy's member accepts if the given one is not accepted; undefined if it is. */
function whatTakes(name: keyof Policy, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (name === "signUp" || name === "createOrgs") {
    return audiences.some((each) => each === value) ? undefined : `one of ${audiences.join(", ")}`;
  }
  if (name === "federatedOrgs") {
    const isList = value === null || (Array.isArray(value) && value.every(isId));
    return isList ? undefined : "null, or a list of ids of organizations";
  }
  if (name !== "mailDomains") return typeof value === "boolean" ? undefined : "true or false";
  const isDomain = (each: unknown) =>
    typeof each === "string" && each === each.toLowerCase() && isAddress(`somebody@${each}`);
  return value === null || (Array.isArray(value) && value.every(isDomain))
    ? undefined
    : 'null, or domains in lower case, such as ["example.com"]';
}

function refuseBeside(names: readonly string[], options: object, path: string): void {
  const unknown = Object.keys(options).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const near = nearest(unknown, names);
  const hint = near === undefined ? "" : ` Did you mean '${path}${near}'?`;
  const all = names.map((name) => `${path}${name}`).join(", ");
  throw new TypeError(`createAnteroom: there is no option '${path}${unknown}'.${hint} There are ${all}.`);
}

function nearest(slip: string, names: readonly string[]): string | undefined {
  const most = Math.ceil(slip.length / 3);
  const [first] = names
    .map((name) => ({ name, changes: changesBetween(slip.toLowerCase(), name.toLowerCase()) }))
    .filter(({ changes }) => changes <= most)
    .sort((a, b) => a.changes - b.changes);
  return first?.name;
}

/** Counts the letters that must be added, removed or replaced to make one word of the other. */
function changesBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (const [nth, other] of [...b].entries()) {
      const [replaced = 0, removed = 0] = row.slice(nth);
      next.push(Math.min(replaced + (letter === other ? 0 : 1), removed + 1, (next[nth] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
