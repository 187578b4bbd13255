// The things of a world, for comparison with another.
import type { kindsOfGroup, kindsOfOrg } from "../seed/kinds.ts";

export interface Place {
  readonly kind: "organization" | "project" | "team";
  readonly name: string;
  readonly id: string | null;
}

type NounOf<Kinds> = {
  [Name in keyof Kinds]: Kinds[Name] extends { noun: infer Own } ? Own : never;
}[keyof Kinds];

/** The noun for a thing. A `team` may be one of the organization, or its roles in a project. */
export type Noun =
  | NounOf<typeof kindsOfOrg>
  | NounOf<typeof kindsOfGroup>
  | "organization"
  | "project"
  | "team"
  | "person"
  | "invitation"
  | "API key"
  | "service account"
  | "federation"
  | "identity provider"
  | "role mapping";

export interface Item {
  readonly place: Place;
  readonly noun: Noun;
  readonly name: string;
  /** The part of the API from which it was read. */
  readonly part: string;
  /** Its lists, such as roles, by the name of the property. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly values: Readonly<Record<string, unknown>>;
  /** The parts of single properties that were read from elsewhere. */
  readonly parts: Readonly<Record<string, string>>;
}

type Named = Pick<Item, "noun" | "name" | "part">;

/** An item before its place is known. */
export interface Thing extends Named, Partial<Omit<Item, keyof Named>> {
  /** The thing itself, if it is matched with one of another world by its id; others are matched by name. */
  readonly of?: object;
  /** The key in its place, if noun and name do not identify it. */
  readonly key?: string;
}
