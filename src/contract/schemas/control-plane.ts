// Addresses of the control plane, by cloud provider and region.
import * as Type from "typebox";

const addresses = Type.Array(Type.String({ readOnly: true }), { readOnly: true });
const byRegion = (provider: string) =>
  Type.Optional(
    Type.Record(Type.String(), addresses, {
      readOnly: true,
      description: `Addresses in ${provider}, by region.`,
    }),
  );

const byProvider = (id: string, description: string) =>
  Type.Optional(
    Type.Object(
      { aws: byRegion("AWS"), azure: byRegion("Azure"), gcp: byRegion("Google Cloud") },
      { $id: id, readOnly: true, description },
    ),
  );

const inbound = byProvider("InboundControlPlaneCloudProviderIPAddresses", "Where it is called.");
const outbound = byProvider("OutboundControlPlaneCloudProviderIPAddresses", "From where it calls.");

const Gateway = Type.Object(
  {
    ips: Type.Optional(Type.Object({ inbound, outbound }, { $id: "GatewayIpAddresses", readOnly: true })),
    name: Type.Optional(Type.String({ readOnly: true, description: "Name of the gateway." })),
  },
  { $id: "Gateway" },
);

export const ControlPlaneIPAddresses = Type.Object(
  {
    gateways: Type.Optional(
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
