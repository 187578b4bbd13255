import { integrationPage } from "../../changes/integrating.ts";
import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { showIntegration } from "./common.ts";

export const listGroupIntegrations = atlas("listGroupIntegrations", {}).handle(
  ({ group, query, ...reading }) => integrationPage(reading, group, query),
  showPageOf(showIntegration),
);
