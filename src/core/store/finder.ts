// Searches people and invitations for the console, and finds the owner of an id. Each statement reads a window of one index, so
// a search costs the same in an organization of any size; a whole address or id is found anywhere.
import { sql } from "kysely";
import type { DirectoryScope } from "../domain/directory.ts";
import type { Instant } from "../domain/instant.ts";
import { all, holds, inScope, queryPeople } from "./directory-query.ts";
import { many } from "./facet.ts";
import { isPending, pendingInvites } from "./invites.ts";

/** The rows of a scope that are searched for a part of a name or an address, in the order of addresses. */
const searched = sql.lit(20_000);

export interface Sought {
  /** The folded words. */
  readonly words: readonly string[];
  /** The whole text, folded, for an address. */
  readonly address: string;
  readonly most: number;
}

interface FoundPerson {
  readonly id: string;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** A thing with the id; of an organization only the name is known. */
export interface Owned {
  readonly kind: "ORG" | "GROUP" | "TEAM" | "API_KEY" | "SERVICE_ACCOUNT" | "USER" | "INVITE";
  readonly id: string;
  readonly name: string;
  readonly orgId: string | null;
  readonly groupId: string | null;
}

export const reads = {
  /** Finds people with a role of their own in an organization or a project, by address. */
  people: many(
    queryPeople((db, scope: DirectoryScope, { words, address, most }: Sought) => {
      const here = all([inScope(scope, "grants"), sql`username_key is not null`]);
      const found = sql`select username_key from (select username_key, names from grants where ${here}
          order by username_key limit ${searched}) as some_people where ${all(holds(words, "usernameKey", "names"))}
        union select username_key from grants where ${here} and username_key = ${address}`;
      const people = sql<FoundPerson>`(select distinct users.id, username, first_name, last_name, users.username_key
        from (${found}) as found join users on users.username_key = found.username_key
        order by users.username_key limit ${sql.lit(most)})`;
      return db.selectFrom(people.as("people")).select(["id", "username", "firstName", "lastName"]);
    }),
  ),

  /** Finds pending invitations to an organization, or to a project alone: the first to expire of those that match. */
  invites: many(
    queryPeople((db, { orgId, groupId }: DirectoryScope, { words, address, most }: Sought, now: Instant) => {
      const pending = pendingInvites(db, now).select(["id", "usernameKey"]);
      const here =
        groupId === null
          ? pending.where("orgId", "=", orgId).where("groupId", "is", null)
          : pending.where("groupId", "=", groupId).where("groupId", "is not", null);
      return db
        .selectFrom(here.orderBy("expiresAt").orderBy("id").limit(searched).as("some"))
        .select(["id", "usernameKey"])
        .where(sql<boolean>`${all(holds(words, "usernameKey"))}`)
        .union(here.where("usernameKey", "=", address))
        .limit(most);
    }),
  ),

  /** Finds things with an id; for an invitation to an organization, also by the id of its pending user. */
  withId: many(
    queryPeople((db, id: string) => {
      const none = sql`null`;
      const rows = sql.join(
        [
          sql`select 'ORG' as kind, id, name, id as org_id, ${none} as group_id from orgs where id = ${id}`,
          sql`select 'GROUP', id, name, org_id, id from groups where id = ${id}`,
          sql`select 'TEAM', id, name, org_id, ${none} from teams where id = ${id}`,
          sql`select 'API_KEY', id, public_key, org_id, ${none} from api_keys where id = ${id}`,
          sql`select 'SERVICE_ACCOUNT', id, name, org_id, ${none} from service_accounts where id = ${id} and mcp_config_id is null`,
          sql`select 'USER', id, username, ${none}, ${none} from users where id = ${id}`,
          sql`select 'INVITE', id, username, org_id, group_id from invites where id = ${id} and status = ${isPending}`,
        ],
        sql` union all `,
      );
      return db
        .selectFrom(sql<Owned>`(${rows})`.as("things"))
        .select(["kind", "id", "name", "orgId", "groupId"]);
    }),
  ),
};
