// node scripts/hover.mjs TYPESCRIPT TOOLS FILE WORD: prints what an editor that has just opened a file shows of a word in it. Up to
// TypeScript 6 by the language service that editors load, from 7 on by the server that they start, with vscode-jsonrpc of the folder TOOLS.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [typescript = "", tools = "", file = "", word = ""] = process.argv.slice(2);
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
  const load = createRequire(join(resolve(tools), "package.json"));
  const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = load("vscode-jsonrpc/node");
  const server = spawn(process.execPath, [join(typescript, "bin/tsc"), "--lsp", "--stdio"], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  // The server asks for the settings of an editor; there are none.
  connection.onRequest(() => null);
  connection.listen();
  const uri = pathToFileURL(path).href;
  const rootUri = pathToFileURL(dirname(path)).href;
  await connection.sendRequest("initialize", { processId: process.pid, rootUri, capabilities: {} });
  await connection.sendNotification("initialized", {});
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "typescript", version: 1, text },
  });
  const lines = text.slice(0, at).split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)?.length };
  const { contents } = await connection.sendRequest("textDocument/hover", {
    textDocument: { uri },
    position,
  });
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  await once(server, "exit");
  return contents.value;
}

console.log(Number.parseInt(version, 10) < 7 ? await askService() : await askServer());
