import { door, operation, Type } from "../declare.ts";
import { performanceAdvisor, readSlowMs, slowMsPath } from "./common.ts";

export const getGroupManagedSlowMs = operation(`GET ${slowMsPath}`, {
  ...performanceAdvisor,
  summary: "Get whether the threshold of slow operations is managed",
  description:
    "Answers true or false, and true until it is disabled. It decides nothing here. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  versions: { "2023-01-01": { reply: Type.Boolean() } },
}).handle(
  ({ tx, group }) => readSlowMs(tx, group),
  (isEnabled) => isEnabled,
);
