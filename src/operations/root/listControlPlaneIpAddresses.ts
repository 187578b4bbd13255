import { door, limitSets, operation, schemas } from "../declare.ts";

const none = { aws: {}, azure: {}, gcp: {} };

export const listControlPlaneIpAddresses = operation("GET /api/atlas/v2/unauth/controlPlaneIPAddresses", {
  tag: "Root",
  summary: "List the addresses of the control plane",
  description:
    "By cloud provider and region. This server runs in no provider's region and calls nobody, so that there are none. Needs no credentials.",
  door: door.open,
  limit: limitSets.controlPlane,
  without: ["pretty"],
  versions: { "2023-11-15": { reply: schemas.ControlPlaneIPAddresses } },
}).handle(
  async () => none,
  (providers) => ({ gateways: [], inbound: providers, outbound: providers }),
);
