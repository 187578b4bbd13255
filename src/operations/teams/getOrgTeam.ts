import { atlas } from "../atlas.ts";
import { showTeam, teamAsked } from "./common.ts";

export const getOrgTeam = atlas("getOrgTeam", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(teamAsked, showTeam);
