// Libraries of others that answer HTTP digest challenges, unmodified: each makes a hundred calls at once, then a change.
import { deepEqual, equal } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { run } from "../support/command.ts";
import { loadInstalled, notInstalled, python } from "../support/installed.ts";
import { ids, invited, keys, startWorld, v2023, type World } from "../support/world.ts";

const { publicKey, privateKey } = keys.groupOwner;
const count = 100;
const statuses = Array<number>(count).fill(200);
const change = { username: invited, roles: ["GROUP_OWNER"] };

interface Outcome {
  readonly statuses: readonly number[];
  /** The roles that the answer to the change has. */
  readonly changed: readonly string[];
}

interface Library {
  readonly name: string;
  readonly skip: string | false;
  run(url: string): Promise<Outcome>;
}

interface Asking {
  readonly method: "GET" | "PATCH";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks through one client of a library, and gives the status and the text of the answer. */
type Ask = (asking: Asking) => Promise<{ status: number; text: string }>;

/** A library of Node; `open` makes the one client that all its calls share. */
const ofNode = (name: string, open: () => Promise<Ask>): Library => ({
  name,
  skip: notInstalled("node"),
  async run(url) {
    const ask = await open();
    const get = { method: "GET", url, headers: { accept: v2023 } } as const;
    const answers = await Promise.all(Array.from({ length: count }, () => ask(get)));
    const headers = { accept: v2023, "content-type": "application/json" };
    const changed = await ask({
      method: "PATCH",
      url: `${url}/invites`,
      headers,
      body: JSON.stringify(change),
    });
    return { statuses: answers.map(({ status }) => status), changed: JSON.parse(changed.text).roles };
  },
});

const ofPython = (name: string): Library => ({
  name,
  skip: notInstalled("python"),
  async run(url) {
    const env = {
      BASE_URL: new URL(url).origin,
      GROUP_ID: ids.group,
      USERNAME: invited,
      PUBLIC_KEY: publicKey,
      PRIVATE_KEY: privateKey,
    };
    const { code, stdout, stderr } = await run(python, ["test/clients/python/clients.py", name], { env });
    equal(code, 0, stderr);
    return JSON.parse(stdout);
  },
});

const curl: Library = {
  name: "curl --parallel",
  skip: spawnSync("curl", ["--version"]).error === undefined ? false : "SKIPPED: install curl to run this",
  async run(url) {
    const shared = [
      "--silent",
      "--digest",
      "--user",
      `${publicKey}:${privateKey}`,
      "--header",
      `accept: ${v2023}`,
    ];
    const outputs = Array.from({ length: count }, () => ["--output", "/dev/null", url]).flat();
    const many = ["--parallel", "--parallel-max", `${count}`, "--write-out", "%{http_code} "];
    const got = await run("curl", [...shared, ...many, ...outputs]);
    const patch = ["--request", "PATCH", "--json", JSON.stringify(change), `${url}/invites`];
    const changed = await run("curl", [...shared, ...patch]);
    return { statuses: got.stdout.trim().split(" ").map(Number), changed: JSON.parse(changed.stdout).roles };
  },
};

const libraries: readonly Library[] = [
  curl,
  ofPython("requests"),
  ofPython("httpx"),
  ofNode("digest-fetch", async () => {
    const { default: DigestClient } = await loadInstalled("digest-fetch");
    const client = new DigestClient(publicKey, privateKey);
    return async ({ url, ...init }) => {
      const answer: Response = await client.fetch(url, init);
      return { status: answer.status, text: await answer.text() };
    };
  }),
  ofNode("urllib", async () => {
    const { request } = await loadInstalled("urllib");
    return async ({ url, body, ...rest }) => {
      const asking = { ...rest, data: body, digestAuth: `${publicKey}:${privateKey}`, dataType: "text" };
      const { status, data } = await request(url, asking);
      return { status, text: data };
    };
  }),
  ofNode("@mhoc/axios-digest-auth", async () => {
    const { default: AxiosDigestAuth } = await loadInstalled("@mhoc/axios-digest-auth");
    const client = new AxiosDigestAuth({ username: publicKey, password: privateKey });
    return async ({ body, ...rest }) => {
      const asking = { ...rest, data: body, transformResponse: (text: string) => text };
      const { status, data } = await client.request(asking);
      return { status, text: data };
    };
  }),
  ofNode("needle", async () => {
    const { default: needle } = await loadInstalled("needle");
    const shared = { auth: "digest", username: publicKey, password: privateKey, parse_response: false };
    return async ({ method, url, headers, body }) => {
      const { statusCode, body: answered } = await needle(method, url, body ?? null, { ...shared, headers });
      return { status: statusCode, text: answered.toString() };
    };
  }),
];

const groupUrl = ({ url }: World) => `${url}/api/atlas/v2/groups/${ids.group}`;

for (const { name, skip, run } of libraries) {
  test(`${name}: ${count} calls at once, and a change`, { skip }, async (t) => {
    const world = await startWorld(t);
    deepEqual(await run(groupUrl(world)), { statuses, changed: ["GROUP_OWNER"] });
    const path = `/api/atlas/v2/groups/${ids.group}/invites/${ids.invite}`;
    deepEqual((await world.as(keys.owner, { path })).json.roles, ["GROUP_OWNER"]);
  });
}
