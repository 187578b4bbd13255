import { door, operation } from "../declare.ts";
import { unlisted } from "./common.ts";

export const sendTelemetry = operation({
  id: "sendTelemetry",
  method: "POST",
  path: "/api/private/v1.0/telemetry/events",
  ...unlisted,
  summary: "Send telemetry",
  description: "Takes whatever is sent and keeps none of it.",
  door: door.signedIn,
  holds: "itself",
  status: 204,
  versions: { unversioned: {} },
}).handle(async () => {}, { unversioned: null });
