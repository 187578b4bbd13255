// The clock of a rehearsal: the time it shows, and the forms that set, move and release it.
import type { ClockSetting } from "../../testing/controls/seen.ts";
import { placeOf } from "../entering.ts";
import { Choice, Field, Form } from "../kit/fields.tsx";
import { Badge, Button } from "../kit/kit.tsx";
import { Time } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Outcome, Form as SentForm, Visit } from "../page.ts";
import { devOf, Presets, rehearsalPage, stayingAt } from "./rehearsal.tsx";

const mostAdvance = 9999;

/** The units of the form, each with the function that writes an amount as an ISO 8601 duration. */
const durations = {
  hours: (amount: number) => `PT${amount}H`,
  days: (amount: number) => `P${amount}D`,
  weeks: (amount: number) => `P${amount}W`,
};
const units = ["hours", "days", "weeks"] as const;

const presets = ["P1D", "P31D", "2027-06-30", "2027-07-02"] as const;

const tones = { present: "green", running: "yellow", frozen: "blue" } as const;

/** Returns the address that a form of another page leads back to. */
const backTo = (form: { text(name: string): string }): string =>
  placeOf(form.text("back") || "/rehearsal/clock");

export const rehearsalClock = rehearsalPage("clock", {
  controls: ["clock.now", "clock.set", "clock.advance"],
  show: (visit) => ({
    body: (
      <>
        <Now />
        <Presets
          title={visit.words.rehearsal.clock.presets}
          names={presets}
          labels={visit.words.rehearsal.clock.presetNames}
        />
        <ByHand />
      </>
    ),
  }),
  forms: {
    async set(visit, form) {
      const instant = form.text("now");
      const isInstant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/.test(instant);
      const at = Date.parse(instant.length === 10 ? instant : `${instant}Z`);
      if (!isInstant || Number.isNaN(at)) return visit.words.rehearsal.clock.badInstant;
      return setClock(visit, form, { now: new Date(at).toISOString() });
    },
    async advance(visit, form) {
      const amount = Number(form.text("amount"));
      const unit = units.find((each) => each === form.text("unit"));
      const isAmount = Number.isInteger(amount) && amount >= 1 && amount <= mostAdvance;
      if (!isAmount || unit === undefined) return visit.words.rehearsal.clock.badAmount;
      return setClock(visit, form, { advance: durations[unit](amount) });
    },
    async preset(visit, form) {
      const preset = presets.find((each) => each === form.text("preset"));
      if (preset === undefined) return visit.words.rehearsal.clock.badInstant;
      return setClock(visit, form, preset.startsWith("P") ? { advance: preset } : { now: preset });
    },
    async free(visit, form) {
      await devOf(visit).clock.set({ now: null });
      return stayingAt(visit, backTo(form), "freed");
    },
  },
});

/** Sets the clock, and names the people whose invitations expired by that. */
async function setClock(visit: Visit, form: SentForm, setting: ClockSetting): Promise<Outcome> {
  const { lapsed } = await devOf(visit).clock.set(setting);
  const what = setting.advance === undefined ? "set" : "moved";
  return stayingAt(visit, backTo(form), what, ...lapsed.map(({ username }) => username));
}

function Now() {
  const visit = useVisit();
  const { strip, clock: text } = visit.words.rehearsal;
  const { clock } = devOf(visit);
  const state = clock.state();
  return (
    <section class="card" aria-label={strip.label}>
      <p class="big">
        <Time at={clock.now()} />
      </p>
      <p>
        <Badge tone={tones[state]}>{strip.states[state]}</Badge> {text.states[state]}
      </p>
      {state !== "present" && (
        <Form name="free">
          <Button kind="primary">{strip.back}</Button>
        </Form>
      )}
    </section>
  );
}

function ByHand() {
  const visit = useVisit();
  const { clock: text } = visit.words.rehearsal;
  const now = devOf(visit).clock.now().slice(0, 16);
  return (
    <div class="columns">
      <Form name="set" class="card">
        <h2>{text.setTitle}</h2>
        <Field label={text.instant} name="now" type="datetime-local" value={now} required />
        <Button>{text.set}</Button>
      </Form>
      <Form name="advance" class="card">
        <h2>{text.advanceTitle}</h2>
        <Field label={text.amount} name="amount" type="number" value="1" min={1} max={mostAdvance} required />
        <Choice
          label={text.unit}
          name="unit"
          value="days"
          options={units.map((unit) => ({ value: unit, label: text.units[unit] }))}
        />
        <Button>{text.advance}</Button>
      </Form>
    </div>
  );
}
