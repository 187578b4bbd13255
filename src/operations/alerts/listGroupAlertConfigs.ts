import { alertConfigs } from "../../changes/resources.ts";
import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { showListedConfig } from "./common.ts";

export const listGroupAlertConfigs = atlas("listGroupAlertConfigs", {}).handle(
  ({ group, query, ...reading }) => alertConfigs.page(reading, group, query),
  showPageOf(showListedConfig),
);
