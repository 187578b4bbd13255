// Things of a world, as a comparison with another knows them.

export interface Place {
  readonly kind: "organization" | "project" | "team";
  readonly name: string;
  readonly id: string | null;
}

/** The noun for a thing. A `team` may be one of the organization, or its roles in a project. */
export type Noun =
  | "organization"
  | "project"
  | "team"
  | "person"
  | "invitation"
  | "API key"
  | "service account"
  | "access list entry"
  | "database role"
  | "database user"
  | "integration"
  | "alert configuration"
  | "cloud provider access"
  | "backup compliance policy"
  | "encryption at rest"
  | "cluster"
  | "resource policy"
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
