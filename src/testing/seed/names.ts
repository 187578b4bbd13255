// Finds things that a seed names elsewhere in its organization: teams, projects and credentials, by name, by id, or by both.
import { toClientId } from "../../core/contract/client-id.ts";
import type { ApiKey, ServiceAccount } from "../../core/domain/credential.ts";
import type { Org } from "../../core/domain/org.ts";
import type { Reads } from "../../core/store/store.ts";
import { type Planting, problem } from "./planting.ts";

interface Kind<Thing> {
  readonly noun: string;
  /** The member of a seed with the id. */
  readonly byId: string;
  readonly idOf: (thing: Thing) => string;
  readonly nameOf: (thing: Thing) => string;
  readonly list: (tx: Reads, orgId: string) => Promise<readonly Thing[]>;
}

type Named = Readonly<Record<"id" | "name", string>>;

const everything = { includeCount: false, itemsPerPage: 100_000, pageNum: 1 };
const usual = { idOf: ({ id }: Named) => id, nameOf: ({ name }: Named) => name };

export const team: Kind<Named> = {
  ...usual,
  noun: "team",
  byId: "teamId",
  list: async (tx, orgId) => (await tx.teams.inOrg(orgId, everything)).results,
};

export const group: Kind<Named> = {
  ...usual,
  noun: "project",
  byId: "groupId",
  list: (tx, orgId) => tx.groups.inOrg(orgId),
};

export const apiKey: Kind<ApiKey> = {
  noun: "API key",
  byId: "publicKey",
  idOf: ({ publicKey }) => publicKey,
  nameOf: ({ description }) => description,
  list: async (tx, orgId) => (await tx.apiKeys.inOrg(orgId, everything)).results,
};

export const serviceAccount: Kind<ServiceAccount> = {
  noun: "service account",
  byId: "clientId",
  idOf: ({ id }) => toClientId(id),
  nameOf: ({ name }) => name,
  list: async (tx, orgId) => (await tx.serviceAccounts.inOrg(orgId, everything)).results,
};

interface Reference {
  readonly name: string;
  readonly id?: string | undefined;
  /** The place in the seed, and the member with the name. */
  readonly at: string;
  readonly member: string;
}

/** Throws a SeedError if none or several things have the name, or if the id belongs to another thing. */
export async function findNamed<Thing>(
  { tx }: Pick<Planting, "tx">,
  org: Org,
  { noun, byId, idOf, nameOf, list }: Kind<Thing>,
  { name, id, at, member }: Reference,
): Promise<Thing> {
  const all = await list(tx, org.id);
  const [first, ...others] = all.filter((each) => nameOf(each) === name);
  if (first === undefined) {
    throw problem(
      `${at}.${member}`,
      `There is no ${noun} named "${name}" in ${org.name}; ${listed(all.map(nameOf))}`,
    );
  }
  if (id === undefined && others.length > 0) {
    const count = others.length + 1;
    throw problem(
      `${at}.${member}`,
      `${count} ${noun}s in ${org.name} are named "${name}"; give the ${byId} of one`,
    );
  }
  const meant = [first, ...others].find((each) => id === undefined || idOf(each) === id);
  if (meant !== undefined) return meant;
  throw problem(`${at}.${byId}`, `${id} is not that of the ${noun} named "${name}", which is ${idOf(first)}`);
}

/** Returns the id for a name, or for an id alone, which is checked where it is used. */
export async function findId(
  planting: Pick<Planting, "tx">,
  org: Org,
  kind: Kind<Named>,
  { name, id = "", at, member }: Omit<Reference, "name"> & { readonly name: string | undefined },
): Promise<string> {
  if (name === undefined) return id;
  return (await findNamed(planting, org, kind, { name, id: id || undefined, at, member })).id;
}

const mostListed = 20;

function listed(names: readonly string[]): string {
  if (names.length === 0) return "there is none";
  const all = [...new Set(names)].sort();
  return `there are: ${all.slice(0, mostListed).join(", ")}${all.length > mostListed ? ", …" : ""}`;
}
