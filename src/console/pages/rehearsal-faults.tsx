// The faults of a rehearsal: its rules, how often each matched and injected, and new ones from presets or a form.
import { operations } from "../../operations/index.ts";
import type { FaultRule } from "../dev.ts";
import { doneAt } from "../done.ts";
import { Choice, Field, Form } from "../kit/fields.tsx";
import { Button, Table } from "../kit/kit.tsx";
import { ButtonForm } from "../kit/people.tsx";
import { type Outcome, page, type Form as Sent, type View, type Visit } from "../page.ts";
import { devOf, refusalOf, rehearsalView } from "./rehearsal.tsx";

const here = "/rehearsal/faults";

const changes = ["POST", "PUT", "PATCH", "DELETE"] as const;

const presets = {
  unavailable: { methods: changes, status: 503, times: 1 },
  lost: {
    operations: ["createGroupInvite", "addGroupUsers", "createOrgInvite", "createOrgUser"],
    drop: "after",
    times: 1,
  },
  limited: { status: 429, times: 3 },
  slow: { latency: 2000 },
  flaky: { status: 500, chance: 0.2 },
  expired: { stale: true, times: 1 },
} as const satisfies Readonly<Record<string, FaultRule>>;

type Preset = keyof typeof presets;

/** Effects that the form offers, by the value of its field. */
const effects = {
  "429": { status: 429 },
  "500": { status: 500 },
  "502": { status: 502 },
  "503": { status: 503 },
  before: { drop: "before" },
  amid: { drop: "amid" },
  after: { drop: "after" },
  stale: { stale: true },
  none: {},
} as const satisfies Readonly<Record<string, FaultRule>>;

type Effect = keyof typeof effects;
// The first is the default, and refused unless the rule waits.
const effectNames = ["none", "503", "429", "500", "502", "before", "amid", "after", "stale"] as const;

export const rehearsalFaults = page({
  path: here,
  for: "anybody",
  controls: ["faults.list", "faults.set", "faults.clear"],
  show: async (visit) => overview(visit),
  forms: {
    async preset(visit, form) {
      const name = form.text("preset");
      const rule: FaultRule = Object.hasOwn(presets, name) ? presets[name as Preset] : {};
      return add(visit, rule);
    },
    async add(visit, form) {
      const rule = ruleIn(form);
      return rule === undefined ? overview(visit, visit.words.rehearsal.faults.badNumber) : add(visit, rule);
    },
    async remove(visit, form) {
      devOf(visit).faults.remove(Number(form.text("index") || Number.NaN));
      return doneAt(here, "removed");
    },
    async clear(visit) {
      devOf(visit).faults.clear();
      return doneAt(here, "cleared");
    },
  },
});

async function add(visit: Visit, rule: FaultRule): Promise<Outcome> {
  const refused = await refusalOf(() => devOf(visit).faults.add(rule));
  return refused === undefined ? doneAt(here, "added") : overview(visit, refused);
}

/** The rule of the form; undefined where a number is not a whole one, or out of range. */
function ruleIn(form: Sent): FaultRule | undefined {
  const [operation, client, effect] = [form.text("operation"), form.text("client"), form.text("effect")];
  const numbers = ["latency", "times", "chance"].map((name) => Number(form.text(name) || 0));
  const [latency = 0, times = 0, percent = 0] = numbers;
  if (!numbers.every((each) => Number.isInteger(each) && each >= 0) || percent > 100) return undefined;
  return {
    ...(operation !== "" && { operations: [operation] }),
    ...(client !== "" && { client }),
    ...(Object.hasOwn(effects, effect) && effects[effect as Effect]),
    ...(latency > 0 && { latency }),
    ...(times > 0 && { times }),
    ...(percent > 0 && percent < 100 && { chance: percent / 100 }),
  };
}

function overview(visit: Visit, problem?: string): View {
  const text = visit.words.rehearsal;
  const { faults } = text;
  const rules = devOf(visit).faults.list();
  return rehearsalView({
    visit,
    place: "faults",
    problem,
    actions: rules.length > 0 && (
      <Form name="clear">
        <Button kind="danger" confirm={faults.clearConfirm}>
          {faults.clear}
        </Button>
      </Form>
    ),
    body: (
      <>
        <Table
          caption={faults.title}
          heads={[faults.rule, faults.matches, faults.hits, faults.actions]}
          rows={rules.map(({ matches, hits, ...rule }, index) => {
            const said = describe(rule, visit);
            return {
              key: String(index),
              cells: [
                <>
                  {said}
                  <small class="code">{JSON.stringify(rule)}</small>
                </>,
                String(matches),
                String(hits),
                <ButtonForm
                  name="remove"
                  fields={{ index: String(index) }}
                  label={faults.removeOf(said)}
                  key="remove"
                >
                  {faults.remove}
                </ButtonForm>,
              ],
            };
          })}
          empty={faults.none}
        />
        <section class="card" aria-labelledby="presets">
          <h2 id="presets">{faults.presets}</h2>
          <Form name="preset" class="row presets">
            {(Object.keys(presets) as Preset[]).map((name) => (
              <button type="submit" class="button" name="preset" value={name} key={name}>
                {faults.presetNames[name]}
              </button>
            ))}
          </Form>
        </section>
        <RuleForm visit={visit} />
      </>
    ),
  });
}

function RuleForm({ visit }: { visit: Visit }) {
  const { faults, operation, client } = visit.words.rehearsal;
  const names = Object.keys(operations).sort();
  return (
    <Form name="add" class="card">
      <h2>{faults.make}</h2>
      <p class="hint">
        {faults.more} <a href="/_anteroom/">PUT /_anteroom/v1/faults</a>
      </p>
      <Choice
        label={faults.effect}
        name="effect"
        options={effectNames.map((value) => ({ value, label: faults.effects[value] }))}
      />
      <Choice
        label={operation}
        name="operation"
        options={[{ value: "", label: faults.any }, ...names.map((name) => ({ value: name, label: name }))]}
      />
      <Field label={client} name="client" hint={faults.clientHint} />
      <Field label={faults.latency} name="latency" type="number" min={0} max={600_000} />
      <Field label={faults.times} name="times" type="number" min={1} max={1_000_000} />
      <Field label={faults.chance} name="chance" type="number" min={1} max={100} />
      <Button kind="primary">{faults.add}</Button>
    </Form>
  );
}

/** A rule in words: what happens, to which requests, how often. The JSON below it has what the form cannot say. */
function describe(rule: FaultRule, { words }: Pick<Visit, "words">): string {
  const { faults } = words.rehearsal;
  const effect = (Object.keys(effects) as Effect[]).find((name) => {
    const { status, drop, stale }: FaultRule = effects[name];
    return name !== "none" && rule.status === status && rule.drop === drop && rule.stale === stale;
  });
  const where = [...(rule.methods ?? []), ...(rule.operations ?? []), ...(rule.path ? [rule.path] : [])];
  return [
    ...(effect === undefined ? [] : [faults.effects[effect]]),
    ...(rule.latency === undefined ? [] : [faults.wait]),
    ...(where.length === 0 ? [] : [faults.on(where.join(", "))]),
    ...(rule.client === undefined ? [] : [faults.from(rule.client)]),
    ...(rule.times === undefined ? [] : [faults.timesOf(rule.times)]),
    ...(rule.chance === undefined ? [] : [faults.chanceOf(Math.round(rule.chance * 100))]),
  ].join(", ");
}
