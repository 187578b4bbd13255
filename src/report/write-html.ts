// A report as one HTML file, with nothing to load from elsewhere: bars by client and day, and each finding with its successors.
import { nameClient } from "../domain/client.ts";
import { drawBars } from "./bars.ts";
import { figuresInWords } from "./endings.ts";
import { barsOf, bestFor, credentialOf, type Finding, languages } from "./findings.ts";
import { type Report, summaryOf } from "./write-report.ts";

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; --bar: #00684a; --gone: #db3030; --line: #8888; }
@media (prefers-color-scheme: dark) { :root { --bar: #00ed64; --gone: #ff6960; } }
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
pre { overflow-x: auto; padding: .8rem; border: 1px solid var(--line); border-radius: 6px; }
.bars rect { fill: var(--bar); } .bars rect.gone { fill: var(--gone); } .bars text { fill: currentColor; font-size: 11px; }
.wide { overflow-x: auto; } summary { cursor: pointer; }`;

export function writeHtml({ findings, source, remarks }: Report, madeAt: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Calls that end on 1 July 2027</title>
<style>${style}</style>
</head>
<body>
<h1>Calls that end on 1 July 2027</h1>
<p><strong>${escapeHtml(summaryOf(findings))}</strong> From ${escapeHtml(source)}, ${escapeHtml(madeAt)}.</p>
<p>${escapeHtml(figuresInWords)}</p>
${remarks.map((remark) => `<p>${escapeHtml(remark)}</p>`).join("\n")}
${barsOf(findings)
  .map(
    ({ client, days }) =>
      `<h2>${escapeHtml(client)}</h2>\n<div class="wide">${drawBars(days, `Calls of ${client} by day`)}</div>`,
  )
  .join("\n")}
${findings.length === 0 ? "" : table(findings)}
${findings.map(detail).join("\n")}
</body>
</html>`;
}

const table = (findings: readonly Finding[]): string => `<h2>All calls</h2>
<div class="wide"><table>
<thead><tr>${["Operation", "Client", "Credential", "Calls", "Answered 410", "First", "Last", "Ends", "Instead"].map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>
<tbody>
${findings
  .map((finding) =>
    [
      finding.operationId,
      nameClient(finding.client),
      credentialOf(finding.credential) || "–",
      String(finding.count),
      String(finding.gone),
      finding.firstAt,
      finding.lastAt,
      finding.sunset,
      finding.successor,
    ]
      .map((text) => `<td>${escapeHtml(text)}</td>`)
      .join(""),
  )
  .map((cells) => `<tr>${cells}</tr>`)
  .join("\n")}
</tbody></table></div>
<h2>What to call instead</h2>`;

function detail(finding: Finding): string {
  const { instead } = finding;
  const best = bestFor(finding.client);
  const order = [
    best,
    ...(Object.keys(languages) as (keyof typeof languages)[]).filter((each) => each !== best),
  ];
  return `<details><summary>${escapeHtml(finding.operationId)}, ${escapeHtml(nameClient(finding.client))}</summary>
<p><code>${escapeHtml(finding.request)}</code></p>
${instead.note === "" ? "" : `<p>${escapeHtml(instead.note)}</p>`}
${order.map((each) => `<h3>${languages[each]}</h3>\n<pre>${escapeHtml(instead[each])}</pre>`).join("\n")}
</details>`;
}
