// better-auth's organization plugin as a server of its own, in a world like the bench's: usage `better-auth.mjs FOLDER`.
// What each connection asks is written to FOLDER/asks.json before the server says that it is ready.
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { toNodeHandler } from "better-auth/node";
import { organization } from "better-auth/plugins";

const [folder = ".", connections = "32"] = process.argv.slice(2);
// The SQLite that Anteroom takes.
const Sqlite = await import("better-sqlite3").then(
  (package_) => package_.default,
  async () => (await import("node:sqlite")).DatabaseSync,
);
const database = new Sqlite(join(folder, "better-auth.sqlite"));
// As durable as Anteroom, and as quick as it can be so.
database.exec("pragma journal_mode = WAL; pragma synchronous = FULL");
const server = createServer().listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
const baseURL = `http://127.0.0.1:${server.address().port}`;
const most = 1_000_000;
const options = {
  baseURL,
  secret: randomBytes(32).toString("hex"),
  database,
  emailAndPassword: { enabled: true },
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { disabled: true },
  plugins: [
    organization({
      organizationLimit: most,
      membershipLimit: most,
      invitationLimit: most,
      sendInvitationEmail: async () => {},
    }),
  ],
};
await (await getMigrations(options)).runMigrations();
const auth = betterAuth(options);

/** @param {string} email @returns {Promise<Headers>} those of somebody who is signed in */
async function signUp(email) {
  const { headers } = await auth.api.signUpEmail({
    body: { email, name: email, password: randomBytes(16).toString("hex") },
    returnHeaders: true,
  });
  const cookie = headers.getSetCookie().map((each) => each.split(";", 1)[0]);
  return new Headers({ cookie: cookie.join("; ") });
}

const guest = "guest@example.com";
const ownerHeaders = await signUp("owner@example.com");
const guestHeaders = await signUp(guest);
const { internalAdapter } = await auth.$context;
const opened = [];
for (let index = 0; index < Number(connections); index++) {
  const org = await auth.api.createOrganization({
    headers: ownerHeaders,
    body: { name: `org ${index}`, slug: `org-${index}` },
  });
  const user = await internalAdapter.createUser({
    email: `member-${index}@example.com`,
    name: `member ${index}`,
    emailVerified: true,
  });
  const member = await auth.api.addMember({
    body: { userId: user.id, organizationId: org.id, role: "member" },
  });
  const invitation = await auth.api.createInvitation({
    headers: ownerHeaders,
    body: { email: guest, role: "member", organizationId: org.id },
  });
  opened.push({ org, member, invitation });
}
// One organization has as many invitations as the bench's project.
const { org: first } = opened[0];
for (let index = 1; index < opened.length; index++) {
  await auth.api.createInvitation({
    headers: ownerHeaders,
    body: { email: `invited-${index}@example.com`, role: "member", organizationId: first.id },
  });
}

const as = (headers) => ({ Cookie: headers.get("cookie"), Origin: baseURL, Accept: "application/json" });
const root = "/api/auth/organization";
const asks = {
  get: opened.map(({ invitation }) => ({
    method: "GET",
    path: `${root}/get-invitation?id=${invitation.id}`,
    headers: as(guestHeaders),
    expects: invitation.id,
  })),
  list: opened.map(() => ({
    method: "GET",
    path: `${root}/list-invitations?organizationId=${first.id}`,
    headers: as(ownerHeaders),
    expects: `invited-${opened.length - 1}@example.com`,
  })),
  patch: opened.map(({ org, member }) => ({
    method: "POST",
    path: `${root}/update-member-role`,
    headers: as(ownerHeaders),
    bodies: ["admin", "member"].map((role) => ({ role, memberId: member.id, organizationId: org.id })),
    expects: member.id,
  })),
  post: opened.map(({ org }) => ({
    method: "POST",
    path: `${root}/invite-member`,
    headers: as(ownerHeaders),
    bodies: [{ email: "{new}@example.com", role: "member", organizationId: org.id }],
    expects: org.id,
  })),
};
writeFileSync(join(folder, "asks.json"), JSON.stringify(asks));
server.on("request", toNodeHandler(auth));
console.log(`better-auth ready ${baseURL}`);
process.once("SIGTERM", () => process.exit(0));
