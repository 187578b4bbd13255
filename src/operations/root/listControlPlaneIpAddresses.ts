// Answers the addresses from which Atlas's control plane calls and is called: Anteroom has none of a cloud provider.
import { limitSets } from "../../contract/limits.ts";
import { envelope } from "../../contract/schemas/common.ts";
import { ControlPlaneIPAddresses } from "../../contract/schemas/control-plane.ts";
import { open } from "../../domain/access.ts";
import { operation } from "../operation.ts";

const none = { aws: {}, azure: {}, gcp: {} };

export const listControlPlaneIpAddresses = operation({
  id: "listControlPlaneIpAddresses",
  method: "GET",
  path: "/api/atlas/v2/unauth/controlPlaneIPAddresses",
  tag: "Root",
  summary: "List the addresses of the control plane",
  description:
    "By cloud provider and region. This server runs in no provider's region and calls nobody, so that there are none. Needs no credentials.",
  door: open(),
  limit: limitSets.controlPlane,
  status: 200,
  params: {},
  query: { envelope },
  versions: { "2023-11-15": { reply: ControlPlaneIPAddresses } },
  errors: [],
}).handle(async () => none, {
  "2023-11-15": (providers) => ({ gateways: [], inbound: providers, outbound: providers }),
});
