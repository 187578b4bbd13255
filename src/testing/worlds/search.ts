// Search indexes of clusters, as they are read and as they are compared.
import type { SeedGroup } from "../seed/document.ts";
import { fit, formOf } from "./form.ts";
import type { GroupKinds, Reading } from "./kinds.ts";

type SeedIndex = NonNullable<SeedGroup["searchIndexes"]>[number];

const order = { order: ["id", "clusterName", "database", "collectionName", "name", "type"] };

interface Shown {
  readonly indexID?: string | undefined;
  readonly latestDefinition?: object | undefined;
  readonly status?: string | undefined;
}

const keepIndex = (
  clusterName: string,
  { indexID: id, latestDefinition: definition = {}, ...index }: Shown,
) => ({
  ...(fit(formOf(["SeedGroup", "searchIndexes"]), { ...index, id, clusterName }, order) as Omit<
    SeedIndex,
    "definition"
  >),
  definition: { ...definition },
});

/** Lists the indexes of each cluster, except those that are being deleted. */
async function readIndexes({ reader, client, params, prefix }: Reading): Promise<SeedIndex[]> {
  const groupId = params.groupId ?? "";
  const named = ({ name = "" }: { readonly name?: string | undefined }) => name;
  const clusters = [
    ...(await reader.list(
      `${prefix}searchIndexes`,
      (page) => client.listGroupClusters({ groupId, ...page }),
      named,
    )),
    ...(await reader.list(
      `${prefix}searchIndexes.flex`,
      (page) => client.listGroupFlexClusters({ groupId, ...page }),
      named,
    )),
  ];
  const read: SeedIndex[] = [];
  for (const clusterName of clusters) {
    const found = await reader.one(`${prefix}searchIndexes.${clusterName}`, async () =>
      (await client.listGroupClusterSearchIndexes({ groupId, clusterName }))
        .filter(({ status }) => status !== "DELETING")
        .map((index) => keepIndex(clusterName, index)),
    );
    read.push(...(found ?? []));
  }
  return read;
}

export const searchKinds = {
  searchIndexes: {
    read: readIndexes,
    key: ({ id = "" }) => id,
    name: ({ clusterName, database, collectionName, name }) =>
      `${clusterName} ${database}.${collectionName} ${name}`,
    part: ({ clusterName }) => `searchIndexes.${clusterName}`,
    ignored: ["id", "clusterName", "database", "collectionName", "name"],
  },
} satisfies GroupKinds;
