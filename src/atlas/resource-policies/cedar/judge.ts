// Judges the text of a resource policy: its form, and whether Atlas has the actions, entities and attributes that it names.
import type { Judgement, PolicyFault } from "../../../core/domain/judgement.ts";
import { longestPolicy } from "../rules/resource-policy.ts";
import { isNestedTooDeeply, mostNesting } from "./nesting.ts";
import { schema } from "./schema.ts";

/** The part of a Cedar answer that is used. */
type Called = Readonly<{
  policySetTextToParts:
    | {
        readonly type: "success";
        readonly policies: readonly string[];
        readonly policy_templates: readonly string[];
      }
    | { readonly type: "failure"; readonly errors: readonly CedarError[] };
  policyToJson: { readonly type: "success"; readonly json: Parsed } | { readonly type: "failure" };
  validate:
    | { readonly type: "success"; readonly validationErrors: readonly { readonly error: CedarError }[] }
    | { readonly type: "failure"; readonly errors: readonly CedarError[] };
}>;

export type CallCedar = <Name extends keyof Called>(name: Name, argument: unknown) => Promise<Called[Name]>;

interface CedarError {
  readonly message: string;
  readonly sourceLocations?: readonly { readonly start: number; readonly label: string | null }[];
}

interface Parsed {
  readonly effect: "permit" | "forbid";
  readonly principal: { readonly op: string };
}

export const complain = (errorType: PolicyFault, ...details: readonly string[]): Judgement => ({
  complaint: { errorType, details },
});

/** Judges a text. The rules refuse one that is too long; Cedar never sees it. */
export async function judgeText(call: CallCedar, body: string): Promise<Judgement | undefined> {
  if (body.length > longestPolicy) return undefined;
  if (isNestedTooDeeply(body)) {
    return complain("POLICY_PARSING_ERROR", `The policy nests more than ${mostNesting} levels deep.`);
  }
  const parts = await call("policySetTextToParts", body);
  if (parts.type === "failure") {
    return complain("POLICY_PARSING_ERROR", ...parts.errors.map((each) => describe(each, body)));
  }
  const [text = ""] = parts.policies;
  const isOne = parts.policies.length === 1 && parts.policy_templates.length === 0;
  const parsed = isOne ? await call("policyToJson", text) : undefined;
  if (parsed?.type !== "success") {
    return complain("POLICY_HAS_FAILED_VALIDATIONS", "The body must be one policy without placeholders.");
  }
  const { effect, principal } = parsed.json;
  if (principal.op !== "All") {
    return complain("POLICY_HAS_INVALID_PRINCIPAL", "The policy must be about every principal.");
  }
  if (effect !== "forbid") return complain("POLICY_HAS_FAILED_VALIDATIONS", "The policy must forbid.");
  const validated = await call("validate", { schema, policies: { staticPolicies: { policy: body } } });
  const errors =
    validated.type === "failure" ? validated.errors : validated.validationErrors.map(({ error }) => error);
  if (errors.length > 0) {
    return complain(
      "POLICY_HAS_FAILED_VALIDATIONS",
      ...atEachPlace(errors).map((each) => describe(each, body)),
    );
  }
  return { entities: entitiesIn(parsed.json) };
}

/** Returns the first error at each place: Cedar repeats an error for each action of a policy. */
const atEachPlace = (errors: readonly CedarError[]): CedarError[] =>
  [
    ...new Map(errors.toReversed().map((each) => [each.sourceLocations?.[0]?.start, each])).values(),
  ].reverse();

/** Describes an error. Cedar's offsets count bytes of UTF-8. */
function describe({ message, sourceLocations = [] }: CedarError, body: string): string {
  const said = message.replace(/^for policy `policy`, /, "");
  const [place] = sourceLocations;
  if (place === undefined) return said;
  const before = Buffer.from(body).subarray(0, place.start).toString().split("\n");
  const at = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  return `${said} at ${at}${place.label === null ? "" : `: ${place.label}`}`;
}

/**
 * Finds all entities in a parsed policy, by type and id. A chain of operators nests as deeply as it is long, so no call stack
 * is used.
 */
function entitiesIn(policy: unknown): { type: string; id: string }[] {
  const found: { type: string; id: string }[] = [];
  const left = [policy];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== "object" || value === null) continue;
    const { type, id } = value as Readonly<Record<string, unknown>>;
    if (typeof type === "string" && typeof id === "string") found.push({ type, id });
    left.push(...Object.values(value).reverse());
  }
  return found;
}
