// A world in which every page of the console has something to show, with an address for each page and each of its states.
import { deepEqual } from "node:assert/strict";
import type { TestContext } from "node:test";
import type { AnteroomOptions, SeedDocument } from "../../../src/anteroom.ts";
import { pages } from "../../../src/console/pages/index.ts";
import { openProgram, pastePage } from "../../support/authorization.ts";
import { type Browser, browse, openBrowser } from "../../support/console.ts";
import { dumpTables } from "../../support/dump.ts";
import { type Stage, startStage } from "../../support/stage.ts";
import { createStorage } from "../../support/storage.ts";
import { account, ids, keys } from "../../support/world.ts";

export const password = "a staple of horses";

const spare = {
  group: "32b6e34b3d91647abb20e7b9",
  team: "82b6e34b3d91647abb20e7b9",
  key: "92b6e34b3d91647abb20e7b8",
  member: "12b6e34b3d91647abb20e7b8",
  leaver: "12b6e34b3d91647abb20e7b9",
  provider: "d2b6e34b3d91647abb20e7b8",
  otherProvider: "d2b6e34b3d91647abb20e7b9",
  modelKey: "f2b6e34b3d91647abb20e7b8",
  container: "e2b6e34b3d91647abb20e7b8",
};
const issuer = "https://login.example.com";

export type PersonName = "owner" | "member" | "stranger" | "nobody";

/** An address of a page, and who looks at it. */
export interface Spot {
  /** The pattern in the table of pages. */
  readonly pattern: string;
  readonly path: string;
  readonly as: PersonName | undefined;
}

export interface Lively extends Stage {
  readonly mark: string;
  readonly spots: readonly Spot[];
  readonly usernames: Readonly<Record<PersonName, string>>;
  /** A browser of its own, in which a person is signed in, or nobody. */
  visit(as: PersonName | undefined, language?: string): Browser & { cookies: Map<string, string> };
  /** All that a form could have changed: every row but sessions of this test's browsers, and the clock. */
  state(): Promise<string>;
}

/** Addresses take little of what names do. */
const inAddress = (mark: string) => mark.replace(/[^&]/g, "");

const usernamesWith = (mark: string): Record<PersonName, string> => ({
  owner: `owner${inAddress(mark)}@example.com`,
  member: `member${inAddress(mark)}@example.com`,
  stranger: "other@example.com",
  nobody: "nobody@example.com",
});

/** Names carry the mark wherever a seed takes one. */
function describe(mark: string): SeedDocument {
  const { owner, member, stranger, nobody } = usernamesWith(mark);
  const named = { firstName: `Ada${mark}`, lastName: `Example${mark}`, password };
  return {
    orgs: [
      {
        id: ids.org,
        name: "Acme",
        users: [
          { username: owner, orgRoles: ["ORG_OWNER"], ...named },
          { id: spare.member, username: member, orgRoles: ["ORG_MEMBER"], ...named },
          { id: spare.leaver, username: "leaver@example.com", orgRoles: ["ORG_MEMBER"] },
        ],
        apiKeys: [
          { ...keys.owner, desc: `deploy${mark}`, roles: ["ORG_OWNER"] },
          {
            id: spare.key,
            publicKey: "livelyky",
            desc: `report${mark}`,
            roles: ["ORG_READ_ONLY"],
            accessList: ["192.0.2.0/24", "2001:db8::1"],
          },
        ],
        serviceAccounts: [
          {
            clientId: account.clientId,
            secret: account.clientSecret,
            name: "ci",
            description: "builds",
            roles: ["ORG_OWNER"],
            accessList: ["127.0.0.1", "192.0.2.0/24"],
          },
        ],
        teams: [
          { id: ids.team, name: `core${mark}`, usernames: [owner, member] },
          { id: spare.team, name: `spare${mark}`, usernames: [owner] },
        ],
        invites: [
          {
            id: ids.orgInvite,
            username: `new${inAddress(mark)}@example.com`,
            roles: ["ORG_MEMBER"],
            teamIds: [ids.team],
            groupRoleAssignments: [{ groupId: ids.group, roles: ["GROUP_READ_ONLY"] }],
          },
        ],
        federation: {
          identityProviders: [
            {
              id: spare.provider,
              displayName: "Login",
              issuerUri: issuer,
              clientId: "web",
            },
            { displayName: "Older", protocol: "SAML", issuerUri: "urn:example" },
          ],
          dataAccessIdentityProviderIds: [spare.provider],
          roleMappings: [{ externalGroupName: `operators${mark}`, roles: ["ORG_MEMBER"] }],
        },
        groups: [
          {
            id: ids.group,
            name: "payments",
            accessList: [{ entry: "192.0.2.0/24", comment: `office${mark}` }],
            networkContainers: [{ id: spare.container, regionName: "EU_WEST_2" }],
            aiModelApiKeys: [{ id: spare.modelKey, name: `embedding${mark}`, maskedSecret: "al-****6789" }],
            customDBRoles: [{ roleName: "auditor", inheritedRoles: [{ db: "sales", role: "read" }] }],
            databaseUsers: [
              {
                username: `app${mark}`,
                description: `shop${mark}`,
                roles: [{ roleName: "readWrite", databaseName: "sales" }],
              },
            ],
            users: [
              { username: owner, roles: ["GROUP_OWNER"] },
              { username: member, roles: ["GROUP_READ_ONLY"] },
              { username: "leaver@example.com", roles: ["GROUP_READ_ONLY"] },
            ],
            teams: [{ teamId: ids.team, roleNames: ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"] }],
            apiKeys: [{ ...keys.groupReader, desc: `reader${mark}`, roles: ["GROUP_READ_ONLY"] }],
            serviceAccounts: [{ name: "robot", roles: ["GROUP_READ_ONLY"] }],
            invites: [
              { id: ids.invite, username: `hello${inAddress(mark)}@example.com`, roles: ["GROUP_READ_ONLY"] },
            ],
          },
          { id: spare.group, name: "spare payments" },
        ],
      },
      {
        id: ids.otherOrg,
        name: "Globex",
        users: [
          { username: stranger, orgRoles: ["ORG_OWNER"], password },
          { username: nobody, orgRoles: ["ORG_MEMBER"], password },
        ],
        federation: {
          identityProviders: [{ id: spare.otherProvider, displayName: "Globex", issuerUri: issuer }],
          dataAccessIdentityProviderIds: [spare.otherProvider],
          roleMappings: [
            {
              externalGroupName: `mates${mark}`,
              roles: ["ORG_MEMBER"],
              groupRoleAssignments: [{ group: "shipping", roles: ["GROUP_OWNER"] }],
            },
          ],
        },
        groups: [{ id: ids.otherGroup, name: "shipping" }],
      },
    ],
  };
}

/**
 * Starts the world, with a frozen clock, with invitations in every state and their mail, and with something to
 * read in the activity. Each case, a subtest, begins with it.
 */
export async function startLively(
  t: TestContext,
  { mark = "", ...options }: AnteroomOptions & { readonly mark?: string } = {},
): Promise<Lively> {
  const storage = await createStorage(t, "sqlite");
  const stage = await startStage(t, { ...options, ...storage.options, seed: describe(mark) });
  // The API takes no such names for organizations, projects and service accounts, and so no seed does.
  const quoted = `'${mark.replaceAll("'", "''")}'`;
  for (const table of ["orgs", "groups", "service_accounts"]) {
    stage.execute(`update ${table} set name = name || ${quoted}`);
  }
  stage.execute(`update service_accounts set description = description || ${quoted}`);
  const usernames = usernamesWith(mark);
  const visit = (as: PersonName | undefined, language?: string) =>
    as === undefined
      ? openBrowser(stage, language)
      : browse(stage, usernames[as].replaceAll("'", "''"), language);

  // No snapshot holds command lines, so that each case is given this one again.
  const signInCommandLine = () => {
    const now = Date.parse(stage.clock.now());
    stage.execute(
      `insert or replace into command_lines
         (id, username_key, client_id, user_agent, remote_address, generation, created_at, renewed_at, expires_at)
       select '${"c".repeat(24)}', username_key, 'cli' || ${quoted}, 'cli' || ${quoted}, '192.0.2.7', 0, ${now}, ${now}, ${now + 3_600_000}
       from users where username = '${usernames.owner.replaceAll("'", "''")}'`,
    );
  };
  t.beforeEach(signInCommandLine);

  const tokens = await inviteAll(stage, visit("owner"));
  const receipts = await removeLeaver(stage, visit("owner"));
  const reset = await requestReset(stage);
  // By a client that is known by a strange name; the call is one that will end.
  await stage.ask("owner", {
    path: `/api/atlas/v2/groups/${ids.group}/invites`,
    headers: { "user-agent": `terraform/1 ${mark}` },
  });
  const [{ id: mailId } = { id: "" }] = await stage.mail.list();
  stage.execute("delete from sessions");
  // A sign-in with the provider left the question whether the owner joins the other organization.
  stage.execute(
    `insert into federation_offers (user_id, org_id, issuer, group_names, offered_at)
     select id, '${ids.otherOrg}', '${issuer}', json_array('mates' || ${quoted}), ${Date.parse(stage.clock.now())}
     from users where username = '${usernames.owner.replaceAll("'", "''")}'`,
  );
  await stage.snapshot.take("seed");

  const addresses = addressesOf({
    ...tokens,
    ...receipts,
    mark,
    owner: encodeURIComponent(usernames.owner),
    reset,
    mailId,
  });
  const unknown = pages.filter(({ path }) => addresses[path] === undefined).map(({ path }) => path);
  deepEqual(unknown, [], "say in this file at which address of the world a new page is looked at");
  return {
    ...stage,
    mark,
    usernames,
    visit,
    spots: pages.flatMap((page) =>
      (addresses[page.path] ?? []).map(([path, as]) => ({ pattern: page.path, path, as })),
    ),
    async state() {
      const { sessions: _, ...tables } = await dumpTables(storage);
      return JSON.stringify([tables, stage.clock.now()]);
    },
  };
}

const invited = ["fresh", "stale", "declined", "revoked", "accepted"] as const;
type Invited = (typeof invited)[number];

/** Tokens of the links in the mail to those who are invited. */
async function inviteAll(stage: Stage, owner: Browser): Promise<Record<Invited | "known", string>> {
  const people = `/projects/${ids.group}/people`;
  const known = usernamesWith("").nobody;
  const wanted = [...invited.map((name) => `${name}@example.com`), known];
  await owner.send(`${people}/invite`, "invite", {
    addresses: wanted.join(),
    way: "alone",
    roles: "GROUP_READ_ONLY",
  });
  const mail = await stage.mail.list();
  const tokenTo = (username: string) =>
    /\/invitations\/([\w-]{20,})/.exec(mail.find(({ to }) => to === username)?.text ?? "")?.[1] ?? "";
  const tokens = Object.fromEntries(invited.map((name) => [name, tokenTo(`${name}@example.com`)]));

  const { json } = await stage.ask("owner", { path: `/api/atlas/v2/groups/${ids.group}/invites` });
  const idOf = (name: string) =>
    json.find(({ username }: { username: string }) => username === `${name}@example.com`).id;
  await stage.end(idOf("stale"), "expire");
  await stage.end(idOf("accepted"), "accept");
  await openBrowser(stage).send(`/invitations/${tokens.declined}`, "decline");
  await owner.send(`${people}/change?act=end&who=revoked@example.com`, "end", { who: "revoked@example.com" });
  return { ...(tokens as Record<Invited, string>), known: tokenTo(known) };
}

/** Removes somebody from the project, and then from the organization; the ids of both receipts. */
async function removeLeaver(stage: Stage, owner: Browser) {
  const receiptOf = async (root: string, type: string) => {
    await owner.send(`${root}/people/${spare.leaver}/leave`, "remove");
    return (stage.rows(`select id from events where type = '${type}'`)[0] as { id: string }).id;
  };
  return {
    left: await receiptOf(`/projects/${ids.group}`, "REMOVED_FROM_GROUP"),
    gone: await receiptOf(`/orgs/${ids.org}`, "REMOVED_FROM_ORG"),
  };
}

async function requestReset(stage: Stage): Promise<string> {
  await openBrowser(stage).send("/forgot-password", "send", { username: "other@example.com" });
  const [message] = await stage.mail.list();
  return /\/reset-password\/([\w-]{20,})/.exec(message?.text ?? "")?.[1] ?? "";
}

type Addresses = Readonly<Record<string, readonly (readonly [path: string, as: PersonName | undefined])[]>>;

function addressesOf(
  the: Record<Invited | "known" | "left" | "gone" | "owner" | "reset" | "mailId" | "mark", string>,
): Addresses {
  const org = `/orgs/${ids.org}`;
  const group = `/projects/${ids.group}`;
  const byAll = (path: string) => [[path, "owner"] as const, [path, "member"] as const];
  return {
    "/": [...byAll("/"), ["/?accepted", "nobody"]],
    "/account": [
      ["/account", "owner"],
      ["/account?changed", "owner"],
      ["/account?ended", "owner"],
    ],
    "/account/recovery-codes": [["/account/recovery-codes", "owner"]],
    "/second-factor": [["/second-factor", "owner"]],
    "/joining": [
      ["/joining?next=%2Faccount", "owner"],
      ["/joining", "member"],
    ],
    "/account/connect": [
      ["/account/connect", "owner"],
      ["/account/connect?connected", "member"],
      ["/account/connect?denied", "member"],
    ],
    "/oauth/authorize": [
      [openProgram({ url: "" }).path(), "owner"],
      [openProgram({ url: "" }).path(), undefined],
      [openProgram({ url: "" }, pastePage).path({ prompt: "none" }), "owner"],
      ["/oauth/authorize", undefined],
    ],
    "/invitations/:token": [
      ...invited.map((name) => [`/invitations/${the[name]}`, undefined] as const),
      [`/invitations/${the.accepted}`, "member"],
      [`/invitations/${the.known}`, undefined],
      [`/invitations/${the.known}`, "nobody"],
      [`/invitations/${the.known}`, "owner"],
      ["/invitations/unknown", undefined],
    ],
    "/sign-in": [
      ["/sign-in", undefined],
      ["/sign-in?reset&next=%2Faccount", undefined],
      ["/sign-in?problem=denied", undefined],
    ],
    "/sign-in/provider": [["/sign-in/provider", undefined]],
    "/sign-in/provider/callback": [["/sign-in/provider/callback", undefined]],
    "/sign-out": [["/sign-out", "owner"]],
    "/forgot-password": [
      ["/forgot-password", undefined],
      ["/forgot-password?sent", undefined],
    ],
    "/reset-password/:token": [
      [`/reset-password/${the.reset}`, undefined],
      ["/reset-password/unknown", undefined],
    ],
    "/preferences": [["/preferences", "owner"]],
    "/orgs/:orgId/who-can": [...byAll(`${org}/who-can`), [`${org}/who-can?operation=getOrg`, "owner"]],
    "/projects/:groupId/who-can": [
      ...byAll(`${group}/who-can`),
      [`${group}/who-can?operation=getGroup&page=2`, "owner"],
    ],
    "/docs": [
      ["/docs", undefined],
      ["/docs?tag=cloud-backups", undefined],
      ["/docs?q=e", undefined],
      ["/docs?q=nothing-has-this", "owner"],
    ],
    "/docs/:operationId": [
      ["/docs/updateGroupInvites", undefined],
      ["/docs/listGroupUsers", "owner"],
      ["/docs/nothing", undefined],
    ],
    "/orgs/:orgId/settings": [...byAll(`${org}/settings`), [`${org}/settings?done=required`, "owner"]],
    "/orgs/:orgId": [...byAll(org), [`${org}?done=deleted`, "owner"], [org, "stranger"]],
    "/orgs/:orgId/people": [
      ...byAll(`${org}/people`),
      [`${org}/people?status=INVITED&sort=-active`, "owner"],
    ],
    // Saved, not looked at.
    "/orgs/:orgId/access-review.csv": [],
    "/orgs/:orgId/access-review.json": [],
    "/orgs/:orgId/access-review": [[`${org}/access-review`, "owner"]],
    "/orgs/:orgId/people/change": byAll(
      `${org}/people/change?act=roles&who=member${inAddress(the.mark)}@example.com`,
    ),
    "/orgs/:orgId/people/invite": byAll(`${org}/people/invite`),
    "/orgs/:orgId/people/:userId": [
      ...byAll(`${org}/people/${spare.member}`),
      [`${org}/people/${spare.member}?project=${ids.group}&done=changed`, "owner"],
    ],
    "/orgs/:orgId/people/:userId/leave": [
      ...byAll(`${org}/people/${spare.member}/leave`),
      [`${org}/people/${spare.leaver}/leave`, "owner"],
    ],
    "/orgs/:orgId/receipts/:receiptId": byAll(`${org}/receipts/${the.gone}`),
    "/projects/:groupId/people/:userId/leave": byAll(`${group}/people/${spare.member}/leave`),
    "/projects/:groupId/receipts/:receiptId": byAll(`${group}/receipts/${the.left}`),
    "/orgs/:orgId/inviters/:inviter": [
      ...byAll(`${org}/inviters/${the.owner}`),
      [`${org}/inviters/nobody?done=removed`, "owner"],
    ],
    "/orgs/:orgId/federation": byAll(`${org}/federation`),
    "/orgs/:orgId/teams": byAll(`${org}/teams`),
    "/orgs/:orgId/teams/:teamId": byAll(`${org}/teams/${ids.team}`),
    "/projects/:groupId": [[group, "owner"]],
    "/projects/:groupId/settings": byAll(`${group}/settings`),
    "/projects/:groupId/people": [
      ...byAll(`${group}/people`),
      [`${group}/people?q=example&role=GROUP_READ_ONLY&done=removed`, "owner"],
    ],
    "/projects/:groupId/people/change": [
      ...byAll(`${group}/people/change?act=end&who=fresh@example.com`),
      [
        `${group}/people/change?act=roles&who=fresh@example.com&who=member${inAddress(the.mark)}@example.com`,
        "owner",
      ],
      [`${group}/people/change?act=resend&who=fresh@example.com`, "owner"],
    ],
    "/orgs/:orgId/invitations/:invitationId": byAll(`${org}/invitations/${ids.orgInvite}`),
    "/projects/:groupId/people/invite": byAll(`${group}/people/invite`),
    "/projects/:groupId/inviters/:inviter": byAll(`${group}/inviters/${the.owner}`),
    "/projects/:groupId/people/:userId": byAll(`${group}/people/${spare.member}`),
    "/projects/:groupId/invitations/:invitationId": byAll(`${group}/invitations/${ids.invite}`),
    "/projects/:groupId/teams": [...byAll(`${group}/teams`), [`/projects/${spare.group}/teams`, "owner"]],
    "/projects/:groupId/database-access": [
      ...byAll(`${group}/database-access`),
      [`${group}/database-access?kind=roles`, "owner"],
    ],
    "/projects/:groupId/clusters": byAll(`${group}/clusters`),
    "/projects/:groupId/network-access": byAll(`${group}/network-access`),
    "/orgs/:orgId/resources": byAll(`${org}/resources`),
    "/projects/:groupId/resources": byAll(`${group}/resources`),
    "/orgs/:orgId/resources/*": [
      [`${org}/resources/resourcePolicies`, "owner"],
      [`${org}/resources/maintenanceSettings`, "member"],
      [`${org}/resources/nothing`, "owner"],
    ],
    "/projects/:groupId/resources/*": [
      ...byAll(`${group}/resources/aiModelApiKeys`),
      [`${group}/resources/aiModelApiKeys/${spare.modelKey}`, "owner"],
      [`${group}/resources/containers/${spare.container}`, "owner"],
      [`${group}/resources/containers/${spare.container}`, "member"],
    ],
    "/projects/:groupId/teams/:teamId": byAll(`${group}/teams/${ids.team}`),
    "/orgs/:orgId/keys": [...byAll(`${org}/keys`), [`${org}/keys?done=deleted`, "owner"]],
    // Nothing has been made: what it shows then is proved with the pages of keys.
    "/orgs/:orgId/keys/made": [[`${org}/keys/made`, "owner"]],
    "/projects/:groupId/keys/made": [[`${group}/keys/made`, "owner"]],
    "/orgs/:orgId/keys/:apiUserId": byAll(`${org}/keys/${spare.key}`),
    "/orgs/:orgId/service-accounts/:clientId": byAll(`${org}/service-accounts/${account.clientId}`),
    "/projects/:groupId/keys": [...byAll(`${group}/keys`), [`/projects/${spare.group}/keys`, "owner"]],
    ...Object.fromEntries(
      ["/orgs/:orgId", "/projects/:groupId"].flatMap((scope) =>
        ["csv", "json"].map((kind) => [`${scope}/activity.${kind}`, []]),
      ),
    ),
    "/search": [["/search?q=payments", "owner"]],
    "/orgs/:orgId/activity": [
      ...byAll(`${org}/activity`),
      [`${org}/activity?eventType=INVITED_TO_GROUP&minDate=2026-01-01`, "owner"],
    ],
    "/orgs/:orgId/sunset": byAll(`${org}/sunset`),
    // A file.
    "/orgs/:orgId/sunset/:format": [],
    "/projects/:groupId/activity": [
      ...byAll(`${group}/activity`),
      [`${group}/activity?minDate=never`, "owner"],
    ],
    "/rehearsal": [["/rehearsal", undefined]],
    "/rehearsal/sign-in": [["/rehearsal/sign-in", undefined]],
    "/rehearsal/sunset": [
      ["/rehearsal/sunset", undefined],
      ["/rehearsal/sunset", "owner"],
    ],
    // Saved, not looked at.
    "/rehearsal/sunset/:format": [],
    "/rehearsal/clock": [
      ["/rehearsal/clock", undefined],
      ["/rehearsal/clock?done=set", "owner"],
    ],
    "/rehearsal/requests": [
      ["/rehearsal/requests", undefined],
      ["/rehearsal/requests?status=4xx", undefined],
    ],
    "/rehearsal/requests/:number": [
      ["/rehearsal/requests/1", undefined],
      ["/rehearsal/requests/none", undefined],
    ],
    "/orgs/:orgId/teams/:teamId/add": [[`${org}/teams/${ids.team}/add`, "owner"]],
    "/rehearsal/runs/:run": [
      ["/rehearsal/runs/1", undefined],
      ["/rehearsal/runs/none", undefined],
    ],
    "/rehearsal/faults": [["/rehearsal/faults", undefined]],
    "/rehearsal/snapshots": [["/rehearsal/snapshots", undefined]],
    "/rehearsal/mail": [
      ["/rehearsal/mail", undefined],
      ["/rehearsal/mail?q=nobody-has-this", undefined],
    ],
    "/rehearsal/mail/:id": [
      [`/rehearsal/mail/${encodeURIComponent(the.mailId)}`, undefined],
      ...["text", "source"].map(
        (as) => [`/rehearsal/mail/${encodeURIComponent(the.mailId)}?as=${as}`, undefined] as const,
      ),
      ["/rehearsal/mail/none", undefined],
    ],
    // In a frame of the page before.
    "/rehearsal/mail/:id/html": [],
  };
}

/** A form as a page shows it, filled in as it comes. */
export interface ShownForm {
  /** The address that the form is sent to. */
  readonly action: string;
  readonly name: string;
  readonly fields: URLSearchParams;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
export const decode = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name] ?? "");

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag);
  return found === null ? undefined : decode(found[1] ?? "");
};

/** Forms that are sent by POST, with the values a browser would send if nobody touched them. */
export function formsIn(html: string, path: string): ShownForm[] {
  return [...html.matchAll(/<form method="post"[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => {
    const fields = new URLSearchParams();
    for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
      const isCheck = /type="(?:checkbox|radio)"/.test(tag);
      if (isCheck && attribute(tag, "checked") === undefined) continue;
      const name = attribute(tag, "name") ?? "";
      // Who is asked says yes.
      if (name !== "confirm") fields.append(name, attribute(tag, "value") ?? "");
    }
    for (const [, head = "", content = ""] of form.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g)) {
      fields.append(attribute(head, "name") ?? "", decode(content));
    }
    for (const [, head = "", options = ""] of form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)) {
      const all = [...options.matchAll(/<option[^>]*>/g)].map(([option]) => option);
      const chosen = all.find((option) => /\sselected(?=[\s>=])/.test(option)) ?? all[0];
      if (chosen !== undefined) {
        fields.append(attribute(head, "name") ?? "", attribute(chosen, "value") ?? "");
      }
    }
    return { action: attribute(form, "action") ?? path, name: fields.get("do") ?? "", fields };
  });
}
