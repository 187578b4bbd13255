// node scripts/hover.mjs TYPESCRIPT FILE WORD: prints what an editor that has just opened a file shows of a word in it. Up to
// TypeScript 6 by the language service that editors load, from 7 on by the server that they start.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [typescript = "", file = "", word = ""] = process.argv.slice(2);
const path = resolve(file);
const text = readFileSync(path, "utf8");
const at = text.indexOf(word);
const { version } = JSON.parse(readFileSync(join(typescript, "package.json"), "utf8"));

async function askService() {
  const { default: ts } = await import(pathToFileURL(join(resolve(typescript), "lib/typescript.js")).href);
  const service = ts.createLanguageService({
    ...ts.sys,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getCompilationSettings: () => ({
      strict: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      types: ["node"],
    }),
    getScriptFileNames: () => [path],
    getScriptVersion: () => "1",
    getScriptSnapshot: (/** @type {string} */ name) =>
      ts.sys.fileExists(name) ? ts.ScriptSnapshot.fromString(ts.sys.readFile(name)) : undefined,
    getCurrentDirectory: () => dirname(path),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
  const { displayParts, documentation } = service.getQuickInfoAtPosition(path, at);
  return ts.displayPartsToString([...displayParts, { text: "\n" }, ...documentation]);
}

/** Speaks the protocol of language servers. */
async function askServer() {
  const server = spawn(process.execPath, [join(typescript, "bin/tsc"), "--lsp", "--stdio"], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  /** @param {string} method @param {object} [params] @param {number} [id] */
  const send = (method, params, id) => {
    const message = JSON.stringify({ jsonrpc: "2.0", method, params, id });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
  };
  let received = Buffer.alloc(0);
  /** @type {Map<number, (result: any) => void>} */
  const waiting = new Map();
  server.stdout.on("data", (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const end = received.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/i.exec(String(received.subarray(0, end)))?.[1]);
      if (end < 0 || received.length < end + 4 + length) return;
      const message = JSON.parse(String(received.subarray(end + 4, end + 4 + length)));
      received = received.subarray(end + 4 + length);
      if (message.method === undefined) waiting.get(message.id)?.(message.result);
      // What the server asks of an editor: its settings, of which there are none.
      else if (message.id !== undefined) {
        const reply = JSON.stringify({ jsonrpc: "2.0", id: message.id, result: null });
        server.stdin.write(`Content-Length: ${Buffer.byteLength(reply)}\r\n\r\n${reply}`);
      }
    }
  });
  /** @param {number} id @param {string} method @param {object} [params] @returns {Promise<any>} */
  const ask = (id, method, params) =>
    new Promise((done) => {
      waiting.set(id, done);
      send(method, params, id);
    });
  const uri = pathToFileURL(path).href;
  const rootUri = pathToFileURL(dirname(path)).href;
  await ask(1, "initialize", { processId: process.pid, rootUri, capabilities: {} });
  send("initialized", {});
  send("textDocument/didOpen", { textDocument: { uri, languageId: "typescript", version: 1, text } });
  const lines = text.slice(0, at).split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)?.length };
  const { contents } = await ask(2, "textDocument/hover", { textDocument: { uri }, position });
  await ask(3, "shutdown");
  send("exit");
  await new Promise((ended) => server.once("exit", ended));
  return contents.value;
}

console.log(Number.parseInt(version, 10) < 7 ? await askService() : await askServer());
