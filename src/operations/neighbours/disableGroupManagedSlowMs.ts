import { door, operation } from "../declare.ts";
import { performanceAdvisor, slowMsPath, writeSlowMs } from "./common.ts";

export const disableGroupManagedSlowMs = operation(`DELETE ${slowMsPath}/disable`, {
  ...performanceAdvisor,
  summary: "Have the threshold of slow operations managed no longer",
  description: "Is remembered, and decides nothing here. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  versions: { "2023-01-01": {} },
}).handle(({ tx, now, newId, group }) => writeSlowMs({ tx, now, newId }, group, false));
