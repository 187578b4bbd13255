// A page as code: the calls of the API that it makes, and those that its forms make, in the language of each tool.
import type { OperationId } from "../client/types.ts";
import { splitTarget } from "../contract/target.ts";
import { operations } from "../operations/index.ts";
import type { Operation } from "../operations/operation.ts";
import { type SnippetLanguage, snippetLanguages, writeSnippets } from "../report/snippets.ts";
import type { Body, Call } from "../report/steps.ts";
import type { MadeCall } from "./client.ts";
import { CopyBlock } from "./kit/code.tsx";
import { Heading, LinkButton } from "./kit/kit.tsx";
import type { Page, View, Visit } from "./page.ts";
import { exampleOf } from "./pages/reference-examples.ts";

/** In the address of any page. */
export const codeParameter = "as-code";

/** Asked on every page, for what stands beside it. */
const beside = ["getOrg", "getGroup"];

interface PageCall {
  readonly call: Call;
  /** Made by a form: what is sent is an example. */
  readonly isExample: boolean;
}

/** A call from the input that a method of the client takes. */
function callOf({ id, input: { body, ...given } }: MadeCall): Call {
  const { params, query }: Operation = operations[id];
  const named = (names: readonly string[]) =>
    Object.fromEntries(
      names.flatMap((name) => (given[name] === undefined ? [] : [[name, String(given[name])]])),
    );
  const asked = named(Object.keys(query));
  return {
    operationId: id,
    params: named(Object.keys(params)),
    ...(Object.keys(asked).length > 0 && { query: asked }),
    ...(body !== undefined && { body: body as Body }),
  };
}

/** The example of an operation, about what the address of the page names; what it does not name is to be filled in. */
function exampleIn(operationId: OperationId, known: Visit["params"]): Call {
  const { body } = exampleOf(operationId).call;
  const params = Object.keys((operations[operationId] as Operation).params).flatMap((name) =>
    known[name] === undefined ? [] : [[name, known[name]]],
  );
  const isRecord = typeof body === "object" && body !== null && !Array.isArray(body);
  const own = isRecord
    ? Object.fromEntries(Object.entries(body).map(([name, value]) => [name, known[name] ?? value]))
    : body;
  return {
    operationId,
    params: Object.fromEntries(params),
    ...(own !== undefined && { body: own as Body }),
  };
}

/** What the page has read, each once, and what its forms can do here. */
export function codeOfPage({ performs = [] }: Page, { made, params }: Visit): PageCall[] {
  const read = made.filter(({ id }) => operations[id].method === "GET");
  const own = read.filter(({ id }) => !beside.includes(id));
  const once = new Map((own.length > 0 ? own : read).map((each) => [JSON.stringify(each), callOf(each)]));
  return [
    ...[...once.values()].map((call) => ({ call, isExample: false })),
    ...performs.map((id) => ({ call: exampleIn(id, params), isExample: true })),
  ];
}

const addressOf = ({ query, target }: Pick<Visit, "query" | "target">, isCode: boolean): string => {
  const kept = new URLSearchParams(query);
  kept.delete("done");
  kept.delete(codeParameter);
  const search = `${kept}${isCode ? `${kept.size === 0 ? "" : "&"}${codeParameter}` : ""}`;
  return `${splitTarget(target).path}${search === "" ? "" : `?${search}`}`;
};

/** Leads to the page as code. */
export const AsCode = ({ visit }: { visit: Pick<Visit, "query" | "target" | "words"> }) => (
  <p class="as-code">
    <a href={addressOf(visit, true)} data-dialog>
      {visit.words.code.link}
    </a>
  </p>
);

export function codeView(visit: Visit, { title, places, side }: View, calls: readonly PageCall[]): View {
  const { words, origin } = visit;
  const written = calls.map(({ call, isExample }) => ({
    call,
    isExample,
    code: writeSnippets(call, origin),
  }));
  const names = Object.keys(snippetLanguages) as SnippetLanguage[];
  return {
    title: words.code.title(title),
    ...(places !== undefined && { places }),
    ...(side !== undefined && { side }),
    body: (
      <>
        <Heading title={words.code.title(title)} lead={words.code.lead} />
        <div class="snippets">
          {names.map((language, index) => (
            <details key={language} {...{ name: "language" }} open={index === 0}>
              <summary>{snippetLanguages[language]}</summary>
              {written.map(({ call: { operationId }, isExample, code }, at) => (
                <section key={String(at)} aria-labelledby={`${language}-${at}`}>
                  <h2 id={`${language}-${at}`}>
                    {isExample ? words.code.form : words.code.read}{" "}
                    <a href={`/docs/${operationId}`}>{operationId}</a>
                  </h2>
                  <CopyBlock
                    visit={visit}
                    id={`code-${language}-${at}`}
                    text={code[language]}
                    label={words.layout.copyOf(`${operationId}: ${snippetLanguages[language]}`)}
                  />
                </section>
              ))}
            </details>
          ))}
        </div>
        <LinkButton href={addressOf(visit, false)} closes>
          {words.layout.back}
        </LinkButton>
      </>
    ),
  };
}
