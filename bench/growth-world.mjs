// The world of the growth bench: what a caller sees is the same in each, and what grows around it is made by SQL.
import { createHash, randomBytes } from "node:crypto";

const day = 86_400_000;
const orgId = "a0123456789abcdef0123451";
const groupId = "b0123456789abcdef0123451";
const teamId = "c0123456789abcdef0123451";
const owner = "owner@example.com";
const account = { clientId: "mdb_sa_id_d0123456789abcdef0123451", secret: `mdb_sa_sk_${"d".repeat(40)}` };
export const world = {
  orgId,
  groupId,
  teamId,
  owner,
  account,
  session: randomBytes(32).toString("base64url"),
};

/** @param {number} length @param {(number: number) => object} item */
const several = (length, item) => Array.from({ length }, (_, index) => item(index + 1));

/** The part of the world that is measured: it does not grow, and is within the limits of the API. */
export const seed = {
  orgs: [
    {
      id: orgId,
      name: "Acme",
      users: [
        { username: owner, orgRoles: ["ORG_OWNER"] },
        ...several(60, (number) => ({ username: `person${number}@example.com`, orgRoles: ["ORG_MEMBER"] })),
      ],
      apiKeys: several(30, (number) => ({ desc: `key ${number}`, roles: ["ORG_READ_ONLY"] })),
      serviceAccounts: [
        { clientId: account.clientId, secret: account.secret, name: "bench", roles: ["ORG_OWNER"] },
        ...several(20, (number) => ({ name: `account ${number}`, roles: ["ORG_READ_ONLY"] })),
      ],
      invites: several(20, (number) => ({ username: `invited${number}@example.com`, roles: ["ORG_MEMBER"] })),
      teams: several(20, (number) => ({
        ...(number === 1 && { id: teamId }),
        name: `team ${number}`,
        usernames: [owner, `person${number}@example.com`],
      })),
      groups: several(40, (number) => ({
        ...(number === 1 && { id: groupId }),
        name: `project ${number}`,
        users: several(20, (each) => ({ username: `person${each}@example.com`, roles: ["GROUP_READ_ONLY"] })),
        invites: several(20, (each) => ({
          username: `guest${each}@example.com`,
          roles: ["GROUP_READ_ONLY"],
        })),
      })),
    },
  ],
};

const types = ["INVITED_TO_GROUP", "USER_ROLES_CHANGED_AUDIT", "JOINED_GROUP", "API_KEY_CREATED"];
export const rareType = "ORG_RENAMED";

/** SQL that both engines take, but for how a number becomes an id. @typedef {"sqlite" | "postgres"} Engine */

/** @param {Engine} engine @param {string} prefix @param {string} number */
const idOf = (engine, prefix, number) =>
  engine === "sqlite"
    ? `'${prefix}' || printf('%022x', ${number})`
    : `'${prefix}' || lpad(to_hex(${number}), 22, '0')`;

/** @param {number} count */
const numbers = (count) =>
  `with recursive numbers(i) as (select 1 union all select i + 1 from numbers where i < ${count})`;

/**
 * Statements that make a seeded store a world of that size: so many events of the organization, the odd ones of its project as
 * well, the last hundred unsealed; so many invitations that ended there or ran out; so many that are pending elsewhere, with a
 * project, an organization, a person, a key and a team for each hundred.
 * @param {Engine} engine @param {number} size @param {number} now
 * @returns {string[]}
 */
export function growthOf(engine, size, now) {
  const id = (/** @type {string} */ prefix, number = "i") => idOf(engine, prefix, number);
  const others = Math.ceil(size / 100);
  const owned = `select id from users where username = '${owner}'`;
  const typeOf = `case when i <= 5 then '${rareType}' ${types
    .map((type, index) => `when i % ${types.length} = ${index} then '${type}'`)
    .join(" ")} end`;
  const year = `${now - 365 * day} + cast(i as bigint) * ${Math.floor((364 * day) / size)}`;
  const status = "case i % 4 when 0 then 'ACCEPTED' when 1 then 'REVOKED' else 'PENDING' end";
  const ended = `case when i % 4 < 2 then ${now - 40 * day} + cast(i as bigint) end`;
  const invite =
    "insert into invites (id, org_id, group_id, user_id, username, username_key, inviter_username, status, created_at, expires_at, amended_at, ended_at, roles)";
  const feeds = ["org", "group"].map(
    (kind) =>
      `select '${kind}/' || ${kind}_id as feed, type, at / ${day} as day, count(*) as count
       from events where ${kind}_id is not null and seal_id is not null group by ${kind}_id, type, at / ${day}`,
  );
  return [
    // Whoever the seed names as the inviter, so that there is one whose invitations are many.
    `update invites set inviter_username = '${owner}'`,
    `insert into events (id, type, at, org_id, group_id, actor_kind, actor_id, actor_name, remote_address, target_username, details, seal_id)
     ${numbers(size)} select ${id("e1")}, ${typeOf}, ${year}, '${orgId}', case when i % 2 = 1 then '${groupId}' end,
       'USER', (${owned}), '${owner}', '127.0.0.1', 'person1@example.com', '{}',
       case when i <= ${size - 100} then ${id("ea", "i / 200")} end from numbers`,
    // The server that was seeded may have counted some already.
    "delete from event_days",
    "delete from event_totals",
    `insert into event_days (feed, type, day, count) ${feeds.join(" union all ")}`,
    `insert into event_totals (feed, type, count) select feed, type, sum(count) from event_days group by feed, type`,
    `${invite} ${numbers(size)} select ${id("11")}, '${orgId}', case when i % 2 = 1 then '${groupId}' end,
       case when i % 2 = 0 then ${id("12")} end, 'ended' || i || '@example.com', 'ended' || i || '@example.com', '${owner}', ${status},
       ${now - 60 * day}, ${now - 30 * day} + cast(i as bigint), ${now - 60 * day}, ${ended},
       case when i % 2 = 1 then 'GROUP_READ_ONLY' else 'ORG_MEMBER' end from numbers`,
    // Each other one to the organization was to give a role in the project as well.
    `insert into invite_group_roles (invite_id, group_id, role)
     select id, '${groupId}', 'GROUP_READ_ONLY' from invites where id like '11%' and group_id is null and created_at = ${now - 60 * day}
       and (expires_at - ${now - 30 * day}) % 8 < 4`,
    `insert into orgs (id, name, created_at, skip_default_alerts_settings, api_access_list_required)
     ${numbers(others)} select ${id("a1")}, 'other ' || i, ${now - 90 * day}, 0, 0 from numbers`,
    `insert into groups (id, org_id, name, created_at, with_default_alerts_settings)
     ${numbers(others)} select ${id("b1")}, ${id("a1")}, 'other', ${now - 90 * day}, 1 from numbers`,
    `insert into principals (id, kind) ${numbers(others)}
     select ${id("f1")}, 'USER' from numbers union all select ${id("f2")}, 'API_KEY' from numbers`,
    `insert into api_keys (id, org_id, public_key, sealed_ha1, private_key_tail, description, created_at)
     ${numbers(others)} select ${id("f2")}, ${id("a1")}, 'other' || i, '', '', '', ${now - 90 * day} from numbers`,
    `insert into teams (id, org_id, name, created_at)
     ${numbers(others)} select ${id("c1")}, ${id("a1")}, 'other', ${now - 90 * day} from numbers`,
    `insert into users (id, username, username_key, first_name, last_name, created_at)
     ${numbers(others)} select ${id("f1")}, 'other' || i || '@example.com', 'other' || i || '@example.com', '', '', ${now - 90 * day} from numbers`,
    `insert into grants (principal_id, org_id, role, created_at)
     ${numbers(others)} select ${id("f1")}, ${id("a1")}, 'ORG_OWNER', ${now - 90 * day} from numbers`,
    `${invite} ${numbers(size)} select ${id("13")}, ${id("a1", `1 + i % ${others}`)}, ${id("b1", `1 + i % ${others}`)}, null,
       'guest' || (i / ${others}) || '@example.com', 'guest' || (i / ${others}) || '@example.com', 'somebody', 'PENDING',
       ${now - day}, ${now + 29 * day}, ${now - day}, null, 'GROUP_READ_ONLY' from numbers`,
    `insert into sessions (token_hash, id, user_id, user_agent, remote_address, created_at, last_used_at, expires_at)
     select '${createHash("sha256").update(world.session).digest("hex")}', ${id("99", "1")}, id, 'bench', '127.0.0.1', ${now}, ${now}, ${now + day}
     from users where username = '${owner}'`,
    // SQLite has no statistics unless somebody asks for them, and Anteroom does not; PostgreSQL gathers them by itself.
    ...(engine === "postgres" ? ["analyze"] : []),
  ];
}
