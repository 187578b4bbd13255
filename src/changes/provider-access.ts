// Access to accounts at cloud providers: begun by the API and by seeds.
import type { EnteredGroup } from "../domain/group.ts";
import {
  beginAccess,
  type beginErrors,
  type ProviderAccess,
  type SentAccess,
} from "../domain/provider-access.ts";
import type { Changing } from "./changing.ts";
import { providerAccesses } from "./kinds/provider-access.ts";
import type { Resource } from "./resources.ts";

export function makeProviderAccess(
  changing: Changing<(typeof beginErrors)[number]>,
  group: Pick<EnteredGroup, "id">,
  sent: SentAccess,
  id: string = changing.newId(),
): Promise<Resource<ProviderAccess>> {
  const document = beginAccess(sent, { ...changing, id, groupId: group.id });
  return providerAccesses.add(changing, group, id, { document });
}
