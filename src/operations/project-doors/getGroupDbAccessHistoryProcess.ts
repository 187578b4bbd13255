import { atlas } from "../atlas.ts";
import { checkTracking } from "./common.ts";

export const getGroupDbAccessHistoryProcess = atlas("getGroupDbAccessHistoryProcess", {
  errors: ["INVALID_QUERY_PARAMETER"],
}).handle(
  async ({ query, fault }) => checkTracking(query, fault),
  () => ({ accessLogs: [] }),
);
