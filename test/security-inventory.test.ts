// docs/security.md names every file of src that starts a program or a thread, opens a socket, makes or uses a key, or keeps something
// waiting. A new one fails this test until the document says what it is, who can make it work, and what bounds it.
import { deepEqual } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./support/command.ts";

interface Source {
  readonly path: string;
  readonly text: string;
}

const sources: readonly Source[] = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(?:[jt]sx?|mjs)$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map((path) => ({
    path: `src/${path}`,
    // Comments may speak of anything.
    text: readFileSync(join(root, "src", path), "utf8").replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, ""),
  }));

/** Lists what a file imports of a module, types left out; `*` for a module that is imported as it runs, or whole. */
function importsOf({ text }: Source, module: RegExp): string[] {
  const found = [...text.matchAll(/^(?:import|export)\s+(?!type\b)([^;]*?)\s+from\s+"([^"]+)"/gm)]
    .filter(([, , from = ""]) => module.test(from))
    .flatMap(([, what = ""]) => {
      const [, named] = /\{([^}]*)\}/.exec(what) ?? [];
      const whole = what.replace(/\{[^}]*\}/, "").replace(/[\s,]/g, "") === "" ? [] : ["*"];
      const names = (named ?? "").split(",").map((each) => each.trim().split(/\s+as\s+/)[0] ?? "");
      return [...whole, ...names.filter((name) => name !== "" && !name.startsWith("type "))];
    });
  const later = [...text.matchAll(/\bimport\("([^"]+)"\)/g)].filter(([, from = ""]) => module.test(from));
  return [...found, ...later.map(() => "*")];
}

const imports = (source: Source, module: RegExp, harmless: readonly string[] = []): boolean =>
  importsOf(source, module).some((name) => !harmless.includes(name));

const isQueue = (text: string): boolean =>
  /createFairQueue\(|new Places\(/.test(text) ||
  // A list or map of what waits, a chain of promises, or what is taken from the front.
  /#?\b(?:waiting|queues?|pending|backlog|unsent)\b(?::[^;\n]*?)?\s*=\s*(?:\[\]|new (?:Map|Set|Array)\b)/i.test(
    text,
  ) ||
  /(?<![\w#.])([#.\w]+) = \1\b[^;=]*\.then\(/.test(text) ||
  /\.shift\(\)/.test(text);

const kinds: Readonly<Record<string, (source: Source) => boolean>> = {
  "Programs and threads": (source) =>
    imports(source, /^node:(?:child_process|cluster)$/) ||
    importsOf(source, /^node:worker_threads$/).some((name) => name === "*" || name === "Worker"),

  Sockets: (source) =>
    imports(source, /^node:(?:net|tls|http|https|http2|dgram|dns|dns\/promises)$/, [
      "isIP",
      "isIPv4",
      "isIPv6",
      "STATUS_CODES",
      "maxHeaderSize",
      "createSecureContext",
    ]) ||
    imports(source, /^(?:pg|mongodb|nodemailer|openid-client|undici|ws)(?:\/|$)/) ||
    /createRequire\([^)]*\)\("/.test(source.text) ||
    /(?:= |\(|await |return |void )(?:globalThis\.)?fetch\b(?!:)|new (?:WebSocket|EventSource)\(/.test(
      source.text,
    ),

  "Files with keys": (source) =>
    importsOf(source, /^(?:node:)?crypto$/).some((name) =>
      /^(?:\*|create(?:Hmac|Cipheriv|Decipheriv|Sign|Verify|ECDH|PrivateKey|SecretKey|DiffieHellman)|hkdf|generateKey|scrypt|pbkdf2|sign|verify|publicEncrypt|privateDecrypt|webcrypto)/.test(
        name,
      ),
    ) || imports(source, /^(?:jose|@node-rs\/argon2)$/),

  // A page keeps its state only while its answer is made.
  Queues: ({ path, text }) => !path.startsWith("src/console/pages/") && isQueue(text),
};

const document = readFileSync(join(root, "docs/security.md"), "utf8");

/** The files that the table under a heading names in its first column. */
function named(heading: string): string[] {
  const [, after = ""] = document.split(`\n### ${heading}\n`);
  const [section = ""] = after.split(/\n##/);
  return [...section.matchAll(/^\| (`src\/[^|]+)\|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`(src\/[^`]+)`/g)].map(([, path = ""]) => path),
  );
}

for (const [kind, isOne] of Object.entries(kinds)) {
  test(`${kind}: the document names each file, once, and no other`, () => {
    const found = sources.filter(isOne).map(({ path }) => path);
    deepEqual(named(kind).toSorted(), found.toSorted());
  });
}

test("each purpose that a key is derived for is in the table of keys", () => {
  const [, keys = ""] = document.split("\n## Keys and algorithms\n");
  const purposes = sources.flatMap(({ text }) =>
    [...text.matchAll(/\bderive\("([^"]+)"\)/g)].map(([, purpose = ""]) => purpose),
  );
  deepEqual(
    [...new Set(purposes)].filter((purpose) => !keys.split("\n## ")[0]?.includes(`\`${purpose}\``)),
    [],
  );
});
