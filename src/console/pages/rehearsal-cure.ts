// Offers the change that would have allowed a refused request, if one call of the API or one control makes it: the button, and
// the same in Terraform.
import type { OperationId } from "../../client/types.ts";
import { writeSnippets } from "../../code/snippets.ts";
import type { Body, Call } from "../../code/steps.ts";
import { isGroupRole, isOrgRole, type RoleName } from "../../core/contract/roles.ts";
import { type Door, door } from "../../core/domain/access.ts";
import { readClient } from "../../core/domain/client.ts";
import type { LoggedRequest } from "../dev.ts";
import { mayIn } from "../kit/may.ts";
import type { Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import { callerOf, endingIn, isFaulted, placeIn } from "./rehearsal-why.ts";

/** A call that cures, as the visitor makes it; `same` is the call that Terraform makes, if that is another one. */
export interface CuringCall {
  readonly kind: "call";
  readonly label: string;
  /** The question before the call, which names the caller and the place. */
  readonly question: string;
  /** The message after the call, which says what it did. */
  readonly said: string;
  /** The roles that would suffice, the least first; none if the call gives no role. */
  readonly roles: readonly RoleName[];
  readonly call: Call;
  readonly same: Call;
  /** The call that undoes it; undefined if the caller would keep no role there. */
  readonly undo: Call | undefined;
  readonly mayCall: boolean;
}

export type Cure =
  | CuringCall
  /** A control that another page of the rehearsal has a form for. */
  | { readonly kind: "control"; readonly label: string; readonly action: string; readonly form: string }
  | { readonly kind: "none" };

type Scope = { readonly orgId: string } | { readonly groupId: string };

const none: Cure = { kind: "none" };

const call = (operationId: OperationId, params: Call["params"], body?: Body): Call => ({
  operationId,
  params,
  ...(body !== undefined && { body }),
});

/** Finds the cure of a refusal, if any call here is one. It gives the least role unless another sufficient role is selected. */
export async function cureOf(visit: Visit, request: LoggedRequest, chosen = ""): Promise<Cure> {
  const { refusedBy, address } = request;
  const { cures } = visit.words.rehearsal.requests;
  if (isFaulted(request)) {
    return { kind: "control", label: cures.faults, action: "/rehearsal/faults", form: "clear" };
  }
  if (refusedBy?.rule === "sunset") {
    return { kind: "control", label: cures.clock, action: "/rehearsal/clock", form: "free" };
  }
  if (refusedBy?.rule === "access list" && address !== "") return listing(visit, request);
  if (refusedBy?.rule === "door") return giving(visit, request, chosen);
  return none;
}

interface Offer extends Pick<CuringCall, "label" | "question" | "said" | "undo"> {
  readonly made: Call;
  readonly same?: Call | undefined;
  readonly roles?: readonly RoleName[];
  /** The door that the visitor needs to make the call for others, if it is narrower than the call's own door. */
  readonly needs?: Door;
}

async function offer(visit: Visit, at: Scope, { made, same = made, needs, roles = [], ...said }: Offer) {
  const may =
    visit.person &&
    (await mayIn(visit, at).catch(
      unlessRefused("USER_CANNOT_ACCESS_GROUP", "USER_CANNOT_ACCESS_ORG", "USER_UNAUTHORIZED"),
    ));
  const mayCall = may?.(needs ?? made.operationId) === true;
  return { kind: "call", ...said, roles, call: made, same, mayCall } as const;
}

async function listing(visit: Visit, request: LoggedRequest): Promise<Cure> {
  const { address, claim } = request;
  const { principal } = claim ?? {};
  if (!principal?.orgId) return none;
  const { orgId, kind, id, name } = principal;
  const { cures } = visit.words.rehearsal.requests;
  const who = callerOf(request, visit.words);
  const entries = [{ ipAddress: address }];
  const [made, undo] =
    kind === "API_KEY"
      ? [
          call("createOrgApiKeyAccessListEntry", { orgId, apiUserId: id }, entries),
          call("deleteOrgApiKeyAccessListEntry", { orgId, apiUserId: id, ipAddress: address }),
        ]
      : [
          call("createOrgServiceAccountAccessList", { orgId, clientId: name }, entries),
          call("deleteOrgServiceAccountAccessListEntry", { orgId, clientId: name, ipAddress: address }),
        ];
  return offer(
    visit,
    { orgId },
    {
      label: cures.address(address),
      question: cures.askAddress(who, address),
      said: cures.addedAddress(who, address),
      made,
      undo,
      needs: door.org("ORG_OWNER"),
    },
  );
}

/** Builds the call that gives a role in addition to the held ones. A credential of another organization cannot get one. */
async function giving(visit: Visit, request: LoggedRequest, chosen: string): Promise<Cure> {
  const { path, explanation, claim } = request;
  const least = explanation?.leastRole;
  const { principal } = claim ?? {};
  if (!least || !principal) return none;
  const groupId = placeIn(path, "groups");
  const ofOrg = explanation.held.find(({ from }) => from.kind === "ORG")?.from.id;
  const inOrg = placeIn(path, "orgs") ?? ofOrg ?? (groupId && (await orgOfGroup(visit, groupId)));
  if (inOrg === undefined || inOrg === "" || (principal.orgId ?? inOrg) !== inOrg) return none;
  const isInGroup = isGroupRole(least) && groupId !== undefined;
  if (!isInGroup && !isOrgRole(least)) return none;
  const isOfKind = isInGroup ? isGroupRole : isOrgRole;
  const others = explanation.openedBy.filter((each) => each !== least && isOfKind(each)).reverse();
  const roles = [least, ...others];
  const role = roles.find((each) => each === chosen) ?? least;
  const held = explanation.held
    .filter(({ from }) => from.kind === (isInGroup ? "GROUP" : "ORG"))
    .map((each) => each.role)
    .filter((each) => each !== role);
  const scope = isInGroup ? { groupId } : { orgId: inOrg };
  const at = isInGroup ? groupId : inOrg;
  const [made, undo, same] = (isInGroup ? inGroup : inOrganization)[principal.kind]({
    at,
    principal,
    held,
    role,
  });
  const { words } = visit;
  const { cures } = words.rehearsal.requests;
  const [who, place] = [callerOf(request, words), await nameOf(visit, scope)];
  return offer(visit, scope, {
    label: cures.role(words.role(least)),
    question: cures.askRole(who, place),
    said: cures.gaveRole(who, words.role(role), place),
    made,
    undo,
    same,
    roles,
  });
}

/** Returns the name of a place that the visitor may read, else its id. */
async function nameOf({ api, person }: Visit, at: Scope): Promise<string> {
  const id = "orgId" in at ? at.orgId : at.groupId;
  if (person === undefined) return id;
  const read = "orgId" in at ? api("getOrg", at) : api("getGroup", at);
  const found = await read.catch(
    unlessRefused(
      "USER_CANNOT_ACCESS_GROUP",
      "USER_CANNOT_ACCESS_ORG",
      "USER_UNAUTHORIZED",
      "GROUP_NOT_FOUND",
    ),
  );
  return found?.name ?? id;
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

/**
 * The call that gives the role, the call that takes it back, and the call that Terraform makes instead of the first, if that is
 * another.
 */
type Calls = readonly [made: Call, undo: Call | undefined, same?: Call];

type Kinds = Readonly<Record<"API_KEY" | "SERVICE_ACCOUNT" | "USER", (giving: Giving) => Calls>>;

const inGroup: Kinds = {
  API_KEY: ({ at, principal, held, role }) => {
    const params = { groupId: at, apiUserId: principal.id };
    const undo =
      held.length === 0
        ? call("removeGroupApiKey", params)
        : call("updateGroupApiKeyRoles", params, { roles: held });
    return [call("updateGroupApiKeyRoles", params, { roles: [...held, role] }), undo];
  },
  SERVICE_ACCOUNT: ({ at, principal, held, role }) => {
    const params = { groupId: at, clientId: principal.name };
    const body = { roles: [...held, role] };
    return held.length === 0
      ? [call("inviteGroupServiceAccount", params, body), call("deleteGroupServiceAccount", params)]
      : [
          call("updateGroupServiceAccount", params, body),
          call("updateGroupServiceAccount", params, { roles: held }),
        ];
  },
  USER: ({ at, principal, held, role }) => {
    const params = { groupId: at, userId: principal.id };
    const added = call(
      "addGroupUsers",
      { groupId: at },
      { username: principal.name, roles: [...held, role] },
    );
    if (held.length === 0) return [added, call("removeGroupUser", params)];
    return [
      call("addGroupUserRole", params, { groupRole: role }),
      call("removeGroupUserRole", params, { groupRole: role }),
      added,
    ];
  },
};

const inOrganization: Kinds = {
  API_KEY: ({ at, principal, held, role }) => {
    const params = { orgId: at, apiUserId: principal.id };
    const undo = held.length === 0 ? undefined : call("updateOrgApiKey", params, { roles: held });
    return [call("updateOrgApiKey", params, { roles: [...held, role] }), undo];
  },
  SERVICE_ACCOUNT: ({ at, principal, held, role }) => {
    const params = { orgId: at, clientId: principal.name };
    const undo = held.length === 0 ? undefined : call("updateOrgServiceAccount", params, { roles: held });
    return [call("updateOrgServiceAccount", params, { roles: [...held, role] }), undo];
  },
  USER: ({ at, principal, held, role }) => {
    const body = { username: principal.name, roles: { orgRoles: [...held, role] } };
    const made = call("createOrgUser", { orgId: at }, body);
    if (held.length === 0) return [made, undefined];
    const params = { orgId: at, userId: principal.id };
    return [
      call("addOrgUserRole", params, { orgRole: role }),
      call("removeOrgUserRole", params, { orgRole: role }),
      made,
    ];
  },
};

/** Returns the lines of Terraform that cure it: the state after the call, or the successor of an ended resource. */
export function terraformOf(
  { endings, origin }: Pick<Visit, "endings" | "origin">,
  request: LoggedRequest,
  cure: Cure,
): string | undefined {
  if (cure.kind === "call") return writeSnippets(cure.same, origin, undefined, endings).terraform;
  if (request.refusedBy?.rule !== "sunset" || endings === undefined) return undefined;
  const { search, body, userAgent } = request;
  const found = endingIn(request);
  const successor =
    found &&
    endings.successorOf({
      operationId: found.operation.id as OperationId,
      orgId: null,
      params: found.params,
      query: Object.fromEntries(new URLSearchParams(search)),
      ...(body.text && { body: JSON.parse(body.text) }),
    });
  return successor && endings.insteadOf({ client: readClient(userAgent) }, successor).terraform;
}
