// Path parameters that are given by name, such as `--groupId payments`: looked up through the API, as the caller.
import type { AtlasClient } from "../client/client.ts";
import { findByName, isId, type Named } from "../core/domain/choosing.ts";
import type { Operation } from "../core/operations/operation.ts";
import { Misuse } from "../core/settings/error.ts";
import type { AskedAs } from "./caller.ts";
import type { Flags, namedParams } from "./flags.ts";
import { inWords, openClient } from "./worlds.ts";

type Ids = Readonly<Record<string, unknown>>;

interface Kind {
  readonly singular: string;
  readonly plural: string;
  /** Lists the candidates; undefined if the path does not say where to look. */
  list(client: AtlasClient, ids: Ids): Promise<readonly Named[]> | undefined;
}

/** The kinds by parameter; those that others are looked up in come first. */
const kinds: Readonly<Record<(typeof namedParams)[number], Kind>> = {
  orgId: {
    singular: "organization",
    plural: "organizations",
    list: (client) => client.listOrgs().all(),
  },
  groupId: { singular: "project", plural: "projects", list: (client) => client.listGroups().all() },
  teamId: { singular: "team", plural: "teams", list: listTeams },
  userId: { singular: "person", plural: "people", list: listPeople },
};

async function listTeams(client: AtlasClient, ids: Ids): Promise<readonly Named[]> {
  const orgId = ids.orgId ?? (await client.getGroup({ groupId: String(ids.groupId) })).orgId;
  return client.listOrgTeams({ orgId: String(orgId) }).all();
}

function listPeople(client: AtlasClient, { orgId, groupId }: Ids): Promise<readonly Named[]> | undefined {
  const found =
    orgId !== undefined
      ? client.listOrgUsers({ orgId: String(orgId) }).all()
      : groupId !== undefined
        ? client.listGroupUsers({ groupId: String(groupId) }).all()
        : undefined;
  return found?.then((people) => people.map(({ id, username }) => ({ id, name: username })));
}

/** Returns the flags with ids instead of names. Throws a Misuse with the candidates, for a name of none or several. */
export async function withIds({ params }: Operation, flags: Flags, { credentials }: AskedAs): Promise<Flags> {
  const client = openClient(flags.baseUrl, credentials, { quiet: true });
  const ids: Record<string, unknown> = Object.fromEntries(
    Object.keys(params).map((param) => [param, flags[param]]),
  );
  for (const [param, kind] of Object.entries(kinds)) {
    if (!(param in params) || isId(ids[param])) continue;
    const listed = kind.list(client, ids);
    if (listed === undefined) continue;
    ids[param] = choose(await inWords(listed, flags.data), { ...kind, param, name: ids[param] });
  }
  return { ...flags, ...ids };
}

interface Wanted {
  readonly param: string;
  readonly name: unknown;
  readonly singular: string;
  readonly plural: string;
}

export function choose(all: readonly Named[], { param, name, ...kind }: Wanted): string {
  const found = findByName(all, name, { ...kind, seen: "the credential sees" });
  if ("id" in found) return found.id;
  throw new Misuse(`--${param} ${name}: ${found.flaw}`);
}
