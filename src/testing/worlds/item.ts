// Things of a world, as a comparison with another knows them.
import type { kindsOfGroup, kindsOfOrg } from "../seed/kinds.ts";

export interface Place {
  readonly kind: "organization" | "project" | "team";
  readonly name: string;
  readonly id: string | null;
}

type Kinds = typeof kindsOfOrg & typeof kindsOfGroup;

/** The noun for a thing. A `team` may be one of the organization, or its roles in a project. */
export type Noun =
  | { [Name in keyof Kinds]: Kinds[Name] extends { noun: infer Own } ? Own : never }[keyof Kinds]
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
  /** The part of the API that it was read from. */
  readonly part: string;
  /** Lists that it has, such as roles, by the name of the property. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly values: Readonly<Record<string, unknown>>;
  /** Parts of single properties that were read from elsewhere. */
  readonly parts: Readonly<Record<string, string>>;
}

type Named = Pick<Item, "noun" | "name" | "part">;

/** An item before its place is known. */
export interface Thing extends Named, Partial<Omit<Item, keyof Named>> {
  /** The thing itself, where it is paired with one of another world by its id; others are known by their names. */
  readonly of?: object;
  /** A key in its place, where its noun and its name are none. */
  readonly key?: string;
}
