import { door, operation, schemas } from "../declare.ts";
import { delegationPath, oneOrg, readDelegation } from "./common.ts";

export const getOrgDelegationSettings = operation(`GET ${delegationPath}`, {
  ...oneOrg,
  summary: "Get the delegation settings of an organization",
  description:
    "Answers every setting, null where it was not set. They are kept and decide nothing here. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  versions: { "2025-03-12": { reply: schemas.OrgDelegationSettingsResponse } },
}).handle(
  ({ tx, org }) => readDelegation(tx, org),
  (settings) => settings,
);
