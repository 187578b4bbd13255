// The HTML document around every page.
import { renderToString } from "preact-render-to-string";
import { linkOf } from "./code.tsx";
import { Form } from "./kit/fields.tsx";
import { Icon } from "./kit/icon.tsx";
import { Notice } from "./kit/kit.tsx";
import { Time } from "./kit/time.tsx";
import { CodeContext, VisitContext } from "./kit/visit.ts";
import type { View, Visit } from "./page.ts";
import { Go, Side } from "./side.tsx";
import { VisitorMenu } from "./visitor-menu.tsx";

interface Document {
  readonly visit: Visit;
  readonly view: View;
  /** The hash of the sheet and the script, by which browsers may keep both. */
  readonly release: string;
}

export function renderDocument({ visit, view, release }: Document): string {
  const { words, language, theme } = visit;
  const side = view.places === undefined ? view.side : <Side visit={visit} places={view.places} />;
  return `<!doctype html>${renderToString(
    <html lang={language} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${view.title} · ${words.product}`}</title>
        <link rel="icon" href="/console/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={`/console/style.css?${release}`} />
        <script src={`/console/script.js?${release}`} defer />
        {view.hasPasskey && <script src={`/console/passkeys.js?${release}`} type="module" />}
        {/* The browser paints the page at once, because later elements change the layout of earlier ones, such as headings. */}
        <link rel="expect" href="#live" {...{ blocking: "render" }} />
      </head>
      <body
        data-cancel={words.layout.cancel}
        data-close={words.layout.close}
        data-working={words.layout.working}
        class={visit.person === undefined && !view.isWide ? "narrow" : undefined}
      >
        <VisitContext.Provider value={visit}>
          <a class="skip" href="#content">
            {words.layout.skip}
          </a>
          {view.list !== undefined && (
            <a class="skip" href={`#${view.list}`}>
              {words.layout.skipToList}
            </a>
          )}
          <Top visit={visit} />
          <ClockStrip visit={visit} />
          <div class={side === undefined ? "shell plain" : "shell"}>
            {side}
            <main id="content" tabIndex={-1}>
              <Problem visit={visit} />
              <CodeContext.Provider value={view.code && linkOf(visit, view.code)}>
                {view.body}
              </CodeContext.Provider>
            </main>
          </div>
          <p id="live" class="unseen" role="status" />
        </VisitContext.Provider>
      </body>
    </html>,
  )}`;
}

function Top({ visit }: { visit: Visit }) {
  const { words, person, dev } = visit;
  return (
    <header class="top">
      <a class="brand" href="/">
        {words.product}
      </a>
      <nav aria-label={words.layout.navigation}>
        {person !== undefined && (
          <Go visit={visit} to="/">
            {words.layout.home}
          </Go>
        )}
        {dev !== undefined && (
          <Go visit={visit} to="/rehearsal">
            {words.layout.rehearsal}
          </Go>
        )}
        <Go visit={visit} to="/docs">
          API
        </Go>
      </nav>
      {person === undefined && (
        <Go visit={visit} to="/sign-in">
          {words.layout.signIn}
        </Go>
      )}
      <a
        id="palette"
        class="glyph"
        href={`/search${placeOf(visit)}`}
        title={`${words.search.title} (Ctrl K)`}
        aria-keyshortcuts="Control+K Meta+K"
        data-dialog
      >
        <Icon name="search" />
        <span class="unseen">{words.search.title}</span>
        <kbd>Ctrl K</kbd>
      </a>
      <VisitorMenu visit={visit} />
    </header>
  );
}

/** Returns the organization or project of the page, whose pages the search offers first. */
function placeOf({ target }: Visit): string {
  const [at] = /^\/(?:orgs|projects)\/[0-9a-f]{24}/.exec(target) ?? [];
  return at === undefined ? "" : `?${new URLSearchParams({ at })}`;
}

/** Says on every page that the clock of the rehearsal does not show the present. */
function ClockStrip({ visit }: { visit: Visit }) {
  const { dev, words, target } = visit;
  const state = dev?.clock.state() ?? "present";
  if (dev === undefined || state === "present") return null;
  const { label, states, back } = words.rehearsal.strip;
  return (
    <aside class="strip" aria-label={label}>
      <Icon name="clock" />
      <a href="/rehearsal/clock">
        <Time at={dev.clock.now()} />
      </a>
      <span>{states[state]}</span>
      <Form name="free" action="/rehearsal/clock">
        <input type="hidden" name="back" value={target} />
        <button type="submit">{back}</button>
      </Form>
    </aside>
  );
}

/** Shows why the last form was refused: in the visitor's language if there is a sentence for it, else in the API's words. */
function Problem({ visit: { problem, words } }: { visit: Visit }) {
  if (problem === undefined) return null;
  const { code, message, retryAfter, fields } = problem.refusal;
  return (
    <Notice kind="bad">
      <p>
        {words.refusals[code ?? ""] ?? <span lang="en">{message}</span>}
        {retryAfter !== undefined && ` ${words.layout.tryAgain(retryAfter)}`}
      </p>
      {fields.length > 0 && (
        <ul>
          {fields.map(({ field, description }) => (
            <li key={field}>{words.fieldProblem(description)}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
