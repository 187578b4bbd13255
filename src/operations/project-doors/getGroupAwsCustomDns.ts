import { customDns } from "../../changes/project-doors.ts";
import { door, operation, schemas } from "../declare.ts";
import { dns, dnsPath } from "./common.ts";

export const getGroupAwsCustomDns = operation(`GET ${dnsPath}`, {
  ...dns,
  summary: "Get whether clusters at AWS have names of their own",
  description: "False in a new project. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  versions: { "2023-01-01": { reply: schemas.AwsCustomDnsEnabledView } },
}).handle(
  ({ group, ...reading }) => customDns.read(reading, group),
  (kept) => kept,
);
