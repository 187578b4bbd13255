// Addresses of the control plane, by cloud provider and region.
import * as Type from "typebox";
import { always, object, recordOf } from "./common.ts";

const addresses = Type.Array(Type.String({ readOnly: true }), { readOnly: true });
const byRegion = (provider: string) =>
  always(recordOf(addresses, { readOnly: true, description: `Addresses in ${provider}, by region.` }));

const byProvider = (id: string, description: string) =>
  always(
    object(
      id,
      { aws: byRegion("AWS"), azure: byRegion("Azure"), gcp: byRegion("Google Cloud") },
      { readOnly: true, description },
    ),
  );

const inbound = byProvider("InboundControlPlaneCloudProviderIPAddresses", "Where it is called.");
const outbound = byProvider("OutboundControlPlaneCloudProviderIPAddresses", "From where it calls.");

const Gateway = object("Gateway", {
  ips: always(
    object(
      "GatewayIpAddresses",
      { inbound, outbound },
      { readOnly: true, description: "Addresses by direction, cloud and region." },
    ),
  ),
  name: always(Type.String({ readOnly: true, description: "Name of the gateway." })),
});

export const ControlPlaneIPAddresses = object("ControlPlaneIPAddresses", {
  gateways: always(
    Type.Array(Gateway, {
      maxItems: 25,
      readOnly: true,
      description: "Gateways of the control plane.",
    }),
  ),
  inbound,
  outbound,
});
