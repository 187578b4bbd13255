// Checks what clients made from a server's OpenAPI document read from it, whichever generator made them.
import { deepEqual, equal } from "node:assert/strict";
import type { TestContext } from "node:test";
import type { SeedDocument } from "../../src/anteroom.ts";
import { run, type Surroundings } from "./command.ts";
import { installed } from "./installed.ts";
import { createFolder } from "./storage.ts";
import { account, ids, seed, startWorld } from "./world.ts";

/** The folder that npm leaves when it has installed what test/clients/openapi-typescript/package.json names. */
export const typescript = installed(".clients", "openapi-typescript", "node_modules");
export const openapiGenerator = installed(".clients", "openapi-generator", "openapi-generator-cli.jar");
export const oapiCodegen = installed(".clients", "oapi-codegen", "oapi-codegen");

const [acme = { name: "" }, ...others] = seed.orgs;
const invited = (name: string, id: string) => ({
  id,
  username: `${name}@example.com`,
  roles: ["ORG_MEMBER" as const],
  groupRoleAssignments: [{ groupId: ids.group, roles: ["GROUP_READ_ONLY" as const] }],
});
const ending = { expire: "92b6e34b3d91647abb20e7b8", decline: "a2b6e34b3d91647abb20e7b8" };

/** An organization and a project of it with users of every status, once two invitations have ended. */
const everyStatus: SeedDocument = {
  orgs: [
    {
      ...acme,
      invites: [
        invited("pending", ids.orgInvite),
        invited("expired", ending.expire),
        invited("declined", ending.decline),
      ],
    },
    ...others,
  ],
};

const active = (kind: string, name: string, firstName: string) => [
  `${kind}ActiveUserResponse`,
  `${name}@example.com`,
  "ACTIVE",
  firstName,
];
const pending = (kind: string, name: string, status: string) => [
  `${kind}PendingUserResponse`,
  `${name}@example.com`,
  status,
  "owner@example.com",
];
const ended = (kind: string) => [
  pending(kind, "declined", "INVITATION_REJECTED"),
  pending(kind, "expired", "INVITATION_EXPIRED"),
];

/** The output of each program: of a user its class, address, status, and a member that only this class has. */
const expected = {
  orgs: ["Acme"],
  groups: ["payments"],
  orgUsers: [
    ...ended("Org"),
    active("Org", "member", ""),
    active("Org", "owner", "Ada"),
    pending("Org", "pending", "PENDING"),
  ],
  groupUsers: [...ended("Group"), active("Group", "owner", "Ada"), pending("Group", "pending", "PENDING")],
  made: "Zoë's",
  refused: [404, "GROUP_NOT_FOUND"],
};

/** The further output of a program that also asks for its token itself, changes roles and turns pages of one. */
const changed = { patched: ["GROUP_OWNER"], paged: ["payments", "Zoë's"] };

export interface Workshop {
  /** The document of the running server: whole, or of one date. */
  readonly document: { readonly whole: string; readonly dated: string };
  /** Its plain form, whole. */
  readonly plain: string;
  /** An empty folder, for what is generated. */
  readonly folder: string;
  /** Runs a command to its end and fails if it does; gives what it printed. */
  make(command: string, args: readonly string[], surroundings?: Surroundings): Promise<string>;
  /** Runs the program that uses what was generated, and compares what it has read. */
  assertReads(command: string, args: readonly string[], surroundings?: Surroundings): Promise<void>;
  /** Checks the output of a program that also makes the changes above. */
  assertChanges(command: string, args: readonly string[], surroundings?: Surroundings): Promise<void>;
}

const byName = (users: readonly string[][]) => users.toSorted(([, a = ""], [, b = ""]) => (a < b ? -1 : 1));

export async function openWorkshop(t: TestContext): Promise<Workshop> {
  const world = await startWorld(t, { seed: everyStatus });
  for (const [how, id] of Object.entries(ending)) {
    equal((await world.send({ method: "POST", path: `/_anteroom/v1/invites/${id}:${how}` })).status, 204);
  }
  const address = `${world.url}/api/openapi.json`;
  const make: Workshop["make"] = async (command, args, surroundings) => {
    const { code, stdout, stderr } = await run(command, args, surroundings);
    equal(code, 0, `${command} ${args.join(" ")} ended with ${code}\n${stdout}${stderr}`);
    return stdout;
  };
  const runWith = async (
    known: Readonly<Record<string, string>>,
    ...[command, args, { env, ...rest } = {}]: Parameters<Workshop["make"]>
  ) => {
    const all = { ...env, ...known, BASE_URL: world.url };
    const read = JSON.parse(await make(command, args, { ...rest, env: all }));
    return { ...read, orgUsers: byName(read.orgUsers), groupUsers: byName(read.groupUsers) };
  };
  return {
    document: { whole: address, dated: `${address}?version=2025-03-12` },
    plain: `${address}?profile=plain`,
    folder: createFolder(t),
    make,
    async assertReads(...program) {
      deepEqual(await runWith({ ACCESS_TOKEN: await world.token() }, ...program), expected);
    },
    async assertChanges(...program) {
      const known = { CLIENT_ID: account.clientId, CLIENT_SECRET: account.clientSecret };
      deepEqual(await runWith(known, ...program), { ...expected, ...changed });
    },
  };
}
