// npm run weight [-- --list]: prints what the repository weighs, each row beside what it weighed when scripts/weight.json was written.
// It refuses nothing. `--list` names what is large.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseSync, Visitor } from "oxc-parser";

/** @param {readonly string[]} args @param {string} [input] */
const git = (args, input) => spawnSync("git", args, { encoding: "utf8", maxBuffer: 2 ** 28, input }).stdout;

/** Files of the working tree, and whether a script or npm wrote them (.gitattributes). */
function listFiles() {
  const listed = git(["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate", "-z"]);
  const deleted = new Set(git(["ls-files", "--deleted", "-z"]).split("\0"));
  const fields = git(["check-attr", "-z", "--stdin", "linguist-generated"], listed).split("\0");
  return fields.flatMap((path, index) =>
    index % 3 === 0 && path !== "" && !deleted.has(path)
      ? [{ path, isGenerated: fields[index + 2] !== "unspecified" }]
      : [],
  );
}

/** @param {string} path */
function readOne(path) {
  const text = readFileSync(path, "utf8");
  return { path, text, lines: text.split("\n").length - 1 };
}

/** Functions of a file by their first line, and how often a comment of it has a word that plain English does without. @param {{ path: string, text: string }} file */
function inspect({ path, text }) {
  const { program, comments } = parseSync(path, text);
  /** @type {{ place: string, name: string, lines: number }[]} */
  const functions = [];
  /** @param {{ start: number, end: number, id?: { name: string } | null }} node */
  const note = ({ start, end, id }) => {
    const first = text.slice(0, start).split("\n").length;
    const lines = text.slice(start, end).split("\n").length;
    functions.push({ place: `${path}:${first}`, name: id?.name ?? "", lines });
  };
  const every = { FunctionDeclaration: note, FunctionExpression: note, ArrowFunctionExpression: note };
  new Visitor(every).visit(program);
  const said = comments.map(({ value }) => value).join("\n");
  return { functions, riddles: said.match(/\b(?:whoever|whom|nobody|of who)\b/gi)?.length ?? 0 };
}

/** @param {readonly { lines: number }[]} parts */
const linesOf = (parts) => parts.reduce((sum, { lines }) => sum + lines, 0);

const files = listFiles();
const code = files
  .filter(({ path, isGenerated }) => !isGenerated && /\.(ts|tsx|mjs)$/.test(path))
  .map(({ path }) => readOne(path));
/** @param {string} path */
const isTest = (path) => path.startsWith("test/") || /\.test(-d)?\.\w+$/.test(path);
const tests = code.filter(({ path }) => isTest(path));
const source = code.filter(({ path }) => path.startsWith("src/") && !isTest(path));
const tools = code.filter(({ path }) => /^(scripts|bench)\//.test(path) && !isTest(path));
const documents = files
  .filter(({ path }) => /^(docs\/.*|[^/]*)\.md$/.test(path))
  .map(({ path }) => readOne(path));

const inspected = source.map(inspect);
const functions = inspected.flatMap((each) => each.functions);
const riddles = inspected.reduce((sum, each) => sum + each.riddles, 0);
const large = source.filter(({ lines }) => lines > 250);
const long = functions.filter(({ lines }) => lines > 50);
const walk = functions.find(
  ({ place, name }) => place.startsWith("src/http/pipeline.ts:") && name === "walk",
);
const ran = spawnSync(process.execPath, ["--import", "tsx", "scripts/weight-of-patch.ts"], {
  encoding: "utf8",
});
/** @type {{ paths: string[], functions: number }} */
const patch = JSON.parse(ran.stdout);
/** The first commit after the rule was made. */
const subjects = git(["log", "--format=%s", "47491bd.."]).split("\n");

/** @type {Record<string, number>} */
const weights = {
  "lines of src": linesOf(source),
  "lines of scripts and bench": linesOf(tools),
  "lines of tests": linesOf(tests),
  "files of src over 250 lines": large.length,
  "functions of src over 50 lines": long.length,
  "own files that one PATCH runs": patch.paths.length,
  "own functions that one PATCH runs": patch.functions,
  "lines of walk": walk?.lines ?? Number.NaN,
  "words of documents": documents.reduce(
    (sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length,
    0,
  ),
  guides: documents.filter(({ path }) => /^docs\/guides\/(?!README)/.test(path)).length,
  "riddles in comments, in 1,000 lines": Math.round((riddles / linesOf(source)) * 10_000) / 10,
  "commit subjects over 72 characters": subjects.filter(({ length }) => length > 72).length,
};

/** @type {Record<string, number>} */
const before = JSON.parse(readFileSync("scripts/weight.json", "utf8"));
for (const [name, weight] of Object.entries(weights)) {
  console.log(`${name.padEnd(36)} ${String(weight).padStart(7)}, was ${before[name] ?? "not counted"}`);
}
if (process.argv.includes("--list")) {
  for (const { path, lines } of large) console.log(`${lines} lines: ${path}`);
  for (const { place, name, lines } of long) console.log(`${lines} lines: ${place} ${name}`);
  for (const path of patch.paths) console.log(`run by a PATCH: ${path}`);
}
