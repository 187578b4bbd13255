// Sets up access to accounts at cloud providers, for requests and seeds.

import type { Changing } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import { providerAccesses } from "./kept.ts";
import {
  beginAccess,
  type beginErrors,
  type ProviderAccess,
  type SentAccess,
} from "./rules/provider-access.ts";

export function makeProviderAccess(
  changing: Changing<(typeof beginErrors)[number]>,
  group: GroupRef,
  sent: SentAccess,
): Promise<Resource<ProviderAccess>> {
  const id = changing.newId();
  const document = beginAccess(sent, { ...changing, id, groupId: group.id });
  return providerAccesses.add(changing, group, id, { document });
}
