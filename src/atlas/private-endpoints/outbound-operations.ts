// Operations on the private endpoints of a project to its keys of encryption at rest, and to the storage of its backups.

import type { EARPrivateEndpoint, ObjectStoragePrivateEndpointResponse } from "../../client/api.ts";
import type { Changing } from "../../core/changes/changing.ts";
import type { resourcesOf } from "../../core/changes/resources.ts";
import type { ProviderName } from "../../core/contract/cluster-hardware.ts";
import type { ClusterSpeed } from "../../core/domain/cluster-speed.ts";
import { stepOf } from "../../core/domain/course.ts";
import type { GroupInOrg } from "../../core/domain/group.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { keeping, type Seen } from "../../core/operations/keeping.ts";
import { encryptions } from "../encryption-at-rest/kept.ts";
import { cloudRegion } from "../resource-policies/rules/region-names.ts";
import { keyEndpoints, storageEndpoints } from "./kept.ts";
import {
  accepted,
  chooseOutbound,
  courseOfKeys,
  type OutboundCourse,
  type OutboundEndpoint,
  outboundErrors,
  type SentOutbound,
  stateOfOutbound,
} from "./rules/outbound-endpoint.ts";

type Kind = ReturnType<typeof resourcesOf<OutboundEndpoint>>;
type CourseOf = (document: OutboundEndpoint) => OutboundCourse;

function showOutbound(courseOf: CourseOf, { now, name: id, ...endpoint }: Seen<OutboundEndpoint>) {
  const { step: _, ...shown } = endpoint.document;
  const status = stateOfOutbound(courseOf(endpoint.document), endpoint, now);
  const region = cloudRegion(shown.cloudProvider, shown.regionName);
  return sortMembers({
    ...shown,
    id,
    ...(status !== "INITIATING" && { privateEndpointConnectionName: `${region}-${id}` }),
    status,
  });
}

/** Declares the operations of one of the two kinds. */
const keepingOutbound = <Shown>(kind: Kind, courseOf: CourseOf) =>
  keeping(kind, {
    by: "endpointId",
    absent: "PRIVATE_ENDPOINT_NOT_FOUND",
    isBelow: (document, { cloudProvider }) => document.cloudProvider === cloudProvider,
    show: (endpoint) => showOutbound(courseOf, endpoint) as Shown,
    goneAt: ({ document, now }) => now + document.step,
  });

interface Asking extends Changing<(typeof outboundErrors)[number]> {
  readonly group: GroupInOrg;
  readonly params: { readonly cloudProvider: string };
  readonly body: SentOutbound;
  readonly clusterSpeed: ClusterSpeed;
}

function addOutbound(kind: Kind, context: Asking) {
  const { group, params, body, clusterSpeed, fault, newId } = context;
  const chosen = chooseOutbound(params.cloudProvider as ProviderName, body, fault);
  return kind.add(context, group, newId(), { document: { ...chosen, step: stepOf(clusterSpeed) } });
}

const keys = keepingOutbound<EARPrivateEndpoint>(keyEndpoints, courseOfKeys);

export const listGroupEncryptionAtRestPrivateEndpoints = keys.page(
  "listGroupEncryptionAtRestPrivateEndpoints",
);

export const getGroupEncryptionAtRestPrivateEndpoint = keys.get("getGroupEncryptionAtRestPrivateEndpoint");

export const createGroupEncryptionAtRestPrivateEndpoint = keys.create(
  "createGroupEncryptionAtRestPrivateEndpoint",
  { errors: [...outboundErrors, "ENCRYPTION_AT_REST_SETTINGS_INVALID"], needs: ["clusterSpeed"] },
  async (context) => {
    const { cloudProvider } = context.params;
    const { awsKms, azureKeyVault } = await encryptions.read(context, context.group);
    const key = cloudProvider === "AWS" ? awsKms : azureKeyVault;
    if (!key.enabled || !key.requirePrivateNetworking) {
      throw context.fault("ENCRYPTION_AT_REST_SETTINGS_INVALID", { cloudProvider });
    }
    return addOutbound(keyEndpoints, context);
  },
);

export const requestGroupEncryptionAtRestPrivateEndpointDeletion = keys.remove(
  "requestGroupEncryptionAtRestPrivateEndpointDeletion",
  {},
);

const storage = keepingOutbound<ObjectStoragePrivateEndpointResponse>(storageEndpoints, () => accepted);

export const listGroupBackupPrivateEndpoints = storage.page("listGroupBackupPrivateEndpoints");

export const getGroupBackupPrivateEndpoint = storage.get("getGroupBackupPrivateEndpoint");

export const createGroupBackupPrivateEndpoint = storage.create(
  "createGroupBackupPrivateEndpoint",
  { errors: [...outboundErrors], needs: ["clusterSpeed"] },
  (context) => addOutbound(storageEndpoints, context),
);

export const deleteGroupBackupPrivateEndpoint = storage.remove("deleteGroupBackupPrivateEndpoint", {});
