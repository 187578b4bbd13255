// Operations on the history of database access.

import { atlas } from "../../core/operations/atlas.ts";
import { findCluster, findErrors } from "../clusters/common.ts";
import { isTenant } from "../clusters/rules/cluster.ts";
import { checkTracking } from "./common.ts";

export const getGroupDbAccessHistoryCluster = atlas("getGroupDbAccessHistoryCluster", {
  errors: [...findErrors, "INVALID_QUERY_PARAMETER", "TENANT_CLUSTER_ACCESS_HISTORY_NOT_SUPPORTED"],
}).handle(
  async (context) => {
    const { query, fault } = context;
    checkTracking(query, fault);
    const { document } = await findCluster(context);
    if (isTenant(document)) throw fault("TENANT_CLUSTER_ACCESS_HISTORY_NOT_SUPPORTED", {});
  },
  () => ({ accessLogs: [] }),
);

export const getGroupDbAccessHistoryProcess = atlas("getGroupDbAccessHistoryProcess", {
  errors: ["INVALID_QUERY_PARAMETER"],
}).handle(
  async ({ query, fault }) => checkTracking(query, fault),
  () => ({ accessLogs: [] }),
);
