// Access as it was at an earlier instant: what is held now, with the changes since undone.
import { toClientId } from "../contract/client-id.ts";
import { foldAddress } from "./address.ts";
import type { AccessChange } from "./event.ts";

/** How changes name holders and places. */
export const person = (username: string): string => `person/${foldAddress(username)}`;
export const key = (publicKey: string): string => `key/${publicKey}`;
export const account = (clientId: string): string => `account/${clientId}`;
export const team = (id: string): string => `team/${id}`;
export const group = (id: string): string => `group/${id}`;
export const inOrg = "org";

/** The place of a role: a project, or the organization itself where there is no id. */
export const placeOf = (groupId: string | null): string => (groupId === null ? inOrg : group(groupId));

/** What somebody holds in a team. */
export const memberOf = ["member"];

interface Holder {
  readonly id: string;
  readonly kind: string;
  readonly username: string | null;
  readonly publicKey: string | null;
}

export function holderOf({ id, kind, username, publicKey }: Holder): string {
  if (kind === "USER") return person(username ?? "");
  return kind === "API_KEY" ? key(publicKey ?? "") : account(toClientId(id));
}

interface Given {
  readonly groupId: string | null;
  readonly role: string;
}

/** The roles of a holder by their places, as given to it or taken from it. */
export function changesOf(who: string, roles: readonly Given[], how: "given" | "taken"): AccessChange[] {
  const places = [...new Set(roles.map(({ groupId }) => groupId))];
  return places.map((groupId) => {
    const held = roles.filter((each) => each.groupId === groupId).map(({ role }) => role);
    const [before, after] = how === "given" ? [[], held] : [held, []];
    return { who, in: placeOf(groupId), before, after };
  });
}
