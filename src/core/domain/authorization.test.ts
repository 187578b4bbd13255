// Tests of the requests of programs: which redirect addresses belong to them, and the other refusals.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { answerAt, codeLifetime, isClient, isPasted, readAuthorization } from "./authorization.ts";

const cli = "5cc53c56-022d-41e7-928f-46621e62f8c1";
const here = "http://127.0.0.1:40123/atlas-cli/callback";
const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

const asking = (changes: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({
    response_type: "code",
    client_id: cli,
    redirect_uri: here,
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...changes,
  });

const kindFor = (redirect_uri: string) => readAuthorization(asking({ redirect_uri })).kind;

test("a program may lead back to itself on this machine, at any port, and to its maker's page", () => {
  for (const address of [
    here,
    "http://127.0.0.1/atlas-cli/callback",
    "http://127.0.0.1:1/atlas-cli/callback",
    "http://127.0.0.1:65535/atlas-cli/callback",
    "http://[::1]:40123/atlas-cli/callback",
    "http://[::1]/atlas-cli/callback",
    "http://localhost:40123/atlas-cli/callback",
    "https://dvtm994tafpir.cloudfront.net/",
  ]) {
    equal(kindFor(address), "asked", address);
  }
});

test("and to nothing that only looks like it", () => {
  for (const address of [
    "",
    "https://127.0.0.1:40123/atlas-cli/callback",
    "http://127.0.0.1:0/atlas-cli/callback",
    "http://127.0.0.1:080/atlas-cli/callback",
    "http://127.0.0.1:65536/atlas-cli/callback",
    "http://127.0.0.1:/atlas-cli/callback",
    "http://127.0.0.2:40123/atlas-cli/callback",
    "http://127.1:40123/atlas-cli/callback",
    "http://0.0.0.0:40123/atlas-cli/callback",
    "http://127.0.0.1.evil.example/atlas-cli/callback",
    "http://localhost.evil.example:40123/atlas-cli/callback",
    "http://LOCALHOST:40123/atlas-cli/callback",
    "http://127.0.0.1@evil.example/atlas-cli/callback",
    "http://127.0.0.1:40123@evil.example/atlas-cli/callback",
    "http://user@127.0.0.1:40123/atlas-cli/callback",
    "http://[::1]:40123.evil.example/atlas-cli/callback",
    "http://[::2]:40123/atlas-cli/callback",
    `${here}/`,
    `${here}?x=1`,
    `${here}#x`,
    `${here}/../callback`,
    ` ${here}`,
    `${here}\n`,
    "http://127.0.0.1:40123/atlas-cli/%63allback",
    "http://127.0.0.1:40123/",
    "http://127.0.0.1:40123\\atlas-cli/callback",
    "//127.0.0.1:40123/atlas-cli/callback",
    "javascript:alert(1)",
    "https://dvtm994tafpir.cloudfront.net",
    "https://dvtm994tafpir.cloudfront.net/?x=1",
    "https://dvtm994tafpir.cloudfront.net.evil.example/",
    "https://evil.example/",
  ]) {
    deepEqual(
      readAuthorization(asking({ redirect_uri: address })),
      { kind: "flawed", flaw: "redirect" },
      address,
    );
  }
});

test("what is asked for is read, and an empty parameter is none", () => {
  const read = readAuthorization(asking({ state: "s", scope: "", prompt: "login consent" }));
  const back = { redirectUri: here, state: "s" };
  deepEqual(read, { kind: "asked", back, clientId: cli, challenge, prompts: ["login", "consent"] });
  deepEqual(readAuthorization(asking({ state: "" })), {
    kind: "asked",
    back: { ...back, state: undefined },
    clientId: cli,
    challenge,
    prompts: [],
  });
});

test("a request is refused for its first problem, with the state that came with it", () => {
  for (const [changes, error, description] of [
    [{ response_type: "" }, "invalid_request", /response_type is missing/],
    [{ response_type: "code token" }, "unsupported_response_type", /code/],
    [{ response_mode: "fragment" }, "invalid_request", /response mode/],
    [{ scope: "openid" }, "invalid_scope", /atlas/],
    [{ code_challenge: "" }, "invalid_request", /code_challenge is missing/],
    [{ code_challenge_method: "" }, "invalid_request", /must be S256/],
    [{ code_challenge_method: "s256" }, "invalid_request", /must be S256/],
    [{ code_challenge: challenge.slice(1) }, "invalid_request", /43 characters/],
    [{ code_challenge: `${challenge.slice(1)}=` }, "invalid_request", /43 characters/],
    [{ prompt: "create" }, "invalid_request", /must be one of none, login, consent, select_account/],
    [{ prompt: "none consent" }, "invalid_request", /stand alone/],
  ] as const) {
    const read = readAuthorization(asking({ ...changes, state: "s" }));
    if (read.kind !== "refused") throw new Error(`${JSON.stringify(changes)} was not refused`);
    deepEqual([read.back, read.problem[0]], [{ redirectUri: here, state: "s" }, error]);
    equal(description.test(read.problem[1]), true, read.problem[1]);
  }
});

test("a parameter that is sent twice is refused, whatever its name; twice who asks or where to, it is not known", () => {
  const twice = (name: string) => {
    const query = asking({ state: "s", ä: "1" });
    query.append(name, query.get(name) ?? "");
    return readAuthorization(query);
  };
  deepEqual(twice("client_id"), { kind: "flawed", flaw: "client" });
  deepEqual(twice("redirect_uri"), { kind: "flawed", flaw: "redirect" });
  deepEqual(twice("ä"), {
    kind: "refused",
    back: { redirectUri: here, state: "s" },
    problem: ["invalid_request", "The parameter %C3%A4 is sent more than once."],
  });
  // No rule says which of two states is the program's.
  deepEqual(twice("state"), {
    kind: "refused",
    back: { redirectUri: here, state: undefined },
    problem: ["invalid_request", "The parameter state is sent more than once."],
  });
});

test("a state must fit into an address that a way through a provider keeps", () => {
  equal(readAuthorization(asking({ state: "s".repeat(500) })).kind, "asked");
  equal(readAuthorization(asking({ state: "s".repeat(501) })).kind, "refused");
  equal(readAuthorization(asking({ state: "/".repeat(167) })).kind, "refused");
});

test("an answer is added to the address, with the state and the server's name", () => {
  const iss = "https://anteroom.example.com";
  const withState = { redirectUri: here, state: "a&b=c" };
  equal(
    answerAt(withState, iss, { code: "x" }),
    `${here}?code=x&state=a%26b%3Dc&iss=https%3A%2F%2Fanteroom.example.com`,
  );
  equal(answerAt({ ...withState, state: undefined }, iss, { error: "e" }).includes("state"), false);
});

test("clients are the known ones, and a code is good for five minutes", () => {
  deepEqual([isClient(cli), isClient("toString"), isClient("")], [true, false, false]);
  equal(codeLifetime, 300_000);
  deepEqual(
    [isPasted({ redirectUri: here, state: "" }), isPasted({ redirectUri: "https://x/", state: "" })],
    [false, true],
  );
});
