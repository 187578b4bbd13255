// The world in which the answers were recorded: an organization with the key that asked, its project, and its people.
import type { SeedDocument, SeedGroup, SeedUser } from "../../src/seed/document.ts";

type OrgRoles = Pick<SeedUser, "orgRoles">;
type GroupUser = NonNullable<SeedGroup["users"]>[number];

export interface Recording {
  readonly suite: string;
  readonly step: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: the body of any operation, as it was recorded
  readonly body: any;
}

export const org = { id: "a0123456789abcdef012345a", name: "Atlas CLI E2E" };
/** Was there before anything was recorded; other projects are made by the recorded requests. */
const group = { id: "b0123456789abcdef012345b", name: "project" };
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
}

interface Page<Roles> {
  readonly results: readonly (RecordedMember & { readonly roles: Roles })[];
  readonly totalCount: number;
}

/** Of the recorded pages of a list, the one that shows most. */
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
 * Those who are counted but not shown. They are listed last, as younger accounts are. The first has owned the organization
 * longest, by the smallest id: when a project was made, none of those who are shown became its owner.
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

/** People as the lists show them, and as many more as the lists count. */
export function recordedWorld(recordings: readonly Recording[]): SeedDocument {
  const inOrg = fullest<OrgRoles>(recordings, `/api/atlas/v2/orgs/${org.id}/users`);
  const inGroup = fullest<GroupUser["roles"]>(recordings, `/api/atlas/v2/groups/${group.id}/users`);
  const users = [...inOrg.results.map(toUser), ...unseen(inOrg.totalCount - inOrg.results.length)];
  const others = users
    .filter((user) => !isShown(inGroup)(user))
    .slice(0, inGroup.totalCount - inGroup.results.length);
  const groupUsers: GroupUser[] = [
    ...inGroup.results.map(({ username, roles }) => ({ username, roles })),
    ...others.map(({ username }): GroupUser => ({ username, roles: ["GROUP_READ_ONLY"] })),
  ];
  return {
    orgs: [
      {
        ...org,
        users,
        apiKeys: [{ ...key, roles: ["ORG_OWNER"] }],
        groups: [{ ...group, users: groupUsers }],
      },
    ],
  };
}
