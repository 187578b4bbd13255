import { operation, schemas } from "../declare.ts";
import {
  connectionPath,
  findConnection,
  inFederation,
  params,
  showConnection,
  withMappings,
} from "./common.ts";

export const getFederationSettingConnectedOrgConfig = operation(`GET ${connectionPath}`, {
  ...inFederation,
  summary: "Get how an organization is connected to its federation",
  description:
    "Its identity providers, the domains of its people, and what signing in gives them. Needs Organization Owner.",
  params,
  versions: { "2023-01-01": { reply: schemas.ConnectedOrgConfig } },
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async (context) => withMappings(context.tx, await findConnection(context)), showConnection);
