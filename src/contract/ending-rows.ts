// The table of what ends, as rows: operations of Atlas that lose a version, whether Anteroom has them or not.
import { endings } from "./endings.ts";
import { type Lifetime, type VersionDate, type VersionName, versionsInOrder } from "./versions.ts";

export interface EndingRow {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** All of them, those that stay too. */
  readonly versions: Readonly<Partial<Record<VersionName, Lifetime>>>;
  /** The operation to call instead. */
  readonly successor: string;
}

/** Successors of removed operations that Anteroom does not have. Others of Serverless instances have no successor of their own. */
const replaced: Readonly<Record<string, string>> = {
  createGroupClusterFtsIndex: "createGroupClusterSearchIndex",
  deleteGroupClusterFtsIndex: "deleteGroupClusterSearchIndex",
  getGroupClusterFtsIndex: "getGroupClusterSearchIndex",
  listGroupClusterFtsIndex: "listGroupClusterSearchIndex",
  updateGroupClusterFtsIndex: "updateGroupClusterSearchIndex",

  createGroupPushBasedLogExport: "createGroupLogIntegration",
  deleteGroupPushBasedLogExport: "deleteGroupLogIntegration",
  getGroupPushBasedLogExport: "getGroupLogIntegration",
  updateGroupPushBasedLogExport: "updateGroupLogIntegration",

  createGroupServerlessBackupRestoreJob: "createGroupFlexClusterBackupRestoreJob",
  getGroupServerlessBackupRestoreJob: "getGroupFlexClusterBackupRestoreJob",
  getGroupServerlessBackupSnapshot: "getGroupFlexClusterBackupSnapshot",
  getGroupServerlessInstance: "getGroupFlexCluster",
  listGroupServerlessBackupRestoreJobs: "listGroupFlexClusterBackupRestoreJobs",
  listGroupServerlessBackupSnapshots: "listGroupFlexClusterBackupSnapshots",
  listGroupServerlessInstances: "listGroupFlexClusters",
};

function readLine(line: string): EndingRow {
  const [method = "", path = "", id = "", ...offered] = line.split(" ");
  const versions = Object.fromEntries(
    offered.map((each) => {
      const [version = "", sunset] = each.split(":");
      return [version, sunset === undefined ? {} : { sunset: sunset as VersionDate }];
    }),
  ) as EndingRow["versions"];
  const newest = versionsInOrder(versions).findLast((version) => versions[version]?.sunset === undefined);
  const successor =
    newest === undefined ? (replaced[id] ?? "a Flex or dedicated cluster") : `${id} in version ${newest}`;
  return { id, method, path: `/api/atlas/v2${path}`, versions, successor };
}

export const endingRows: readonly EndingRow[] = endings.trim().split("\n").map(readLine);

const byId = new Map(endingRows.map((row) => [row.id, row]));

export const endingRowOf = (operationId: string): EndingRow | undefined => byId.get(operationId);
