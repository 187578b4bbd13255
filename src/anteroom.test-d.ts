// The guarantees of the library's types; checked by `tsc`, never run.
import type { Anteroom, AnteroomOptions, GroupHandle, SeedDocument } from "./anteroom.ts";
import { anteroomTest as jestTest } from "./testing/fixtures/jest.ts";
import { anteroomTest as nodeTest } from "./testing/fixtures/node-test.ts";
import { createAnteroom } from "./testing/library.ts";
import type { checkSeed } from "./testing/seed/document.ts";

const holds = <_ extends true>() => {};

// The type infers the seed as it is written, and checks that same seed.
type Checked = ReturnType<typeof checkSeed>;
holds<SeedDocument extends Checked ? true : false>();
holds<Checked extends SeedDocument ? true : false>();

await using anteroom = await createAnteroom({
  seed: {
    orgs: [
      {
        name: "Acme",
        users: [{ username: "owner@example.com", orgRoles: ["ORG_OWNER"] }],
        apiKeys: [{ desc: "ci", publicKey: "abcdefgh", roles: ["ORG_OWNER"] }, { roles: ["ORG_MEMBER"] }],
        serviceAccounts: [{ name: "robot", roles: ["ORG_OWNER"] }],
        teams: [{ name: "core", usernames: ["owner@example.com"] }],
        groups: [
          {
            name: "payments",
            teams: [{ team: "core", roleNames: ["GROUP_OWNER"] }],
            apiKeys: [
              { apiKey: "ci", roles: ["GROUP_OWNER"] },
              { desc: "probe", roles: ["GROUP_READ_ONLY"] },
            ],
            invites: [{ username: "new@example.com", roles: ["GROUP_READ_ONLY"] }],
          },
        ],
      },
      {
        name: "Beta",
        groups: [{ name: "ledger" }],
        invites: [{ username: "lin@example.com", roles: ["ORG_MEMBER"] }],
      },
    ],
  },
});
anteroom.clock.set({ advance: "P30D" });
// @ts-expect-error there is no such option
createAnteroom({ sed: { orgs: [] } });
// @ts-expect-error there is no such option beside one that there is
createAnteroom({ clock: "system", sed: { orgs: [] } });
// @ts-expect-error a seed has no such member
createAnteroom({ seed: { orgs: [], groups: [] } });
// @ts-expect-error nor has a part of it
createAnteroom({ seed: { orgs: [{ name: "Acme", colour: "red" }] } });
// @ts-expect-error there is no such role
createAnteroom({ seed: { orgs: [{ name: "Acme", apiKeys: [{ roles: ["ORG_BOSS"] }] }] } });
// @ts-expect-error limits are Atlas's or off
({ limits: "on" }) satisfies AnteroomOptions;

// The names of a literal seed.
const { world } = anteroom;
holds<typeof world.groups.payments.id extends string ? true : false>();
holds<keyof typeof world.groups extends "payments" | "ledger" ? true : false>();
holds<keyof typeof world.keys extends "ci" | "abcdefgh" | "seeded" | "probe" ? true : false>();
holds<"ci" | "abcdefgh" | "seeded" | "probe" extends keyof typeof world.keys ? true : false>();
holds<keyof typeof world.invites extends "new@example.com" | "lin@example.com" ? true : false>();
holds<keyof typeof world.orgs.Acme.invites extends never ? true : false>();
[
  world.orgs.Acme.groups.payments,
  world.orgs.Beta.groups.ledger,
  world.teams.core,
  world.keys.ci,
  world.users["owner@example.com"],
  world.groups.payments.invites["new@example.com"],
] satisfies { id: string }[];
[world.serviceAccounts.robot] satisfies { clientId: string; clientSecret: string }[];
world.invites["lin@example.com"].userId satisfies string;
world.orgs.Beta.invites["lin@example.com"].userId satisfies string;
// @ts-expect-error an invitation to a project makes no pending user
world.invites["new@example.com"].userId satisfies string;
// @ts-expect-error there is no such project
world.groups.paymnts;
// @ts-expect-error it is one of another organization
world.orgs.Beta.groups.payments;
// @ts-expect-error it has no teams
world.orgs.Beta.teams.core;
// @ts-expect-error there is no such person
world.users["ownr@example.com"];

// A seed in a variable is checked as well.
const constant = { orgs: [{ name: "Acme", groups: [{ name: "payments" }] }] } as const;
const checked = {
  orgs: [{ name: "Acme", apiKeys: [{ desc: "ci", roles: ["ORG_OWNER"] }] }],
} as const satisfies SeedDocument;
const ofConstant = await createAnteroom({ seed: constant, deterministic: "1" });
ofConstant.world.groups.payments.id satisfies string;
(await createAnteroom({ seed: checked })).world.keys.ci.publicKey satisfies string;
(await ofConstant.insert(constant)).groups.payments.id satisfies string;
constant satisfies SeedDocument;
// @ts-expect-error there is no such project
ofConstant.world.groups.paymnts;
const coloured = { orgs: [{ name: "Acme", colour: "red" }] } as const;
// @ts-expect-error a seed has no such member
createAnteroom({ seed: coloured });

// The names of the demonstration are known; names that only exist at run time are not.
const demonstration = await createAnteroom();
demonstration.world.groups.payments.invites["hello@example.com"].id satisfies string;
// @ts-expect-error it has one project
demonstration.world.groups.ledger;
const clocked = await createAnteroom({ clock: "system" });
clocked.world.keys.demonstration.publicKey satisfies string;
// A kept store may have any names, unless a seed says which it began with.
declare const folder: string;
const keptIn = await createAnteroom({ data: folder, secret: "of all starts" });
holds<string extends keyof typeof keptIn.world.groups ? true : false>();
const inDatabase = await createAnteroom({ databaseUrl: "postgres://127.0.0.1/d" });
holds<string extends keyof typeof inDatabase.world.groups ? true : false>();
(await createAnteroom({ data: "./d", seed: constant })).world.groups.payments.id satisfies string;
declare const written: SeedDocument;
for (const given of [written, "world.yaml", new URL("world.yaml", import.meta.url)] as const) {
  const read = await createAnteroom({ seed: given });
  holds<typeof read.world.groups extends Readonly<Record<string, GroupHandle>> ? true : false>();
  holds<string extends keyof typeof read.world.groups ? true : false>();
}
declare const options: AnteroomOptions;
holds<Awaited<ReturnType<typeof createAnteroom<AnteroomOptions["seed"]>>> extends Anteroom ? true : false>();
(await createAnteroom(options)) satisfies Anteroom;

// Any is an Anteroom to a function that takes one.
[anteroom, demonstration] satisfies Anteroom[];

const { groups } = await anteroom.insert({ orgs: [{ name: "Acme", groups: [{ name: "orders" }] }] });
groups.orders.id satisfies string;
// @ts-expect-error that was not inserted
groups.payments;
// @ts-expect-error an insertion has no such member
anteroom.insert({ orgs: [{ name: "Acme", group: [] }] });

// Fixtures know the same names.
jestTest({ seed: { orgs: [{ name: "Acme", groups: [{ name: "payments" }] }] } })(
  "a test",
  ({ anteroom: given }) => {
    given.world.groups.payments.id satisfies string;
    // @ts-expect-error there is no such project
    given.world.groups.ledger;
  },
);
nodeTest()("a test", { timeout: 1000 }, ({ anteroom: given, mock }) => {
  mock.fn();
  given.world.groups.payments.id satisfies string;
});
nodeTest({ seed: constant })(({ anteroom: given }) => {
  given.world.groups.payments.id satisfies string;
});
nodeTest().beforeEach(() => {});
nodeTest({ seed: constant })("a test", async (t) => {
  await t.test("within", ({ anteroom: given }) => {
    given.world.groups.payments.id satisfies string;
  });
}) satisfies Promise<void>;
nodeTest()("with a callback", ({ anteroom: given }, done) => done(given.url));
nodeTest().todo("later");
const { each, only } = jestTest({ seed: constant });
each(["ledger"])("%s", ({ anteroom: given }, name) => {
  [given.world.groups.payments.id, name] satisfies string[];
});
each`
  name        | count
  ${"ledger"} | ${1}
`("$name", ({ anteroom: given }, row) => {
  [given.world.groups.payments.id, row.name] satisfies string[];
});
only.each([["ledger", 1]])("%s", (_, name, count) => {
  name satisfies string;
  count satisfies number;
});
// @ts-expect-error there is no such option
jestTest({ sed: { orgs: [] } });
