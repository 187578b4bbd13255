// The IP access list of a project for firewalls: what they load, and that no comment of an entry is more than a comment there.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { type TestContext, test } from "node:test";
import { writeFirewall } from "../src/cli/firewalls.ts";
import { day } from "../src/core/domain/instant.ts";
import { anteroom } from "./support/command.ts";
import { emptyFolder, hostile } from "./support/hostile.ts";
import { ids, keys, seed, startWorld } from "./support/world.ts";

const ports = { first: 27_017, last: 27_017 };
const listed = (entries: Parameters<typeof writeFirewall>[0]["entries"], project = "payments") => ({
  groupId: ids.group,
  project,
  server: "http://127.0.0.1:8080",
  entries,
});

const entries = [
  { ipAddress: "203.0.113.7", cidrBlock: "203.0.113.7/32", comment: 'the "office"' },
  { cidrBlock: "198.51.100.0/24", deleteAfterDate: "2027-01-01T00:00:00Z", comment: "until the new year" },
  { ipAddress: "2001:db8::7" },
  { cidrBlock: "2001:db8:1::/48" },
  { awsSecurityGroup: "123456789012/sg-0123456789abcdef0" },
];

const hasNft = spawnSync("nft", ["--version"]).status === 0;
const noNft = hasNft ? false : "nft is not installed";

/** Checks a file as `nft` does before it loads it; in a network of its own, for which a user who may not ask is none here. */
function check(text: string) {
  const direct = spawnSync("nft", ["-c", "-f", "-"], { input: text, encoding: "utf8" });
  if (direct.status === 0 || !/permitted/.test(direct.stderr)) return direct;
  return spawnSync("unshare", ["-rn", "nft", "-c", "-f", "-"], { input: text, encoding: "utf8" });
}

test("plain is a network on each line, after a line that says when it ends", () => {
  equal(
    writeFirewall(listed(entries), { format: "plain", ports }),
    `203.0.113.7/32
# ends 2027-01-01T00:00:00.000Z
198.51.100.0/24
2001:db8::7/128
2001:db8:1::/48
# no address: 123456789012/sg-0123456789abcdef0`,
  );
});

test("nft gets a table of the project's own", () => {
  const text = writeFirewall(listed(entries), { format: "nft", ports: { first: 27_017, last: 27_019 } });
  equal(
    text,
    `# IP access list of the project "payments" (${ids.group}) at http://127.0.0.1:8080: load it with nft -f
# 123456789012/sg-0123456789abcdef0 is a security group, which nft does not know
table inet atlas_${ids.group}
delete table inet atlas_${ids.group}
table inet atlas_${ids.group} {
  set allowed4 {
    type ipv4_addr
    flags interval
    auto-merge
    elements = {
      203.0.113.7/32, # "the \\"office\\""
      198.51.100.0/24, # ends 2027-01-01T00:00:00.000Z: "until the new year"
    }
  }
  set allowed6 {
    type ipv6_addr
    flags interval
    auto-merge
    elements = {
      2001:db8::7/128,
      2001:db8:1::/48,
    }
  }
  chain input {
    type filter hook input priority filter; policy accept;
    tcp dport 27017-27019 ip saddr @allowed4 accept
    tcp dport 27017-27019 ip6 saddr @allowed6 accept
    tcp dport 27017-27019 drop
  }
}`,
  );
});

test("nft takes full lists, empty ones, those of everywhere and networks within others", {
  skip: noNft,
}, () => {
  for (const each of [
    entries,
    [],
    [{ cidrBlock: "0.0.0.0/0" }, { cidrBlock: "::/0" }],
    [{ cidrBlock: "10.0.0.0/8" }, { cidrBlock: "10.1.0.0/16" }, { ipAddress: "10.1.2.3" }],
  ]) {
    const { status, stderr } = check(writeFirewall(listed(each), { format: "nft", ports }));
    equal(status, 0, stderr);
  }
});

test("comments and names that are hostile stay comments for nft", { skip: noNft }, () => {
  const calm = hostile.map((comment, at) => ({ ipAddress: `192.0.2.${at + 1}`, comment }));
  for (const project of ["\n}\nflush ruleset", ...hostile.slice(0, 3)]) {
    const text = writeFirewall(listed(calm, project), { format: "nft", ports });
    const { status, stderr } = check(text);
    equal(status, 0, stderr);
    const meant = text.split("\n").map((line) => line.replace(/#.*/, "").trim());
    deepEqual(meant.filter((line) => line.startsWith("192.0.2.")).length, hostile.length);
    ok(!meant.some((line) => /pwned|flush/.test(line)));
  }
});

test("what another server says in the place of addresses is left out", () => {
  const text = ["nft", "aws", "plain"] as const;
  const bad = [
    { cidrBlock: "10.0.0.0/8 }; flush ruleset" },
    { ipAddress: "$(touch pwned)" },
    { awsSecurityGroup: "sg-1; touch pwned" },
    { ipAddress: "192.0.2.1", deleteAfterDate: "tomorrow\ntouch pwned" },
  ];
  for (const format of text) ok(!/pwned|flush/.test(writeFirewall(listed(bad), { format, ports })), format);
});

/** Has a shell run the lines, with an `aws` that notes what it was called with. */
function runAws(t: TestContext, text: string): string[][] {
  const { cwd, isEmpty } = emptyFolder(t);
  const script = `aws() { printf '%s\\0' "$@"; printf '\\n\\0'; }\n${text}\n`;
  const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", script], {
    cwd,
    encoding: "utf8",
    env: { PATH: process.env.PATH, SECURITY_GROUP_ID: "sg-of-the-shell" },
  });
  equal(stderr, "");
  isEmpty();
  return stdout
    .split("\n\0")
    .slice(0, -1)
    .map((call) => call.split("\0").slice(0, -1));
}

const permissionsIn = (call: readonly string[]) => JSON.parse(call[5] ?? "");

test("aws is called once for each entry", (t) => {
  const calls = runAws(t, writeFirewall(listed(entries), { format: "aws", ports }));
  deepEqual(calls[0]?.slice(0, 5), [
    "ec2",
    "authorize-security-group-ingress",
    "--group-id",
    "sg-of-the-shell",
    "--ip-permissions",
  ]);
  const port = { IpProtocol: "tcp", FromPort: 27_017, ToPort: 27_017 };
  deepEqual(calls.map(permissionsIn), [
    [{ ...port, IpRanges: [{ CidrIp: "203.0.113.7/32", Description: "the office" }] }],
    [
      {
        ...port,
        IpRanges: [
          { CidrIp: "198.51.100.0/24", Description: "ends 2027-01-01T00:00:00.000Z: until the new year" },
        ],
      },
    ],
    [{ ...port, Ipv6Ranges: [{ CidrIpv6: "2001:db8::7/128" }] }],
    [{ ...port, Ipv6Ranges: [{ CidrIpv6: "2001:db8:1::/48" }] }],
    [{ ...port, UserIdGroupPairs: [{ GroupId: "sg-0123456789abcdef0", UserId: "123456789012" }] }],
  ]);
});

test("of a hostile comment aws gets the signs that EC2 takes, and a shell runs none of it", (t) => {
  const calm = hostile.map((comment, at) => ({ ipAddress: `192.0.2.${at + 1}`, comment }));
  const text = writeFirewall(listed(calm), { format: "aws", ports, securityGroup: "sg-0123456789abcdef0" });
  const calls = runAws(t, text);
  equal(calls.length, hostile.length);
  for (const call of calls) {
    const [{ IpRanges: ranges }] = permissionsIn(call);
    match(ranges[0].Description ?? "", /^[\w .:/()#,@[\]+=&;{}*-]{0,255}$/);
  }
});

const [acme, ...otherOrgs] = seed.orgs;

test("the command finds a project by id, by name, or as the only one", async (t) => {
  const { url, as } = await startWorld(t, { seed: { ...seed, orgs: [acme ?? { name: "" }, ...otherOrgs] } });
  const credentials = {
    MONGODB_ATLAS_PUBLIC_API_KEY: keys.owner.publicKey,
    MONGODB_ATLAS_PRIVATE_API_KEY: keys.owner.privateKey,
  };
  const ask = (args: readonly string[], env: Record<string, string> = credentials) =>
    anteroom(["access-list", "--from", url, ...args], { env });
  const empty = await ask(["--projectId", "payments"]);
  deepEqual([empty.code, empty.stdout], [0, ""]);
  match(empty.stderr, /the access list is empty: no address can connect/);
  const deleteAfterDate = new Date(Date.now() + day).toISOString();
  const body = [
    { ipAddress: "203.0.113.7", comment: "office" },
    { cidrBlock: "2001:db8::/32", deleteAfterDate },
  ];
  equal(
    (await as(keys.owner, { method: "POST", path: `/api/atlas/v2/groups/${ids.group}/accessList`, body }))
      .status,
    201,
  );
  const expected = /^203\.0\.113\.7\/32\n# ends \d{4}-.*Z\n2001:db8::\/32\n$/;
  match((await ask(["--projectId", "payments"])).stdout, expected);
  match((await ask(["--group", ids.group])).stdout, expected);
  match((await ask([])).stdout, expected);
  match((await ask([], { ...credentials, MONGODB_ATLAS_PROJECT_ID: ids.group })).stdout, expected);
  match((await ask(["--format", "aws", "--port", "27017-27019"])).stdout, /"FromPort":27017,"ToPort":27019/);
  const unknown = await ask(["--projectId", "nowhere"]);
  equal(unknown.code, 2);
  match(unknown.stderr, /--projectId nowhere: no project has this name or id; the credential sees payments/);
  for (const args of [
    ["--port", "0"],
    ["--port", "9-8"],
    ["--format", "ipchains"],
    ["--security-group", "$(id)"],
  ]) {
    equal((await ask(args)).code, 2, args.join(" "));
  }
  const refused = await ask(["--group", ids.otherGroup]);
  equal(refused.code, 1);
  match(refused.stderr, /401|403|404/);
});
