// The chart of events by day, and the same as a table.
import { splitTarget } from "../../contract/http-syntax.ts";
import { drawBars } from "../../report/write-html.ts";
import { Table } from "../kit/kit.tsx";
import { Sheet } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";

interface Day {
  /** `YYYY-MM-DD`, in UTC. */
  readonly date: string;
  readonly count: number;
}

/** The last days as bars; the same as a table, in which each day leads to its events. */
export function Chart({ days }: { days: readonly Day[] }) {
  const { query, target, words } = useVisit();
  const { chart, asTable, day, caption } = words.activity;
  const eventsOf = (date: string) => {
    const kept = new URLSearchParams(query);
    kept.delete("pageNum");
    kept.set("minDate", date);
    kept.set("maxDate", date);
    return `${splitTarget(target).path}?${kept}`;
  };
  return (
    <section class="card chart" aria-labelledby="by-day">
      <div class="heading">
        <h2 id="by-day">{chart}</h2>
        <div class="actions">
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
        </div>
      </div>
      {/* drawBars escapes. */}
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
