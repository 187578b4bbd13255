// Wrapper for clusters that change "now": a change ends once an answer has shown it.
import { changingOf } from "../../core/changes/changing.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { PipelineRequest, PipelineWrapper } from "../../core/http/pipeline-request.ts";
import type { Reads, Store } from "../../core/store/store.ts";
import { settleCluster } from "./cluster-life.ts";
import { clusters } from "./kept.ts";
import { stateOf } from "./rules/cluster.ts";

interface SettlingDeps {
  readonly store: Pick<Store, "read" | "write">;
  readonly mintId: (now: Instant) => string;
}

/** The reads that show states, each with the parameter that names the cluster; lists show all. */
const showing: Readonly<Record<string, string>> = {
  getGroupCluster: "clusterName",
  getGroupFlexCluster: "name",
  listGroupClusters: "",
  listGroupFlexClusters: "",
};

/** Finds the changes that an answer has shown and that have not ended. */
async function unsettled({ operation, received, now }: PipelineRequest, tx: Reads) {
  const { groupId = "" } = received.params;
  const named = received.params[showing[operation.id] ?? ""];
  const kind = operation.id.includes("Flex") ? "FLEX" : "CLUSTER";
  return (await clusters.all({ tx, now }, { id: groupId })).filter(
    (each) =>
      each.document.kind === kind &&
      (named === undefined || named === each.name) &&
      stateOf(each, now) !== "IDLE",
  );
}

export const settleClusters = ({ store, mintId }: SettlingDeps): PipelineWrapper => ({
  perform: (next) => async (request) => {
    const answer = await next(request);
    const { operation, received, now } = request;
    if (!(operation.id in showing) || answer.status !== 200) return answer;
    if ((await store.read((tx) => unsettled(request, tx))).length === 0) return answer;
    await store.write(async (tx) => {
      tx.locks.group(received.params.groupId ?? "", request.caller?.id ?? "");
      const changing = changingOf({ tx, now, newId: () => mintId(now) }, null);
      for (const each of await unsettled(request, tx)) await settleCluster(changing, each);
    });
    return answer;
  },
});
