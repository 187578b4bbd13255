// How API keys look in answers, and the cases that several of their operations share.
import { deepEqual } from "node:assert/strict";
import type { TestContext } from "node:test";
import { assertRefusal, badRequest, now, type Refusal, refusal, type Stage } from "./stage.ts";
import { ids, keys, type Sending } from "./world.ts";

export const orgKeysPath = `/api/atlas/v2/orgs/${ids.org}/apiKeys`;
export const groupKeysPath = `/api/atlas/v2/groups/${ids.group}/apiKeys`;

type KeyName = keyof typeof keys;

export function keyId(stage: Stage, name: KeyName): string {
  const [row] = stage.rows(`select id from api_keys where public_key = '${keys[name].publicKey}'`);
  return (row as { id: string }).id;
}

export const orgRole = (roleName: string) => ({ orgId: ids.org, roleName });
export const groupRole = (roleName: string) => ({ groupId: ids.group, roleName });

interface Shown {
  desc?: string;
  roles: object[];
}

/** A key of the seed as every answer but that of its creation shows it. */
export function shownKey(stage: Stage, name: KeyName, { desc = "seeded", roles }: Shown) {
  const id = keyId(stage, name);
  return {
    desc,
    id,
    links: [{ href: `${stage.url}${orgKeysPath}/${id}`, rel: "self" }],
    privateKey: `********-****-****-${keys[name].privateKey.slice(-12)}`,
    publicKey: keys[name].publicKey,
    roles,
  };
}

/** An entry of the access list of a key, with the members it was added with. */
export function shownEntry(stage: Stage, id: string, entry: { cidrBlock: string; ipAddress?: string }) {
  const { cidrBlock, ipAddress } = entry;
  const name = ipAddress ?? cidrBlock.replace("/", "%2F");
  return {
    cidrBlock,
    count: 0,
    created: now,
    ...(ipAddress !== undefined && { ipAddress }),
    links: [{ href: `${stage.url}${orgKeysPath}/${id}/accessList/${name}`, rel: "self" }],
  };
}

/** Type, feeds and details of the events of this case, without what is kept for pages alone. */
export const recorded = (stage: Stage) =>
  (
    stage.rows("select type, org_id, group_id, details from events order by rowid") as {
      type: string;
      org_id: string | null;
      group_id: string | null;
      details: string;
    }[]
  ).map(({ type, org_id, group_id, details }) => {
    const { access: _, name: __, roles: ___, team: ____, ...said } = JSON.parse(details);
    return { type, org_id, group_id, ...said };
  });

export const inOrgFeed = (type: string, details: object) => ({
  type,
  org_id: ids.org,
  group_id: null,
  ...details,
});

export const inGroupFeed = (type: string, details: object) => ({
  type,
  org_id: null,
  group_id: ids.group,
  ...details,
});

export const badRoles = (...descriptions: string[]): Refusal => badRequest("_roles", ...descriptions);

export const unknownRole = badRoles("Invalid role name 'KING'. Must be a valid Role name.");

export const roleForOrg: Refusal = refusal(
  "INVALID_ROLE_FOR_ORG",
  ["GROUP_OWNER", ids.org],
  "_roles",
  "GROUP_OWNER is a project role. Name organization roles only.",
);

export const roleForGroup: Refusal = refusal(
  "INVALID_ROLE_FOR_GROUP",
  ["ORG_OWNER", ids.group],
  "_roles",
  "ORG_OWNER is an organization role. Name project roles only.",
);

/** The roles a request about a key may not name; `naming` makes the request that names them. */
export async function refusedKeyRoles(
  t: TestContext,
  stage: Stage,
  scope: "org" | "group",
  naming: (roles: string[]) => Sending,
) {
  const refused = async (roles: string[], refusal: Refusal) => {
    assertRefusal(await stage.ask("owner", naming(roles)), refusal);
    deepEqual(stage.events(), []);
  };
  await t.test("400 MISSING_API_KEY_ROLES for no role at all", () =>
    refused([], refusal("MISSING_API_KEY_ROLES")),
  );
  await t.test("400 BAD_REQUEST for a role that does not exist", () => refused(["KING"], unknownRole));
  await t.test(`400 INVALID_ROLE_FOR_${scope.toUpperCase()} for a role of the other scope`, () =>
    scope === "org" ? refused(["GROUP_OWNER"], roleForOrg) : refused(["ORG_OWNER"], roleForGroup),
  );
}

/** The descriptions a request may not give. */
export async function refusedDescriptions(t: TestContext, stage: Stage, naming: (desc: string) => Sending) {
  await t.test("400 API_KEY_REQUIRES_DESCRIPTION for an empty one", async () => {
    for (const desc of ["", "  "]) {
      assertRefusal(await stage.ask("owner", naming(desc)), refusal("API_KEY_REQUIRES_DESCRIPTION"));
    }
  });
  await t.test("400 INVALID_API_KEY_DESC over 250 characters, or with a control character", async () => {
    for (const desc of ["x".repeat(251), "a\u0000b"]) {
      assertRefusal(
        await stage.ask("owner", naming(desc)),
        refusal(
          "INVALID_API_KEY_DESC",
          [250],
          "desc",
          "The description must have 1 to 250 characters, none of them a control character.",
        ),
      );
    }
    deepEqual(stage.events(), []);
  });
}

export const tooManyKeys: Refusal = refusal("MAX_API_KEYS_PER_ORG_EXCEEDED", [500, ids.org]);

/** Fills the organization up to the number of keys it may have. */
export function fillWithKeys(stage: Stage): void {
  const [{ count }] = stage.rows(`select count(*) as count from api_keys where org_id = '${ids.org}'`) as [
    { count: number },
  ];
  for (let index = count; index < 500; index++) {
    const id = `e${String(index).padStart(23, "0")}`;
    stage.execute(`insert into principals (id, kind) values ('${id}', 'API_KEY')`);
    stage.execute(
      `insert into api_keys (id, org_id, public_key, sealed_ha1, private_key_tail, description, created_at)
       values ('${id}', '${ids.org}', 'k${index}', '', '', 'filler', 0)`,
    );
  }
}

/** A key that is not there: unknown, or another organization's. */
export async function refusedKeys(t: TestContext, stage: Stage, asking: (id: string) => Sending) {
  await t.test("400 API_KEY_NOT_FOUND for an unknown key and for another organization's", async () => {
    for (const id of [ids.missing, keyId(stage, "stranger")]) {
      assertRefusal(await stage.ask("owner", asking(id)), refusal("API_KEY_NOT_FOUND", [id]));
    }
  });
  await t.test("404 INVALID_KEY_ID for what is no id", async () => {
    assertRefusal(await stage.ask("owner", asking("nonsense")), refusal("INVALID_KEY_ID", ["nonsense"]));
  });
}
