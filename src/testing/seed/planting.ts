// Plants a seed: the changes of the API in one unit of work, each problem reported with its place in the document.
import { type Changing, changingOf } from "../../core/changes/changing.ts";
import { type ErrorCode, Fault } from "../../core/contract/errors.ts";
import { foldAddress } from "../../core/domain/address.ts";
import type { Group } from "../../core/domain/group.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Org } from "../../core/domain/org.ts";
import type { Keyring } from "../../core/secrets/keyring.ts";
import type { Store } from "../../core/store/store.ts";
import { SeedError } from "./document.ts";
import type { Planted, PlantedCredentials } from "./planted.ts";

export interface Planting extends Changing<ErrorCode> {
  readonly keyring: Keyring;
  readonly passwordHashes: ReadonlyMap<string, string>;
  /** True if an invitation that does not say otherwise is mailed. */
  readonly mailed: boolean;
  /** True if existing organizations and projects are added to. */
  readonly adds: boolean;
  /** The credentials that existed before. */
  readonly known: PlantedCredentials;
  readonly planted: Planted;
  /** The ids of people whose account it created. */
  readonly newcomers: Set<string>;
  /** The place that first named an id, which has one owner in the whole document. */
  readonly places: Map<string, string>;
}

/** The context that a part of an organization is planted in. */
export interface PlantingInOrg extends Planting {
  readonly org: Org;
  /** The place in the seed. */
  readonly place: string;
}

/** The context that a part of a project is planted in. */
export interface PlantingInGroup extends Planting {
  readonly group: Pick<Group, "id" | "orgId">;
  /** The place in the seed. */
  readonly place: string;
}

/** The target of a seed, and the time of planting. */
export interface Target {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly now: Instant;
}

type Given = Pick<Planting, "tx" | "now" | "keyring" | "passwordHashes" | "mailed" | "adds" | "known">;

/** Makes changes without an actor. */
export const changingBySeed = ({ tx, now, keyring }: Pick<Planting, "tx" | "now" | "keyring">) =>
  changingOf({ tx, now, newId: () => keyring.mint.id(now) }, null);

export const plantingOf = (given: Given): Planting => ({
  ...changingBySeed(given),
  ...given,
  planted: { apiKeys: [], serviceAccounts: [], made: [] },
  newcomers: new Set(),
  places: new Map(),
});

/** Returns the instant at which a thing was made: that of the planting, if the seed says none. */
export const madeIn = ({ now }: Pick<Planting, "now">, text: string | undefined): Instant =>
  text === undefined ? now : Date.parse(text);

/** Returns the planting at an earlier instant, since which the thing exists according to the seed. */
export const dated = (planting: Planting, now: Instant): Planting =>
  now === planting.now ? planting : { ...planting, now, record: changingBySeed({ ...planting, now }).record };

/** Returns the planting without mail, if an invitation or the whole seed says `mailed: false`. */
export const mailing = (planting: Planting, mailed: boolean | undefined): Planting =>
  (mailed ?? planting.mailed) ? planting : { ...planting, mail: async () => {} };

/** Plants one part of the seed; a refusal of the API becomes a SeedError with its place, such as `orgs.0.users.1`. */
export async function at<T>(place: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (reason) {
    if (!(reason instanceof Fault)) throw reason;
    const { code, message, fields } = reason;
    if (fields.length === 0) throw problem(place, message);
    // The detail of this code only says that fields are wrong.
    const isVague = code === "BAD_REQUEST";
    throw new SeedError(
      fields.map((each) => `${place}.${each.field}: ${readable(isVague ? each.description : message)}`),
    );
  }
}

export const problem = (place: string, text: string): SeedError =>
  new SeedError([`${place}: ${readable(text)}`]);

const readable = (text: string): string =>
  text.replace(/\p{Cc}/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Refuses a list, such as `orgs.0.users`, with a repeated address. */
export function refuseRepeats(people: readonly { readonly username: string }[], place: string): void {
  const seen = new Set<string>();
  for (const [index, { username }] of people.entries()) {
    const address = foldAddress(username);
    if (seen.has(address)) {
      throw problem(`${place}.${index}.username`, `${username} appears twice in the list`);
    }
    seen.add(address);
  }
}

/** Refuses members that would change existing things, because an insertion changes none. */
export function refuseMembers<Part extends object>(
  part: Part,
  members: readonly (keyof Part & string)[],
  place: string,
) {
  const other = members.find((each) => part[each] !== undefined);
  if (other !== undefined) throw problem(`${place}.${other}`, "leave it out for what is there already");
}

/** Plants each item of a list, such as `orgs.0.teams`, at its place, and reserves its id. */
export async function plantEach<Item extends object>(
  planting: Planting,
  items: readonly Item[],
  place: string,
  plant: (item: Item, place: string) => Promise<unknown>,
): Promise<void> {
  for (const [index, item] of items.entries()) {
    const itemAt = `${place}.${index}`;
    reserve(planting, (item as { readonly id?: string }).id, itemAt, itemAt);
    await at(itemAt, () => plant(item, itemAt));
  }
}

/** Reserves an id for its owner; refuses one that the document has given to something else. */
export function reserve({ places }: Planting, id: string | undefined, owner: string, place: string): void {
  if (id === undefined) return;
  const other = places.get(id);
  if (other !== undefined && other !== owner) throw problem(`${place}.id`, `${id} is taken by ${other}`);
  places.set(id, owner);
}
