// Principals: the row that API keys, service accounts and people have in common, because all of them can hold roles.
import { posts } from "./facet.ts";
import type { Tables } from "./tables.ts";

export const addPrincipal = posts((db, id: string, kind: Tables["principals"]["kind"]) =>
  db.insertInto("principals").values({ id, kind }),
);

/** Removes a principal and everything that refers to it: roles, access list, secrets, tokens. */
export const removePrincipal = posts((db, id: string) => db.deleteFrom("principals").where("id", "=", id));
