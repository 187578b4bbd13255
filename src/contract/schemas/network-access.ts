// Bodies of the operations on the access list of a project.
import * as Type from "typebox";
import { Links, ObjectId, object, Page, Timestamp } from "./common.ts";

/** The published one has IPv6 without a prefix length, which answers have. */
const pattern =
  "^([0-9]{1,3}\\.){3}[0-9]{1,3}((/|%2[fF])[0-9]{1,3})?$|^([0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}((/|%2[fF])[0-9]{1,3})?$";

export const NetworkPermissionEntry = object("NetworkPermissionEntry", {
  awsSecurityGroup: Type.Optional(
    Type.String({
      pattern: "^([0-9]*/)?sg-([0-9]*)",
      checkedByRule: true,
      description: "Security group of AWS whose members are let in. Only one of the three says who.",
    }),
  ),
  cidrBlock: Type.Optional(
    Type.String({ pattern, checkedByRule: true, description: "Network that is let in, in CIDR notation." }),
  ),
  comment: Type.Optional(
    Type.String({ maxLength: 80, checkedByRule: true, description: "What the entry is for." }),
  ),
  deleteAfterDate: Type.Optional({
    ...Timestamp,
    description: "When the entry ends by itself, at most a week ahead; absent for never.",
  }),
  groupId: Type.Optional({ ...ObjectId, readOnly: true, description: "Project of the entry." }),
  ipAddress: Type.Optional(
    Type.String({
      pattern: "^((25[0-5]|(2[0-4]|1\\d|[1-9]|)\\d)(\\.(?!$)|$)){4}|([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$",
      checkedByRule: true,
      description: "Address that is let in.",
    }),
  ),
  links: Type.Optional(Links),
});

export const NetworkPermissionEntries = Type.Array(NetworkPermissionEntry, {
  description: "Entries to add.",
});

export const NetworkAccessPage = Page(NetworkPermissionEntry, "PaginatedNetworkAccessView");

export const NetworkPermissionEntryStatus = object("NetworkPermissionEntryStatus", {
  STATUS: Type.Enum(["PENDING", "FAILED", "ACTIVE"], {
    type: "string",
    readOnly: true,
    description: "Whether the entry is in force yet: after five seconds here, and it never fails.",
  }),
});
