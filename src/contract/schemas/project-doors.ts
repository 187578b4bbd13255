// Bodies of the operations on settings of a project that only its databases would follow.
import * as Type from "typebox";
import { always, ObjectId, object, Page } from "./common.ts";

const on = (description: string) => Type.Boolean({ description });

export const AuditLog = object("AuditLog", {
  auditAuthorizationSuccess: always(
    Type.Boolean({ default: false, description: "Whether what is allowed is written down too." }),
  ),
  auditFilter: Type.Optional(
    Type.String({
      description: "What is written down, as a query in JSON, kept as it is sent but for space around it.",
    }),
  ),
  configurationType: always(
    Type.Enum(["NONE", "FILTER_BUILDER", "FILTER_JSON"], {
      type: "string",
      readOnly: true,
      description: "How the filter was made: FILTER_JSON for one that was sent.",
    }),
  ),
  enabled: always(Type.Boolean({ default: false, description: "Whether databases write audit logs." })),
});

export const AwsCustomDnsEnabledView = object("AWSCustomDNSEnabledView", {
  enabled: on("Whether clusters at AWS have names of their own in its networks."),
});

export const ProjectSettingItemView = object("ProjectSettingItemView", {
  enabled: on("Whether private endpoints are regional."),
});

const hour = (description: string) =>
  Type.Optional(Type.Integer({ format: "int32", minimum: 0, maximum: 23, description }));

const ProtectedHours = object(
  "ProtectedHours",
  { endHourOfDay: hour("Last protected hour."), startHourOfDay: hour("First protected hour.") },
  { description: "Hours of the day in which no maintenance begins." },
);

export const GroupMaintenanceWindow = object("GroupMaintenanceWindow", {
  autoDeferOnceEnabled: always(on("Whether each maintenance is deferred once by itself.")),
  dayOfWeek: Type.Optional(
    Type.Integer({ format: "int32", minimum: 1, maximum: 7, description: "Day of the week, 1 for Sunday." }),
  ),
  hourOfDay: hour("Hour of the day."),
  numberOfDeferrals: always(
    Type.Integer({ format: "int32", readOnly: true, description: "How often maintenance was deferred." }),
  ),
  protectedHours: Type.Optional(ProtectedHours),
  startASAP: always(on("Whether maintenance is to begin at once.")),
  timeZoneId: always(Type.String({ readOnly: true, description: "Time zone of the window: UTC." })),
});

const nothing = (id: string, what: string) =>
  object(id, {}, { description: `Never answered: there are no ${what}.` });

const inRegion = (provider: string) =>
  Type.Optional(Type.String({ readOnly: true, description: `${provider}: region that it is in.` }));
export const ContainerPage = Page(
  object("CloudProviderContainer", {
    atlasCidrBlock: always(Type.String({ description: "Addresses in it, as Atlas would choose them." })),
    id: always({ ...ObjectId, readOnly: true, description: "Id of the container." }),
    providerName: always(
      Type.Enum(["AWS", "AZURE", "GCP"], { type: "string", description: "Provider whose network it is." }),
    ),
    provisioned: always(
      Type.Boolean({
        readOnly: true,
        description: "Whether clusters are in it. No network is made.",
      }),
    ),
    region: inRegion("AZURE"),
    regionName: inRegion("AWS"),
    regions: Type.Optional(
      Type.Array(Type.String(), {
        readOnly: true,
        description: "GCP: regions that it is in; empty for all.",
      }),
    ),
  }),
  "PaginatedCloudProviderContainerView",
);
export const PeerPage = Page(
  nothing("BaseNetworkPeeringConnectionSettings", "peering connections"),
  "PaginatedContainerPeerView",
);
export const EndpointServices = Type.Array(nothing("EndpointService", "endpoint services"), {
  description: "Endpoint services: none.",
});

export const MongoDBAccessLogsList = object("MongoDBAccessLogsList", {
  accessLogs: always(
    Type.Array(nothing("MongoDBAccessLogs", "logins"), { readOnly: true, description: "Logins: none." }),
  ),
});
