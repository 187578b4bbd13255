// Addresses of the control plane, by cloud provider and region.
import * as Type from "typebox";
import { always, recordOf } from "./common.ts";

const addresses = Type.Array(Type.String({ readOnly: true }), { readOnly: true });
const byRegion = (provider: string) =>
  always(recordOf(addresses, { readOnly: true, description: `Addresses in ${provider}, by region.` }));

const byProvider = (id: string, description: string) =>
  always(
    Type.Object(
      { aws: byRegion("AWS"), azure: byRegion("Azure"), gcp: byRegion("Google Cloud") },
      { $id: id, readOnly: true, description },
    ),
  );

const inbound = byProvider("InboundControlPlaneCloudProviderIPAddresses", "Where it is called.");
const outbound = byProvider("OutboundControlPlaneCloudProviderIPAddresses", "From where it calls.");

const Gateway = Type.Object(
  {
    ips: always(
      Type.Object(
        { inbound, outbound },
        {
          $id: "GatewayIpAddresses",
          readOnly: true,
          description: "Addresses by direction, cloud and region.",
        },
      ),
    ),
    name: always(Type.String({ readOnly: true, description: "Name of the gateway." })),
  },
  { $id: "Gateway" },
);

export const ControlPlaneIPAddresses = Type.Object(
  {
    gateways: always(
      Type.Array(Gateway, {
        maxItems: 25,
        readOnly: true,
        description: "Gateways of the control plane.",
      }),
    ),
    inbound,
    outbound,
  },
  { $id: "ControlPlaneIPAddresses" },
);
