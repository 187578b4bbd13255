// Reads the people of an organization or a project, and the actions that the visitor may perform on each.
import { isAbove, type Offered, offeredIn } from "../kit/giving.tsx";
import type { Visit } from "../page.ts";
import type { Here, Scope } from "../scope.ts";

export const readPeople = (
  { perform }: Pick<Visit, "perform">,
  scope: Scope,
  query: Readonly<Record<string, unknown>>,
) => perform(scope.pick("listOrgDirectory", "listGroupDirectory"), { ...scope.at, ...query });

export type Directory = Awaited<ReturnType<typeof readPeople>>;
export type Person = Directory["people"][number];

/** The highest number of people that one request changes. */
export const mostChanged = 250;

/** Returns a short name for a person in the address of a list: 16 letters, since proxies limit a request line to 8 kB. */
export const markOf = ({ id }: Pick<Person, "id">): string => Buffer.from(id, "hex").toString("base64url");

/** Reads the people with these addresses or marks; the first of them, if they are more than one request may change. */
export async function readNamed(
  visit: Pick<Visit, "perform">,
  scope: Scope,
  named: readonly string[],
): Promise<readonly Person[]> {
  const asked = named.slice(0, mostChanged);
  const ids = asked
    .map((mark) => Buffer.from(mark, "base64url").toString("hex"))
    .filter((id) => id.length === 24);
  const addresses = asked.filter((each) => each.includes("@"));
  // A query without either finds all people.
  if (ids.length + addresses.length === 0) return [];
  return (await readPeople(visit, scope, { addresses, ids, size: mostChanged })).people;
}

export interface Powers {
  readonly invites: boolean;
  readonly removes: boolean;
  readonly changes: boolean;
  readonly resends: boolean;
  /** True if the visitor may add people to teams of the organization. */
  readonly joins: boolean;
  readonly offered: Offered;
}

export async function powersIn(visit: Visit, { kind, may, pick, at }: Here): Promise<Powers> {
  return {
    invites: may(pick("createOrgUser", "addGroupUsers")),
    removes: may(pick("removeOrgUser", "removeGroupUser")),
    changes: may(pick("updateOrgUser", "addGroupUserRole")),
    // A server without mail would store a second message in addition to the first.
    resends: visit.sendsMail && may(pick("removeOrgUser", "listGroupInvites")),
    joins: kind === "org" && may("addOrgTeamUser"),
    offered: await offeredIn(visit, at),
  };
}

export const isCurrent = ({ state }: Pick<Person, "state">): boolean =>
  state === "ACTIVE" || state === "INVITED";

/**
 * Returns the actions that are possible on a person: none if the person's roles are above the visitor's, or come from a team
 * alone.
 */
export function powersOver(powers: Powers, person: Person, { kind }: Scope) {
  const { removes, changes, resends, joins, offered } = powers;
  const isHere = isCurrent(person);
  const isDirect = kind === "org" || person.state === "INVITED" || person.roles.length > 0;
  const isHigh = isAbove(offered, person.roles);
  return {
    removes: removes && isHere && isDirect && !isHigh,
    changes: changes && isHere && !isHigh,
    resends: resends && person.state === "INVITED",
    joins: joins && isHere,
    invites: !isHere,
  };
}
