// What would have let a refused request in, where one call of the API or one control does it: the button, and the same in Terraform.
import type { OperationId } from "../../client/types.ts";
import { isGroupRole, isOrgRole, type RoleName } from "../../contract/roles.ts";
import { type Door, door } from "../../domain/access.ts";
import { readClient } from "../../domain/client.ts";
import type { SourcedRole } from "../../domain/explanation.ts";
import { writeSnippets } from "../../report/snippets.ts";
import type { Body, Call } from "../../report/steps.ts";
import { successorOf } from "../../report/successors.ts";
import { insteadOf } from "../../report/write-report.ts";
import type { LoggedRequest } from "../dev.ts";
import { mayIn } from "../kit/may.ts";
import type { Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import { endingIn, isFaulted, placeIn } from "./rehearsal-why.ts";

/** A call that cures, as the visitor makes it; `same` is what Terraform has for it, where that is another one. */
export interface CuringCall {
  readonly kind: "call";
  readonly label: string;
  readonly call: Call;
  readonly same: Call;
  readonly mayCall: boolean;
}

export type Cure =
  | CuringCall
  /** A form of another page of the rehearsal. */
  | { readonly kind: "control"; readonly label: string; readonly action: string; readonly form: string }
  | { readonly kind: "none" };

type Scope = { readonly orgId: string } | { readonly groupId: string };

const none: Cure = { kind: "none" };

const call = (operationId: OperationId, params: Call["params"], body: Body): Call => ({
  operationId,
  params,
  body,
});

/** What cures a refusal, as far as anything here does. */
export async function cureOf(visit: Visit, request: LoggedRequest): Promise<Cure> {
  const { refusedBy, address } = request;
  const { cures } = visit.words.rehearsal.requests;
  if (isFaulted(request)) {
    return { kind: "control", label: cures.faults, action: "/rehearsal/faults", form: "clear" };
  }
  if (refusedBy?.rule === "sunset") {
    return { kind: "control", label: cures.clock, action: "/rehearsal/clock", form: "free" };
  }
  if (refusedBy?.rule === "access list" && address !== "") return listing(visit, request);
  if (refusedBy?.rule === "door") return giving(visit, request);
  return none;
}

interface Offer {
  readonly label: string;
  readonly made: Call;
  readonly same?: Call | undefined;
  /** Where the door of the call lets in more than may make it of others. */
  readonly needs?: Door;
}

async function offer(visit: Visit, at: Scope, { label, made, same = made, needs }: Offer): Promise<Cure> {
  const may =
    visit.person &&
    (await mayIn(visit, at).catch(
      unlessRefused("USER_CANNOT_ACCESS_GROUP", "USER_CANNOT_ACCESS_ORG", "USER_UNAUTHORIZED"),
    ));
  return { kind: "call", label, call: made, same, mayCall: may?.(needs ?? made.operationId) === true };
}

async function listing(visit: Visit, { address, claim }: LoggedRequest): Promise<Cure> {
  const { principal } = claim ?? {};
  if (!principal?.orgId) return none;
  const { orgId, kind, id, name } = principal;
  const label = visit.words.rehearsal.requests.cures.address(address);
  const entries = [{ ipAddress: address }];
  const made =
    kind === "API_KEY"
      ? call("createOrgApiKeyAccessListEntry", { orgId, apiUserId: id }, entries)
      : call("createOrgServiceAccountAccessList", { orgId, clientId: name }, entries);
  return offer(visit, { orgId }, { label, made, needs: door.org("ORG_OWNER") });
}

/** Gives the least role that lets in, beside those that are held. A credential of another organization can be given none. */
async function giving(visit: Visit, request: LoggedRequest): Promise<Cure> {
  const { path, explanation, claim } = request;
  const role = explanation?.leastRole;
  const { principal } = claim ?? {};
  if (!role || !principal) return none;
  const groupId = placeIn(path, "groups");
  const ofOrg = explanation.held.find(({ from }) => from.kind === "ORG")?.from.id;
  const inOrg = placeIn(path, "orgs") ?? ofOrg ?? (groupId && (await orgOfGroup(visit, groupId)));
  if (inOrg === undefined || inOrg === "" || (principal.orgId ?? inOrg) !== inOrg) return none;
  const direct = (kind: SourcedRole["from"]["kind"]) =>
    explanation.held.filter(({ from }) => from.kind === kind).map((each) => each.role);
  const label = visit.words.rehearsal.requests.cures.role(visit.words.role(role));
  if (isGroupRole(role) && groupId !== undefined) {
    const [made, same] = inGroup[principal.kind]({ at: groupId, principal, held: direct("GROUP"), role });
    return offer(visit, { groupId }, { label, made, same });
  }
  if (!isOrgRole(role)) return none;
  const [made, same] = inOrganization[principal.kind]({ at: inOrg, principal, held: direct("ORG"), role });
  return offer(visit, { orgId: inOrg }, { label, made, same });
}

/** A visitor who may not read the project could not give a role there either. */
const orgOfGroup = async (visit: Visit, groupId: string): Promise<string | undefined> =>
  visit.person &&
  (
    await visit
      .api("getGroup", { groupId })
      .catch(unlessRefused("USER_CANNOT_ACCESS_GROUP", "USER_UNAUTHORIZED", "GROUP_NOT_FOUND"))
  )?.orgId;

interface Giving {
  readonly at: string;
  readonly principal: { readonly id: string; readonly name: string };
  readonly held: readonly RoleName[];
  readonly role: RoleName;
}

type Kinds = Readonly<
  Record<"API_KEY" | "SERVICE_ACCOUNT" | "USER", (giving: Giving) => readonly [Call, Call?]>
>;

const inGroup: Kinds = {
  API_KEY: ({ at, principal, held, role }) => [
    call("updateGroupApiKeyRoles", { groupId: at, apiUserId: principal.id }, { roles: [...held, role] }),
  ],
  SERVICE_ACCOUNT: ({ at, principal, held, role }) => {
    const id = held.length === 0 ? "inviteGroupServiceAccount" : "updateGroupServiceAccount";
    return [call(id, { groupId: at, clientId: principal.name }, { roles: [...held, role] })];
  },
  USER: ({ at, principal, held, role }) => {
    const roles = [...held, role];
    const added = call("addGroupUsers", { groupId: at }, { username: principal.name, roles });
    if (held.length === 0) return [added];
    return [call("addGroupUserRole", { groupId: at, userId: principal.id }, { groupRole: role }), added];
  },
};

const inOrganization: Kinds = {
  API_KEY: ({ at, principal, held, role }) => [
    call("updateOrgApiKey", { orgId: at, apiUserId: principal.id }, { roles: [...held, role] }),
  ],
  SERVICE_ACCOUNT: ({ at, principal, held, role }) => [
    call("updateOrgServiceAccount", { orgId: at, clientId: principal.name }, { roles: [...held, role] }),
  ],
  USER: ({ at, principal, held, role }) => {
    const body = { username: principal.name, roles: { orgRoles: [...held, role] } };
    const made = call("createOrgUser", { orgId: at }, body);
    if (held.length === 0) return [made];
    return [call("addOrgUserRole", { orgId: at, userId: principal.id }, { orgRole: role }), made];
  },
};

/** The lines of Terraform that cure it: what the call leaves, or what takes the place of what has ended. */
export function terraformOf(request: LoggedRequest, cure: Cure, origin: string): string | undefined {
  if (cure.kind === "call") return writeSnippets(cure.same, origin).terraform;
  if (request.refusedBy?.rule !== "sunset") return undefined;
  const { search, body, userAgent } = request;
  const found = endingIn(request);
  const successor =
    found &&
    successorOf({
      operationId: found.operation.id as OperationId,
      orgId: null,
      params: found.params,
      query: Object.fromEntries(new URLSearchParams(search)),
      ...(body.text && { body: JSON.parse(body.text) }),
    });
  return successor && insteadOf({ client: readClient(userAgent) }, successor).terraform;
}
