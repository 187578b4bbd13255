import { atlas } from "../atlas.ts";
import { showOrg } from "./common.ts";

export const getOrg = atlas("getOrg", {}).handle(async ({ org }) => org, showOrg);
