// Stored roles. One that this version does not know is reported with its row, gives nothing, and leaves other rows as they are.
import { isGroupRole, isOrgRole, type RoleName } from "../contract/roles.ts";
import type { Unit } from "./connection.ts";

const isKnown = (name: string): name is RoleName => isGroupRole(name) || isOrgRole(name);

/** The roles that are known. Those that are not are reported as roles of `whose`, such as "invitation 5f…". */
export function knownRoles<Role extends RoleName = RoleName>(
  unit: Unit,
  names: readonly string[],
  whose: string,
): Role[] {
  for (const name of names) if (!isKnown(name)) unit.report(`${whose}: unknown role ${name}`);
  return names.filter(isKnown) as Role[];
}

/** The rows whose role is known. */
export const withKnownRoles = <Row extends { readonly role: string }>(
  unit: Unit,
  rows: readonly Row[],
  whoseOf: (row: Row) => string,
): (Row & { readonly role: RoleName })[] =>
  rows.filter(
    (row): row is Row & { readonly role: RoleName } =>
      isKnown(row.role) || knownRoles(unit, [row.role], whoseOf(row)).length > 0,
  );
