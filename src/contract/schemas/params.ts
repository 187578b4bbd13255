// Path parameters by the names in braces: an operation need not declare those that are named here.
import * as Type from "typebox";
import { clientIdPattern, exampleClientId } from "../client-id.ts";
import { ObjectId } from "./common.ts";

export const pathParams = {
  apiUserId: { ...ObjectId, description: "Id of the API key." },
  clientId: Type.String({
    pattern: clientIdPattern,
    example: exampleClientId,
    description: "Client id of the service account.",
  }),
  groupId: { ...ObjectId, description: "Id of the project." },
  invitationId: { ...ObjectId, description: "Id of the invitation." },
  ipAddress: Type.String({
    pattern:
      "^([0-9]{1,3}\\.){3}[0-9]{1,3}(%2[fF][0-9]{1,3})?|([0-9a-f]{1,4}\\:){7}[0-9a-f]{1,4}(%2[fF][0-9]{1,3})?|([0-9a-f]{1,4}\\:){1,6}\\:(%2[fF][0-9]{1,3})?$",
    checkedByRule: true,
    description: "Address, or network in CIDR notation with its slash as %2F.",
  }),
  orgId: { ...ObjectId, description: "Id of the organization." },
  secretId: Type.String({ description: "Id of the secret." }),
  teamId: { ...ObjectId, description: "Id of the team." },
  userId: { ...ObjectId, description: "Id of the user." },
} as const;
