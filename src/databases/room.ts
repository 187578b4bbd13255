// The databases of clusters, as a server and `anteroom doctor` get them.
import type { Store } from "../core/store/store.ts";
import { openDeployments } from "./open-deployments.ts";

export const databases = {
  open: openDeployments,
  /** Lists the users and roles in a deployment that the store has forgotten, and drops them if told to. */
  async left(url: string, store: Store, drops: boolean) {
    const { leftIn } = await import("./left-in.ts");
    return leftIn(url, store, drops);
  },
};
