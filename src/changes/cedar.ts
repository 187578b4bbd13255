// Judges texts of policies by @cedar-policy/cedar-wasm, where it is installed. It is loaded with the first text: 4 MB.
import { createRequire } from "node:module";
import type { Judgement } from "../domain/resource-policy.ts";

/** What of Cedar is used. */
interface Cedar {
  policySetTextToParts(text: string):
    | {
        readonly type: "success";
        readonly policies: readonly string[];
        readonly policy_templates: readonly string[];
      }
    | { readonly type: "failure"; readonly errors: readonly CedarError[] };
  policyToJson(
    text: string,
  ): { readonly type: "success"; readonly json: Parsed } | { readonly type: "failure" };
}

interface CedarError {
  readonly message: string;
  readonly sourceLocations?: readonly { readonly start: number; readonly label: string | null }[];
}

interface Parsed {
  readonly principal: { readonly op: string };
}

let cedar: Cedar | null | undefined;

function load(): Cedar | null {
  if (cedar !== undefined) return cedar;
  try {
    const require = createRequire(import.meta.url);
    cedar = require("@cedar-policy/cedar-wasm/nodejs") as Cedar;
  } catch {
    cedar = null;
  }
  return cedar;
}

export const isJudging = (): boolean => load() !== null;

/** Of each text; nothing where Cedar is not installed. */
export function judge(bodies: readonly string[]): Judgement[] {
  const loaded = load();
  return loaded === null ? [] : bodies.map((body) => judgeOne(loaded, body));
}

function judgeOne(loaded: Cedar, body: string): Judgement {
  const parts = loaded.policySetTextToParts(body);
  if (parts.type === "failure")
    return {
      complaint: {
        errorType: "POLICY_PARSING_ERROR",
        details: parts.errors.map((each) => describe(each, body)),
      },
    };
  const [text = ""] = parts.policies;
  const parsed = loaded.policyToJson(text);
  if (parts.policies.length !== 1 || parts.policy_templates.length > 0 || parsed.type === "failure") {
    const details = ["The body must be one policy without placeholders."];
    return { complaint: { errorType: "POLICY_HAS_FAILED_VALIDATIONS", details } };
  }
  if (parsed.json.principal.op !== "All") {
    const details = ["The policy must be about every principal."];
    return { complaint: { errorType: "POLICY_HAS_INVALID_PRINCIPAL", details } };
  }
  return { entities: entitiesIn(parsed.json) };
}

/** Offsets of Cedar are of UTF-8. */
function describe({ message, sourceLocations = [] }: CedarError, body: string): string {
  const [place] = sourceLocations;
  if (place === undefined) return message;
  const before = Buffer.from(body).subarray(0, place.start).toString().split("\n");
  const at = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  return `${message} at ${at}${place.label === null ? "" : `: ${place.label}`}`;
}

/** Everything in a parsed policy that has a type and an id. */
function entitiesIn(value: unknown): { type: string; id: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const { type, id } = value as Readonly<Record<string, unknown>>;
  const itself = typeof type === "string" && typeof id === "string" ? [{ type, id }] : [];
  return [...itself, ...Object.values(value).flatMap(entitiesIn)];
}
