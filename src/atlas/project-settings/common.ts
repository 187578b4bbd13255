// The shared parts of operations on settings that only a project's databases use: tags, limits, paths.

import { isIP } from "node:net";
import type { FaultMaker } from "../../core/operations/declare.ts";

/** The earliest instant of logins that Atlas reads. */
const earliestLogin = Date.UTC(2008, 0, 1);
const isInstant = (text: string): boolean => /^\d{1,15}$/.test(text) && Number(text) >= earliestLogin;

/** Refuses a period with only one end, and invalid instants and addresses. */
export function checkTracking(
  { start, end, ipAddress }: Readonly<Partial<Record<"start" | "end" | "ipAddress", string | undefined>>>,
  fault: FaultMaker<"INVALID_QUERY_PARAMETER">,
): void {
  const wrong =
    (start !== undefined && !isInstant(start) && "start") ||
    (end !== undefined && !isInstant(end) && "end") ||
    (ipAddress !== undefined && isIP(ipAddress) === 0 && "ipAddress") ||
    (start === undefined && end !== undefined && "start") ||
    (end === undefined && start !== undefined && "end");
  if (wrong) throw fault("INVALID_QUERY_PARAMETER", { parameter: wrong });
}

export const asIs = <Value>(value: Value): Value => value;
