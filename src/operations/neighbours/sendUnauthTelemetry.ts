import { door, operation } from "../declare.ts";
import { unlisted } from "./common.ts";

export const sendUnauthTelemetry = operation("POST /api/private/unauth/telemetry/events", {
  ...unlisted,
  summary: "Send telemetry without credentials",
  description: "Takes whatever is sent and keeps none of it.",
  door: door.open,
  holds: "itself",
  versions: { unversioned: {} },
}).handle(async () => {});
