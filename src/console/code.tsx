// A page as code: the calls of the API that it makes, and those that its forms make, in the language of each tool.

import { operations } from "../atlas/index.ts";
import type { OperationId } from "../client/types.ts";
import { type SnippetLanguage, snippetLanguages, writeSnippets } from "../code/snippets.ts";
import type { Body, Call } from "../code/steps.ts";
import { splitTarget } from "../core/contract/http-syntax.ts";
import type { Operation } from "../core/operations/operation.ts";
import type { MadeCall } from "./client.ts";
import type { ControlName } from "./dev.ts";
import { headed } from "./kit/card.tsx";
import { CopyBlock } from "./kit/code.tsx";
import { LinkButton } from "./kit/kit.tsx";
import { type OwnExamples, ownExamplesOf } from "./own-examples.ts";
import type { Page, View, Visit } from "./page.ts";

/** The query parameter that shows any page as code. */
export const codeParameter = "as-code";

/** The calls that every page makes, for the navigation. */
const beside = ["getOrg", "getGroup"];

/** A call of the API that the page makes, or an operation that a form performs, of which there is an example; or a test control. */
type PageCall =
  | { readonly kind: "api"; readonly call: Call | OperationId }
  | { readonly kind: "controls"; readonly name: ControlName };

/** Returns "api" if the page calls the API, else "controls". */
export const kindOf = (calls: readonly PageCall[]): PageCall["kind"] | undefined =>
  calls.find(({ kind }) => kind === "api")?.kind ?? calls[0]?.kind;

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

export function codeOfPage(
  { performs = [], controls = [] }: Page,
  { made, dev }: Pick<Visit, "made" | "dev">,
): PageCall[] {
  const read = made.filter(({ id }) => operations[id].method === "GET");
  const lists = read.filter(({ isSubject }) => isSubject);
  const own = lists.length > 0 ? lists : read.filter(({ id }) => !beside.includes(id));
  const once = new Map((own.length > 0 ? own : read).map((each) => [JSON.stringify(each), callOf(each)]));
  return [
    ...[...once.values()].map((call) => ({ kind: "api" as const, call })),
    ...performs.map((call) => ({ kind: "api" as const, call })),
    ...(dev === undefined ? [] : controls).map((name) => ({ kind: "controls" as const, name })),
  ];
}

const addressOf = ({ query, target }: Pick<Visit, "query" | "target">, isCode: boolean): string => {
  const kept = new URLSearchParams(query);
  kept.delete("done");
  kept.delete(codeParameter);
  const search = `${kept}${isCode ? `${kept.size === 0 ? "" : "&"}${codeParameter}` : ""}`;
  return `${splitTarget(target).path}${search === "" ? "" : `?${search}`}`;
};

/** Builds the link from a page to its code. */
export const linkOf = (visit: Visit, kind: PageCall["kind"]) => ({
  href: addressOf(visit, true),
  says: visit.words.code.links[kind],
});

interface Own {
  readonly mine: OwnExamples;
  readonly publicKey: string | undefined;
}

async function write(visit: Visit, { mine, publicKey }: Own, each: PageCall) {
  const { words, origin, params, dev, endings } = visit;
  if (each.kind === "controls") {
    const idOrAddress = params.invitationId;
    return {
      does: words.code.control,
      name: each.name,
      href: "/_anteroom/",
      code: (dev?.snippets(each.name, { idOrAddress }, origin) ?? {}) as Partial<
        Record<SnippetLanguage, string>
      >,
    };
  }
  const isExample = typeof each.call === "string";
  const call = typeof each.call === "string" ? await mine.exampleOf(each.call, params) : each.call;
  return {
    does: isExample ? words.code.form : words.code.read,
    name: call.operationId,
    href: `/docs/${call.operationId}`,
    code: writeSnippets(call, origin, publicKey, endings),
  };
}

export async function codeView(
  visit: Visit,
  { title, places, side, isWide }: View,
  calls: readonly PageCall[],
): Promise<View> {
  const { words } = visit;
  const mine = ownExamplesOf(visit);
  const kind = kindOf(calls) ?? "api";
  const publicKey = kind === "api" ? await mine.publicKey(visit.params) : undefined;
  const written = await Promise.all(calls.map((each) => write(visit, { mine, publicKey }, each)));
  const languages = (Object.keys(snippetLanguages) as SnippetLanguage[]).filter((language) =>
    written.some(({ code }) => code[language] !== undefined),
  );
  return headed(
    words.code.title(title),
    <>
      <div class="snippets">
        {languages.map((language, index) => (
          <details key={language} {...{ name: "language" }} open={index === 0}>
            <summary>{snippetLanguages[language]}</summary>
            {written.map(({ does, name, href, code: { [language]: text } }, at) =>
              text === undefined ? null : (
                <section key={String(at)} aria-labelledby={`${language}-${at}`}>
                  <h2 id={`${language}-${at}`}>
                    {does} <a href={href}>{name}</a>
                  </h2>
                  <CopyBlock
                    id={`code-${language}-${at}`}
                    text={text}
                    label={words.layout.copyOf(`${name}: ${snippetLanguages[language]}`)}
                  />
                </section>
              ),
            )}
          </details>
        ))}
      </div>
      <LinkButton href={addressOf(visit, false)} closes>
        {words.layout.back}
      </LinkButton>
    </>,
    { lead: words.code.leads[kind], places, side, isWide },
  );
}
