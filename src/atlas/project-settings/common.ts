// The shared parts of operations on settings that only a project's databases use: tags, limits, paths.

import { isIP } from "node:net";
import { type FaultMaker, wrongField } from "../../core/contract/errors.ts";

/** The earliest instant of logins that Atlas reads. */
const earliestLogin = Date.UTC(2008, 0, 1);

const isInstant = (text: string): boolean => /^\d{1,15}$/.test(text) && Number(text) >= earliestLogin;
const noInstant = `It is a number of milliseconds since 1970, at least ${earliestLogin}.`;

type Tracking = Readonly<Partial<Record<"start" | "end" | "ipAddress", string | undefined>>>;

/** Returns the wrong parameter and what is wrong with it; undefined if all are right. */
function wrongOf({ start, end, ipAddress }: Tracking): [parameter: string, description: string] | undefined {
  if (start !== undefined && !isInstant(start)) return ["start", noInstant];
  if (end !== undefined && !isInstant(end)) return ["end", noInstant];
  if (ipAddress !== undefined && isIP(ipAddress) === 0) return ["ipAddress", "It is no IP address."];
  if (start === undefined && end !== undefined) return ["start", "It is needed with end."];
  if (end === undefined && start !== undefined) return ["end", "It is needed with start."];
  return undefined;
}

/** Refuses a period with only one end, and invalid instants and addresses. */
export function checkTracking(query: Tracking, fault: FaultMaker<"INVALID_QUERY_PARAMETER">): void {
  const wrong = wrongOf(query);
  if (wrong === undefined) return;
  const [parameter] = wrong;
  throw fault("INVALID_QUERY_PARAMETER", { parameter }, wrongField(...wrong));
}

export const asIs = <Value>(value: Value): Value => value;
