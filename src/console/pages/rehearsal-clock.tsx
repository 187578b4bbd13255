// The clock of a rehearsal: what it shows, and how it is set, moved and freed.
import { Choice, Field, Form } from "../kit/fields.tsx";
import { Badge, Button } from "../kit/kit.tsx";
import { Time } from "../kit/time.tsx";
import { page, type View, type Visit } from "../page.ts";
import { devOf, rehearsalView, stayingAt } from "./rehearsal.tsx";
import { placeOf } from "./sign-in.tsx";

const here = "/rehearsal/clock";
const mostAdvance = 9999;

/** Writes an amount of a unit of the form as an ISO 8601 duration. */
const durations = {
  hours: (amount: number) => `PT${amount}H`,
  days: (amount: number) => `P${amount}D`,
  weeks: (amount: number) => `P${amount}W`,
};

const presets = ["P1D", "P31D", "2027-06-30", "2027-07-02"] as const;

const tones = { present: "green", running: "yellow", frozen: "blue" } as const;

/** Where a form on another page leads back to. */
const backTo = (form: { text(name: string): string }): string => placeOf(form.text("back") || here);

export const rehearsalClock = page({
  path: here,
  for: "anybody",
  controls: ["clock.now", "clock.set"],
  show: async (visit) => overview(visit),
  forms: {
    async set(visit, form) {
      const instant = form.text("now");
      const isInstant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/.test(instant);
      const at = Date.parse(instant.length === 10 ? instant : `${instant}Z`);
      if (!isInstant || Number.isNaN(at)) return overview(visit, visit.words.rehearsal.clock.badInstant);
      devOf(visit).clock.set({ now: new Date(at).toISOString() });
      return stayingAt(visit, backTo(form), "set");
    },
    async advance(visit, form) {
      const [amount, unit] = [Number(form.text("amount")), form.text("unit")];
      const isAmount = Number.isInteger(amount) && amount >= 1 && amount <= mostAdvance;
      if (!isAmount || !Object.hasOwn(durations, unit)) {
        return overview(visit, visit.words.rehearsal.clock.badAmount);
      }
      devOf(visit).clock.set({ advance: durations[unit as keyof typeof durations](amount) });
      return stayingAt(visit, backTo(form), "moved");
    },
    async preset(visit, form) {
      const preset = form.text("preset");
      if (!presets.some((each) => each === preset)) {
        return overview(visit, visit.words.rehearsal.clock.badInstant);
      }
      const moves = preset.startsWith("P");
      devOf(visit).clock.set(moves ? { advance: preset } : { now: preset });
      return stayingAt(visit, backTo(form), moves ? "moved" : "set");
    },
    async free(visit, form) {
      devOf(visit).clock.set({ now: null });
      return stayingAt(visit, backTo(form), "freed");
    },
  },
});

function overview(visit: Visit, problem?: string): View {
  const text = visit.words.rehearsal;
  const { clock } = devOf(visit);
  const [now, state] = [clock.now(), clock.state()];
  return rehearsalView({
    visit,
    place: "clock",
    problem,
    body: (
      <>
        <section class="card" aria-label={text.strip.label}>
          <p class="big">
            <Time at={now} />
          </p>
          <p>
            <Badge tone={tones[state]}>{text.strip.states[state]}</Badge> {text.clock.states[state]}
          </p>
          {state !== "present" && (
            <Form name="free">
              <Button kind="primary">{text.strip.back}</Button>
            </Form>
          )}
        </section>
        <section class="card" aria-labelledby="presets">
          <h2 id="presets">{text.clock.presets}</h2>
          <Form name="preset" class="row presets">
            {presets.map((preset) => (
              <button type="submit" class="button" name="preset" value={preset} key={preset}>
                {text.clock.presetNames[preset]}
              </button>
            ))}
          </Form>
        </section>
        <div class="columns">
          <Form name="set" class="card">
            <h2>{text.clock.setTitle}</h2>
            <Field
              label={text.clock.instant}
              name="now"
              type="datetime-local"
              value={now.slice(0, 16)}
              required
            />
            <Button>{text.clock.set}</Button>
          </Form>
          <Form name="advance" class="card">
            <h2>{text.clock.advanceTitle}</h2>
            <Field
              label={text.clock.amount}
              name="amount"
              type="number"
              value="1"
              min={1}
              max={mostAdvance}
              required
            />
            <Choice
              label={text.clock.unit}
              name="unit"
              value="days"
              options={(["hours", "days", "weeks"] as const).map((unit) => ({
                value: unit,
                label: text.clock.units[unit],
              }))}
            />
            <Button>{text.clock.advance}</Button>
          </Form>
        </div>
      </>
    ),
  });
}
