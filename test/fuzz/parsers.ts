// Lists what reads texts of others, each alone: it returns a value that reads back the same, or its own refusal, and nothing
// else.
import { deepEqual, equal, ok } from "node:assert/strict";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { parse } from "yaml";
import { operations } from "../../src/atlas/index.ts";
import { Fault, fault } from "../../src/core/contract/errors.ts";
import { quoteAuthParam, readAuthParams, splitTarget } from "../../src/core/contract/http-syntax.ts";
import { groupRoleNames, inOrder, orgRoleNames } from "../../src/core/contract/roles.ts";
import { mediaType, versionsAsked } from "../../src/core/contract/versions.ts";
import {
  chooseEntries,
  covers,
  readEntry,
  singleAddress,
  toCidr,
} from "../../src/core/domain/access-entry.ts";
import { foldAddress, isAddress } from "../../src/core/domain/address.ts";
import { codeLength, codeLetters, foldCode, showCode } from "../../src/core/domain/command-line.ts";
import { choosePeriod } from "../../src/core/domain/event.ts";
import { latestInstant, toTimestamp } from "../../src/core/domain/instant.ts";
import { isLoopback } from "../../src/core/domain/loopback.ts";
import { isTrusted, readAddress, readProxies } from "../../src/core/domain/proxies.ts";
import { chooseGroupRoles, chooseOrgRoles } from "../../src/core/domain/role-list.ts";
import { decompress } from "../../src/core/http/decompress.ts";
import { readDigest } from "../../src/core/http/digest.ts";
import { claimedClient } from "../../src/core/http/oauth.ts";
import { parseBody, parseParams, parseQuery, readFlag } from "../../src/core/http/parse-values.ts";
import { negotiate } from "../../src/core/http/stages/negotiate.ts";
import type { Operation } from "../../src/core/operations/operation.ts";
import { SettingsError } from "../../src/core/settings/error.ts";
import { readInstant } from "../../src/core/settings/readers.ts";
import { readSettings } from "../../src/core/settings/settings.ts";
import type { GivenSettings } from "../../src/core/settings/table.ts";
import { readDuration } from "../../src/testing/controls/duration.ts";
import { checkSeed, parseSeed, SeedError } from "../../src/testing/seed/document.ts";
import { seed as sampleSeed } from "../support/world.ts";
import type { Calls } from "../tables/calls.ts";
import { awaits, type Fuzzed, reads } from "./running.ts";
import { escapeText, leavesOf, namesWithin, textLike, valueLike } from "./texts.ts";

/** Parses YAML without warnings of what is strange but allowed. */
const quietly = (text: string): unknown => parse(text, { logLevel: "error" });

const table: readonly Operation[] = Object.values(operations);

/** Returns the value that is read, or the refusal; any other error fails the case. */
function outcome<T>(read: () => T): { value: T } | { refusal: Fault } {
  try {
    return { value: read() };
  } catch (reason) {
    if (reason instanceof Fault) return { refusal: reason };
    throw reason;
  }
}

/** The value; a refusal must have one of the codes, and say which field it is about, where it has any. */
function readOr<T>(codes: readonly string[], read: () => T): T | undefined {
  const result = outcome(read);
  if ("value" in result) return result.value;
  const { code, fields, status } = result.refusal;
  ok(codes.includes(code), code);
  ok(status >= 400 && status < 500);
  for (const { field, description } of fields) ok(field !== "" && description !== "", code);
  return undefined;
}

const instants = fc.integer({ min: 0, max: latestInstant / 1000 }).map((seconds) => seconds * 1000);
const dates = textLike("2026-08-10T03:04:53Z", "2026-02-29", "2026-08-10T03:04:53.123+09:00", "0000-01-01");

const octet = fc.nat(255).map(String);
const ipv4 = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join("."));
const ipv6 = fc.ipV6();
const networks = fc.oneof(
  fc.tuple(ipv4, fc.nat(32)).map(([host, bits]) => ({ host, bits })),
  fc.tuple(ipv6, fc.nat(128)).map(([host, bits]) => ({ host, bits })),
);
const entries = textLike(
  "203.0.113.7",
  "192.0.2.0/24",
  "2001:db8::1",
  "::ffff:192.0.2.1/120",
  "fe80::1%eth0",
);

const settingsOf = (raw: GivenSettings) => {
  try {
    return readSettings(raw, { logLevel: "info" });
  } catch (reason) {
    if (reason instanceof SettingsError) return undefined;
    throw reason;
  }
};
const rawTexts = {
  port: textLike("8080", "0"),
  gate: textLike("127.0.0.1", "[::1]:27100", "localhost:27100"),
  metricsPort: textLike("9090", "[::1]:9090", "localhost:0"),
  databaseUrl: textLike("postgres://user:secret@db.example:5432/anteroom"),
  now: dates,
  limits: textLike("off", "atlas"),
  baseUrl: textLike("https://atlas.example.com/"),
  mailUrl: textLike("smtp://user:secret@mail.example:587"),
  mailFrom: textLike("Anteroom <no-reply@example.com>", '"A" <a@example.com>'),
  mailLanguage: textLike("en", "ko"),
  oidcIssuer: textLike("https://login.example.com/tenant"),
  oidcClientId: textLike("anteroom"),
  oidcClientSecret: textLike("secret"),
  strictRoles: textLike("on", "off"),
  signIn: textLike("both", "provider"),
  signUp: textLike("everybody", "invited", "nobody"),
  createOrgs: textLike("everybody", "nobody"),
  mailDomains: textLike("example.com,example.org"),
  trustProxy: textLike("1", "10.0.0.0/8, 192.0.2.7"),
  keepEvents: textLike("365"),
  keepMail: textLike("30"),
  keepInvitations: textLike("90"),
  logLevel: textLike("info", "silent"),
} satisfies { [Name in keyof GivenSettings]?: fc.Arbitrary<string> };

const roles = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...groupRoleNames) },
    { weight: 4, arbitrary: fc.constantFrom(...orgRoleNames) },
    { weight: 1, arbitrary: textLike("GROUP_OWNER") },
  ),
  { maxLength: 120 },
);
const someRoles = <Role>(names: readonly Role[]) => fc.array(fc.constantFrom(...names), { minLength: 1 });

const accepts = textLike(
  "application/vnd.atlas.2023-01-01+json",
  "application/vnd.atlas.2024-08-05+json;q=0.5",
  "*/*",
  "application/vnd.atlas.2025-03-12+json, application/vnd.atlas.preview+json",
  "application/json",
);

/** Codes of refusals of a body, each of which names the place. */
const bodyCodes = ["INVALID_JSON", "INVALID_JSON_ATTRIBUTE", "INVALID_ATTRIBUTE", "ATTRIBUTE_READ_ONLY"];
const allBodyCodes = [...bodyCodes, "MISSING_ATTRIBUTE", "BAD_REQUEST"];
const json = "application/json";

function checkBody(operation: Operation, raw: Buffer): void {
  const result = outcome(() => parseBody(operation, json, raw));
  if ("refusal" in result) {
    const { code, fields, parameters } = result.refusal;
    ok(allBodyCodes.includes(code), code);
    ok(fields.length > 0 && fields.length <= 20, code);
    for (const { field, description } of fields) {
      // A member may have an empty name, which is then repeated.
      ok(field !== "" || parameters.includes(""), code);
      ok(/^The .*\.$|^Accepted attributes: .*\.$/su.test(description), description);
    }
    return;
  }
  // What was read is a body again, which says the same.
  deepEqual(parseBody(operation, json, Buffer.from(JSON.stringify(result.value))), result.value);
}

const searches = (operation: Operation) => {
  const names = [...Object.keys(operation.query), "x"];
  const samples = [
    "true",
    "1",
    "100",
    "GROUP_OWNER",
    "JOINED_GROUP",
    "ada@example.com",
    "2026-08-10T03:04:53Z",
    "",
  ];
  const pair = fc.tuple(textLike(...names), textLike(...samples), fc.boolean());
  return fc
    .array(pair, { maxLength: 8 })
    .map((pairs) =>
      pairs.map(([name, value, plain]) => `${name}=${plain ? value : escapeText(value)}`).join("&"),
    );
};

/** `calls` has a good body of every operation that has one. */
export const parserProperties = (calls: Calls): Fuzzed[] => {
  const withBody = table.filter(({ body }) => body !== undefined);
  const bodyOf = ({ id }: Operation) => calls[id as keyof Calls].body;
  const known = withBody.flatMap((each) => leavesOf(bodyOf(each)));

  return [
    reads("an instant of the command line", 30, dates, (text) => {
      try {
        const at = readInstant(text);
        ok(Number.isFinite(at) && at <= latestInstant, text);
      } catch (reason) {
        ok(reason instanceof SettingsError);
      }
    }),
    reads("an instant that was written", 10, instants, (at) => {
      equal(readInstant(toTimestamp(at)), at);
      const period = choosePeriod({ minDate: toTimestamp(at), maxDate: toTimestamp(at) }, fault);
      deepEqual(period, { from: at, to: at + 999 });
    }),
    reads("a period of events", 40, fc.record({ minDate: dates, maxDate: dates }), (sent) => {
      const period = readOr(["INVALID_DATE_FORMAT"], () => choosePeriod(sent, fault));
      if (period !== undefined) ok(Number.isFinite(period.from) && Number.isFinite(period.to));
    }),
    reads("a duration", 20, textLike("P30D", "P1W2DT3H4M5S", "PT0S"), (text) => {
      const duration = readDuration(text);
      ok(duration === undefined || duration >= 0, text);
    }),
    reads("an entry of an access list", 50, entries, (text) => {
      const cidr = toCidr(text);
      const named = readOr(["INVALID_IP_ADDRESS_OR_CIDR_NOTATION"], () => readEntry(text, fault));
      equal(named, cidr);
      if (cidr === undefined) return;
      equal(toCidr(cidr), cidr);
      const single = singleAddress(cidr);
      if (single !== undefined) ok(covers(cidr, single) && toCidr(single) === cidr);
    }),
    reads("a network that was written", 20, networks, ({ host, bits }) => {
      const cidr = toCidr(`${host}/${bits}`) ?? "";
      ok(covers(cidr, host), cidr);
      equal(toCidr(cidr), cidr);
    }),
    reads(
      "entries that are added",
      20,
      fc.array(fc.record({ ipAddress: entries, cidrBlock: entries }, { requiredKeys: [] }), { maxLength: 5 }),
      (sent) => {
        const codes = [
          "BAD_ACCESS_LIST_ADD_REQUEST",
          "DUPLICATE_ADDRESSES_IN_INPUT",
          "MISSING_ONE_OF_ATTRIBUTES",
        ];
        const chosen = readOr([...codes, "INVALID_IP_ADDRESS_OR_CIDR_NOTATION"], () =>
          chooseEntries(sent, fault),
        );
        if (chosen !== undefined) {
          deepEqual([chosen.length, new Set(chosen).size], [sent.length, sent.length]);
        }
      },
    ),
    reads("proxies", 40, textLike("2", "10.0.0.0/8, 192.0.2.7", "::1"), (text) => {
      const proxies = readProxies(text);
      if (proxies === undefined) return;
      if (typeof proxies === "number") ok(proxies >= 0 && proxies <= 10);
      else deepEqual(readProxies(proxies.join()), proxies);
      ok(!isTrusted(proxies, text.replace(/^/, "x"), 0));
    }),
    reads("an address that a proxy passes on", 30, entries, (text) => {
      const address = readAddress(text);
      if (address === undefined) ok(!isTrusted(1, text, 0));
      else equal(readAddress(address), address);
      isTrusted(["10.0.0.0/8", "::/0"], text, 0);
    }),
    reads(
      "an e-mail address",
      50,
      textLike("ada@example.com", "jürgen@bücher.example", "a.b+c@d.e.f"),
      (text) => {
        const folded = foldAddress(text);
        if (isAddress(text)) ok(isAddress(folded) && foldAddress(folded) === folded, text);
      },
    ),
    reads("a host", 20, textLike("localhost:8080", "127.0.0.1", "[::1]:1", "a.localhost"), (text) => {
      if (isLoopback(text)) ok(/localhost|127|::1/i.test(text));
    }),
    reads("parameters of Authorization", 30, textLike('Digest a="b", c=d, e="f\\"g"', "a=b"), (text) => {
      for (const value of Object.values(readAuthParams(text))) equal(typeof value, "string");
    }),
    reads("a parameter that was quoted", 10, fc.string({ unit: "binary" }), (text) => {
      const [line = ""] = text.split(/[\r\n\u2028\u2029]/);
      equal(readAuthParams(`x=1, name=${quoteAuthParam(line)}`).name, line);
    }),
    reads(
      "an answer to a digest challenge",
      40,
      textLike(
        'Digest username="abcdefgh", realm="MMS Public API", nonce="n", uri="/x", qop=auth, nc=00000001, cnonce="c", response="r", algorithm=MD5',
      ),
      (text) => {
        const answer = readDigest(text);
        if (answer === undefined) return;
        for (const value of Object.values(answer)) ok(typeof value === "string" && value !== "");
        ok(Number.parseInt(answer.nc, 16) > 0);
      },
    ),
    reads("basic credentials", 20, textLike("Basic bWRiX3NhX2lkXzAxMjM6c2VjcmV0", "Basic ==="), (text) => {
      const claimed = claimedClient(text);
      if (claimed !== undefined) ok(claimed.clientId.toLowerCase().startsWith("mdb_sa_id_"));
    }),
    reads(
      "a version",
      60,
      fc.record({
        operation: fc.constantFrom(...table),
        accept: accepts,
        lenient: fc.boolean(),
        now: instants,
      }),
      ({ operation, accept, ...at }) => {
        const version = readOr(["INVALID_VERSION_DATE", "VERSION_GONE"], () =>
          negotiate(operation, accept, at),
        );
        if (version === undefined) return;
        ok(Object.hasOwn(operation.versions, version));
        if (at.lenient || version === "preview" || version === "unversioned") return;
        ok(accept === mediaType(version) || versionsAsked(accept).some((date) => version <= date), accept);
      },
    ),
    reads(
      "a query",
      90,
      fc.constantFrom(...table).chain((operation) => fc.tuple(fc.constant(operation), searches(operation))),
      ([operation, search]) => {
        const query = readOr(["INVALID_QUERY_PARAMETER"], () => parseQuery(operation, search));
        if (query === undefined) return;
        deepEqual(Object.keys(query), Object.keys(operation.query));
        for (const [name, value] of Object.entries(query)) {
          if (value !== undefined) ok(!JSON.stringify(value).includes("\\u0000"), name);
        }
      },
    ),
    reads(
      "parameters of a path",
      20,
      fc
        .constantFrom(...table)
        .chain((operation) =>
          fc.tuple(
            fc.constant(operation),
            fc.record(
              Object.fromEntries(
                Object.keys(operation.params).map((name) => [
                  name,
                  textLike(calls[operation.id as keyof Calls].params?.[name] ?? ""),
                ]),
              ),
            ),
          ),
        ),
      ([operation, params]) => {
        const result = outcome(() => parseParams(operation, params, ""));
        if ("value" in result) deepEqual(result.value, params);
        else ok(result.refusal.status >= 400 && result.refusal.status < 500);
      },
    ),
    reads(
      "a body",
      130,
      fc.constantFrom(...withBody).chain((operation) => {
        const body = bodyOf(operation);
        return fc.tuple(fc.constant(operation), valueLike(body, known, namesWithin(body)));
      }),
      ([operation, value]) => checkBody(operation, Buffer.from(JSON.stringify(value) ?? "")),
    ),
    reads(
      "bytes of a body",
      40,
      fc.constantFrom(...withBody).chain((operation) => {
        const text = JSON.stringify(bodyOf(operation));
        const bytes = fc.oneof(
          textLike(text).map((each) => Buffer.from(each)),
          fc.uint8Array({ maxLength: 60 }).map((each) => Buffer.from(each)),
          fc.tuple(fc.nat(text.length), fc.nat(255)).map(([at, byte]) => {
            const spoiled = Buffer.from(text);
            spoiled[at] = byte;
            return spoiled;
          }),
        );
        return fc.tuple(fc.constant(operation), bytes);
      }),
      ([operation, raw]) => checkBody(operation, raw),
    ),
    awaits(
      "a compressed body",
      1,
      fc.tuple(
        fc.oneof(
          fc.uint8Array(),
          fc.string().map((text) => gzipSync(text)),
        ),
        fc.oneof(fc.constantFrom("gzip", "deflate", "x-gzip"), textLike("gzip")),
      ),
      async ([raw, encoding]) => {
        try {
          await decompress(Buffer.from(raw), encoding);
        } catch (reason) {
          ok(reason instanceof Fault && reason.status < 500);
        }
      },
    ),
    awaits("a body that was compressed", 1, fc.uint8Array({ minLength: 1 }), async (raw) => {
      deepEqual(await decompress(gzipSync(raw), "gzip"), Buffer.from(raw));
    }),
    reads("lists of roles", 30, roles, (sent) => {
      const codes = ["BAD_REQUEST", "INVALID_ROLE_FOR_GROUP", "INVALID_ROLE_FOR_ORG"];
      const group = readOr(codes, () => chooseGroupRoles(sent, "g", fault));
      const org = readOr(codes, () => chooseOrgRoles(sent, "o", fault));
      ok(group === undefined || org === undefined);
      for (const chosen of [group, org]) {
        if (chosen !== undefined) deepEqual(new Set<string>(chosen), new Set(sent));
      }
    }),
    reads("roles that are ones", 10, someRoles(groupRoleNames), (sent) => {
      if (sent.length <= 100) deepEqual(chooseGroupRoles(sent, "g", fault), inOrder(new Set(sent)));
    }),
    reads("flags", 10, textLike("true", "False"), (text) => {
      const flag = readFlag(text);
      if (flag !== undefined) equal(String(flag), text.toLowerCase());
    }),
    reads("a target", 10, textLike("/api/atlas/v2/groups?pretty=true?x"), (text) => {
      const { path, search } = splitTarget(text);
      equal(text.includes("?") ? `${path}?${search}` : path, text);
      ok(!path.includes("?"));
    }),
    reads(
      "a code that a person types",
      5,
      fc.string({ unit: fc.constantFrom(...codeLetters), minLength: codeLength, maxLength: codeLength }),
      (code) => {
        equal(foldCode(showCode(code)), code);
        equal(foldCode(` ${showCode(code).toLowerCase()}.`), code);
      },
    ),
    reads("settings", 40, fc.record(rawTexts, { requiredKeys: [] }), (raw) => {
      const settings = settingsOf(raw);
      if (settings === undefined) return;
      for (const days of [settings.keepEvents, settings.keepMail, settings.keepInvitations]) {
        ok(days === null || (Number.isInteger(days) && days > 0));
      }
      ok(settings.port >= 0 && settings.port <= 65_535);
    }),
    reads("days that are kept", 5, fc.integer({ min: 1, max: 99_999 }), (days) => {
      equal(settingsOf({ keepEvents: String(days) })?.keepEvents, days);
    }),
    reads("a seed", 30, valueLike(sampleSeed, leavesOf(sampleSeed), namesWithin(sampleSeed)), (value) => {
      try {
        deepEqual(checkSeed(value), value);
      } catch (reason) {
        ok(reason instanceof SeedError, String(reason));
      }
    }),
    reads(
      "the text of a seed",
      15,
      textLike(
        "orgs:\n  - name: Acme\n    users: [{ username: ada@example.com, orgRoles: [ORG_OWNER] }]\n",
        '{"orgs": [{"name": "Acme"}]}',
        "orgs: &a [{name: !!str 1}]\nx: *a\n",
      ),
      (text) => {
        try {
          ok(Array.isArray(parseSeed(text, "seed.yaml", quietly).orgs));
        } catch (reason) {
          ok(reason instanceof SeedError, String(reason));
        }
      },
    ),
  ];
};
