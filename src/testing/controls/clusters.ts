// Ends at once what is under way with a cluster: it is ready, or gone.

import { settleCluster } from "../../atlas/clusters/cluster-life.ts";
import { clusters } from "../../atlas/clusters/kept.ts";
import { changingOf } from "../../core/changes/changing.ts";
import { ControlError } from "./control-error.ts";
import type { SignInDeps } from "./sign-in.ts";

export const createClusterControls = ({
  store,
  clock,
  mintId,
}: Pick<SignInDeps, "store" | "clock" | "mintId">) => ({
  async settle(groupId: string, name: string): Promise<void> {
    const now = clock.now();
    await store.write(async (tx) => {
      tx.locks.everything();
      const changing = changingOf({ tx, now, newId: () => mintId(now) }, null);
      const cluster = await clusters.find(changing, { id: groupId }, name);
      if (cluster === undefined) {
        throw new ControlError(404, `there is no cluster ${name} in the project ${groupId}`);
      }
      await settleCluster(changing, cluster);
    });
  },
});
