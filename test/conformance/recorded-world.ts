// The world in which the answers were recorded: an organization with the key that asked, its project, and its people.
import type { SeedDocument, SeedGroup, SeedUser } from "../../src/testing/seed/document.ts";
import { accessOf } from "./recorded-backups.ts";
import type { Recording } from "./recordings.ts";

type OrgRoles = Pick<SeedUser, "orgRoles">;
type GroupUser = NonNullable<SeedGroup["users"]>[number];

export const org = { id: "a0123456789abcdef012345a", name: "Atlas CLI E2E" };
/** Was there before anything was recorded; other projects are made by the recorded requests. */
const group = { id: "b0123456789abcdef012345b", name: "Atlas CLI E2E" };
/** Answers name it as the inviter. */
export const key = { publicKey: "abcdefgh", privateKey: "00000000-0000-4000-8000-000000000001" };

interface RecordedMember {
  readonly id: string;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly country: string;
  readonly mobileNumber: string | null;
  readonly createdAt: string;
  readonly lastAuth: string;
  readonly orgMembershipStatus?: string;
}

interface Page<Roles> {
  readonly results: readonly (RecordedMember & { readonly roles: Roles })[];
  readonly totalCount: number;
}

/** Returns the recorded page of a list with the most results. */
function fullest<Roles>(recordings: readonly Recording[], path: string): Page<Roles> {
  const pages = recordings
    .filter((recording) => recording.method === "GET" && recording.path === path)
    .map(({ body }) => body as Page<Roles>);
  const none: Page<Roles> = { results: [], totalCount: 0 };
  return pages.reduce((one, other) => (other.results.length > one.results.length ? other : one), none);
}

const isShown =
  ({ results }: Page<unknown>) =>
  ({ username }: { username: string }) =>
    results.some((shown) => shown.username === username);

/**
 * Makes the users that are counted but not shown. They are listed last, as younger accounts are. The first has owned the
 * organization longest, by the smallest id: when a project was made, none of the users that are shown became its owner.
 */
const unseen = (count: number): SeedUser[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index + 1).padStart(24, "0"),
    username: `unseen${index + 1}@example.com`,
    orgRoles: [index === 0 ? "ORG_OWNER" : "ORG_MEMBER"],
  }));

const toUser = ({ mobileNumber, roles, ...known }: RecordedMember & { roles: OrgRoles }): SeedUser => ({
  id: known.id,
  username: known.username,
  orgRoles: roles.orgRoles,
  firstName: known.firstName,
  lastName: known.lastName,
  country: known.country,
  ...(mobileNumber !== null && { mobileNumber }),
  createdAt: known.createdAt,
  lastAuth: known.lastAuth,
});

/** An alert that was there before anything was recorded. */
export const closedAlert = {
  id: "5efdb59f93fc35705f337179",
  eventTypeName: "USERS_WITHOUT_MULTI_FACTOR_AUTH",
  notifications: [{ typeName: "GROUP", smsEnabled: true }],
  alerts: [{ id: "5efdb5dd5b306e51e2e9b05b" }],
} as const;

/** The instants at which the projects of two suites were made, long before the others. */
const began: Readonly<Record<string, string>> = {
  alerts: "2020-07-02T10:24:29Z",
  alertsettings: "2020-07-02T09:19:42Z",
};
const nameOf = (suite: readonly Recording[]): string => suite[0]?.suite.split(" ")[0] ?? "";
export const beganAt = (suite: readonly Recording[]): string | undefined => began[nameOf(suite)];

/** Alert configurations that a project was made with. */
function oldConfigs(suite: readonly Recording[]) {
  const shown = suite
    .flatMap(({ body }) => body?.results ?? [])
    .filter(({ created }) => created === began.alertsettings)
    .map(({ created, updated, groupId, links, ...config }) => ({
      ...config,
      notifications: config.notifications.map(({ notifierId, ...each }: { notifierId: string }) => each),
    }));
  return [...new Map(shown.map((config) => [config.id, config])).values()];
}

/** Projects that a suite names and does not make, and that of the people. */
function groupIdsOf(suite: readonly Recording[]): string[] {
  const idIn = ({ path }: Recording) => /\/groups\/([a-f0-9]{24})/.exec(path)?.[1] ?? [];
  const made = suite.filter(({ method, path }) => method === "POST" && path.endsWith("/groups"));
  const missing = suite.filter(({ body }) => body?.errorCode === "GROUP_NOT_FOUND");
  const others = [...made.map(({ body }) => body?.id), ...missing.flatMap(idIn)];
  return [...new Set([group.id, ...suite.flatMap(idIn)])].filter((id) => !others.includes(id));
}

/** The key that asked: it is the inviter. */
export const keyOf = (all: readonly Recording[]): string =>
  all.find(({ method, path }) => method === "POST" && path.endsWith("/invites"))?.body?.inviterUsername ??
  key.publicKey;

/** Invitations that lists of people show, but those that the suite makes. */
const pendingOf = ({ results }: Page<OrgRoles>, suite: readonly Recording[]) =>
  results
    .filter(isPending)
    .filter(
      ({ username }) =>
        !suite.some(({ path, body }) => /\/invites$/.test(path) && body?.username === username),
    )
    .map(({ id, username, roles }) => ({ userId: id, username, roles: roles.orgRoles }));

const isPending = ({ orgMembershipStatus }: RecordedMember): boolean => orgMembershipStatus === "PENDING";

/** The people are those that lists show, and as many more as they count: of all suites, `all`. */
export function seedOf(suite: readonly Recording[], all: readonly Recording[]): SeedDocument {
  const inOrg = fullest<OrgRoles>(all, `/api/atlas/v2/orgs/${org.id}/users`);
  const inGroup = fullest<GroupUser["roles"]>(all, `/api/atlas/v2/groups/${group.id}/users`);
  const members = inOrg.results.filter((each) => !isPending(each));
  const users = [...members.map(toUser), ...unseen(inOrg.totalCount - inOrg.results.length)];
  const others = users
    .filter((user) => !isShown(inGroup)(user))
    .slice(0, inGroup.totalCount - inGroup.results.length);
  const groupUsers: GroupUser[] = [
    ...inGroup.results.map(({ username, roles }) => ({ username, roles })),
    ...others.map(({ username }): GroupUser => ({ username, roles: ["GROUP_READ_ONLY"] })),
  ];
  const groups = groupIdsOf(suite).map(
    (id): SeedGroup => ({
      id,
      name: id === group.id ? group.name : id,
      ...(id === group.id && { users: groupUsers }),
      ...(id === group.id && accessOf(suite)),
      ...(nameOf(suite) === "alerts" && { alertConfigs: [closedAlert] }),
      ...(nameOf(suite) === "alertsettings" && { alertConfigs: oldConfigs(suite) }),
    }),
  );
  const federationId = suite
    .map(({ path }) => /federationSettings\/([a-f0-9]{24})/.exec(path)?.[1])
    .find((id) => id !== undefined);
  return {
    orgs: [
      {
        ...org,
        users,
        apiKeys: [{ ...key, roles: ["ORG_OWNER"] }],
        invites: pendingOf(inOrg, suite),
        groups,
        ...(federationId !== undefined && { federation: { id: federationId } }),
      },
    ],
  };
}
