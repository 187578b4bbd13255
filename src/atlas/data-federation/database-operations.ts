// Operations on the federated databases of a project.

import { emptyLog } from "../../core/domain/empty-log.ts";
import { second } from "../../core/domain/instant.ts";
import { logPeriodOf } from "../../core/domain/log-period.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { toTimestamp } from "../../core/operations/declare.ts";
import { roleErrors } from "../provider-access/roles.ts";
import {
  checkRoles,
  findDatabase,
  findErrors,
  readAround,
  seen,
  showDatabase,
} from "./federated-databases.ts";
import { federatedDatabases } from "./kept.ts";
import { chooseDatabase, databaseErrors, newDatabase } from "./rules/federated-database.ts";

/** Online archives have no federated databases that could be listed. */
export const listGroupDataFederation = atlas("listGroupDataFederation", {}).handle(
  async (context) => {
    const isOfUsers = context.query.type !== "ONLINE_ARCHIVE";
    const all = isOfUsers ? await federatedDatabases.all(context, context.group) : [];
    const around = await readAround(context);
    return all.map((database) => ({ database, ...around }));
  },
  (all) => all.map(showDatabase),
);

export const getGroupDataFederation = atlas("getGroupDataFederation", { errors: [...findErrors] }).handle(
  async (context) => seen(context, await findDatabase(context)),
  showDatabase,
);

export const createGroupDataFederation = atlas("createGroupDataFederation", {
  locks: "group",
  errors: [...databaseErrors, ...roleErrors, "DATA_FEDERATION_TENANT_ALREADY_EXISTS_FOR_NAME"],
}).handle(async (context) => {
  const { group, body, query, now, fault } = context;
  const { name = "" } = body;
  const document = chooseDatabase(newDatabase(now), body, fault);
  await checkRoles(context, group, document, query.skipRoleValidation === true);
  if ((await federatedDatabases.find(context, group, name)) !== undefined) {
    throw fault("DATA_FEDERATION_TENANT_ALREADY_EXISTS_FOR_NAME", { groupId: group.id, name });
  }
  return seen(context, await federatedDatabases.add(context, group, name, { document }));
}, showDatabase);

export const updateGroupDataFederation = atlas("updateGroupDataFederation", {
  locks: "group",
  errors: [...findErrors, ...databaseErrors, ...roleErrors],
}).handle(async (context) => {
  const { group, body, query, fault } = context;
  const before = await findDatabase(context);
  const document = chooseDatabase(before.document, body, fault);
  await checkRoles(context, group, document, query.skipRoleValidation === true);
  return seen(context, await federatedDatabases.replace(context, before, { document }));
}, showDatabase);

export const deleteGroupDataFederation = atlas("deleteGroupDataFederation", {
  locks: "group",
  errors: [...findErrors],
}).handle(
  async (context) => federatedDatabases.remove(context, await findDatabase(context)),
  () => ({}),
);

/** The hours before its end that a log is of, unless the request says otherwise, as recorded. */
const usualHours = 4;

/** A log without lines: no query is made. */
export const downloadGroupDataFederationQueryLogs = atlas("downloadGroupDataFederationQueryLogs", {
  errors: [...findErrors],
}).handle(
  async (context) => {
    const { name } = await findDatabase(context);
    const { query, now } = context;
    const { endDate = now / second, startDate = endDate - usualHours * 3600 } = query;
    return { name, ...logPeriodOf({ startDate, endDate }, now) };
  },
  () => emptyLog,
  ({ name, from, until }) => {
    const file = `${name}_${toTimestamp(from)}_${toTimestamp(until)}_queries.log.gz`;
    return { "content-disposition": `attachment; filename="${file}"` };
  },
);
