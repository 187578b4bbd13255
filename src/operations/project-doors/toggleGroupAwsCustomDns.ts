import { customDns } from "../../changes/project-doors.ts";
import { atlas } from "../atlas.ts";

export const toggleGroupAwsCustomDns = atlas("toggleGroupAwsCustomDns", {
  holds: "group",
}).handle(
  async (context) => {
    const before = await customDns.find(context, context.group);
    return customDns.replace(context, before, { enabled: context.body.enabled });
  },
  (kept) => kept,
);
