// Principals: the row that API keys, service accounts and people have in common, because all of them can hold roles.
import type { Unit } from "./connection.ts";
import { insertion, query } from "./query.ts";
import type { Tables } from "./tables.ts";

const insert = insertion("principals");

const remove = query((db, at: { id: string }) => db.deleteFrom("principals").where("id", "=", at.id));

export async function addPrincipal(
  unit: Unit,
  id: string,
  kind: Tables["principals"]["kind"],
): Promise<void> {
  unit.post(insert, { id, kind });
}

/** Removes a principal with all that hangs on it: roles, access list, secrets, tokens. */
export async function removePrincipal(unit: Unit, id: string): Promise<void> {
  unit.post(remove, { id });
}
