// The chart of events by day, and the same numbers as a table.
import { drawBars } from "../../code/bars.ts";
import { Heading, Table } from "../kit/kit.tsx";
import { addressWith } from "../kit/list.tsx";
import { Sheet } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";

interface Day {
  /** The date in UTC: `YYYY-MM-DD`. */
  readonly date: string;
  readonly count: number;
}

/** The last days as bars, and as a table in which each day links to its events. */
export function Chart({ days }: { days: readonly Day[] }) {
  const visit = useVisit();
  const { chart, asTable, day, caption } = visit.words.activity;
  const eventsOf = (date: string) =>
    addressWith(visit, { range: "", minDate: date, maxDate: date, pageNum: "" });
  return (
    <section class="card chart" aria-labelledby="by-day">
      <Heading id="by-day" title={chart}>
        <Sheet id="days" title={asTable} heading={chart} isOpen={false} icon="list">
          <Table
            fits
            isTitled
            caption={chart}
            heads={[day, caption]}
            rows={[...days].reverse().map(({ date, count }) => ({
              key: date,
              cells: [
                <a href={eventsOf(date)} key="day">
                  {date}
                </a>,
                String(count),
              ],
            }))}
          />
        </Sheet>
      </Heading>
      {/* The HTML is safe: drawBars escapes its texts. */}
      <div
        dangerouslySetInnerHTML={{
          __html: drawBars(
            days.map((each) => ({ ...each, gone: 0 })),
            chart,
          ),
        }}
      />
    </section>
  );
}
