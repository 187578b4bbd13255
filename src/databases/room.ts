// The databases of clusters, as a server and `anteroom doctor` get them.
import type { DatabasesRoom } from "../server/databases-room.ts";
import { openDeployments } from "./open-deployments.ts";

export const databases: DatabasesRoom = {
  open: openDeployments,
  async left(url, store, drops) {
    const { leftIn } = await import("./left-in.ts");
    return leftIn(url, store, drops);
  },
};
