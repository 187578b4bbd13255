// The faults of a rehearsal: its rules, the number of requests that each matched and injected into, and new rules from presets.
import type { Dev, FaultRule } from "../dev.ts";
import { doneAt } from "../flash.ts";
import { Form } from "../kit/fields.tsx";
import { Button, Table } from "../kit/kit.tsx";
import { ButtonForm } from "../kit/people.tsx";
import type { Visit } from "../page.ts";
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
            heads={[text.rule, text.matches, text.hits, visit.words.layout.actions]}
            rows={rules.map((rule, index) => rowOf(visit, rule, String(index)))}
            empty={text.none}
          />
          <Presets
            title={visit.words.rehearsal.clock.presets}
            names={Object.keys(presets) as Preset[]}
            labels={text.presetNames}
          />
          <p class="hint">
            <a href="/_anteroom/">{text.others}</a>
          </p>
        </>
      ),
    };
  },
  forms: {
    async preset(visit, form) {
      const name = form.text("preset");
      devOf(visit).faults.add(Object.hasOwn(presets, name) ? presets[name as Preset] : {});
      return doneAt(here, "added");
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

/** Builds the row of a preset: its name, and below it the rule in its written form. */
function rowOf(
  visit: Visit,
  { matches, hits, ...rule }: ReturnType<Dev["faults"]["list"]>[number],
  key: string,
) {
  const { removeOf, presetNames } = visit.words.rehearsal.faults;
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
        {visit.words.layout.remove}
      </ButtonForm>,
    ],
  };
}
