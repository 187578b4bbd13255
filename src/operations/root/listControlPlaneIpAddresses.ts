import { atlas } from "../atlas.ts";

const none = { aws: {}, azure: {}, gcp: {} };

export const listControlPlaneIpAddresses = atlas("listControlPlaneIpAddresses", {}).handle(
  async () => none,
  (providers) => ({ gateways: [], inbound: providers, outbound: providers }),
);
