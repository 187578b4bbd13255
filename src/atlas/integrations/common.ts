// The shared parts of operations on third-party integrations: paths, how one is found, and how it looks.

import type { Resource } from "../../core/changes/resources.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import type { FaultMaker, Reads } from "../../core/operations/declare.ts";
import { integrations } from "./kept.ts";
import type { Integration, IntegrationType } from "./rules/integration.ts";

export async function findIntegration({
  group,
  params: { integrationType: type },
  fault,
  ...reading
}: {
  readonly tx: Reads;
  readonly now: number;
  readonly group: { readonly id: string };
  readonly params: { readonly integrationType: string };
  readonly fault: FaultMaker<"INTEGRATION_NOT_CONFIGURED">;
}) {
  const found = await integrations.find(reading, group, type);
  if (found === undefined) throw fault("INTEGRATION_NOT_CONFIGURED", { type });
  return found;
}

/** A webhook has its type last (recorded). */
export function showIntegration({ id, document }: Resource<Integration>) {
  const shown = sortMembers({ ...document, id });
  if (shown.type !== "WEBHOOK") return shown;
  const { type, ...others } = shown;
  return { ...others, type };
}

/** HIP_CHAT is a documented type that is no longer supported. */
export function typeOf(
  { integrationType: type }: { readonly integrationType: string },
  fault: FaultMaker<"INVALID_INTEGRATION_SETTINGS">,
): IntegrationType {
  if (type === "HIP_CHAT") throw fault("INVALID_INTEGRATION_SETTINGS", { type });
  return type as IntegrationType;
}
