// Tests that actions that give lasting access ask a person to sign in again, where the sign-in is older than 15 minutes.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { pages } from "../../src/console/pages/index.ts";
import { printedCode, requestCode } from "../support/atlas-cli.ts";
import { openProgram } from "../support/authorization.ts";
import { browse, decode, type Shown, visit } from "../support/console.ts";
import { client, passThrough, startProvider } from "../support/provider.ts";
import { startStage } from "../support/stage.ts";
import { account, ids, keys, seed } from "../support/world.ts";

const password = "a staple of horses";
const owner = "owner@example.com";
const orgKeys = `/orgs/${ids.org}/keys`;
const people = `/orgs/${ids.org}/people`;
const again = (path: string) => `/sign-in?again&next=${encodeURIComponent(path)}`;

const member = "member@example.com";
/** A team in no project, unlike the team of the other tests, which owns one here. */
const looseTeam = "92b6e34b3d91647abb20e7b8";
/** A provider known to the federation of the organization, and not connected with it yet. */
const providerId = "66a902c08811d46a1db437cb";
const [federationId, mappingId] = ["f6a902c08811d46a1db437cb", "a6a902c08811d46a1db437cb"];
const provider = { displayName: "Login", issuerUri: "https://login.example.com", audience: "anteroom" };
const databaseUser = {
  method: "password",
  username: "shop",
  password: "a horse of staples",
  roles: "read@sales",
};
/** Reads the project. */
const reader = "mdb_sa_id_89abcdef0123456789abcdef";

/** The world of the other tests, whose owner has a password. */
const peopled = {
  orgs: seed.orgs.map((org) => ({
    ...org,
    users: (org.users ?? []).map((user) => (user.username === owner ? { ...user, password } : user)),
    ...(org.id === ids.org && {
      teams: [...(org.teams ?? []), { id: looseTeam, name: "loose", usernames: [] }],
      federation: {
        id: federationId,
        identityProviders: [{ ...provider, id: providerId, clientId: "anteroom" }],
        roleMappings: [{ id: mappingId, externalGroupName: "admins", roles: ["ORG_OWNER" as const] }],
      },
      groups: (org.groups ?? []).map((group) => ({
        ...group,
        users: [...(group.users ?? []), { username: member, roles: ["GROUP_READ_ONLY" as const] }],
        databaseUsers: [{ username: "app", roles: [{ roleName: "read", databaseName: "sales" }] }],
        teams: [{ teamId: ids.team, roleNames: ["GROUP_OWNER" as const] }],
        serviceAccounts: [{ clientId: reader, name: "reader", roles: ["GROUP_READ_ONLY" as const] }],
      })),
    }),
  })),
};

/** Forms that make no owner and no credential of lasting use, or only for who sends them and has proven as much. */
const others = [
  // Of what is new and one's own.
  "/ createOrg",
  "/orgs/:orgId create",
  // A link of a mail, or a password, has just been asked for.
  ...["accept", "decline", "join", "switch"].map((form) => `/invitations/:token ${form}`),
  ...["join", "later"].map((form) => `/joining ${form}`),
  "/account change",
  "/sign-in signIn",
  "/sign-in mailLink",
  "/forgot-password send",
  "/reset-password/:token keep",
  "/reset-password/:token reset",
  // To an address that is invited already.
  "/orgs/:orgId/people/change resend",
  "/projects/:groupId/people/change resend",
  ...["resend", "revoke"].map((form) => `/projects/:groupId/invitations/:invitationId ${form}`),
  ...["resend", "revoke"].map((form) => `/orgs/:orgId/invitations/:invitationId ${form}`),
  // A team that is in no project yet.
  "/orgs/:orgId/teams create",
  // Names, and addresses that a credential is used from.
  "/preferences prefer",
  "/orgs/:orgId/teams/:teamId rename",
  "/projects/:groupId/settings rename",
  "/orgs/:orgId/keys/:apiUserId addEntries",
  "/orgs/:orgId/service-accounts/:clientId addEntries",
  ...["set", "advance", "preset", "free"].map((form) => `/rehearsal/clock ${form}`),
  ...["preset", "remove", "clear"].map((form) => `/rehearsal/faults ${form}`),
  ...["take", "restore", "reset"].map((form) => `/rehearsal/snapshots ${form}`),
  "/rehearsal/mail end",
  "/rehearsal/mail/:id end",
  ...["cure", "undo"].map((form) => `/rehearsal/requests/:number ${form}`),
  "/rehearsal/sign-in as",
  "/rehearsal/sign-in link",
  ...["rename", "access", "save", "delete"].map((form) => `/orgs/:orgId/settings ${form}`),
  // Whatever takes away or looks.
  "/account signOutCommandLine",
  "/account signOutSession",
  "/account everywhere",
  "/sign-out signOut",
  "/account/connect look",
  "/account/connect deny",
  "/oauth/authorize deny",
  "/orgs/:orgId/people/:userId/leave remove",
  "/projects/:groupId/people/:userId/leave remove",
  ...["end", "take"].flatMap((act) => [
    `/orgs/:orgId/people/change ${act}`,
    `/projects/:groupId/people/change ${act}`,
  ]),
  // Nobody joins a team by a project.
  "/projects/:groupId/people/change team",
  "/orgs/:orgId/inviters/:inviter revokeAll",
  "/orgs/:orgId/teams/:teamId remove",
  "/orgs/:orgId/teams/:teamId delete",
  "/orgs/:orgId/teams delete",
  "/projects/:groupId/settings delete",
  "/projects/:groupId/inviters/:inviter revokeAll",
  "/projects/:groupId/teams remove",
  "/orgs/:orgId/keys deleteKey",
  "/orgs/:orgId/keys deleteAccount",
  "/orgs/:orgId/keys/:apiUserId delete",
  "/orgs/:orgId/keys/:apiUserId removeEntry",
  ...["delete", "deleteSecret", "removeEntry"].map(
    (form) => `/orgs/:orgId/service-accounts/:clientId ${form}`,
  ),
  "/projects/:groupId/keys removeKey",
  "/projects/:groupId/keys removeAccount",
  ...["addRole", "deleteRole", "deleteUser", "editRole"].map(
    (form) => `/projects/:groupId/database-access ${form}`,
  ),
  ...["add", "edit", "remove"].map((form) => `/projects/:groupId/network-access ${form}`),
  "/projects/:groupId/clusters add",
  "/projects/:groupId/clusters delete",
  "/orgs/:orgId/resources/* delete",
  "/projects/:groupId/resources/* delete",
  ...["removeMapping", "removeProvider", "disconnect"].map((form) => `/orgs/:orgId/federation ${form}`),
];

/** Forms of passkeys: their tests are those of the operations. */
const ofPasskeys = [
  "/account add",
  "/account removePasskey",
  "/account makeCodes",
  "/second-factor add",
  "/second-factor prove",
  "/second-factor code",
  "/sign-in passkey",
  "/sign-in second",
  "/sign-in code",
  "/orgs/:orgId/settings factor",
  "/orgs/:orgId/people/:userId releaseFactor",
];

type Params = Readonly<Record<string, string>>;
type Fields = Readonly<Record<string, string | readonly string[]>>;

test("a sign-in that is not recent", async (t) => {
  const stage = await startStage(t, { policy: { asksAgain: true }, seed: peopled });
  const late = () => {
    const browser = browse(stage, owner);
    stage.clock.set({ advance: "PT15M1S" });
    return browser;
  };
  const asksAgain = ({ text }: Shown) => text.includes("your last sign-in was more than 15 minutes ago");
  /** Returns the fields that the asking page has in the form for the password. */
  const keptIn = ({ html }: Shown) => {
    const [form = ""] = html.split("<form").filter((each) => each.includes('name="proof-password"'));
    const kept: Record<string, string[]> = {};
    for (const [tag] of form.matchAll(/<input type="hidden" [^>]*>/g)) {
      const [, name = ""] = / name="([^"]*)"/.exec(tag) ?? [];
      const [, value = ""] = / value="([^"]*)"/.exec(tag) ?? [];
      if (name !== "" && name !== "form" && name !== "do") {
        kept[name] = [...(kept[name] ?? []), decode(value)];
      }
    }
    return kept;
  };

  const idOf = (sql: string) => (stage.rows(sql) as { id: string }[])[0]?.id ?? "";
  const keyId = ({ publicKey }: { publicKey: string }) =>
    idOf(`select id from api_keys where public_key = '${publicKey}'`);
  const memberId = idOf(`select id from users where username = '${member}'`);
  const newKey = { desc: "nightly", keyRoles: ["ORG_READ_ONLY"] };
  const newAccount = { name: "deploy", description: "Deploys", hours: "24", accountRoles: "ORG_READ_ONLY" };
  const pendingAddress = "new@example.com";
  const pendingId = idOf(`select user_id as id from invites where id = '${ids.orgInvite}'`);
  const codeOf = async () => ({ code: printedCode((await requestCode(stage)).json) });

  /** Every form of the console that makes an owner or a credential of somebody else, with what makes one. */
  const lasting: readonly (readonly [
    page: string,
    form: string,
    fields: Fields | (() => Promise<Fields>),
    params?: Params,
  ])[] = [
    ["/account/connect", "confirm", codeOf],
    ["/oauth/authorize", "allow", {}],
    ["/orgs/:orgId/people/change", "roles", { who: "member@example.com", roles: "ORG_OWNER" }],
    ["/orgs/:orgId/people/invite", "invite", { addresses: "nina@example.com", roles: "ORG_OWNER" }],
    ["/orgs/:orgId/people/:userId", "save", { roles: ["ORG_OWNER", "ORG_MEMBER"] }],
    ["/orgs/:orgId/people/:userId", "save", { roles: "ORG_MEMBER", teams: ids.team }],
    ["/orgs/:orgId/people/:userId", "save", { roles: "ORG_MEMBER", teams: ids.team }, { userId: pendingId }],
    ["/orgs/:orgId/people/:userId", "saveGroup", { groupId: ids.group, roles: "GROUP_OWNER" }],
    ["/orgs/:orgId/people/:userId", "release", {}],
    ["/orgs/:orgId/people/change", "add", { who: member, roles: "ORG_OWNER" }],
    ["/orgs/:orgId/people/change", "team", { who: member, teams: ids.team }],
    ["/orgs/:orgId/teams/:teamId/add", "add", { who: member }],
    ["/orgs/:orgId/teams/:teamId/add", "add", { who: pendingAddress }],
    [
      "/orgs/:orgId/invitations/:invitationId",
      "save",
      { roles: "ORG_OWNER" },
      { invitationId: ids.orgInvite },
    ],
    ["/orgs/:orgId/keys", "createKey", newKey],
    [
      "/docs/:operationId",
      "try",
      { "p-orgId": ids.org, body: '{"desc":"nightly","roles":["ORG_OWNER"]}' },
      { operationId: "createOrgApiKey" },
    ],
    [
      "/docs/:operationId",
      "try",
      {
        "p-federationSettingsId": federationId,
        "p-orgId": ids.org,
        "p-id": mappingId,
        body: JSON.stringify({
          externalGroupName: "everybody",
          roleAssignments: [{ orgId: ids.org, role: "ORG_OWNER" }],
        }),
      },
      { operationId: "updateFederationSettingConnectedOrgConfigRoleMapping" },
    ],
    [
      "/docs/:operationId",
      "try",
      {
        "p-federationSettingsId": federationId,
        "p-orgId": ids.org,
        body: '{"postAuthRoleGrants":["ORG_OWNER"],"identityProviderId":null,"domainRestrictionEnabled":false}',
      },
      { operationId: "updateFederationSettingConnectedOrgConfig" },
    ],
    ["/orgs/:orgId/keys", "createAccount", newAccount],
    ["/orgs/:orgId/keys/:apiUserId", "save", { desc: "nightly", roles: "ORG_OWNER" }],
    [
      "/orgs/:orgId/service-accounts/:clientId",
      "save",
      { name: "reader", description: "Reads", roles: "ORG_OWNER" },
    ],
    ["/orgs/:orgId/service-accounts/:clientId", "addSecret", { hours: "24" }],
    ["/projects/:groupId/database-access", "addUser", databaseUser],
    ["/projects/:groupId/database-access", "editUser", { ...databaseUser, id: "admin/app" }],
    ["/orgs/:orgId/federation", "addMapping", { externalGroupName: "admins", roles: "ORG_OWNER" }],
    ["/orgs/:orgId/federation", "addProvider", { ...provider, issuerUri: "https://other.example.com" }],
    ["/orgs/:orgId/federation", "connect", { id: providerId }],
    ["/projects/:groupId/people/change", "add", { who: "hello@example.com", roles: "GROUP_OWNER" }],
    ["/projects/:groupId/people/change", "roles", { who: "hello@example.com", roles: "GROUP_OWNER" }],
    ["/projects/:groupId/people/invite", "invite", { addresses: "nina@example.com", roles: "GROUP_OWNER" }],
    [
      "/projects/:groupId/people/invite",
      "invite",
      { addresses: "nina@example.com", roles: "GROUP_OWNER", way: "alone" },
    ],
    ["/projects/:groupId/people/:userId", "save", { roles: ["GROUP_OWNER", "GROUP_READ_ONLY"] }],
    ["/projects/:groupId/invitations/:invitationId", "save", { roles: "GROUP_OWNER" }],
    ["/projects/:groupId/teams", "add", { teamId: looseTeam, roles: "GROUP_OWNER" }],
    ["/projects/:groupId/teams/:teamId", "save", { roles: "GROUP_OWNER" }, { teamId: looseTeam }],
    ["/projects/:groupId/keys", "createKey", { desc: "nightly", keyRoles: "GROUP_READ_ONLY" }],
    ["/projects/:groupId/keys", "createAccount", { ...newAccount, accountRoles: "GROUP_READ_ONLY" }],
    ["/projects/:groupId/keys", "assignKey", { keyId: keyId(keys.member), assignedKeyRoles: "GROUP_OWNER" }],
    [
      "/projects/:groupId/keys",
      "assignAccount",
      { clientId: account.clientId, assignedAccountRoles: "GROUP_OWNER" },
    ],
    [
      "/projects/:groupId/keys",
      "editKey",
      { id: keyId(keys.groupReader), editedRoles: ["GROUP_OWNER", "GROUP_READ_ONLY"] },
    ],
    ["/projects/:groupId/keys", "editAccount", { id: reader, editedRoles: "GROUP_OWNER" }],
  ];

  function pathOf(page: string, params: Params = {}): string {
    const all: Params = {
      orgId: ids.org,
      groupId: ids.group,
      teamId: ids.team,
      userId: memberId,
      invitationId: ids.invite,
      apiUserId: keyId(keys.member),
      clientId: reader,
      ...params,
    };
    return page === "/oauth/authorize" ? program : page.replace(/:(\w+)/g, (_, name) => all[name] ?? "");
  }
  const program = openProgram(stage).path();
  const kept = [
    "api_keys",
    "service_accounts",
    "service_account_secrets",
    "grants",
    "device_grants",
    "authorization_codes",
    "identities",
    "documents",
    "invites",
    "invite_group_roles",
    "invite_teams",
    "team_members",
    "team_grants",
  ];
  const state = () => JSON.stringify(kept.map((table) => stage.rows(`select * from ${table}`)));

  for (const [page, form, fields, params] of lasting) {
    const names = Object.keys({ ...fields, ...params });
    await t.test(`does not suffice on ${page} to ${[form, ...names].join(", ")}`, async () => {
      // A team that was in the project already, with a role below its owner's.
      if (params?.teamId === looseTeam) {
        stage.execute(
          `insert into team_grants (team_id, org_id, group_id, role) values ('${looseTeam}', '${ids.org}', '${ids.group}', 'GROUP_READ_ONLY')`,
        );
      }
      if (form === "release") {
        stage.execute(
          `insert into identities (issuer, subject, user_id, created_at) values ('https://login.example.com', '1', '${memberId}', 0)`,
        );
      }
      const path = pathOf(page, params);
      const browser = late();
      const sent = typeof fields === "function" ? await fields() : fields;
      const before = state();
      const asked = await browser.send(path, form, sent);
      ok(asksAgain(asked), asked.text);
      equal(state(), before);
      const wrong = await visit(browser, [
        path,
        form,
        { ...keptIn(asked), "proof-password": "not a staple" },
        403,
      ]);
      equal(state(), before);
      // What was filled in comes along, once the password is right.
      const done = await browser.send(path, form, { ...keptIn(wrong), "proof-password": password });
      ok(done.status < 400, done.text);
      ok(state() !== before, "nothing was made");
      equal(stage.rows("select * from sessions").length, 1);
    });
  }

  await t.test("is asked about every form of the console", () => {
    const known = new Set([...lasting.map(([page, form]) => `${page} ${form}`), ...others, ...ofPasskeys]);
    const all = pages.flatMap(({ path, forms = {} }) => Object.keys(forms).map((form) => `${path} ${form}`));
    deepEqual([...known].sort(), all.sort());
  });

  await t.test("suffices for all the rest", async () => {
    const browser = late();
    const invite = { addresses: "nina@example.com", roles: "ORG_READ_ONLY" };
    await visit(browser, [`${people}/invite`, "invite", invite, /nina@example\.com/]);
    const [{ id } = { id: "" }] = stage.rows(
      `select id from api_keys where public_key = '${keys.owner.publicKey}'`,
    ) as { id: string }[];
    await visit(browser, [orgKeys, "deleteKey", { id }, /Deleted seeded\./]);
  });

  await t.test("is one of 15 minutes and no less", async () => {
    const browser = browse(stage, owner);
    stage.clock.set({ advance: "PT15M" });
    equal(asksAgain(await browser.send(orgKeys, "createKey", newKey)), false);
  });

  await t.test("is refused before anything is said of the world to a stranger", async () => {
    const browser = browse(stage, "other@example.com");
    stage.clock.set({ advance: "PT15M1S" });
    await visit(browser, [orgKeys, "createKey", newKey, /You do not belong to this organization\./]);
  });

  await t.test("does not matter to keys and service accounts", async () => {
    stage.clock.set({ advance: "P1D" });
    const made = { method: "POST", path: `/api/atlas/v2/orgs/${ids.org}/apiKeys` } as const;
    const body = { desc: "nightly", roles: ["ORG_OWNER"] };
    equal((await stage.as(keys.owner, { ...made, body })).status, 200);
    equal((await stage.ask("account", { ...made, body })).status, 200);
  });
});

test("signing in again with the provider", async (t) => {
  const provider = await startProvider(t);
  const stage = await startStage(t, {
    policy: { asksAgain: true },
    oidcIssuer: provider.issuer,
    oidcClientId: client.id,
    oidcClientSecret: client.secret,
    oidcName: client.name,
  });
  provider.serve(stage.url);
  provider.subject = "1";
  provider.people.set("1", { email: owner, email_verified: true });
  const pathOf = ({ pathname, search }: URL) => `${pathname}${search}`;

  for (const [what, strip, place] of [
    ["asks the person anew", [], orgKeys],
    [
      "is not done by leaving the question out",
      ["prompt", "max_age"],
      /^\/sign-in\?problem=old&next=.*&again$/,
    ],
  ] as const) {
    await t.test(what, async () => {
      const browser = browse(stage, owner);
      stage.clock.set({ advance: "PT15M1S" });
      const { html } = await browser.open(again(orgKeys));
      const link = /href="(\/sign-in\/provider\?[^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
      const to = new URL((await browser.open(link)).to);
      deepEqual([to.searchParams.get("prompt"), to.searchParams.get("max_age")], ["login", "900"]);
      for (const name of strip) to.searchParams.delete(name);
      const back = await browser.open(pathOf(await passThrough(provider, to.href)));
      match(back.to, place instanceof RegExp ? place : new RegExp(`^${place}$`));
      equal(stage.rows("select * from sessions").length, 1);
    });
  }
});
