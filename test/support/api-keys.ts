import { now, type Stage } from "./stage.ts";
import { ids, keys } from "./world.ts";

export const orgKeysPath = `/api/atlas/v2/orgs/${ids.org}/apiKeys`;

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
