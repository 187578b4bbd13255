// The page of a rehearsal: its clock, deprecated calls, and a link to its mail. Production has no such page.
import { type ShownCalls, showCalls } from "../../domain/deprecated-call.ts";
import { figures, lastDay } from "../../report/endings.ts";
import { callerOf, findingsOf } from "../../report/findings.ts";
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
        <Deprecations visit={visit} calls={(await devOf(visit).deprecations()).map(showCalls)} />
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

function Sunsets({ visit }: { visit: Visit }) {
  const { ended, ends } = visit.words.rehearsal;
  const { all, removed, goOn } = figures;
  const isOver = Date.parse(lastDay) <= Date.parse(devOf(visit).clock.now());
  return (
    <Notice kind={isOver ? "bad" : "info"}>{(isOver ? ended : ends)(lastDay, all, removed, goOn)}</Notice>
  );
}

function Deprecations({ visit, calls }: { visit: Visit; calls: readonly ShownCalls[] }) {
  const text = visit.words.rehearsal;
  return (
    <section class="titled" aria-labelledby="deprecations">
      <h2 id="deprecations">{text.deprecations}</h2>
      <p>{text.deprecationsLead}</p>
      <Table
        caption={text.deprecations}
        heads={[text.operation, text.client, text.count, text.last, text.sunset, text.successor]}
        rows={findingsOf(calls).map((finding) => ({
          key: `${finding.operationId} ${callerOf(finding)} ${finding.orgId}`,
          cells: [
            finding.operationId,
            finding.userAgent === "" ? text.unknownClient : finding.userAgent,
            String(finding.count),
            <Time at={finding.lastAt} key="last" />,
            finding.sunset,
            finding.successor,
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
