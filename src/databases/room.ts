// The databases behind clusters, as a server and `anteroom doctor` are given them.
import type { Store } from "../core/store/store.ts";
import { openDeployments } from "./open-deployments.ts";

export const databases = {
  open: openDeployments,
  /** Says which users and roles in a deployment the store has forgotten, and drops them where it is told to. */
  async left(url: string, store: Store, drops: boolean) {
    const { leftIn } = await import("./left-in.ts");
    return leftIn(url, store, drops);
  },
};
