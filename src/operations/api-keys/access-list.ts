// What the operations of a key's access list have in common.
import Type from "typebox";
import type { FaultMaker } from "../../contract/errors.ts";
import { type Caller, effectiveRoles } from "../../domain/access.ts";
import type { AccessEntry } from "../../domain/access-entry.ts";
import type { ApiKey } from "../../domain/api-key.ts";
import { type Paged, showPage } from "../../domain/page.ts";
import type { Reads } from "../../store/store.ts";
import type { Showing } from "../operation.ts";
import { showEntry } from "./keys.ts";

export const ipAddress = Type.String({
  pattern:
    "^([0-9]{1,3}\\.){3}[0-9]{1,3}(%2[fF][0-9]{1,3})?|([0-9a-f]{1,4}\\:){7}[0-9a-f]{1,4}(%2[fF][0-9]{1,3})?|([0-9a-f]{1,4}\\:){1,6}\\:(%2[fF][0-9]{1,3})?$",
  checkedByRule: true,
  description: "Address, or network in CIDR notation with its slash as %2F.",
});

/** The list of a key is changed by owners of its organization, and by the key itself. */
export async function refuseOthers(
  tx: Reads,
  key: ApiKey,
  caller: Caller,
  fault: FaultMaker<"USER_UNAUTHORIZED">,
): Promise<void> {
  if (caller.id === key.id) return;
  const roles = effectiveRoles(await tx.orgs.rolesOf(key.orgId, caller.id));
  if (!roles.has("ORG_OWNER")) throw fault("USER_UNAUTHORIZED", {});
}

interface Listed {
  readonly key: ApiKey;
  readonly page: Paged<AccessEntry>;
}

export const showList = ({ key, page }: Listed, showing: Showing) =>
  showPage(page, showing, (entry) => showEntry(entry, key, showing));
