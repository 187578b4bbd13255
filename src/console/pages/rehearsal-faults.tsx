// The faults of a rehearsal: its rules, how often each matched and injected, and new ones from presets or a form.
import { operations } from "../../operations/index.ts";
import type { Dev, FaultRule } from "../dev.ts";
import { doneAt } from "../done.ts";
import { Choice, Field, Form } from "../kit/fields.tsx";
import { Button, Table } from "../kit/kit.tsx";
import { ButtonForm } from "../kit/people.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Outcome, Form as Sent, Visit } from "../page.ts";
import { devOf, Presets, rehearsalPage } from "./rehearsal.tsx";

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

export const rehearsalFaults = rehearsalPage("faults", {
  controls: ["faults.list", "faults.set", "faults.clear"],
  show(visit) {
    const text = visit.words.rehearsal.faults;
    const rules = devOf(visit).faults.list();
    return {
      actions: rules.length > 0 && (
        <Form name="clear">
          <Button kind="danger" confirm={text.clearConfirm}>
            {text.clear}
          </Button>
        </Form>
      ),
      body: (
        <>
          <Table
            caption={text.title}
            heads={[text.rule, text.matches, text.hits, text.actions]}
            rows={rules.map((rule, index) => rowOf(visit, rule, String(index)))}
            empty={text.none}
          />
          <Presets title={text.presets} names={Object.keys(presets) as Preset[]} labels={text.presetNames} />
          <RuleForm />
        </>
      ),
    };
  },
  forms: {
    async preset(visit, form) {
      const name = form.text("preset");
      return add(visit, Object.hasOwn(presets, name) ? presets[name as Preset] : {});
    },
    async add(visit, form) {
      const rule = ruleIn(form);
      return rule === undefined ? visit.words.rehearsal.faults.badNumber : add(visit, rule);
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

function add(visit: Visit, rule: FaultRule): Outcome {
  devOf(visit).faults.add(rule);
  return doneAt(here, "added");
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

function rowOf(
  visit: Visit,
  { matches, hits, ...rule }: ReturnType<Dev["faults"]["list"]>[number],
  key: string,
) {
  const { remove, removeOf } = visit.words.rehearsal.faults;
  const said = describe(rule, visit);
  return {
    key,
    cells: [
      <>
        {said}
        <small class="code">{JSON.stringify(rule)}</small>
      </>,
      String(matches),
      String(hits),
      <ButtonForm name="remove" fields={{ index: key }} label={removeOf(said)} key="remove">
        {remove}
      </ButtonForm>,
    ],
  };
}

function RuleForm() {
  const { faults, operation, client } = useVisit().words.rehearsal;
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
