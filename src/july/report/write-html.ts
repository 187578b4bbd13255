// A report as one HTML file, which loads nothing else: bars by client and day, and each finding with its successors.

import { calendar, figuresInWords } from "../../atlas/endings.ts";
import { barsOf, drawBars, escapeHtml } from "../../code/bars.ts";
import { languages, languagesFor } from "../../code/languages.ts";
import { nameClient } from "../../core/domain/client.ts";
import type { Finding } from "../../server/july-room.ts";
import { heads as endingHeads, rowsOf, typesIn } from "./write-endings.ts";
import { columns, type Report, summaryOf } from "./write-report.ts";

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; --bar: #00684a; --gone: #db3030; --line: #8888; }
@media (prefers-color-scheme: dark) { :root { --bar: #00ed64; --gone: #ff6960; } }
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
pre { overflow-x: auto; padding: .8rem; border: 1px solid var(--line); border-radius: 6px; }
.bars { display: block; width: 100%; height: 80px; } .bars rect { fill: var(--bar); } .bars rect.gone { fill: var(--gone); }
.axis { display: flex; justify-content: space-between; border-top: 1px solid var(--line); } .axis:first-child { border: 0; }
.wide { overflow-x: auto; } summary { cursor: pointer; }`;

export function writeHtml(report: Report, madeAt: string): string {
  const { findings, source, remarks } = report;
  const types = rowsOf(typesIn(findings, report.places));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What ends on 1 July 2027</title>
<style>${style}</style>
</head>
<body>
<h1>What ends on 1 July 2027</h1>
<p><strong>${escapeHtml(summaryOf(report))}</strong> From ${escapeHtml(source)}, ${escapeHtml(madeAt)}.</p>
<p>${escapeHtml(figuresInWords)}</p>
${remarks.map((remark) => `<p>${escapeHtml(remark)}</p>`).join("\n")}
${barsOf(findings)
  .map(
    ({ client, days }) =>
      `<h2>${escapeHtml(client)}</h2>\n<div class="wide">${drawBars(days, `Calls of ${client} by day`)}</div>`,
  )
  .join("\n")}
${types.length === 0 ? "" : tableOf("What to do in Terraform", endingHeads, types)}
${findings.length === 0 ? "" : tableOf("All calls", Object.keys(heads), findings.map(cellsOf))}
${findings.length === 0 ? "" : "<h2>What to call instead</h2>"}
${findings.map(detail).join("\n")}
${tableOf("Calendar of all that ends", calendarHeads, calendarRows)}
</body>
</html>`;
}

const heads = {
  Operation: "operation",
  Client: "client",
  Credential: "credential",
  Calls: "calls",
  "Answered 410": "answered410",
  First: "first",
  Last: "last",
  Ends: "sunset",
  Instead: "instead",
} as const;

const calendarHeads = ["Day", "Versions that end", "Operations", "Removed altogether"];
const calendarRows = calendar.map(({ date, versions, operations, removed }) =>
  [date, versions, operations, removed].map(String),
);

const cellsOf = (finding: Finding): string[] =>
  Object.values(heads).map((column) => columns[column](finding));

const rowOf = (cells: readonly string[]): string => `<tr>${cells.join("")}</tr>`;

const tableOf = (
  title: string,
  names: readonly string[],
  rows: readonly (readonly string[])[],
) => `<h2>${title}</h2>
<div class="wide"><table>
<thead>${rowOf(names.map((name) => `<th scope="col">${name}</th>`))}</thead>
<tbody>
${rows.map((cells) => rowOf(cells.map((text) => `<td>${escapeHtml(text)}</td>`))).join("\n")}
</tbody></table></div>`;

function detail(finding: Finding): string {
  const { instead } = finding;
  return `<details><summary>${escapeHtml(finding.operationId)}, ${escapeHtml(nameClient(finding.client))}</summary>
<p><code>${escapeHtml(finding.request)}</code></p>
${instead.note === "" ? "" : `<p>${escapeHtml(instead.note)}</p>`}
${languagesFor(finding.client)
  .map((each) => `<h3>${languages[each]}</h3>\n<pre>${escapeHtml(instead[each])}</pre>`)
  .join("\n")}
</details>`;
}
