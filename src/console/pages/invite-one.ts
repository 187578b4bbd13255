// Invites one address of a form. A person who is a member or invited already is a result, not a refusal.
import { foldAddress } from "../../core/domain/address.ts";
import { Refusal } from "../client.ts";
import type { Answer, Report } from "../inviting.tsx";
import type { Form, Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import { type GroupScope, type OrgScope, orgScope, type Scope } from "../scope.ts";
import { readNamed } from "./people-powers.ts";

const standing: Readonly<Record<string, Answer>> = {
  USER_ALREADY_IN_ORG: "member",
  USER_ALREADY_IN_GROUP: "member",
  DUPLICATE_ORG_INVITATION: "waiting",
  DUPLICATE_INVITATION: "waiting",
};

const unlessThere = (reason: unknown): Answer => {
  const answer = reason instanceof Refusal ? standing[reason.code ?? ""] : undefined;
  if (answer === undefined) throw reason;
  return answer;
};

/** Invites an address, or adds it to a project at once. */
export const inviteOne = (visit: Visit, scope: Scope, form: Form, username: string): Promise<Answer> =>
  (scope.kind === "org"
    ? inviteToOrg(visit, scope, form, username)
    : inviteToGroup(visit, scope, form, username)
  ).catch(unlessThere);

async function inviteToOrg({ api }: Visit, { at }: OrgScope, form: Form, username: string): Promise<Answer> {
  const groupRoles = form.all("groupRoles");
  const roles = {
    orgRoles: form.all("roles"),
    groupRoleAssignments: form.all("groups").map((groupId) => ({ groupId, groupRoles })),
  };
  await api("createOrgUser", { ...at, body: { username, roles, teamIds: form.all("teams") } });
  return "invited";
}

/** Invites to a project; people in its organization are added at once. */
async function inviteToGroup(visit: Visit, scope: GroupScope, form: Form, username: string): Promise<Answer> {
  const { api } = visit;
  const stateIn = async (place: Scope) => (await readNamed(visit, place, [username]))[0]?.state;
  // A person who was invited by one API is not sent a second message by the other.
  if ((await stateIn(scope)) === "INVITED") return "waiting";
  const sending = { ...scope.at, body: { username, roles: form.all("roles") } };
  if (form.text("way") === "alone") {
    await api("createGroupInvite", sending);
    return "invited";
  }
  const { orgId } = await api("getGroup", scope.at);
  const before = await stateIn(orgScope(orgId)).catch(
    unlessRefused("USER_CANNOT_ACCESS_ORG", "USER_UNAUTHORIZED"),
  );
  const user = await api("addGroupUsers", sending);
  if (user.orgMembershipStatus === "ACTIVE") return "added";
  return before === "INVITED" ? "extended" : "invited";
}

/** Adds the link of each pending invitation that the visitor may hand over, if no mail is sent. */
export async function withLinks(visit: Visit, scope: Scope, report: Report): Promise<Report> {
  const invited = report.outcomes.filter(({ outcome }) =>
    ["invited", "extended", "waiting"].includes(String(outcome)),
  );
  if (visit.sendsMail || invited.length === 0) return report;
  const found = await readNamed(
    visit,
    scope,
    invited.map(({ address }) => address),
  );
  const tokens = new Map<string, string | undefined>();
  for (const { username, invites } of found) {
    const [newest] = invites;
    const input = { ...scope.at, invitationId: newest?.id };
    const seen = await visit
      .perform(scope.pick("getOrgInvitation", "getGroupInvitation"), input)
      .catch(unlessRefused("USER_UNAUTHORIZED"));
    tokens.set(foldAddress(username), seen?.token ?? undefined);
  }
  const outcomes = report.outcomes.map((told) => ({ ...told, token: tokens.get(foldAddress(told.address)) }));
  return { ...report, outcomes };
}
