// The style sheet, the script and the icons that browsers load once for all pages.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { createRequire } from "node:module";
import type { Answer } from "../core/http/answer.ts";
import { type ServeText, serveText } from "../core/http/served-text.ts";
import { securityHeaders } from "./headers.ts";
import { iconSheet } from "./kit/icon.tsx";

/** Reads a file that stands beside this one; the build puts it beside the program. */
const read = (name: string): string =>
  readFileSync(createRequire(import.meta.url).resolve(`./${name}`), "utf8");

/** Adds the dark theme once more, for browsers whose system is dark. */
function withSystemTheme(sheet: string): string {
  const [dark = ""] = /:root\[data-theme="?dark"?\]\s*\{[^}]*\}/.exec(sheet) ?? [];
  return `${sheet}@media (prefers-color-scheme:dark){${dark.replace("dark", "system")}}`;
}

export const styleSheet = withSystemTheme(read("style.css"));
export const script = read("script.js");
export const passkeyScript = read("passkeys.js");

/** The hash of the sheet and the script, by which browsers may keep both. */
export const release = createHash("sha256")
  .update(styleSheet)
  .update(script)
  .update(passkeyScript)
  .digest("base64url")
  .slice(0, 8);

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#001E2B"/><path d="M16 4c6 7 6 15 0 22-6-7-6-15 0-22Z" fill="#00ED64"/><path d="M16 8v20" stroke="#00684A" stroke-width="2"/></svg>';

/** Serves an asset, compressed: none holds a secret that its compressed length could reveal. */
const serve = (type: string, text: string): ServeText =>
  serveText(text, type, { ...securityHeaders, "cache-control": "public, max-age=31536000, immutable" });

const assets: Readonly<Record<string, ServeText>> = {
  "/console/style.css": serve("text/css; charset=utf-8", styleSheet),
  "/console/script.js": serve("text/javascript; charset=utf-8", script),
  "/console/passkeys.js": serve("text/javascript; charset=utf-8", passkeyScript),
  "/console/icon.svg": serve("image/svg+xml", icon),
  "/console/icons.svg": serve("image/svg+xml", iconSheet),
};

export const assetAt = (path: string, asked: IncomingHttpHeaders): Answer | undefined =>
  assets[path]?.(asked);
