// Ends the change of a cluster at once: it is ready, or gone.

import { settleCluster } from "../../atlas/clusters/cluster-life.ts";
import { clusters } from "../../atlas/clusters/kept.ts";
import { type ActingDeps, acting } from "./acting.ts";
import { ControlError } from "./control-error.ts";

export const createClusterControls = (deps: ActingDeps) => ({
  settle: (groupId: string, name: string): Promise<void> =>
    acting(deps)(async (changing) => {
      const cluster = await clusters.find(changing, { id: groupId }, name);
      if (cluster === undefined) {
        throw new ControlError(404, `there is no cluster ${name} in the project ${groupId}`);
      }
      await settleCluster(changing, cluster);
    }),
});
