// Search indexes of clusters, as they are read and as they are compared.
import { fit, formOf } from "./form.ts";
import type { GroupKinds, Reading } from "./kinds.ts";
import { isAny, listOfEach } from "./of-clusters.ts";

const order = { order: ["id", "clusterName", "database", "collectionName", "name", "type"] };

interface Shown {
  readonly indexID?: string | undefined;
  readonly latestDefinition?: object | undefined;
  readonly status?: string | undefined;
}

/** Keeps an index, unless it is being deleted. */
function keepIndex({ indexID: id, latestDefinition: definition = {}, status, ...index }: Shown) {
  if (status === "DELETING") return null;
  const kept = fit(formOf(["SeedGroup", "searchIndexes"]), { ...index, id }, order) as object;
  return { ...kept, definition: { ...definition } };
}

/** Lists the flex clusters, which have indexes too. */
const flexClusters = ({ reader, client, params, prefix }: Reading) =>
  reader.list(
    `${prefix}searchIndexes.flex`,
    (page) => client.listGroupFlexClusters({ groupId: params.groupId ?? "", ...page }),
    ({ name: clusterName = "" }) => ({ clusterName }),
  );

export const searchKinds = {
  searchIndexes: {
    read: listOfEach("searchIndexes", "listGroupClusterSearchIndexes", keepIndex, isAny, flexClusters),
    key: ({ id = "" }) => id,
    name: ({ clusterName, database, collectionName, name }) =>
      `${clusterName} ${database}.${collectionName} ${name}`,
    part: ({ clusterName }) => `searchIndexes.${clusterName}`,
    ignored: ["id", "clusterName", "database", "collectionName", "name"],
  },
} satisfies GroupKinds;
