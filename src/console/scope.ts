// An organization or a project: the values that pages for both need of the one they show, and the declaration of such pages.
import type { OperationId } from "../client/types.ts";
import { groupRoleNames, orgRoleNames, type RoleName } from "../core/contract/roles.ts";
import type { ControlName } from "./dev.ts";
import { type May, mayIn } from "./kit/may.ts";
import { type Form, type NamesIn, type Outcome, type Page, type Places, page, type Visit } from "./page.ts";
import { unlessRefused } from "./refusals.ts";

interface ScopeOf<Kind extends "org" | "group", At> {
  readonly kind: Kind;
  readonly id: string;
  readonly at: At;
  /** The address of its pages, such as `/projects/32b6e34b3d91647abb20e7b8`. */
  readonly root: string;
  readonly roles: readonly RoleName[];
  /** Picks the value for this kind of scope, such as the id of an operation. */
  pick<const Org, const Group>(ofOrg: Org, ofGroup: Group): Org | Group;
}

export type OrgScope = ScopeOf<"org", { readonly orgId: string }>;
export type GroupScope = ScopeOf<"group", { readonly groupId: string }>;
export type Scope = OrgScope | GroupScope;

export const orgScope = (orgId: string): OrgScope => ({
  kind: "org",
  id: orgId,
  at: { orgId },
  root: `/orgs/${orgId}`,
  roles: orgRoleNames,
  pick: (ofOrg) => ofOrg,
});

export const groupScope = (groupId: string): GroupScope => ({
  kind: "group",
  id: groupId,
  at: { groupId },
  root: `/projects/${groupId}`,
  roles: groupRoleNames,
  pick: (_, ofGroup) => ofGroup,
});

const folders = {
  USER: "people",
  INVITATION: "invitations",
  TEAM: "teams",
  API_KEY: "keys",
  SERVICE_ACCOUNT: "service-accounts",
} as const;

/** Returns the path of a person or thing below the address of a scope; a service account is named by its client id. */
export const pageIn = (root: string, kind: keyof typeof folders, id: string): string =>
  `${root}/${folders[kind]}/${id}`;

/** A scope that has been read, as the visitor sees it. */
export type Here = Scope & {
  readonly places: Places;
  readonly name: string;
  readonly may: May;
};

type Asking = Pick<Visit, "api" | "perform">;

/** Reads the scope. Rejects with a refusal if the visitor may not see it. */
export async function read(visit: Asking, scope: Scope): Promise<Here> {
  const places = await placesOf(visit, scope);
  const { name = "", may = () => false } = places[scope.kind] ?? {};
  return { ...scope, places, name, may };
}

/** Returns the links: for people who belong only to the project, and cannot read the organization, those of the project. */
async function placesOf(visit: Asking, scope: Scope): Promise<Places> {
  if (scope.kind === "org") return { org: await orgOf(visit, scope.id) };
  const { name, orgId } = await visit.api("getGroup", scope.at);
  const group = { id: scope.id, name, may: await mayIn(visit, scope.at) };
  const org = await orgOf(visit, orgId).catch(unlessRefused("USER_CANNOT_ACCESS_ORG", "USER_UNAUTHORIZED"));
  return { group, ...(org !== undefined && { org }) };
}

async function orgOf(visit: Asking, orgId: string) {
  const { name } = await visit.api("getOrg", { orgId });
  return { id: orgId, name, may: await mayIn(visit, { orgId }) };
}

type SendForm<Name extends string, At extends Scope> = (
  visit: Visit<Name>,
  form: Form,
  scope: At,
) => Promise<Outcome>;

type Forms<Name extends string, At extends Scope> = Readonly<Record<string, SendForm<Name, At>>>;

interface Screen<Name extends string> {
  readonly performs?: Readonly<Record<Scope["kind"], readonly OperationId[]>>;
  readonly controls?: readonly ControlName[];
  show(visit: Visit<Name>, here: Here): Promise<Outcome>;
  /** The forms of both pages, or of one of them. */
  readonly forms?: Forms<Name, Scope>;
  readonly orgForms?: Forms<Name, OrgScope>;
  readonly groupForms?: Forms<Name, GroupScope>;
}

/** Builds two pages from one screen: `/people` is shown at `/orgs/:orgId/people` and at `/projects/:groupId/people`. */
export function scopedPages<const Rest extends string>(
  rest: Rest,
  { performs, controls, show, forms, orgForms, groupForms }: Screen<NamesIn<Rest>>,
): readonly [ofOrg: Page, ofGroup: Page] {
  type Name = NamesIn<Rest>;
  const pageOf = <At extends Scope>(
    prefix: string,
    scopeIn: (params: Visit["params"]) => At,
    sent: Forms<Name, At>,
    performed: readonly OperationId[] = [],
  ): Page =>
    page({
      path: `${prefix}${rest}`,
      performs: performed,
      controls: controls ?? [],
      show: async (visit: Visit<Name>) => show(visit, await read(visit, scopeIn(visit.params))),
      forms: Object.fromEntries(
        Object.entries(sent).map(([name, send]) => [
          name,
          (visit: Visit<Name>, form: Form) => send(visit, form, scopeIn(visit.params)),
        ]),
      ),
    } as Page);
  const inOrg = { ...forms, ...orgForms };
  const inGroup = { ...forms, ...groupForms };
  return [
    pageOf("/orgs/:orgId", ({ orgId = "" }) => orgScope(orgId), inOrg, performs?.org),
    pageOf("/projects/:groupId", ({ groupId = "" }) => groupScope(groupId), inGroup, performs?.group),
  ];
}
