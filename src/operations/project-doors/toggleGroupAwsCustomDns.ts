import { customDns } from "../../changes/project-doors.ts";
import { door, operation, schemas } from "../declare.ts";
import { dns, dnsPath } from "./common.ts";

export const toggleGroupAwsCustomDns = operation(`PATCH ${dnsPath}`, {
  ...dns,
  summary: "Set whether clusters at AWS are to have names of their own in its networks",
  description: "Is remembered, and decides nothing here. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  status: 202,
  body: schemas.AwsCustomDnsEnabledView,
  versions: { "2023-01-01": { reply: schemas.AwsCustomDnsEnabledView } },
}).handle(
  async (context) => {
    const before = await customDns.find(context, context.group);
    return customDns.replace(context, before, { enabled: context.body.enabled });
  },
  (kept) => kept,
);
