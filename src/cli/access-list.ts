// Prints the IP access list of a project for a firewall.
import type { AtlasClient } from "../client/client.ts";
import { isId } from "../core/domain/choosing.ts";
import { Misuse } from "../core/settings/error.ts";
import { readBaseUrl } from "../core/settings/readers.ts";
import { type Environment, findCaller } from "./caller.ts";
import { type ListedEntry, type Ports, writeFirewall } from "./firewalls.ts";
import { choose } from "./named-ids.ts";
import { count, print, say } from "./output.ts";
import { inWords, openClient } from "./worlds.ts";

export interface AccessListFlags {
  readonly from: string;
  readonly groupId?: string;
  readonly projectId?: string;
  readonly data: string;
  readonly format: Parameters<typeof writeFirewall>[1]["format"];
  readonly port: Ports;
  readonly securityGroup?: string;
}

/** Finds the project; it may be left out if the credential sees only one. */
async function projectOf(client: AtlasClient, given: string | undefined) {
  if (isId(given)) {
    const groupId = String(given).toLowerCase();
    const { name = "" } = await client.getGroup({ groupId });
    return { groupId, project: name };
  }
  const all = await client.listGroups().all();
  const [only] = all;
  if (given === undefined && only?.id !== undefined && all.length === 1) {
    return { groupId: only.id, project: only.name };
  }
  if (given === undefined) {
    throw new Misuse(
      `name the project with --projectId, by its name or id: the credential sees ${count(all.length, "project")}`,
    );
  }
  const kind = { singular: "project", plural: "projects" };
  return { groupId: choose(all, { ...kind, param: "projectId", name: given }), project: given };
}

export async function accessList(flags: AccessListFlags, environment: Environment): Promise<void> {
  const { data, format, port: ports, securityGroup, projectId, groupId: named = projectId } = flags;
  const server = readBaseUrl(flags.from, "--from");
  const { credentials } = await findCaller(environment, data);
  const client = openClient(server, credentials, { quiet: false });
  const asked = (async () => {
    const { groupId, project } = await projectOf(client, named === "" ? undefined : named);
    const entries: ListedEntry[] = await client.listGroupAccessListEntries({ groupId }).all();
    return { groupId, project, server, entries };
  })();
  const listed = await inWords(asked, data);
  const text = writeFirewall(listed, { format, ports, securityGroup });
  if (text !== "") print(text);
  if (listed.entries.length === 0) say("anteroom: the access list is empty: no address can connect");
}
