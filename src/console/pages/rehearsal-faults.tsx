// The faults of a rehearsal: its rules, how often each matched and injected, and new ones from presets or as JSON.
import type { Dev, FaultRule } from "../dev.ts";
import { doneAt } from "../done.ts";
import { Area, Form } from "../kit/fields.tsx";
import { Button, Table } from "../kit/kit.tsx";
import { ButtonForm } from "../kit/people.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Outcome, Visit } from "../page.ts";
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

/** What the field begins with. */
const example = { operations: ["updateGroupInvites"], status: 503, times: 1 } satisfies FaultRule;

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
      const rule = ruleIn(form.raw("rule"));
      if (rule !== undefined) return add(visit, rule);
      return visit.words.rehearsal.faults.badJson(JSON.stringify(example));
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

/** Undefined for what is no object in JSON; the controls say what is wrong in one. */
function ruleIn(text: string): FaultRule | undefined {
  try {
    const rule: unknown = JSON.parse(text);
    return typeof rule === "object" && rule !== null && !Array.isArray(rule) ? rule : undefined;
  } catch {
    return undefined;
  }
}

/** A preset by its name, and below it the rule as it can be written. */
function rowOf(
  visit: Visit,
  { matches, hits, ...rule }: ReturnType<Dev["faults"]["list"]>[number],
  key: string,
) {
  const { remove, removeOf, presetNames } = visit.words.rehearsal.faults;
  const json = JSON.stringify(rule);
  const preset = (Object.keys(presets) as Preset[]).find((name) => JSON.stringify(presets[name]) === json);
  return {
    key,
    cells: [
      <>
        {preset && <div>{presetNames[preset]}</div>}
        <span class="code">{json}</span>
      </>,
      String(matches),
      String(hits),
      <ButtonForm name="remove" fields={{ index: key }} label={removeOf(json)} key="remove">
        {remove}
      </ButtonForm>,
    ],
  };
}

function RuleForm() {
  const { faults } = useVisit().words.rehearsal;
  return (
    <Form name="add" class="card">
      <h2>{faults.make}</h2>
      <Area
        label={faults.json}
        hint={faults.jsonHint}
        name="rule"
        value={JSON.stringify(example)}
        rows={2}
        required
      />
      <div class="row">
        <Button kind="primary">{faults.add}</Button>
        <a href="/_anteroom/">{faults.members}</a>
      </div>
    </Form>
  );
}
