import { alerts } from "../../changes/resources.ts";
import { statusAt } from "../../domain/alert.ts";
import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { seenPage, showListedAlert } from "./common.ts";

export const listGroupAlerts = atlas("listGroupAlerts", {}).handle(async (context) => {
  const { group, query, now } = context;
  const all = await alerts.all(context, group);
  const { status } = query;
  return seenPage(
    status === undefined ? all : all.filter(({ document }) => statusAt(document, now) === status),
    context,
  );
}, showPageOf(showListedAlert));
