// The handles of a world: what a seed or an insertion names, by name. Types only; src/testing/seed/handles.ts makes them.
import type { SeedDocument } from "./types.ts";

export interface OrgHandle {
  readonly id: string;
  readonly name: string;
}

export interface GroupHandle {
  readonly id: string;
  readonly name: string;
  readonly orgId: string;
}

export interface TeamHandle {
  readonly id: string;
  readonly name: string;
  readonly orgId: string;
}

export interface UserHandle {
  readonly id: string;
  readonly username: string;
}

/** A key; it may be spread into the options of an `AtlasClient`. */
export interface KeyHandle {
  readonly id: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly desc: string;
  readonly orgId: string;
}

/** A service account; it may be spread into the options of an `AtlasClient`. */
export interface ServiceAccountHandle {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The secret, as the seed calls it. */
  readonly secret: string;
  readonly name: string;
  readonly orgId: string;
}

export interface InviteHandle {
  readonly id: string;
  readonly username: string;
  readonly orgId: string;
  /** The project; absent for an invitation to the organization. */
  readonly groupId?: string;
  /** The id of the pending user, which becomes the account's. Absent for an invitation to a project, which has none. */
  readonly userId?: string;
}

/** An invitation to an organization, whose pending user the newer API shows. */
export interface OrgInviteHandle extends InviteHandle {
  readonly userId: string;
}

type Items<T, List extends string> = T extends object
  ? List extends keyof T
    ? NonNullable<T[List]> extends readonly (infer Item)[]
      ? Item
      : never
    : never
  : never;

type NameOf<T, By extends string, Default = never> = T extends object
  ? By extends keyof T
    ? Extract<T[By], string>
    : Default
  : never;

type Handles<Names extends string, Handle> = { readonly [Name in Names]: Handle };

type InOrgAndGroups<Org, List extends string> = Items<Org, List> | Items<Items<Org, "groups">, List>;

type KeyName<Key> = Key extends { readonly apiKey: string }
  ? never
  : NameOf<Key, "desc", "seeded"> | NameOf<Key, "publicKey">;

type AccountName<Account> = Account extends { readonly serviceAccount: string }
  ? never
  : NameOf<Account, "name", "seeded"> | NameOf<Account, "clientId">;

type Invites<ToOrg, ToGroup> = {
  readonly [Name in NameOf<ToOrg | ToGroup, "username">]: Name extends NameOf<ToGroup, "username">
    ? InviteHandle
    : OrgInviteHandle;
};

interface Inside<Org, ToOrg, ToGroup> {
  /** The projects by name. */
  readonly groups: {
    readonly [Group in Items<Org, "groups"> as NameOf<Group, "name">]: GroupHandle & {
      readonly invites: Invites<never, Items<Group, "invites">>;
    };
  };
  /** The teams by name. */
  readonly teams: Handles<NameOf<Items<Org, "teams">, "name">, TeamHandle>;
  /** The people by address. */
  readonly users: Handles<NameOf<Items<Org, "users">, "username">, UserHandle>;
  /** The API keys, by `desc` and by public key. */
  readonly keys: Handles<KeyName<InOrgAndGroups<Org, "apiKeys">>, KeyHandle>;
  /** The service accounts by name and by client id. */
  readonly serviceAccounts: Handles<
    AccountName<InOrgAndGroups<Org, "serviceAccounts">>,
    ServiceAccountHandle
  >;
  /** The invitations by address: in a world all, in an organization its own, in a project its own. */
  readonly invites: Invites<ToOrg, ToGroup>;
}

/**
 * The names of a seed: `world.groups.payments.id`. Each organization has the same, for names that several have:
 * `world.orgs.Acme.groups.payments.id`. The compiler knows the names of a seed that is a literal. An unknown or ambiguous name
 * throws a TypeError that says so.
 */
export interface World<Seed = SeedDocument>
  extends Inside<
    Items<Seed, "orgs">,
    Items<Items<Seed, "orgs">, "invites">,
    Items<Items<Items<Seed, "orgs">, "groups">, "invites">
  > {
  /** The organizations by name. */
  readonly orgs: {
    readonly [Org in Items<Seed, "orgs"> as NameOf<Org, "name">]: OrgHandle &
      Inside<Org, Items<Org, "invites">, never>;
  };
}

/** The names of the demonstration. */
export interface Demonstration {
  readonly orgs: readonly [
    {
      readonly name: "Acme";
      readonly users: readonly [{ readonly username: "owner@example.com" }];
      readonly apiKeys: readonly [{ readonly desc: "demonstration" }];
      readonly serviceAccounts: readonly [{ readonly name: "demonstration" }];
      readonly groups: readonly [
        {
          readonly name: "payments";
          readonly invites: readonly [{ readonly username: "hello@example.com" }];
        },
      ];
    },
  ];
}

/** Requires that `Given` has no members other than those of a seed, so that the compiler refuses others. */
export type Exactly<Given, Shape> = Given extends readonly (infer Item)[]
  ? Shape extends readonly (infer Wanted)[]
    ? readonly Exactly<Item, Wanted>[]
    : Given
  : Given extends object
    ? {
        readonly [Name in keyof Given]: Name extends keyof Shape
          ? Exactly<Given[Name], NonNullable<Shape[Name]>>
          : never;
      }
    : Given;
