// The page of a rehearsal: its clock, deprecated calls, and a link to its mail. Production has no such page.
import { operations } from "../../operations/index.ts";
import type { Operation } from "../../operations/operation.ts";
import type { SeenMail } from "../dev.ts";
import { Button, Choice, Field, Form, Heading, LinkButton, Notice, Table, typed } from "../kit/kit.tsx";
import { Time } from "../kit/time.tsx";
import { page, type View, type Visit } from "../page.ts";
import { devOf, mailOf } from "./rehearsal-mail.tsx";

const mostAdvance = 9999;
/** Writes an amount of a unit of the form as an ISO 8601 duration. */
const durations = {
  hours: (amount: number) => `PT${amount}H`,
  days: (amount: number) => `P${amount}D`,
  weeks: (amount: number) => `P${amount}W`,
};

export const rehearsal = page({
  path: "/rehearsal",
  for: "anybody",
  show: async (visit) => overview(visit),
  forms: {
    async set(visit, form) {
      const instant = form.text("now");
      const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(instant);
      if (!isInstant || Number.isNaN(Date.parse(`${instant}Z`))) {
        return overview(visit, visit.words.rehearsal.badInstant);
      }
      devOf(visit).clock.set({ now: new Date(`${instant}Z`).toISOString() });
      return { to: "/rehearsal?done=set" };
    },
    async advance(visit, form) {
      const [amount, unit] = [Number(form.text("amount")), form.text("unit")];
      const isAmount = Number.isInteger(amount) && amount >= 1 && amount <= mostAdvance;
      if (!isAmount || !Object.hasOwn(durations, unit)) {
        return overview(visit, visit.words.rehearsal.badAmount);
      }
      devOf(visit).clock.set({ advance: durations[unit as keyof typeof durations](amount) });
      return { to: "/rehearsal?done=moved" };
    },
    async free(visit) {
      devOf(visit).clock.set({ now: null });
      return { to: "/rehearsal?done=freed" };
    },
  },
});

async function overview(visit: Visit, problem?: string): Promise<View> {
  const { words, query } = visit;
  const { title, lead, done } = words.rehearsal;
  const word = query.get("done") ?? "";
  return {
    title,
    ...(problem !== undefined && { status: 400 }),
    isWide: true,
    body: (
      <>
        <Heading title={title} lead={lead} />
        {problem !== undefined && <Notice kind="bad">{problem}</Notice>}
        {problem === undefined && Object.hasOwn(done, word) && (
          <Notice kind="good">{done[word as keyof typeof done]}</Notice>
        )}
        <Clock visit={visit} />
        <Sunsets visit={visit} />
        <Deprecations visit={visit} />
        <MailBox visit={visit} mail={await mailOf(visit)} />
      </>
    ),
  };
}

function Clock({ visit }: { visit: Visit }) {
  const text = visit.words.rehearsal;
  const now = devOf(visit).clock.now();
  return (
    <section class="card" aria-labelledby="clock">
      <h2 id="clock">{text.clock}</h2>
      <p>
        {text.now}{" "}
        <strong>
          <Time at={now} />
        </strong>
        .
      </p>
      <div class="columns">
        <Form visit={visit} name="set">
          <Field
            label={text.instant}
            name="now"
            type="datetime-local"
            hint={text.instantHint}
            value={typed(visit, "set", "now", now.slice(0, 16))}
            required
          />
          <Button kind="primary">{text.set}</Button>
        </Form>
        <Form visit={visit} name="advance">
          <Field
            label={text.amount}
            name="amount"
            type="number"
            value="1"
            min={1}
            max={mostAdvance}
            required
          />
          <Choice
            label={text.unit}
            name="unit"
            value="days"
            options={(["hours", "days", "weeks"] as const).map((unit) => ({
              value: unit,
              label: text.units[unit],
            }))}
          />
          <Button>{text.advance}</Button>
        </Form>
        <Form visit={visit} name="free">
          <p>{text.freeLead}</p>
          <Button>{text.free}</Button>
        </Form>
      </div>
    </section>
  );
}

/** How many operations have a version with a sunset, by its day. Previews are left out: a dated version replaces them. */
function countSunsets(): Map<string, number> {
  const days = new Map<string, number>();
  for (const { versions } of Object.values(operations) as Operation[]) {
    const lasting = Object.entries(versions).filter(([name]) => name !== "preview");
    const ends = new Set(lasting.flatMap(([, { sunset }]) => sunset ?? []));
    for (const day of ends) days.set(day, (days.get(day) ?? 0) + 1);
  }
  return days;
}

function Sunsets({ visit }: { visit: Visit }) {
  const { ended, ends } = visit.words.rehearsal;
  const now = Date.parse(devOf(visit).clock.now());
  return (
    <>
      {[...countSunsets()].sort().map(([day, count]) =>
        Date.parse(day) <= now ? (
          <Notice kind="bad" key={day}>
            {ended(count, day)}
          </Notice>
        ) : (
          <Notice kind="info" key={day}>
            {ends(count, day)}
          </Notice>
        ),
      )}
    </>
  );
}

function Deprecations({ visit }: { visit: Visit }) {
  const text = visit.words.rehearsal;
  return (
    <section class="titled" aria-labelledby="deprecations">
      <h2 id="deprecations">{text.deprecations}</h2>
      <p>{text.deprecationsLead}</p>
      <Table
        caption={text.deprecations}
        heads={[text.operation, text.client, text.count, text.last, text.sunset, text.successor]}
        rows={devOf(visit)
          .deprecations()
          .map(({ operationId, userAgent, count, lastAt, sunset, successor }) => ({
            key: `${operationId} ${userAgent}`,
            cells: [
              operationId,
              userAgent === "" ? text.unknownClient : userAgent,
              String(count),
              <Time at={lastAt} key="last" />,
              sunset,
              successor,
            ],
          }))}
        empty={text.noDeprecations}
      />
    </section>
  );
}

function MailBox({ visit, mail }: { visit: Visit; mail: readonly SeenMail[] | undefined }) {
  const text = visit.words.rehearsal;
  return (
    <section aria-labelledby="mail">
      <h2 id="mail">{text.mail}</h2>
      {mail === undefined ? (
        <p>{text.mailSent}</p>
      ) : (
        <div class="row">
          <span>{text.mailCount(mail.length)}</span>
          <LinkButton href="/rehearsal/mail">{text.readMail}</LinkButton>
        </div>
      )}
    </section>
  );
}
