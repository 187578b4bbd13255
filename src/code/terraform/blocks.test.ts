// Tests that headers of blocks are found whatever is between them, and that a text that cannot be read is refused with its
// line.
import { deepEqual, equal, throws } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import fc from "fast-check";
import { notInstalled, python } from "../../../test/support/installed.ts";
import { blocksIn, UnreadableConfiguration } from "./blocks.ts";

const tricky = `# resource "mongodbatlas_team" "in_a_comment" {
/* data "mongodbatlas_team" "in_a
   comment" { */
resource "mongodbatlas_team" "core" { # {
  name = "a } \\" \${var.x == "}" ? "\${"{"}" : "%{ if true }{%{ endif }"} $\${ not a template"
  org_id = var.org // }
  lifecycle {
    ignore_changes = [usernames]
  }
}
locals {
  text = <<-EOT
    resource "mongodbatlas_team" "in_a_heredoc" {
    "
  EOT
  map  = { for name, id in var.teams : name => { id = id } if name != "" && id >= 1 }
  list = flatten([for each in var.x : { a = each }])
}
check "later" {
  data "mongodbatlas_team" "inside" {
    org_id = var.org
  }
}
module "people" {
  source = "./people"
  roles  = { "source" = "no" }
}
data mongodbatlas_team bare {
}
resource "mongodbatlas_team" "one_line" { name = "x" }
`;

test("blocks of a configuration, and nothing that only looks like one", () => {
  deepEqual(
    blocksIn(tricky).map(({ words, line }) => `${line} ${words.join(" ")}`),
    [
      "4 resource mongodbatlas_team core",
      "7 lifecycle",
      "11 locals",
      "19 check later",
      "20 data mongodbatlas_team inside",
      "24 module people",
      "28 data mongodbatlas_team bare",
      "30 resource mongodbatlas_team one_line",
    ],
  );
  equal(blocksIn(tricky)[5]?.texts.source, "./people");
});

/** Returns the arguments of each block as they are written, below the word that begins it. */
const written = (text: string) =>
  blocksIn(text).map((block) => [
    text.slice(block.start, block.end).replace(/^(\w+)[\s\S]*?(.)$/, "$1 … $2"),
    block.parent?.words[0] ?? "",
    block.blocks.map(({ words }) => words[0]),
    block.arguments.map(({ start, from, end }) => [text.slice(start, from), text.slice(from, end)]),
  ]);

test("places of blocks and of their arguments, whatever their values", () => {
  const text = `resource "mongodbatlas_team" "core" {
  for_each = { for name in var.x : name => { id = 1 } } # each
  name     = each.key /* }
  */ 
  count=length(
    var.y) - 12
  text = <<-EOT
    a = "b"
    EOT
  lifecycle { ignore_changes = [
    usernames,
  ] }
  dynamic "tags" {
    for_each = var.tags
    content {
      key = tags.value == "" ? "none" : tags.value["k=v"]
    }
  }
}`;
  const expected = [
    [
      "resource … }",
      "",
      ["lifecycle", "dynamic"],
      [
        ["for_each = ", "{ for name in var.x : name => { id = 1 } }"],
        ["name     = ", "each.key"],
        ["count=", "length(\n    var.y) - 12"],
        ["text = ", '<<-EOT\n    a = "b"\n    EOT'],
      ],
    ],
    ["lifecycle … }", "resource", [], [["ignore_changes = ", "[\n    usernames,\n  ]"]]],
    ["dynamic … }", "resource", ["content"], [["for_each = ", "var.tags"]]],
    ["content … }", "dynamic", [], [["key = ", 'tags.value == "" ? "none" : tags.value["k=v"]']]],
  ];
  deepEqual(written(text), expected);
  const onWindows = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll("\\n", "\\r\\n"));
  for (const each of [text, tricky]) {
    deepEqual(written(each.replaceAll("\n", "\r\n")), onWindows(written(each)));
  }
});

test("another parser finds the same", { skip: notInstalled("python") }, () => {
  const program = `import hcl2, json, sys
read = hcl2.loads(sys.stdin.read())
print(json.dumps([[k, t.strip('"'), n.strip('"')] for k in ("resource", "data") for b in read[k] for t, x in b.items() for n in x if not n.startswith("__")]))`;
  // The other reader does not know templates within strings of templates.
  const input = tricky.replace(/^ {2}name = "a .*$/m, '  name = "a"');
  const { stdout, stderr } = spawnSync(python, ["-c", program], { input, encoding: "utf8" });
  const own = blocksIn(tricky).map(({ words }) => words);
  const named = (kind: string) => own.filter((words) => words[0] === kind && words[2] !== "inside");
  deepEqual(JSON.parse(stdout || JSON.stringify(stderr)), [...named("resource"), ...named("data")]);
});

test("what is not whole is refused with the line where it begins", () => {
  for (const [text, line, message] of [
    ['\nresource "a" "b" {\n', 2, "{ is not closed"],
    ["a = [\n}\n", 2, "} closes [ of line 1"],
    ["}\n", 1, "} closes nothing"],
    ['a = "b\n', 1, "the string has no end"],
    ['\na = "${b\n', 2, "the template has no end"],
    ["\n\n/* a\n", 3, "the comment has no end"],
    ["a = <<EOT\nb\n", 1, "the heredoc EOT has no end"],
  ] as const) {
    throws(
      () => blocksIn(text),
      (reason: UnreadableConfiguration) => reason.line === line && reason.message === message,
      text,
    );
  }
});

test("any text is read or refused, and soon", () => {
  const pieces = fc.constantFrom(
    "{",
    "}",
    '"',
    "${",
    "<<A\n",
    "A\n",
    "\n",
    "a ",
    "=",
    "/*",
    "*/",
    "#",
    "\\",
    "[",
    ")",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (all) => {
      try {
        blocksIn(all.join(""));
      } catch (reason) {
        equal(reason instanceof UnreadableConfiguration, true);
      }
    }),
  );
});
