// A mutant for each requirement that docs/security.md calls met: a control is taken away, and the named test has to fail.
// `npm run mutation -- asvs` tries all, `npm run mutation -- asvs 6.2.1 V7` some. Rows that the table calls "by reading" have none.

/**
 * @typedef {object} Mutant
 * @property {string} file
 * @property {string} from Found once in the file.
 * @property {string} to
 * @property {string} test That fails; its row names it.
 * @property {string} [named] Only tests of this name are run.
 */

/** @param {string} file @param {string} from @param {string} to @param {string} test @param {string} [named] @returns {Mutant} */
const mutant = (file, from, to, test, named) => ({
  file: `src/${file}`,
  from,
  to,
  test,
  ...(named && { named }),
});

const parsing = "src/core/http/parse-values.test.ts";
const pages = "test/console/security.test.ts";
const cookies = "src/console/cookies.test.ts";
const keyring = "src/core/secrets/keyring.test.ts";
const profile = "src/core/domain/user.test.ts";
const passwords = "src/core/secrets/passwords.test.ts";
const provider = "test/console/oidc.test.ts";
const programs = "test/console/authorization.test.ts";
const lines = "test/console/device.test.ts";
const scopes = "src/core/changes/scopes.test.ts";
const securityLog = "test/security-log.test.ts";
const authenticate = "src/core/http/authenticate.test.ts";
/** @param {string} name */
const ofPage = (name) => `src/console/operations/${name}.test.ts`;

/** The mutants by requirement. @type {Readonly<Record<string, Mutant>>} */
export const mutants = {
  "1.1.1": mutant(
    "core/http/routes.ts",
    `const plain = path.replace(/%3a/gi, ":");`,
    `const plain = decodeURIComponent(path).replace(/%3a/gi, ":");`,
    "src/core/http/routes.test.ts",
  ),
  "1.1.2": mutant(
    "console/layout.tsx",
    "<title>{",
    "<title dangerouslySetInnerHTML={{ __html: view.title }}>{",
    pages,
    "in a world whose names are markup",
  ),
  "1.2.1": mutant(
    "console/layout.tsx",
    "<title>{",
    "<title dangerouslySetInnerHTML={{ __html: view.title }}>{",
    pages,
    "in a world whose names are markup",
  ),
  "1.2.2": mutant(
    "console/entering.ts",
    `/^\\/(?![/\\\\])`,
    "/^(?![\\\\])",
    pages,
    "addresses that lead elsewhere",
  ),
  "1.2.3": mutant(
    "console/headers.ts",
    "script-src 'self';",
    "script-src 'self' 'unsafe-inline';",
    pages,
    "in a world whose names are markup",
  ),
  "1.2.4": mutant(
    "core/store/query.ts",
    "parameter instanceof Placeholder ? parameter[read] : () => parameter,",
    "parameter instanceof Placeholder ? () => 1 : () => parameter,",
    "src/core/store/query.test.ts",
  ),
  "1.2.5": mutant(
    "core/domain/quoting.ts",
    `\`'\${text.replaceAll("'", "'\\\\''")}'\``,
    `\`'\${text}'\``,
    "test/handed-out/shells.test.ts",
  ),
  "1.3.3": mutant(
    "core/http/parse-values.ts",
    `text.includes("\\0");`,
    "text.length > 1e9;",
    parsing,
    "no text holds NUL",
  ),
  "1.3.11": mutant(
    "mail/transport.ts",
    "if (!isAddress(to))",
    "if (to === '')",
    "test/mail.test.ts",
    "no other recipient",
  ),
  "1.4.2": mutant(
    "core/http/parse-values.ts",
    "return /^-?\\d{1,15}$/.test(text) ? Number(text) : text;",
    "return Number.parseInt(text, 10);",
    parsing,
  ),
  "1.4.3": mutant(
    "core/http/bodies.ts",
    "if (size > limit) settle(",
    "if (size > limit * 1000) settle(",
    "src/core/http/bodies.test.ts",
  ),
  "1.5.2": mutant(
    "core/http/parse-values.ts",
    "{ fatal: true }",
    "{ fatal: false }",
    parsing,
    "only JSON is read",
  ),

  "2.2.1": mutant(
    "core/http/parse-values.ts",
    "if (declared === undefined) throw refuseAttribute(",
    "if (declared === undefined) continue;\n    if (declared === null) throw refuseAttribute(",
    parsing,
  ),
  "2.2.2": mutant(
    "core/http/parse-values.ts",
    "if (validatorOf(schema).Check(body)) return body;",
    "return body;",
    parsing,
  ),
  "2.2.3": mutant(
    "core/domain/membership.ts",
    `if (!roles.includes("ORG_OWNER") && isLastOwner(member, members)) {`,
    `if (member.id === "" && members.length === 0) {`,
    "src/core/domain/membership.test.ts",
  ),
  "2.3.1": mutant(
    "core/http/device.ts",
    `if (status === "DENIED") throw fault("DEVICE_AUTHORIZATION_DENIED", {});`,
    "",
    lines,
    "a command line is signed in",
  ),
  "2.3.2": mutant(
    "core/domain/group-limit.ts",
    "if (value >= least && value <= most) return;",
    "if (value >= least) return;",
    "src/core/domain/group-limit.test.ts",
  ),
  "2.3.3": mutant(
    "core/store/sqlite.ts",
    `this.#exec("rollback to unit")`,
    `this.#exec("select 1")`,
    "src/core/store/sqlite.test.ts",
  ),
  "2.3.4": mutant(
    "console/operations/passwords.ts",
    "const userId = await ownerOfLink({ tx, now, fault }, linkHash);",
    "const userId = linkHash === '' ? '' : owner;",
    "test/console/people-races.test.ts",
  ),

  "3.2.1": mutant(
    "core/http/reply.ts",
    `: { ...answer, headers: { [noSniff]: "nosniff", ...answer.headers } };`,
    ": answer;",
    "test/no-sniff.test.ts",
  ),
  "3.2.2": mutant(
    "console/layout.tsx",
    "<title>{",
    "<title dangerouslySetInnerHTML={{ __html: view.title }}>{",
    pages,
    "in a world whose names are markup",
  ),
  "3.3.1": mutant("console/cookies.ts", `const hostPrefix = "__Host-";`, `const hostPrefix = "";`, cookies),
  "3.3.2": mutant("console/cookies.ts", `sameSite: "lax"`, `sameSite: "none"`, cookies),
  "3.3.3": mutant(
    "console/cookies.ts",
    ".filter(([name]) => name.startsWith(hostPrefix))",
    ".filter(([name]) => name !== hostPrefix)",
    cookies,
  ),
  "3.3.4": mutant("console/cookies.ts", "httpOnly: true,", "httpOnly: false,", cookies),
  "3.4.2": mutant(
    "core/http/reply.ts",
    `"x-permitted-cross-domain-policies": "none",`,
    `"x-permitted-cross-domain-policies": "none",\n  "access-control-allow-origin": "*",`,
    "test/versions.test.ts",
  ),
  "3.4.3": mutant(
    "console/headers.ts",
    "frame-ancestors 'none'",
    "",
    pages,
    "in a world whose names are markup",
  ),
  "3.4.5": mutant(
    "core/http/reply.ts",
    `"referrer-policy": "strict-origin-when-cross-origin",`,
    `"referrer-policy": "unsafe-url",`,
    "test/versions.test.ts",
  ),
  "3.5.1": mutant(
    "console/forms.ts",
    `!isFormToken(formKeys(), browser, visit.session, form.raw("form")) || isForeign(request, visit)`,
    "isForeign(request, visit)",
    pages,
    "every form",
  ),
  "3.5.3": mutant(
    "console/routes.ts",
    `: page.show(visit);`,
    `: visit.perform("signOutEverywhere").then(() => page.show(visit), () => page.show(visit));`,
    pages,
    "in a world whose names are markup",
  ),
  "3.7.2": mutant(
    "console/entering.ts",
    '(/^\\/(?![/\\\\])[\\x21-\\x7e]*$/.test(next) ? next : "/")',
    "next",
    pages,
    "addresses that lead elsewhere",
  ),

  "4.1.2": mutant(
    "core/http/unreadable.ts",
    `"ERR_SSL_HTTP_REQUEST"`,
    `"ERR_SSL"`,
    "test/tls.test.ts",
    "400 that names HTTPS",
  ),
  "4.1.3": mutant(
    "core/http/request.ts",
    'const isSaid = protocols !== undefined && protocols !== "" && isTrusted(proxies, peer, 0);',
    "const isSaid = protocols !== undefined;",
    "src/core/http/request.test.ts",
  ),

  "4.2.1": mutant(
    "core/http/node-adapter.ts",
    "return hosts > 1 ? malformed(",
    "return hosts > 99 ? malformed(",
    "test/framing.test.ts",
  ),

  "6.1.2": mutant(
    "core/changes/sessions.ts",
    "isPersonal(password, person))",
    "password === '')",
    "src/core/changes/sessions.test.ts",
  ),
  "6.2.11": mutant(
    "core/changes/sessions.ts",
    "isPersonal(password, person))",
    "password === '')",
    "src/core/changes/sessions.test.ts",
  ),
  "6.3.3": mutant(
    "core/changes/second-factor.ts",
    `if (isAsked) throw fault("SECOND_FACTOR_REQUIRED", {});`,
    "",
    "src/console/operations/setFactorRule.test.ts",
  ),
  "6.2.1": mutant("core/domain/user.ts", "least: 8,", "least: 7,", profile),
  "6.2.2": mutant(
    "console/operations/passwords.ts",
    "await replacePassword(tx, caller.id, after);",
    "",
    ofPage("changePassword"),
  ),
  "6.2.3": mutant(
    "console/operations/passwords.ts",
    "if (!(await passwords.verify(before, body.current)))",
    "if (body.current === '')",
    ofPage("changePassword"),
  ),
  "6.2.4": mutant(
    "core/changes/sessions.ts",
    "if (await passwords.isCommon(password))",
    "if (password === '')",
    ofPage("changePassword"),
  ),
  "6.2.5": mutant(
    "core/domain/user.ts",
    "if (password.length >= least",
    "if (/^[ -~]*$/.test(password) && password.length >= least",
    profile,
  ),
  "6.2.8": mutant(
    "core/secrets/passwords.ts",
    "queued({ line }, () => hash(password, {",
    "queued(line, () => hash(password.trim(), {",
    passwords,
  ),
  "6.2.9": mutant("core/domain/user.ts", "most: 256", "most: 63", profile),
  "6.2.12": mutant(
    "core/secrets/passwords.ts",
    "(await loadLeaked()).has(password.toLowerCase())",
    "password === ''",
    passwords,
  ),
  "6.3.1": mutant(
    "console/operations/sign-in.ts",
    "await spendFrom(consoleSets.signInsFrom, account);",
    "",
    ofPage("signIn"),
  ),
  "6.3.2": mutant(
    "cli/serve.ts",
    `(tx) => tx.meta.get("demo"))) !== "true") return;`,
    `(tx) => tx.meta.get("demo"))) !== "none") return;`,
    "test/run-modes.test.ts",
  ),
  "6.4.3": mutant(
    "mail/subject.ts",
    "const resetLifetime = hour;",
    "const resetLifetime = 720 * hour;",
    "src/mail/worker.test.ts",
    "the outbox on",
  ),
  "6.5.1": mutant(
    "core/store/passkeys.ts",
    "return (await takeCode(unit, userId, codeHash)) === 1;",
    "return codeHash !== '' && (await takeCode(unit, userId, codeHash)) >= 0;",
    ofPage("finishSignIn"),
  ),
  "6.5.2": mutant(
    "core/secrets/issue.ts",
    "Array.from({ length: 6 }, () =>\n        Array.from(",
    "Array.from({ length: 4 }, () =>\n        Array.from(",
    ofPage("addPasskey"),
  ),
  "6.8.2": mutant("console/oidc.ts", "client.enableNonRepudiationChecks,", "", provider),

  "7.2.1": mutant(
    "core/http/authenticate.ts",
    "return { ...person(user, claim, find), signedInAt",
    "return { ...person(user, claim, async () => user), signedInAt",
    authenticate,
  ),
  "7.2.2": mutant(
    "core/secrets/issue.ts",
    "const token = keyring.mint.linkToken();",
    `const token = keyring.mint.linkToken().replace(/./g, "a");`,
    "src/core/secrets/issue.test.ts",
  ),
  "7.2.3": mutant(
    "core/secrets/mint.ts",
    `linkToken: () => bytes(32)`,
    `linkToken: () => bytes(15)`,
    "src/core/secrets/issue.test.ts",
  ),
  "7.2.4": mutant(
    "core/changes/sessions.ts",
    "if (session) await tx.sessions.end(issue.hashOf(session));",
    "",
    ofPage("signIn"),
  ),
  "7.3.1": mutant(
    "core/domain/session.ts",
    "export const idleLimit = hour;",
    "export const idleLimit = 11 * hour;",
    ofPage("signIn"),
  ),
  "7.3.2": mutant(
    "core/domain/session.ts",
    "sessionLifetime = 12 * hour;",
    "sessionLifetime = 48 * hour;",
    ofPage("signIn"),
  ),
  "7.4.1": mutant("console/operations/sessions.ts", "await tx.sessions.end(hash);", "", ofPage("signOut")),
  "7.4.3": mutant(
    "core/changes/sessions.ts",
    "await tx.sessions.endAll(userId);",
    "",
    ofPage("changePassword"),
  ),
  "7.5.1": mutant(
    "core/http/stages/unit.ts",
    `if (operation.securityEvent === "credential-creation") requireRecentSignIn(request);`,
    "",
    "test/console/recent-sign-in.test.ts",
  ),

  "8.2.1": mutant(
    "core/changes/scopes.ts",
    "if (entry !== undefined && permit(door, entry.roles)) return entry;",
    "if (entry !== undefined) return entry;",
    scopes,
  ),
  "8.2.2": mutant(
    "core/store/teams.ts",
    `teamsIn(db, orgId).where("id", "=", id)`,
    `db.selectFrom("teams").select(["id", "orgId", "name", "createdAt"]).where("id", "=", id).where("name", "!=", orgId)`,
    "test/nested-ids.test.ts",
  ),
  "8.2.3": mutant(
    "core/domain/access.ts",
    "!closureOf(role).has(demanded) || amountTo(held, demanded)",
    "true",
    "test/ladder.test.ts",
  ),
  "8.3.1": mutant(
    "core/http/stages/unit.ts",
    `if (door.kind === "org") return enterOrg(`,
    `if (door.kind === "org" && orgId === "") return enterOrg(`,
    "test/authentication.test.ts",
    "doors",
  ),

  "9.1.1": mutant(
    "core/secrets/person-tokens.ts",
    `await compactVerify(token, key, { algorithms: ["HS256"] }).catch(() => undefined);`,
    `await Promise.resolve(key && { payload: Buffer.from(token.split(".")[1] ?? "", "base64url") });`,
    keyring,
  ),
  "9.1.2": mutant("core/secrets/person-tokens.ts", `{ algorithms: ["HS256"] }`, "{}", keyring),
  "9.1.3": mutant(
    "core/secrets/keyring.ts",
    `hkdfSync("sha256", from, "anteroom", purpose, 32)`,
    `hkdfSync("sha256", "x", "anteroom", purpose, from.length && 32)`,
    keyring,
  ),
  "9.2.1": mutant(
    "core/http/authenticate.ts",
    "if (expiresAt <= now) throw expiredToken(expiresAt, clientId);",
    "",
    authenticate,
  ),
  "9.2.2": mutant(
    "core/secrets/person-tokens.ts",
    "if (payload?.aud !== audience) return undefined;",
    "if (payload === undefined || audience === undefined) return undefined;",
    "src/core/secrets/person-tokens.test.ts",
  ),
  "9.2.4": mutant("core/secrets/keyring.ts", `derive("person-token")`, `derive("access-token")`, keyring),

  "10.1.2": mutant("console/oidc.ts", 'if (query.get("state") !== state)', "if (state === '')", provider),
  "10.2.1": mutant("console/oidc.ts", 'if (query.get("state") !== state)', "if (state === '')", provider),
  "10.3.2": mutant(
    "core/http/stages/admit.ts",
    "if (!accessList.some((cidr) => covers(cidr, ip)))",
    "if (accessList.length === 0)",
    "test/authentication.test.ts",
    "access lists",
  ),
  "10.3.3": mutant(
    "core/secrets/person-tokens.ts",
    "username: String(sub),",
    "username: String(client_id),",
    "src/core/secrets/person-tokens.test.ts",
  ),
  "10.4.1": mutant(
    "core/domain/authorization.ts",
    "path === client.path &&",
    "path !== undefined &&",
    "src/core/domain/authorization.test.ts",
  ),
  "10.4.2": mutant(
    "core/changes/sessions.ts",
    `await tx.commandLines.end(first);`,
    "",
    programs,
    "a program is signed in by a code",
  ),
  "10.4.3": mutant(
    "core/domain/authorization.ts",
    "codeLifetime = 5 * minute",
    "codeLifetime = 50 * minute",
    "src/core/domain/authorization.test.ts",
  ),
  "10.4.4": mutant(
    "core/http/oauth.ts",
    `if (grant !== "client_credentials")`,
    `if (grant === "password!")`,
    "test/oauth.test.ts",
    "api/oauth/token",
  ),
  "10.4.6": mutant(
    "core/domain/authorization.ts",
    `if (only(query, "code_challenge_method") !== "S256")`,
    `if (challenge === "")`,
    "src/core/domain/authorization.test.ts",
  ),
  "10.4.8": mutant(
    "core/domain/command-line.ts",
    "createdAt + sessionLifetime,",
    "createdAt + 99 * sessionLifetime,",
    "src/core/domain/command-line.test.ts",
  ),
  "10.4.9": mutant(
    "core/http/command-line-tokens.ts",
    "if (line?.clientId === clientId) await tx.commandLines.end(claims.id);",
    "",
    lines,
    "a command line is signed out",
  ),
  "10.4.10": mutant(
    "core/http/oauth.ts",
    "sameText(secretHash, sent)",
    "secretHash !== sent || secretHash === sent",
    "test/oauth.test.ts",
    "api/oauth/token",
  ),
  "10.5.1": mutant("console/oidc.ts", "expectedNonce: nonce,", "expectedNonce: undefined,", provider),
  "10.5.2": mutant(
    "console/operations/sign-in.ts",
    "if (ofIssuer !== undefined) throw",
    `if (ofIssuer?.subject === "") throw`,
    ofPage("signInWithProvider"),
  ),
  "10.7.3": mutant(
    "console/operations/sessions.ts",
    "if (own.some(({ id }) => id === body.id)) await tx.commandLines.end(body.id);",
    "void own;",
    ofPage("signOutCommandLine"),
  ),

  "11.3.1": mutant(
    "core/secrets/keyring.ts",
    "seal: (text) => close(text, sealing()[0], mint.bytes(12)),",
    "seal: (text) => close(text, sealing()[0], Buffer.alloc(12)),",
    keyring,
  ),
  "11.3.2": mutant(
    "core/secrets/keyring.ts",
    `createCipheriv("aes-256-gcm", key, iv)`,
    `createCipheriv("chacha20-poly1305", key, iv, { authTagLength: 16 })`,
    keyring,
  ),
  "11.3.3": mutant(
    "core/secrets/keyring.ts",
    'decipher.setAuthTag(sealed.subarray(12, 28));\n      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");',
    'return decipher.update(sealed.subarray(28)).toString("utf8");',
    keyring,
  ),
  "11.4.2": mutant("core/secrets/passwords.ts", "memoryCost: 19_456,", "memoryCost: 1_024,", passwords),
  "11.6.1": mutant(
    "core/secrets/certificates.ts",
    `namedCurve: "P-256"`,
    `namedCurve: "P-384"`,
    "src/core/tls/certificate.test.ts",
  ),

  "12.3.2": mutant(
    "mail/transport.ts",
    "disableUrlAccess: true,",
    "disableUrlAccess: true,\n      tls: { rejectUnauthorized: false },",
    "test/mail.test.ts",
    "an SMTP server and the outbox",
  ),

  "13.2.3": mutant(
    "cli/secrets.ts",
    "secret === undefined || secret.length < shortestSecret",
    "secret === undefined",
    "src/cli/secrets.test.ts",
  ),
  "13.3.2": mutant(
    "core/private-files.ts",
    "if (await makeFolder(path, 0o700)) await chmod(path, 0o700);",
    "await makeFolder(path, 0o755);",
    "test/private-files.test.ts",
  ),
  "13.4.4": mutant(
    "core/http/routes.ts",
    `export const methodOrder = ["POST", "GET", "PATCH", "PUT", "DELETE"];`,
    `export const methodOrder = ["POST", "GET", "PATCH", "PUT", "DELETE", "TRACE"];`,
    "test/unreadable.test.ts",
    "requests that cannot be read",
  ),
  "13.4.5": mutant(
    "core/http/monitoring.ts",
    "Object.entries(isOpen ? answers : briefAnswers)",
    "Object.entries(isOpen || answers ? answers : briefAnswers)",
    "src/core/http/monitoring.test.ts",
  ),

  "14.2.3": mutant(
    "console/headers.ts",
    "style-src 'self'; img-src 'self';",
    "style-src 'self'; img-src *;",
    pages,
    "in a world whose names are markup",
  ),
  "14.3.3": mutant(
    "console/cookies.ts",
    `value === "" ? "" : seal(`,
    `value === "" || seal === undefined ? "" : String(`,
    cookies,
  ),

  "15.3.1": mutant(
    "console/operations/sign-in.ts",
    "return beginSession({ tx, ...context }, id);",
    "return { ...(await beginSession({ tx, ...context }, id)), hash, password: context.body.password };",
    "test/console/people-secrets.test.ts",
  ),
  "15.3.3": mutant(
    "core/http/parse-values.ts",
    "if (declared.readOnly === true || isUnset(",
    "if (isUnset(",
    parsing,
  ),
  "15.3.4": mutant(
    "core/domain/proxies.ts",
    'if (ip === undefined) return { state: "unknown", peer };',
    'if (ip === undefined) return { state: "own", ip: peer };',
    "test/proxies.test.ts",
  ),
  "15.3.5": mutant(
    "core/http/parse-values.ts",
    "return readFlag(text) ?? text;",
    "return Boolean(text);",
    parsing,
  ),
  "15.3.6": mutant(
    "core/http/parse-values.ts",
    "Object.hasOwn(known, attribute) ? known[attribute] : undefined",
    "known[attribute]",
    parsing,
  ),
  "15.3.7": mutant("core/http/parse-values.ts", "all.slice(0, 1)", "all.slice(-1)", parsing),

  "16.2.1": mutant(
    "core/http/security-log.ts",
    "who: named,",
    "who: null,",
    "src/core/http/security-log.test.ts",
  ),
  "16.2.5": mutant(
    "core/http/security-log.ts",
    "const isName = namesIn[event] ?? isAddress;",
    "const isName = (text: string) => text.length > 0;",
    "src/core/http/security-log.test.ts",
  ),
  "16.3.1": mutant("console/operations/sign-in.ts", `  securityEvent: "sign-in",\n`, "", securityLog),
  "16.3.2": mutant(
    "core/http/wrappers/security-log.ts",
    `(isAboutCaller(refusal) ? "access" : undefined)`,
    `(isAboutCaller(refusal) ? undefined : undefined)`,
    securityLog,
  ),
  "16.3.4": mutant(
    "mail/worker.ts",
    `this.#deps.log.error({ err: reason }, "settling mail failed")`,
    "void reason",
    "src/mail/worker.test.ts",
  ),
  "16.4.1": mutant(
    "core/http/security-log.ts",
    "return isOfKind(name, value) ? ",
    "return isOfKind(name, value) || value !== '' ? ",
    "src/core/http/security-log.test.ts",
  ),
  "16.5.1": mutant(
    "core/http/stages/refuse.ts",
    `fault("UNEXPECTED_ERROR", {}, { cause: reason })`,
    `fault("UNEXPECTED_ERROR", {}, { cause: reason, fields: [{ field: "stack", description: String((reason as Error).stack) }] })`,
    "src/core/http/pipeline.test.ts",
  ),
  "16.5.2": mutant("console/oidc.ts", "return { problem: judge(reason) };", "throw reason;", provider),
  "16.5.3": mutant(
    "core/store/sqlite.ts",
    `this.#end("rollback");\n            return`,
    `this.#end("commit");\n            return`,
    "src/core/store/sqlite.test.ts",
  ),
};
