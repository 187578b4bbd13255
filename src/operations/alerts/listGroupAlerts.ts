import { alerts } from "../../changes/resources.ts";
import { statusAt } from "../../domain/alert.ts";
import { door, operation, paging, schemas, showPageOf } from "../declare.ts";
import { alertsPath, ofAlerts, seenPage, showListedAlert } from "./common.ts";

export const listGroupAlerts = operation(`GET ${alertsPath}`, {
  ...ofAlerts,
  summary: "List the alerts of a project",
  description: "Of all states, or of one, oldest first. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  query: { ...paging, status: schemas.alertStatus },
  versions: { "2023-01-01": { reply: schemas.AlertPage } },
}).handle(async (context) => {
  const { group, query, now } = context;
  const all = await alerts.all(context, group);
  const { status } = query;
  return seenPage(
    status === undefined ? all : all.filter(({ document }) => statusAt(document, now) === status),
    context,
  );
}, showPageOf(showListedAlert));
