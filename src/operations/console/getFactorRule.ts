import { ruleIn } from "../../domain/second-factor.ts";
import { door, operation } from "../declare.ts";
import { readSettings } from "../orgs/common.ts";
import { asIs, onPages } from "./common.ts";

export const getFactorRule = operation("GET /console/orgs/{orgId}", {
  ...onPages,
  summary: "Get of whom an organization demands a second factor",
  description: "Of nobody, of its owners, or of everybody.",
  door: door.org("ORG_MEMBER"),
}).handle(async ({ tx, org }) => ({ rule: ruleIn(await readSettings(tx, org)) }), asIs);
