// Online archives of clusters, as they are read and as they are compared.
import type { BackupOnlineArchive } from "../../client/client.ts";
import type { SeedGroup } from "../seed/document.ts";
import { fit, formOf } from "./form.ts";
import type { GroupKinds, Reading } from "./kinds.ts";

type SeedArchive = NonNullable<SeedGroup["onlineArchives"]>[number];

const fitting = {
  order: ["id", "clusterName", "dbName", "collName"],
  defaults: { collectionType: "STANDARD", paused: false, schedule: { type: "DEFAULT" } },
};

const keepArchive = ({ _id: id, ...archive }: BackupOnlineArchive) =>
  fit(formOf(["SeedGroup", "onlineArchives"]), { ...archive, id }, fitting) as SeedArchive;

/** Lists the archives of each cluster that is not a flex one. */
async function readArchives({ reader, client, params, prefix }: Reading): Promise<SeedArchive[]> {
  const { groupId = "" } = params;
  const clusters = await reader.list(
    `${prefix}onlineArchives`,
    (page) => client.listGroupClusters({ groupId, ...page }),
    ({ name = "" }) => name,
  );
  const read: SeedArchive[] = [];
  for (const clusterName of clusters) {
    const found = await reader.list(
      `${prefix}onlineArchives.${clusterName}`,
      (page) => client.listGroupClusterOnlineArchives({ groupId, clusterName, ...page }),
      keepArchive,
    );
    read.push(...found);
  }
  return read;
}

export const onlineArchiveKinds = {
  onlineArchives: {
    read: readArchives,
    defaults: fitting.defaults,
    key: ({ id = "" }) => id,
    name: ({ clusterName, dbName, collName }) => `${clusterName} ${dbName}.${collName}`,
    part: ({ clusterName }) => `onlineArchives.${clusterName}`,
    ignored: ["id", "clusterName", "dbName", "collName"],
  },
} satisfies GroupKinds;
