// Checks fault rules: the schema of each member, and which members exclude each other.
import { Compile } from "typebox/schema";
import { describeFindings } from "../../core/contract/findings.ts";
import { ControlError } from "./control-error.ts";
import schemas from "./schemas.json" with { type: "json" };
import type { FaultRule } from "./seen.ts";

/** The longest latency, ten minutes in milliseconds: no client waits longer. */
export const longestLatency = 600_000;
const mostRules = 100;
const form = { ...schemas["faults.set"].body, maxItems: mostRules };

/** The validator, compiled on first use, since most rehearsals have no rules. */
let validator: ReturnType<typeof Compile> | undefined;

/** Returns the checked rules; throws a ControlError that names each wrong place. */
export function checkFaultRules(value: unknown, operationIds: readonly string[]): readonly FaultRule[] {
  if (!Array.isArray(value)) {
    throw new ControlError(400, 'faults: must be a list of rules, such as [{"status": 503, "times": 1}]');
  }
  validator ??= Compile(form);
  const problems = validator.Check(value)
    ? (value as FaultRule[]).flatMap((rule, index) =>
        contradictionsIn(rule, operationIds).map((problem) => `${index}.${problem}`),
      )
    : sayOnce(validator.Errors(value)[1]);
  if (problems.length > 0) throw new ControlError(400, problems.map((each) => `faults.${each}`).join("; "));
  return value;
}

type Findings = Parameters<typeof describeFindings>[0];

/** Keeps the findings of the form that a latency nearly has, or else the list of its forms. */
function sayOnce(all: Findings): string[] {
  // An unknown member has a finding at its own path, too, which would hide the one about the form.
  const findings = all.filter(({ keyword }) => keyword !== "boolean");
  const [forms, others] = [
    findings.filter(({ instancePath }) => /\/latency$/.test(instancePath)),
    findings.filter(({ instancePath }) => !/\/latency$/.test(instancePath)),
  ];
  const plain = forms.filter(
    ({ instancePath }) => !others.some((each) => each.instancePath.startsWith(`${instancePath}/`)),
  );
  const said = new Set(
    plain.map(
      ({ instancePath }) =>
        `${instancePath.slice(1).replaceAll("/", ".")}: must be milliseconds from 0 to ${longestLatency}, or one of uniform, normal, exponential and percentiles`,
    ),
  );
  return [...said, ...describeFindings(others)];
}

function contradictionsIn(rule: FaultRule, operationIds: readonly string[]): string[] {
  const { operations = [], latency, status, as, retryAfter, drop, stale, truncate, bytesPerSecond } = rule;
  const said: string[] = operations.flatMap((id, index) =>
    operationIds.includes(id) ? [] : [`operations.${index}: there is no operation '${id}'`],
  );
  const effects = { status, drop, stale, truncate, bytesPerSecond };
  if (latency === undefined && Object.values(effects).every((effect) => effect === undefined)) {
    said.push("status: a rule needs what it does: latency, status, drop, stale, truncate or bytesPerSecond");
  }
  const among = (names: (keyof typeof effects)[]) => names.filter((name) => effects[name] !== undefined);
  const [first, second] = among(["status", "drop", "stale"]);
  if (second !== undefined) said.push(`${second}: excludes ${first}`);
  const [part] = among(["truncate", "bytesPerSecond"]);
  if (drop !== undefined && part !== undefined) {
    said.push(`${part}: excludes drop, after which nothing arrives`);
  }
  if (as !== undefined && status === undefined) said.push("as: needs status");
  if (as !== undefined && as !== "atlas" && status === 429) {
    said.push("as: 429 is Atlas's own, not a proxy's");
  }
  if (retryAfter !== undefined && status === undefined) said.push("retryAfter: needs status");
  return [...said, ...contradictionsOf(latency)];
}

function contradictionsOf(latency: FaultRule["latency"]): string[] {
  if (latency === undefined || typeof latency === "number") return [];
  const [name, second] = Object.keys(latency);
  if (name === undefined) return ["latency: needs one of uniform, normal, exponential and percentiles"];
  if (second !== undefined) return [`latency.${second}: excludes ${name}`];
  if ("uniform" in latency && latency.uniform[0] > latency.uniform[1]) {
    return ["latency.uniform: the first must not be above the second"];
  }
  if (!("percentiles" in latency)) return [];
  const order = ["p50", "p90", "p95", "p99", "p100"] as const;
  const given = order.flatMap((each) => latency.percentiles[each] ?? []);
  if (given.length === 0) return ["latency.percentiles: needs p50, p90, p95, p99 or p100"];
  const falls = given.some((ms, index) => ms < (given[index - 1] ?? 0));
  return falls ? ["latency.percentiles: must not fall from one to the next"] : [];
}
