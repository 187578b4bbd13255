import { door, operation } from "../declare.ts";
import { unlisted } from "./common.ts";

export const sendTelemetry = operation("POST /api/private/v1.0/telemetry/events", {
  ...unlisted,
  summary: "Send telemetry",
  description: "Takes whatever is sent and keeps none of it.",
  door: door.signedIn,
  holds: "itself",
  versions: { unversioned: {} },
}).handle(async () => {});
