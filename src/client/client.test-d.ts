// The guarantees of the client's types; checked by `tsc`, never run.
import {
  type Answer,
  type ApiError,
  AtlasClient,
  AtlasError,
  type AtlasOrganization,
  type BadRequestDetail,
  type FieldViolation,
  type Group,
  type GroupInvitation,
  type GroupInvitationRequest,
  type GroupRoleName,
  type GroupUserResponse,
  type Input,
  type Middleware,
  type OperationId,
  type OrgRoleName,
  type PaginatedAppUserView,
  type Reply,
  type UpdateGroupInvitesRequest,
} from "./client.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_ extends true>() => {};

const client = new AtlasClient({ publicKey: "abcdefgh", privateKey: "secret" });
new AtlasClient({ baseUrl: "http://127.0.0.1:8080", clientId: "id", clientSecret: "secret" });
// @ts-expect-error a key needs both halves
new AtlasClient({ publicKey: "abcdefgh" });
// @ts-expect-error a service account has no private key
new AtlasClient({ clientId: "id", privateKey: "secret" });

const groupId = "32b6e34b3d91647abb20e7b8";
const username = "hello@example.com";
const body = { roles: ["GROUP_READ_ONLY"], username } as const;

// The names are those of the OpenAPI document; the type of a call's argument is named after the call.
const invite = await client.updateGroupInvites({ groupId, body, pretty: true });
holds<Same<typeof invite, GroupInvitation>>();
holds<Same<Reply<"updateGroupInvites">, GroupInvitation>>();
holds<Same<Input<"updateGroupInvites">, UpdateGroupInvitesRequest>>();
holds<Same<UpdateGroupInvitesRequest["body"], GroupInvitationRequest>>();

// Members that are always answered need no question mark, and role names are the known ones.
holds<Same<typeof invite.id, string>>();
holds<Same<typeof invite.roles, GroupRoleName[]>>();
// @ts-expect-error the answer has no such member
invite.role;

// @ts-expect-error the path needs groupId
client.updateGroupInvites({ body });
// @ts-expect-error the operation needs a body
client.updateGroupInvites({ groupId });
// @ts-expect-error a body without members is refused
client.updateGroupInvites({ groupId, body: {} });
// @ts-expect-error roles are demanded
client.updateGroupInvites({ groupId, body: { username } });
// @ts-expect-error the address is demanded
client.updateGroupInvites({ groupId, body: { roles: ["GROUP_OWNER"] } });
// @ts-expect-error there is no such role
client.updateGroupInvites({ groupId, body: { username, roles: ["GROUP_BOSS"] } });
// @ts-expect-error a role of an organization is none of a project
client.updateGroupInvites({ groupId, body: { username, roles: ["ORG_OWNER"] } });
// @ts-expect-error roles are texts
client.updateGroupInvites({ groupId, body: { username, roles: [1] } });
// @ts-expect-error the body has no such attribute
client.updateGroupInvites({ groupId, body: { ...body, role: "GROUP_OWNER" } });
// @ts-expect-error what only an answer has is not sent
client.updateGroupInvites({ groupId, body: { ...body, expiresAt: invite.expiresAt } });
// @ts-expect-error no such parameter
client.updateGroupInvites({ groupId, body, invitationId: groupId });
// @ts-expect-error an envelope would put the answer into another shape
client.updateGroupInvites({ groupId, body, envelope: true });
// @ts-expect-error an input is needed
client.getGroup();
// @ts-expect-error no such operation
client.updateGroupInvite({ groupId });

// An answer goes into the next body; a member that may be left out may be undefined.
client.createGroupInvite({ groupId, body: { username: invite.username, roles: invite.roles } });
client.updateGroup({ groupId, body: { name: "new", tags: undefined } });
const { id, ...org } = await client.getOrg({ orgId: groupId });
client.updateOrg({ orgId: id, body: org });
// @ts-expect-error organizations have roles of their own
client.createOrgApiKey({ orgId: groupId, body: { desc: "ci", roles: ["GROUP_OWNER"] } });

// Pending and active people are distinguished by the state of their invitation.
function since(user: GroupUserResponse): string {
  // @ts-expect-error only active people have a name
  user.firstName;
  if (user.orgMembershipStatus === "ACTIVE") return `${user.firstName} ${user.createdAt}`;
  // @ts-expect-error who is invited has no account yet
  user.createdAt;
  return user.invitationCreatedAt;
}
const { results } = await client.listGroupUsers({ groupId, orgMembershipStatuses: ["PENDING"] });
results.map(since);
const [person] = (await client.listOrgUsers({ orgId: groupId })).results;
holds<Same<NonNullable<typeof person>["roles"]["orgRoles"], OrgRoleName[]>>();

const page = await client.listGroups();
await client.listGroups({ pageNum: 2, itemsPerPage: undefined }, { signal: AbortSignal.timeout(1000) });
// @ts-expect-error a page number is a number
await client.listGroups({ pageNum: "2" });
holds<Same<(typeof page.results)[number]["name"], string>>();
holds<Same<typeof page.totalCount, number>>();

// A list yields its items in a loop, in both forms of pages; no other operation does.
for await (const user of client.listGroupUsers({ groupId, itemsPerPage: 500 })) {
  holds<Same<typeof user, GroupUserResponse>>();
}
for await (const each of client.listGroupInvites({ groupId })) holds<Same<typeof each, GroupInvitation>>();
holds<Same<Awaited<ReturnType<ReturnType<typeof client.listOrgs>["all"]>>, AtlasOrganization[]>>();
// @ts-expect-error one project is no list
for await (const each of client.getGroup({ groupId })) void each;
// @ts-expect-error a change is one request, even if its answer is a page of a list
client.addGroupTeams({ groupId, body: [] }).all();

// An older version has its own type of reply; the versions are those of the operation.
const older = await client.listGroupUsers({ groupId }, { version: "2023-01-01" });
holds<Same<typeof older, PaginatedAppUserView>>();
const same = await client.listGroupUsers({ groupId }, { version: "2025-02-19", timeoutMs: 500, retries: 1 });
holds<Same<typeof same, Reply<"listGroupUsers">>>();
client.listRateLimits({}, { version: "preview" });
// @ts-expect-error the operation has no such version
client.listGroupUsers({ groupId }, { version: "2024-08-05" });
// @ts-expect-error nor has this one, which has one version
client.getGroup({ groupId }, { version: "2025-02-19" });
// @ts-expect-error what is of no version can be asked for in none
client.getIpInfo({}, { version: "2023-01-01" });

// The answer is available on request.
const { reply, answer } = await client.getGroup({ groupId }).withAnswer();
holds<Same<typeof reply, Group>>();
holds<Same<typeof answer, Answer>>();
holds<Same<typeof answer.retryAfterSeconds, number | undefined>>();

// A middleware returns what it was given.
const timed: Middleware = async ({ operationId, headers }, next) => {
  headers.set("x-operation", operationId);
  return next();
};
const account = { clientId: "id", clientSecret: "secret" };
new AtlasClient({ ...account, middleware: [timed], retries: 2, timeoutMs: 500 });
// @ts-expect-error an answer is to be returned
new AtlasClient({ ...account, middleware: [async (_, next) => void (await next())] });
// @ts-expect-error bodies do not pass
new AtlasClient({ ...account, middleware: [async ({ body }, next) => body && next()] });

holds<Same<Awaited<ReturnType<typeof client.deleteGroupInvite>>, undefined>>();
holds<Same<Reply<"listGroupInvites">, GroupInvitation[]>>();
holds<Same<keyof AtlasClient, OperationId | "request">>();

// Any other path is called in the same way.
interface Cluster {
  readonly name: string;
}
const clusters = "/api/atlas/v2/groups/{groupId}/clusters";
const listed = client.request<{ results: Cluster[] }>("GET", clusters, { params: { groupId } });
for await (const cluster of listed) holds<Same<typeof cluster, Cluster>>();
holds<Same<Awaited<ReturnType<typeof listed.all>>, Cluster[]>>();
holds<Same<Awaited<ReturnType<typeof client.request>>, unknown>>();
client.request<Cluster>("POST", clusters, {
  params: { groupId },
  body: { name: "a" },
  version: "2024-10-23",
});
// @ts-expect-error such a method does not exist
client.request("FETCH", clusters);
// @ts-expect-error a query has no objects
client.request("GET", clusters, { query: { filter: { name: "a" } } });

// The types of events are those of Atlas; answers may have types that were added later.
const filter = { eventType: ["JOINED_ORG", "ORG_CREATED"] } as const;
const [event] = await client.listOrgEvents({ orgId: groupId, ...filter }).all();
client.listGroupEvents({
  groupId,
  eventType: ["CLUSTER_CREATED"],
  excludedEventType: ["MONGODB_USER_ADDED"],
});
if (event?.eventTypeName === "JOINED_ORG" || event?.eventTypeName === "OF_NEXT_YEAR") event.id;
// @ts-expect-error an event of that name does not exist
client.listOrgEvents({ orgId: groupId, eventType: ["NOPE"] });
// @ts-expect-error nor in a project
client.listGroupEvents({ groupId, excludedEventType: ["NOPE"] });
// @ts-expect-error nor in its feed
client.getGroupActivityFeed({ groupId, eventType: ["NOPE"] });

declare const reason: unknown;
if (reason instanceof AtlasError && reason.errorCode === "GROUP_NOT_FOUND") reason.status.toFixed();
if (reason instanceof AtlasError && reason.is("GROUP_NOT_FOUND", "ORG_NOT_FOUND")) {
  holds<Same<typeof reason.errorCode, "GROUP_NOT_FOUND" | "ORG_NOT_FOUND">>();
  reason.answer.rateLimit?.remaining.toFixed();
}
// @ts-expect-error there is no such code
if (reason instanceof AtlasError) reason.is("GROUP_NOT_FUOND");
const fields: FieldViolation[] = [];
const why: BadRequestDetail = { fields };
const refused: ApiError = { error: 400, errorCode: "BAD_REQUEST", badRequestDetail: why };
void refused;
