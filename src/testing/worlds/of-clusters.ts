// Lists that each cluster of a project has of its own, as they are read.
import type { OperationId } from "../../client/types.ts";
import type { SeedGroup } from "../seed/document.ts";
import { type Reading, readKind } from "./kinds.ts";

/** A cluster whose list may be read; of flex clusters, only the name is known. */
interface Listed {
  readonly clusterName: string;
  readonly backupEnabled?: boolean;
}

export const hasBackups = ({ backupEnabled = false }: Listed): boolean => backupEnabled;

/** Returns a function that reads a list of each cluster; `keep` returns null for what is left out. */
export const listOfEach =
  (
    name: keyof SeedGroup,
    list: OperationId,
    keep: (answer: never) => object | null,
    isAsked: (cluster: Listed) => boolean,
    others: (reading: Reading) => Promise<readonly Listed[]> = async () => [],
  ) =>
  async (reading: Reading): Promise<object[]> => {
    const { reader, client, params, prefix } = reading;
    const clusters = await reader.list(
      `${prefix}${name}`,
      (page) => client.listGroupClusters({ groupId: params.groupId ?? "", ...page }),
      ({ name: clusterName = "", backupEnabled = false }) => ({ clusterName, backupEnabled }),
      `${prefix}clusters.names`,
    );
    const read: object[] = [];
    for (const { clusterName } of [...clusters.filter(isAsked), ...(await others(reading))]) {
      const found = await readKind(
        { keep: (each: object) => keep({ ...each, clusterName } as never) },
        list,
        [clusterName],
        { ...reading, params: { ...params, clusterName }, prefix: `${prefix}${name}.` },
      );
      read.push(...((found ?? []) as object[]));
    }
    return read;
  };

export const isAny = () => true;
