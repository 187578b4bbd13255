// Reconstructs access at an earlier instant: from the current access, by undoing later changes.
import { toClientId } from "../contract/client-id.ts";
import { foldAddress } from "./address.ts";
import type { AccessChange, AuditEvent } from "./event.ts";
import type { Instant } from "./instant.ts";

/** Returns the name of a holder in changes. */
export const person = (username: string): string => `person/${foldAddress(username)}`;
export const key = (publicKey: string): string => `key/${publicKey}`;
export const account = (clientId: string): string => `account/${clientId}`;
/** Returns the name of a database user; `name` is that among the users of the project. */
export const databaseUser = (groupId: string, name: string): string => `database/${groupId}/${name}`;
export const team = (id: string): string => `team/${id}`;
export const group = (id: string): string => `group/${id}`;
export const inOrg = "org";

/** Returns the place of a role: a project, or the organization if there is no id. */
export const placeOf = (groupId: string | null): string => (groupId === null ? inOrg : group(groupId));

/** Returns the id of the project that a place is. */
export const idOfPlace = (place: string): string => place.slice(group("").length);

/** The role of a member in a team. */
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

/** Returns the changes of a holder's roles, by place, when they are given or taken. */
export function changesOf(who: string, roles: readonly Given[], how: "given" | "taken"): AccessChange[] {
  const places = [...new Set(roles.map(({ groupId }) => groupId))];
  return places.map((groupId) => {
    const held = roles.filter((each) => each.groupId === groupId).map(({ role }) => role);
    const [before, after] = how === "given" ? [[], held] : [held, []];
    return { who, in: placeOf(groupId), before, after };
  });
}

/** The roles of a holder in a place. */
export interface Held {
  readonly who: string;
  readonly in: string;
  readonly roles: readonly string[];
}

/** An event that can be undone. */
export type Undone = Required<Pick<AuditEvent, "id" | "type" | "at" | "groupId" | "details" | "kept">>;

/** The access in an organization: who has which roles. Its events are undone one by one, newest first. */
export class Access {
  readonly #held = new Map<string, Map<string, readonly string[]>>();
  /** The names of projects by id. */
  readonly groups = new Map<string, string>();
  readonly teams = new Map<string, string>();
  /** The names of credentials by holder. */
  readonly titles = new Map<string, string>();
  /** The events by which projects left the organization: later events of these projects do not count. */
  readonly left = new Map<string, Pick<Undone, "id" | "at">>();
  /** The time of the newest event without the changed access: the access before it is unknown. */
  unknownBefore: Instant | undefined;
  orgName: string;

  constructor(orgName: string) {
    this.orgName = orgName;
  }

  hold({ who, in: place, roles }: Held): void {
    let places = this.#held.get(who);
    if (places === undefined) this.#held.set(who, (places = new Map()));
    if (roles.length === 0) places.delete(place);
    else places.set(place, roles);
  }

  /** Undoes an event that happened after an instant. Newer events of its feed must be undone already. */
  undo(event: Undone, since: Instant): void {
    const { access, endedAt } = event.kept;
    // It ended before the instant and was recorded later, so nothing was held at that time.
    if (endedAt !== undefined && endedAt <= since) return;
    if (access === undefined) {
      this.unknownBefore = Math.max(this.unknownBefore ?? event.at, event.at);
      return;
    }
    for (const { who, in: place, before } of access) this.hold({ who, in: place, roles: before });
    this.#rename(event);
  }

  #rename({ id: eventId, type, at, groupId, details, kept }: Undone): void {
    const before = kept.name?.before ?? "";
    const { teamId = "", targetPublicKey, clientId = "" } = details;
    if (type === "GROUP_CREATED" || type === "GROUP_MOVED") this.groups.delete(groupId);
    else if (kept.name === undefined) return;
    else if (type === "GROUP_MOVED_FROM_ORG" || type === "GROUP_DELETED") {
      const id = kept.group?.id ?? groupId;
      this.left.set(id, { id: eventId, at });
      this.groups.set(id, before);
    } else if (type === "GROUP_NAME_CHANGED") this.groups.set(groupId, before);
    else if (type.startsWith("TEAM")) this.teams.set(teamId, before);
    else if (type === "ORG_RENAMED") this.orgName = before;
    else this.titles.set(targetPublicKey === undefined ? account(clientId) : key(targetPublicKey), before);
  }

  /**
   * Lists people in the order of their addresses, then programs and database users, with their roles in the organization, its
   * projects and teams.
   */
  *holders(): Generator<readonly [who: string, held: ReadonlyMap<string, readonly string[]>]> {
    for (const kind of ["person/", "key/", "account/", "database/"]) {
      const some = [...this.#held.keys()].filter((who) => who.startsWith(kind));
      for (const who of some.sort()) {
        const places = this.#held.get(who) ?? new Map();
        if (places.size > 0) yield [who, places];
      }
    }
  }

  /** Returns the roles of a team by project. */
  ofTeam(id: string): ReadonlyMap<string, readonly string[]> {
    return this.#held.get(team(id)) ?? new Map();
  }
}
