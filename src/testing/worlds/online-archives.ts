// Online archives of clusters, as they are read and as they are compared.
import type { BackupOnlineArchive } from "../../client/client.ts";
import type { SeedGroup } from "../seed/document.ts";
import { fit, formOf } from "./form.ts";
import type { GroupKinds } from "./kinds.ts";
import { isAny, listOfEach } from "./of-clusters.ts";

type SeedArchive = NonNullable<SeedGroup["onlineArchives"]>[number];

const fitting = {
  order: ["id", "clusterName", "dbName", "collName"],
  defaults: { collectionType: "STANDARD", paused: false, schedule: { type: "DEFAULT" } },
};

const keepArchive = ({ _id: id, ...archive }: BackupOnlineArchive) =>
  fit(formOf(["SeedGroup", "onlineArchives"]), { ...archive, id }, fitting) as SeedArchive;

export const onlineArchiveKinds = {
  onlineArchives: {
    read: listOfEach("onlineArchives", "listGroupClusterOnlineArchives", keepArchive, isAny),
    defaults: fitting.defaults,
    key: ({ id = "" }) => id,
    name: ({ clusterName, dbName, collName }) => `${clusterName} ${dbName}.${collName}`,
    part: ({ clusterName }) => `onlineArchives.${clusterName}`,
    ignored: ["id", "clusterName", "dbName", "collName"],
  },
} satisfies GroupKinds;
