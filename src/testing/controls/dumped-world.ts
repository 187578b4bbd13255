// Reads the access of everybody from rows of a store, as a seed that can be compared with another: by the operations of a
// mirror, called by the server itself.

import { noDeployment } from "../../atlas/clusters/rules/cluster-connections.ts";
import { operations } from "../../atlas/index.ts";
import { type AtlasClient, AtlasError } from "../../client/client.ts";
import { manifest } from "../../client/manifest.ts";
import type { OperationId } from "../../client/types.ts";
import { Fault, fault } from "../../core/contract/errors.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Dump } from "../../core/store/dump.ts";
import { openInMemory } from "../../core/store/in-memory.ts";
import type { Reads } from "../../core/store/store.ts";
import type { SeedDocument, SeedOrg } from "../seed/document.ts";
import { readWorld } from "../worlds/read.ts";

type Input = Readonly<Record<string, string>>;

const wholePage = { includeCount: true, itemsPerPage: 100_000, pageNum: 1 };

/** Makes a client that answers like a server which lets the caller read everything. */
function clientOf(tx: Reads, now: Instant): AtlasClient {
  async function answer(id: OperationId, input: Input): Promise<object> {
    const { orgId = "", groupId = "" } = input;
    if (id === "getOrgGroups") {
      const groups = await tx.groups.inOrg(orgId);
      return {
        results: await Promise.all(
          groups.map(async (each) => ({ ...each, tags: await tx.groups.tags(each.id) })),
        ),
      };
    }
    const { handle, views } = operations[id];
    const [org, group] = [await tx.orgs.find(orgId), await tx.groups.find(groupId)];
    const query = { ...wholePage, ...input };
    const asksFor = () => false;
    const value = await handle({
      tx,
      now,
      fault,
      org,
      group,
      params: input,
      query,
      asksFor,
      connections: noDeployment,
      // Seeds have only what is complete.
      clusterSpeed: "instant",
    } as never);
    return views[manifest[id].version]?.(value as never, { origin: "", path: "", search: "" }) as object;
  }
  return new Proxy({} as AtlasClient, {
    get: (_, id: OperationId) => (input: Input) => {
      const answered = answer(id, input).catch((reason) => {
        throw reason instanceof Fault ? refusalOf(id, reason) : reason;
      });
      return Object.assign(answered, {
        all: async () => ((await answered) as { results: object[] }).results,
      });
    },
  });
}

const refusalOf = (id: string, { status, code, message: detail }: Fault) =>
  new AtlasError(id, { status, headers: new Headers(), text: JSON.stringify({ errorCode: code, detail }) });

/** Returns all that `compare` looks at, as of an instant. */
export async function worldIn(dump: Dump, now: Instant): Promise<SeedDocument> {
  const store = await openInMemory();
  try {
    await store.write((tx) => tx.dump.fill(dump));
    return await store.read(async (tx) => {
      const orgs: SeedOrg[] = [];
      for (const { id: orgId } of await tx.orgs.names()) {
        const { seed } = await readWorld({ client: clientOf(tx, now), orgId, parallel: 1 });
        orgs.push(...seed.orgs);
      }
      return { orgs };
    });
  } finally {
    await store.close();
  }
}
