// The directory of an organization or a project: active and invited people, each address once, as the console lists them.
import { perLanguage } from "../contract/languages.ts";
import type { RoleName } from "../contract/roles.ts";
import type { Instant } from "./instant.ts";

/** The states: active, or that of the newest invitation that was not accepted. */
export const listedStates = ["ACTIVE", "INVITED", "EXPIRED", "DECLINED", "REVOKED"] as const;
export type ListedState = (typeof listedStates)[number];
/** A state of a person, or both current ones: active and invited. */
export type SoughtState = ListedState | "CURRENT";

/** An organization itself, or a project. */
export interface DirectoryScope {
  readonly orgId: string;
  readonly groupId: string | null;
}

export interface Seeking {
  /** The folded words, each of which must be in the address or the name. */
  readonly words: readonly string[];
  readonly state?: SoughtState | undefined;
  readonly role?: RoleName | undefined;
  readonly teamId?: string | undefined;
  /** The folded addresses to which the list is limited. */
  readonly addresses?: readonly string[] | undefined;
  /** The invitations that the viewer sees; `alone`: those to a project alone, which end with the older API. */
  readonly sees: { readonly alone: boolean; readonly states: readonly Exclude<ListedState, "ACTIVE">[] };
}

/**
 * The order of a directory: by address, or by last activity, newest first, with people who were never active last. See
 * `orderByName`, too.
 */
export type DirectoryOrder = "address" | "active";

/** A place in a list: the person shown first or last on a page. */
export interface Place {
  /** The folded address. */
  readonly key: string;
  /** The last activity, -1 for none; only used when sorted by activity. */
  readonly lastAuthAt: Instant;
}

export interface DirectoryPage {
  readonly order: DirectoryOrder;
  readonly isReversed: boolean;
  readonly after?: Place | undefined;
  readonly before?: Place | undefined;
  readonly size: number;
}

export interface ListedInvite {
  readonly id: string;
  /** The kind of invitation: to the project alone (the older API), or to the organization, with roles in the project. */
  readonly way: "alone" | "org";
  /** The id of the pending user that an invitation to the organization is; null for one to a project alone. */
  readonly userId: string | null;
  readonly inviter: string;
  readonly roles: readonly RoleName[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** The time of its end; null if it can be accepted. */
  readonly endedAt: Instant | null;
}

export interface ListedPerson {
  readonly state: ListedState;
  readonly username: string;
  readonly place: Place;
  /** The account; null for a person who is only invited. */
  readonly userId: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly lastAuthAt: Instant | null;
  /** The roles held directly; for a person who is only invited, the roles of the invitations. */
  readonly roles: readonly RoleName[];
  /** The teams; in a project only those with roles in it. */
  readonly teams: readonly {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly RoleName[];
  }[];
  /** The invitations that can be accepted; for a person without any, the one that ended last. */
  readonly invites: readonly ListedInvite[];
}

/** The text by which a list shows a person: the name, or else the address. */
export interface Readable {
  /** The folded address. */
  readonly key: string;
  readonly name: string;
}

const collator = perLanguage((language) => new Intl.Collator(language, { numeric: true }));

/** Returns a function that sorts people by the text that a list shows, in the order of a language. */
export function orderByName(language: string): (one: Readable, other: Readable) => number {
  const { compare } = collator(language);
  return (one, other) =>
    compare(one.name || one.key, other.name || other.key) || (one.key < other.key ? -1 : 1);
}

export type StateCounts = Readonly<Record<ListedState, number>>;

export function countStates(people: readonly Pick<ListedPerson, "state">[]): StateCounts {
  const counts = { ACTIVE: 0, INVITED: 0, EXPIRED: 0, DECLINED: 0, REVOKED: 0 };
  for (const { state } of people) counts[state]++;
  return counts;
}

/** The number up to which active and invited people are each counted, and sorted by name; a list says if there are more. */
export const mostCounted = 1_000;

const mostWords = 6;

export const wordsOf = (typed: string): string[] =>
  typed
    .normalize("NFC")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, mostWords);

/** Reports whether each folded word is in one of the texts. */
export function hasWords(words: readonly string[], ...texts: readonly string[]): boolean {
  const folded = texts.join("\n").normalize("NFC").toLowerCase();
  return words.every((word) => folded.includes(word));
}
