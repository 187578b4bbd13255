import { matcherFieldNames } from "../../contract/alert-kinds.ts";
import { atlas } from "../atlas.ts";

export const listAlertConfigMatcherFieldNames = atlas("listAlertConfigMatcherFieldNames", {}).handle(
  async () => matcherFieldNames,
  (names) => [...names],
);
