// Tests that the assets of every page stay small and use LeafyGreen's colours.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { palette } from "@leafygreen-ui/palette";
import { transformSync } from "esbuild";
import { script, styleSheet } from "./assets.ts";

/** The bytes of the assets, before compression. */
const most = 30_000;

for (const [name, text] of Object.entries({ script, styleSheet })) {
  test(`the ${name} has at most 30 kB`, () => {
    const loader = name === "script" ? "js" : "css";
    const size = Buffer.byteLength(transformSync(text, { loader, minify: true }).code);
    ok(size <= most, `${size} bytes`);
  });
}

test("the sheet has the colours of the palette", () => {
  const shades = Object.entries(palette).flatMap(([colour, value]): [string, string][] =>
    typeof value === "string"
      ? [[`--${colour}`, value]]
      : Object.entries<string>(value).map(([shade, hex]) => [`--${colour}-${shade}`, hex]),
  );
  const ofPalette = new Map(shades.map(([name, hex]) => [name, hex.toLowerCase()]));
  const written = [...styleSheet.matchAll(/^\s+(--[\w-]+): (#\w{6});$/gm)];
  ok(written.length > 20);
  deepEqual(
    written.map(([, name = "", hex]) => [name, hex]),
    written.map(([, name = ""]) => [name, ofPalette.get(name)]),
  );
});

test("the theme of the system has the rules of the dark theme where the system is dark", () => {
  const rules = (pattern: RegExp) => pattern.exec(styleSheet)?.[1]?.trim();
  const dark = rules(/:root\[data-theme="dark"\] \{([^}]*)\}/);
  ok(dark?.includes("color-scheme: dark"));
  equal(rules(/@media \(prefers-color-scheme:dark\)\{:root\[data-theme="system"\] \{([^}]*)\}/), dark);
});
