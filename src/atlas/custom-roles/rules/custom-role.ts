// Custom roles of a project: the actions that they allow, the roles that they inherit, and what a request may contain.

import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import { withoutRepeats } from "../../../core/domain/repeats.ts";
import type { ActionName } from "./database-actions.ts";
import { builtInRoles, isOn, isOnAdmin } from "./database-role.ts";

export type Resource = { readonly cluster: true } | { readonly collection?: string; readonly db: string };

export interface CustomRole {
  readonly actions: { readonly action: ActionName; readonly resources: Resource[] }[];
  readonly inheritedRoles: { readonly db: string; readonly role: string }[];
}

/** The roles of a project by name. */
type Roles = ReadonlyMap<string, CustomRole>;

interface SentResource {
  readonly cluster?: boolean | null;
  readonly collection?: string | null;
  readonly db?: string | null;
}

export interface SentRole {
  readonly actions?:
    | readonly { readonly action: ActionName; readonly resources?: readonly SentResource[] | null }[]
    | null;
  readonly inheritedRoles?: readonly CustomRole["inheritedRoles"][number][] | null;
}

export const customRoleErrors = [
  "ATLAS_CUSTOM_ROLE_HAS_NO_PERMISSIONS",
  "ATLAS_CUSTOM_ROLE_NOT_FOUND",
  "ATLAS_DUPLICATE_CUSTOM_ROLE_ACTION",
  "ATLAS_DUPLICATE_CUSTOM_ROLE_RESOURCE",
  "ATLAS_INVALID_CUSTOM_ROLE_INHERITED_SCOPE",
  "ATLAS_INVALID_CUSTOM_ROLE_SELF_REFERENTIAL",
  "ATLAS_INVALID_RESOURCE",
  "INVALID_DATABASE_NAME",
] as const;
type Refusing = FaultMaker<(typeof customRoleErrors)[number]>;

export const roleNameErrors = [
  "ATLAS_CUSTOM_ROLE_INVALID_NAME",
  "ATLAS_RESERVED_CUSTOM_ROLE_RESTRICTED",
] as const;

export function checkRoleName(name: string, fault: FaultMaker<(typeof roleNameErrors)[number]>): string {
  if (name.startsWith("xgen-")) throw fault("ATLAS_RESERVED_CUSTOM_ROLE_RESTRICTED", { role: name });
  if (/^[A-Za-z0-9][\w-]*$/.test(name) && !builtInRoles.has(name)) return name;
  const description = "Letters, digits, _ and -, first a letter or a digit; not the name of a built-in role.";
  throw fault("ATLAS_CUSTOM_ROLE_INVALID_NAME", { role: name }, wrongField("roleName", description));
}

/** Makes the role of a request; members that are not sent stay as they are. */
export function chooseCustomRole(name: string, sent: SentRole, roles: Roles, fault: Refusing): CustomRole {
  const before = roles.get(name);
  const actions = chooseActions(sent.actions, fault) ?? before?.actions ?? [];
  const inheritedRoles = withoutRepeats(
    (sent.inheritedRoles ?? before?.inheritedRoles ?? []).map(({ db, role }) => ({ db, role })),
  );
  if (actions.length + inheritedRoles.length === 0) throw fault("ATLAS_CUSTOM_ROLE_HAS_NO_PERMISSIONS", {});
  for (const { db, role } of inheritedRoles) checkInherited(name, { db, role }, roles, fault);
  return { actions, inheritedRoles };
}

function chooseActions(sent: SentRole["actions"], fault: Refusing): CustomRole["actions"] | undefined {
  if (sent === undefined || sent === null) return undefined;
  if (new Set(sent.map(({ action }) => action)).size < sent.length) {
    throw fault("ATLAS_DUPLICATE_CUSTOM_ROLE_ACTION", {});
  }
  return sent.map(({ action, resources }) => {
    const chosen = (resources ?? []).map((each) => chooseResource(each, fault));
    const first = chosen.find((each) => !isOn(action, "cluster" in each));
    if (first !== undefined || chosen.length === 0) throw fault("ATLAS_INVALID_RESOURCE", { action });
    if (new Set(chosen.map((each) => JSON.stringify(each))).size < chosen.length) {
      throw fault("ATLAS_DUPLICATE_CUSTOM_ROLE_RESOURCE", { action });
    }
    return { action, resources: chosen };
  });
}

/**
 * Makes a resource. Clients in Go send all three members of every resource, empty if they do not apply; an empty database means
 * any.
 */
function chooseResource({ cluster, collection, db }: SentResource, fault: Refusing): Resource {
  if (cluster === true) return { cluster };
  const name = collection ?? "";
  if (typeof db !== "string" || /[/\\. "$*<>:|?\0]/.test(db)) {
    throw fault(
      "INVALID_DATABASE_NAME",
      { name: db ?? "" },
      wrongField("db", "It is no name of a database."),
    );
  }
  return { ...(name !== "" && { collection: name }), db };
}

function checkInherited(
  name: string,
  { db, role }: CustomRole["inheritedRoles"][number],
  roles: Roles,
  fault: Refusing,
): void {
  if (role === name) throw fault("ATLAS_INVALID_CUSTOM_ROLE_SELF_REFERENTIAL", { role });
  const isOwn = roles.has(role);
  if (!isOwn && !builtInRoles.has(role)) throw fault("ATLAS_CUSTOM_ROLE_NOT_FOUND", { roleName: role });
  if (db !== "admin" && (isOwn || isOnAdmin(role))) {
    throw fault("ATLAS_INVALID_CUSTOM_ROLE_INHERITED_SCOPE", { role, database: db });
  }
}

/** Refuses a change that would make a role inherit itself through others. */
export function checkCircle(
  name: string,
  { inheritedRoles }: CustomRole,
  roles: Roles,
  fault: FaultMaker<"ATLAS_INVALID_CUSTOM_ROLE_CIRCULAR_DEPENDENCY">,
): void {
  const heir = inheritedRoles.find(({ role }) => inherits(role, name, roles));
  if (heir !== undefined) throw fault("ATLAS_INVALID_CUSTOM_ROLE_CIRCULAR_DEPENDENCY", { role: heir.role });
}

/**
 * Reports whether a role inherits from another, directly or indirectly. Each role is visited once, because there may be many
 * paths to it.
 */
function inherits(role: string, from: string, roles: Roles, seen = new Set<string>()): boolean {
  if (seen.has(role)) return false;
  seen.add(role);
  return (roles.get(role)?.inheritedRoles ?? []).some(
    (each) => each.role === from || inherits(each.role, from, roles, seen),
  );
}

/** Returns the roles that inherit a role directly. */
export const heirsOf = (name: string, roles: Roles): string[] =>
  [...roles]
    .filter(([, { inheritedRoles }]) => inheritedRoles.some(({ role }) => role === name))
    .map(([heir]) => heir);
