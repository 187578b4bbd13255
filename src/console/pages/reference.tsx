// The reference of the API: every operation of the table, with a search; each has a page of its own.
import type { ComponentChildren } from "preact";
import { operations } from "../../atlas/index.ts";
import { versionsInOrder } from "../../core/contract/versions.ts";
import type { Operation } from "../../core/operations/operation.ts";
import { headed } from "../kit/card.tsx";
import { Badge } from "../kit/kit.tsx";
import { SearchField } from "../kit/list.tsx";
import { useVisit } from "../kit/visit.ts";
import { page } from "../page.ts";

const table: readonly Operation[] = Object.values(operations);

/** Groups operations by tag, sorted by path so that related ones are next to each other. */
const byTag = (found: readonly Operation[]) =>
  [...new Set(found.map(({ tag }) => tag))]
    .sort()
    .map(
      (name) =>
        [
          name,
          found
            .filter(({ tag }) => tag === name)
            .sort((a, b) => (a.path < b.path ? -1 : 1) || (a.id < b.id ? -1 : 1)),
        ] as const,
    );

const everything = byTag(table);

export const reference = page({
  path: "/docs",
  for: "anybody",
  async show(visit) {
    const { query, words } = visit;
    const { title, lead, found: count, none } = words.reference;
    const found = searchOperations(query.get("q") ?? "");
    return headed(
      title,
      <>
        <ReferenceSearch isLive />
        <div id="found" tabIndex={-1} data-count={count(found.length)}>
          {found.length === 0 && <div class="empty">{none}</div>}
          {byTag(found).map(([tag, tagged]) => (
            <section key={tag} aria-labelledby={anchorOf(tag)} lang="en">
              <h2 id={anchorOf(tag)}>{tag}</h2>
              <ul class="operations">
                {tagged.map((operation) => (
                  <li key={operation.id}>
                    <Method operation={operation} />
                    <a href={`/docs/${operation.id}`}>{operation.id}</a>
                    {isDeprecated(operation) && <Badge tone="gray">{words.reference.deprecated}</Badge>}
                    <small>{operation.summary}</small>
                    <code>{operation.path.replace("/api/atlas/v2", "")}</code>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </>,
      { lead, isWide: true, list: "found", side: <Tags of={byTag(found)} /> },
    );
  },
});

/** The words that people use for the same thing, in both languages; operations use one of each row. */
const synonyms: readonly (readonly string[])[] = [
  ["remove", "delete", "revoke", "kick", "offboard", "삭제", "제거", "제외", "취소"],
  ["someone", "somebody", "person", "people", "member", "guest", "user", "사람", "멤버", "사용자"],
  ["add", "create", "new", "onboard", "추가", "만들기", "생성"],
  ["change", "edit", "modify", "update", "변경", "수정"],
  ["show", "get", "list", "보기", "조회", "목록"],
  ["invitation", "invite", "초대"],
  ["folder", "project", "group", "프로젝트"],
  ["company", "organization", "org", "조직"],
  ["token", "secret", "비밀"],
  ["key", "키"],
  ["team", "팀"],
  ["permission", "right", "role", "역할", "권한"],
  ["log", "audit", "event", "활동", "이벤트"],
  ["ip", "allowlist", "whitelist", "access list", "허용"],
];
const unsaid = new Set(["a", "an", "the", "to", "from", "of", "in", "my", "how", "do", "i"]);

const spellings = (word: string): readonly string[] =>
  synonyms.find((each) => each.includes(word) || each.includes(word.replace(/s$/, ""))) ?? [word];

/** Returns the operations with every word, or a synonym, in their name, path, tag, texts or errors. */
export function searchOperations(text: string): readonly Operation[] {
  const words = text.normalize("NFC").toLowerCase().split(/\s+/);
  const wanted = words.filter((word) => word !== "" && !unsaid.has(word)).map(spellings);
  const has = (text: string, said: readonly string[]) => said.some((word) => text.includes(word));
  /** Counts the search words in an operation's name; operations with more matches are first. */
  const named = ({ id }: Operation) => wanted.filter((said) => has(id.toLowerCase(), said)).length;
  return table
    .filter(({ id, method, path, tag, summary, description, errors = [] }) => {
      const all = [id, method, path, tag, summary, description, ...errors].join(" ").toLowerCase();
      return wanted.every((said) => has(all, said));
    })
    .sort((a, b) => named(b) - named(a));
}

export const anchorOf = (tag: string) => tag.toLowerCase().replaceAll(" ", "-");

/** Returns the newest version; older ones may be deprecated although the operation is not. */
export const newestOf = ({ versions }: Operation): Partial<Operation["versions"][string]> =>
  versions[versionsInOrder(versions).at(-1) ?? ""] ?? {};

export const isDeprecated = (operation: Operation) => newestOf(operation).sunset !== undefined;

const tones = { GET: "blue", POST: "green", PUT: "yellow", PATCH: "yellow", DELETE: "red" } as const;

export const Method = ({ operation: { method } }: { operation: Pick<Operation, "method"> }) => (
  <Badge tone={tones[method]}>{method}</Badge>
);

/** The search field, which the key / selects; with script, a page with the list searches while one types. */
export function ReferenceSearch({ isLive }: { isLive?: true }) {
  const { query, words } = useVisit();
  const { search, back } = words.reference;
  return (
    <form class="tools" method="get" action="/docs">
      <SearchField query={query} label={search} most={100} isLive={isLive} />
      <button class="button" type="submit" data-scriptless>
        {words.lists.find}
      </button>
      {!isLive && <a href="/docs">{back}</a>}
    </form>
  );
}

function Side({ children }: { children: ComponentChildren }) {
  const { contents, document } = useVisit().words.reference;
  return (
    <nav class="side contents" aria-label={contents}>
      {children}
      <p>
        <a href="/api/openapi.json">{document}</a>
      </p>
    </nav>
  );
}

/** The tags, beside the list of all operations, with a link to the first operation of each. */
const Tags = ({ of }: { of: ReturnType<typeof byTag> }) => (
  <Side>
    <ul lang="en">
      {of.map(([tag, tagged]) => (
        <li key={tag}>
          <a href={`#${anchorOf(tag)}`}>
            {tag} <small>{tagged.length}</small>
          </a>
        </li>
      ))}
    </ul>
  </Side>
);

/** All operations by tag, beside the page of one, with its tag open. */
export function Contents({ tag: here }: { tag: string }) {
  const { params } = useVisit();
  return (
    <Side>
      {everything.map(([tag, tagged]) => (
        <details key={tag} open={tag === here} lang="en">
          <summary>
            {tag} <small>{tagged.length}</small>
          </summary>
          <ul>
            {tagged.map(({ id }) => (
              <li key={id}>
                <a href={`/docs/${id}`} aria-current={params.operationId === id ? "page" : undefined}>
                  {id}
                </a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Side>
  );
}
