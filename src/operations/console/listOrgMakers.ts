import { makersIn } from "../../changes/makers.ts";
import { door, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const listOrgMakers = operation("GET /console/orgs/{orgId}/makers", {
  ...onPages,
  summary: "List who made the API keys and service accounts of an organization",
  description:
    "By public key or client id, as the events say that members may read. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
}).handle(
  async ({ tx, org }) => [...(await makersIn(tx, org.id))].map(([of, maker]) => ({ of, ...maker })),
  asIs,
);
