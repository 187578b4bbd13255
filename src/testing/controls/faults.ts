// The faults of a rehearsal: chooses what is injected into a request, and counts.

import type { InjectableRequest, InjectedRefusal, Injection, Injector } from "../../core/http/injection.ts";
import { createChance, drawLatency } from "./chance.ts";
import { checkFaultRules, longestLatency } from "./fault-rules.ts";
import type { FaultRule, SeenFault } from "./seen.ts";

interface Counted {
  readonly rule: FaultRule;
  readonly isAbout: (request: InjectableRequest) => boolean;
  readonly chance: () => number;
  matches: number;
  hits: number;
}

/** Creates the faults. Rules are tried in order until one answers or cuts; latencies before it add up. */
export function createFaults(operationIds: readonly string[]) {
  let rules: Counted[] = [];

  const injector: { choose: Injector["choose"] } = { choose: null };

  function put(next: Counted[]): void {
    rules = next;
    injector.choose = next.length === 0 ? null : choose;
  }

  function choose(request: InjectableRequest): Injection | undefined {
    let delay = 0;
    const names: string[] = [];
    for (const counted of rules) {
      const { rule, chance } = counted;
      if (!counted.isAbout(request) || !happens(counted)) continue;
      if (rule.latency !== undefined) {
        delay = Math.min(longestLatency, delay + drawLatency(rule.latency, chance));
        names.push("latency");
      }
      const effect = effectOf(rule);
      if (effect !== undefined) return { ...effect, delay, name: [...names, effect.name].join(", ") };
    }
    return names.length === 0 ? undefined : { ...none, delay, name: [...new Set(names)].join(", ") };
  }

  const list = (): SeenFault[] => rules.map(({ rule, matches, hits }) => ({ ...rule, matches, hits }));

  return {
    list,

    /** Replaces all rules and counts from 0; throws a ControlError for a wrong rule. */
    set(given: readonly FaultRule[]): SeenFault[] {
      put(checkFaultRules(given, operationIds).map(begin));
      return list();
    },

    /** Adds a last rule; the others keep their counts. Throws a ControlError for a wrong rule. */
    add(rule: FaultRule): void {
      const [checked] = checkFaultRules([...rules.map((each) => each.rule), rule], operationIds).slice(-1);
      if (checked !== undefined) put([...rules, begin(checked)]);
    },

    /** Removes a rule by its index; does nothing if there is none. */
    remove: (index: number) => put(rules.filter((_, at) => at !== index)),

    clear: () => put([]),

    injector: injector as Injector,
  };
}

const begin = (rule: FaultRule): Counted => ({
  rule,
  isAbout: matcherOf(rule),
  chance: createChance(rule.seed ?? 0),
  matches: 0,
  hits: 0,
});

/** Reports whether a rule is injected into a request that meets its conditions, and counts it. */
function happens(counted: Counted): boolean {
  const { skip = 0, times = Number.POSITIVE_INFINITY, every = 1, chance: likely } = counted.rule;
  const number = ++counted.matches - skip;
  if (number <= 0 || number % every !== 0 || counted.hits >= times) return false;
  if (likely !== undefined && counted.chance() >= likely) return false;
  counted.hits++;
  return true;
}

const none: Injection = { name: "", delay: 0, drop: null, refusal: null, isStale: false, delivery: null };

/** Returns the effect of a rule other than its latency; undefined if it only waits. */
function effectOf(rule: FaultRule): Injection | undefined {
  const { status, drop = null, stale = false, truncate = null, bytesPerSecond = null } = rule;
  const isPartial = truncate !== null || bytesPerSecond !== null;
  const names = [
    ...(status === undefined ? [] : [`status ${status}`]),
    ...(drop === null ? [] : [`drop ${drop}`]),
    ...(stale ? ["stale"] : []),
    ...(truncate === null ? [] : [`truncate ${truncate}`]),
    ...(bytesPerSecond === null ? [] : [`${bytesPerSecond} bytes per second`]),
  ];
  if (names.length === 0) return undefined;
  return {
    ...none,
    name: names.join(", "),
    drop,
    isStale: stale,
    refusal: status === undefined ? null : refusalOf(status, rule),
    delivery: isPartial ? { cutAfter: truncate, bytesPerSecond } : null,
  };
}

/** Returns the form of a refusal. A 502 comes from a proxy: Atlas itself never answers it. */
const refusalOf = (status: InjectedRefusal["status"], { as, retryAfter }: FaultRule): InjectedRefusal => ({
  status,
  as: as ?? (status === 502 ? "text" : "atlas"),
  retryAfter: retryAfter ?? null,
});

function matcherOf(rule: FaultRule): (request: InjectableRequest) => boolean {
  const path = rule.path === undefined ? null : patternOf(rule.path);
  const caller = rule.caller?.toLowerCase();
  const client = rule.client?.toLowerCase();
  return (request) =>
    (rule.operations === undefined || rule.operations.includes(request.operationId ?? "")) &&
    (rule.methods === undefined || (rule.methods as readonly string[]).includes(request.method)) &&
    (path === null || path.test(request.path)) &&
    (caller === undefined || request.caller?.toLowerCase() === caller) &&
    (client === undefined || request.userAgent.toLowerCase().includes(client)) &&
    (rule.stale !== true || request.canBeStale);
}

/** Returns the pattern of a path: `*` and a name in braces match a segment without its `:verb`, `**` any text. */
function patternOf(path: string): RegExp {
  const source = path
    .split(/(\*\*|\*|\{\w+\})/)
    .map((part, index) => {
      if (index % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      return part === "**" ? ".*" : "[^/:]+";
    })
    .join("");
  return new RegExp(`^${source}$`);
}
