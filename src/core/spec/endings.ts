// The table of endings: the operations of Atlas that lose a version, whether Anteroom has them or not.
import { type Lifetime, type VersionName, versionsInOrder } from "../contract/versions.ts";
import { calls } from "./files.ts";
import { endingsIn, type OperationEnding } from "./sunsets.ts";

export interface EndingRow {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** All versions, including those that stay. */
  readonly versions: Readonly<Partial<Record<VersionName, Lifetime>>>;
  /** The operation to call instead. */
  readonly successor: string;
}

function rowOf([id, ending]: readonly [string, OperationEnding]): EndingRow {
  const [method = "", path = ""] = ending.call.split(" ");
  const versions: EndingRow["versions"] = Object.fromEntries(
    Object.entries(ending.versions).map(([name, sunset]) => [name, sunset === null ? {} : { sunset }]),
  );
  const newest = versionsInOrder(versions).findLast((version) => versions[version]?.sunset === undefined);
  const inNewest = newest && `${id} in version ${newest}`;
  // Some operations of Serverless instances have no successor of their own.
  const successor = inNewest ?? calls.patches.endings[id]?.successor ?? "a Flex or dedicated cluster";
  return { id, method, path, versions, successor };
}

/** The rows in the order of their paths. */
export const endingRows: readonly EndingRow[] = Object.entries({
  ...calls.endings,
  ...endingsIn(calls.operations),
})
  .map(rowOf)
  .sort((a, b) => (`${a.path} ${a.id}` < `${b.path} ${b.id}` ? -1 : 1));

const byId = new Map(endingRows.map((row) => [row.id, row]));

export const endingRowOf = (operationId: string): EndingRow | undefined => byId.get(operationId);
