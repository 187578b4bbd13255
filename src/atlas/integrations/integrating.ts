// Sets the integrations that forward a project's alerts and metrics, for requests and seeds alike.

import type { Changing, Reading } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import { type PageRequest, pageOf } from "../../core/domain/page.ts";
import { integrations } from "./kept.ts";
import {
  chooseIntegration,
  type Integration,
  type IntegrationType,
  integrationErrors,
  integrationTypeNames,
  type SentIntegration,
} from "./rules/integration.ts";

/** Returns a page of integrations in the order of their types. */
export async function integrationPage(looking: Reading, group: GroupRef, at: PageRequest) {
  const rank = ({ document }: Resource<Integration>) => integrationTypeNames.indexOf(document.type);
  return pageOf(
    (await integrations.all(looking, group)).sort((a, b) => rank(a) - rank(b)),
    at,
  );
}

type Keyed<Code extends (typeof settingErrors)[number]> = Changing<Code> & {
  readonly seal: (secret: string) => string;
  readonly unseal: (sealed: string) => string;
};

const settingErrors = [...integrationErrors, "INTEGRATION_ALREADY_CONFIGURED"] as const;
export const addIntegrationErrors = settingErrors;

/** Adds an integration. `seal` stores the secrets; the other settings show no more than answers do. */
export async function addIntegration(
  changing: Keyed<(typeof settingErrors)[number]>,
  group: GroupRef,
  type: IntegrationType,
  sent: SentIntegration,
): Promise<void> {
  const { fault, seal } = changing;
  if ((await integrations.find(changing, group, type)) !== undefined) {
    throw fault("INTEGRATION_ALREADY_CONFIGURED", { type });
  }
  const { shown, secrets } = chooseIntegration(type, sent, undefined, fault);
  const sealedSecret = seal(JSON.stringify(secrets));
  await integrations.add(changing, group, type, { document: shown, sealedSecret });
}

export async function replaceIntegration(
  changing: Keyed<(typeof integrationErrors)[number]>,
  before: Resource<Integration>,
  sent: SentIntegration,
): Promise<void> {
  const { fault, seal, unseal } = changing;
  const { document: shown, sealedSecret } = before;
  const kept = { shown, secrets: sealedSecret === null ? {} : JSON.parse(unseal(sealedSecret)) };
  const after = chooseIntegration(shown.type, sent, kept, fault);
  await integrations.replace(changing, before, {
    document: after.shown,
    sealedSecret: seal(JSON.stringify(after.secrets)),
  });
}
