// The commands that open a store without serving it: migrate, copy, backup, restore, rotate-secret, audit verify, seed, sign-in-link,
// release-identity, release-second-factor.
import { type Command, Option } from "commander";
import { openDatabase, updateSchema } from "../../server/open-store.ts";
import { command, endingWithCode, option, storeCommand, type Typed } from "../options.ts";
import { print } from "../output.ts";
import type { Environment } from "../secrets.ts";
import { printSignInLink, releaseFactor, releaseIdentity } from "../sign-in-links.ts";
import { seed } from "../stores.ts";

export const addMigrate = storeCommand({
  name: "migrate",
  text: "bring a store to the newest schema, without serving it",
  help: `Example:
  anteroom migrate --database-url postgres://anteroom@db/anteroom

Servers may then use a role that only reads and writes rows.`,
  async run({ storage }) {
    const database = await openDatabase(storage);
    try {
      const applied = await updateSchema(database, storage);
      print(applied.length === 0 ? "The schema is the newest." : `Applied ${applied.join(", ")}.`);
    } finally {
      await database.close();
    }
  },
});

export const addCopy = command({
  name: "copy",
  text: "carry a store into an empty PostgreSQL database or a new folder, all of it or nothing",
  options: [
    new Option("--from <place>", "the store: its folder, or a URL postgres://…").makeOptionMandatory(),
    new Option("--to <place>", "a new folder, or the URL of an empty database").makeOptionMandatory(),
  ],
  help: `Examples:
  ANTEROOM_SECRET_FILE=/etc/anteroom/secret anteroom copy --from /var/lib/anteroom --to postgres://anteroom@db/anteroom
  ANTEROOM_SECRET_FILE=/etc/anteroom/secret anteroom copy --from @/etc/anteroom/database-url --to /var/lib/anteroom

@FILE names a file that holds the URL. Needs the ANTEROOM_SECRET of the store, which is that of the copy as well. Stop the servers
before: they may go on, but what they change meanwhile is not in the copy. A copy that was cut off is not served: run the command
again. Every row is read again and compared before the copy is kept, and its events are verified.`,
  async run({ flags, masters }: Typed<{ readonly from: string; readonly to: string }>) {
    const { copy } = await import("../copy.ts");
    return (await copy(flags, masters())) ? 0 : 1;
  },
});

export const addBackup = storeCommand({
  name: "backup",
  text: "write the store to a file, while servers use it; refuses to overwrite one",
  args: { "<file>": "the backup to make" },
  options: [new Option("--force", "overwrite the file")],
  help: `Examples:
  anteroom backup /backup/anteroom.sqlite --data /var/lib/anteroom
  anteroom backup --force today.sqlite          over the one of yesterday, once today's is whole

A PostgreSQL database is backed up with pg_dump. To a backup belongs its ANTEROOM_SECRET: keep it in another place.`,
  async run(settings, { flags }: Typed<{ readonly force?: boolean }>, file: string) {
    const { backup } = await import("../stores.ts");
    await backup(settings, file, flags);
  },
});

export const addRestore = storeCommand({
  name: "restore",
  text: "put a backup in the place of the store, while no server uses it; keeps what was there aside",
  args: { "<file>": "what `anteroom backup` made" },
  help: `Example:
  ANTEROOM_SECRET_FILE=/etc/anteroom/secret anteroom restore /backup/anteroom.sqlite --data /var/lib/anteroom

Needs the ANTEROOM_SECRET that the backup was made with. A backup of an older Anteroom is brought to the newest schema by
the next start.`,
  async run(settings, { masters }, file: string) {
    const { restoreBackup } = await import("../stores.ts");
    await restoreBackup(settings, masters(), file);
  },
});

export const addRotateSecret = storeCommand({
  name: "rotate-secret",
  text: "seal the store with a new ANTEROOM_SECRET in place of ANTEROOM_SECRET_PREVIOUS",
  help: `Example:
  export ANTEROOM_SECRET_PREVIOUS_FILE=/etc/anteroom/secret ANTEROOM_SECRET_FILE=/etc/anteroom/secret.new
  anteroom rotate-secret --data /var/lib/anteroom

Stop the server before, or let every server believe both secrets: give them the same two variables. Access tokens that
the previous secret signed stay good as long as servers are given it.`,
  async run(settings, { masters }) {
    const { rotateSecret } = await import("../stores.ts");
    await rotateSecret(settings, masters());
  },
});

interface Asked {
  readonly expect?: string[];
  readonly heads?: string[];
}

const verify = storeCommand({
  name: "verify",
  text: "say up to when the events of each organization are as they were sealed",
  options: [
    new Option("--expect <head...>", "heads that were printed before: each must be a seal still"),
    new Option("--heads <file...>", "files that --audit-heads or syslog wrote, - for standard input"),
  ],
  help: `Examples:
  ANTEROOM_SECRET_FILE=/etc/anteroom/secret anteroom audit verify --data /var/lib/anteroom
  anteroom audit verify --database-url postgres://anteroom@db/anteroom --expect "$(cat heads-of-last-week)"
  ssh logs grep -h anteroom /var/log/auth.log | anteroom audit verify --database-url postgres://anteroom@db/anteroom --heads -

Needs the ANTEROOM_SECRET of the store, and may run beside its servers. Exits with 1 where an event or a seal was changed,
added or removed, and with 0 where events wait for a server to seal them. With heads from another place, which servers send there
by --audit-heads, it also notices a store whose end was cut off, an older one that was put back, or one that somebody with the
secret wrote anew.`,
  async run(settings, { flags: { expect = [], heads: files = [] }, masters }: Typed<Asked>) {
    const { verifyAudit } = await import("../audit.ts");
    const expected = expect.flatMap((each) => each.split(/\s+/)).filter((each) => each !== "");
    return (await verifyAudit(settings, masters(), { expected, files })) ? 0 : 1;
  },
});

export function addAudit(program: Command, environment: Environment): void {
  verify(endingWithCode(program.command("audit")).description("check the events of a store"), environment);
}

export const addSeed = storeCommand({
  name: "seed",
  text: "plant a YAML or JSON file, and print the secrets minted for it, once",
  args: { "<file>": "the seed file" },
  help: "Example:\n  anteroom seed world.yaml --data /var/lib/anteroom",
  run: (settings, { masters }, file: string) => seed(settings, masters(), file),
});

export const addSignInLink = storeCommand({
  name: "sign-in-link",
  text: "print a link by which a person chooses a password, once, within a day",
  args: { "<email>": "the address of an account" },
  options: [
    option(
      "--base-url <url>",
      "what the link begins with (default: http://127.0.0.1:8080)",
      "ANTEROOM_BASE_URL",
    ),
  ],
  help: `Example:
  ANTEROOM_SECRET_FILE=/etc/anteroom/secret anteroom sign-in-link owner@example.com --data /var/lib/anteroom --base-url https://atlas.example.com

Needs the ANTEROOM_SECRET of the store, and may run beside its servers. For an owner who cannot get mail: the first one, or one
who forgot the password before there was a mail server. The link gives its holder the account: treat it like a password.`,
  run: (settings, { masters }, email: string) => printSignInLink(settings, masters(), email),
});

export const addReleaseIdentity = storeCommand({
  name: "release-identity",
  text: "release an account from the person of the provider who signs in to it",
  args: { "<email>": "the address of an account" },
  help: `Example:
  ANTEROOM_SECRET_FILE=/etc/anteroom/secret anteroom release-identity ada@example.com --data /var/lib/anteroom

For an account whose person has another identity at the provider now, so that signing in says that it belongs to somebody else.
Ends the sessions of the account. Make sure first that the address is still that person's: who signs in by it next gets the account.
Needs the ANTEROOM_SECRET of the store, and may run beside its servers.`,
  run: (settings, { masters }, email: string) => releaseIdentity(settings, masters(), email),
});

export const addReleaseFactor = storeCommand({
  name: "release-second-factor",
  text: "remove all passkeys and recovery codes of a person who lost them",
  args: { "<email>": "the address of an account" },
  help: `Example:
  ANTEROOM_SECRET_FILE=/etc/anteroom/secret anteroom release-second-factor ada@example.com --data /var/lib/anteroom

Ends the sessions of the account, and tells its person by mail. Make sure first that it is that person who asks.
Needs the ANTEROOM_SECRET of the store, and may run beside its servers.`,
  run: (settings, { masters }, email: string) => releaseFactor(settings, masters(), email),
});
