// The reference of the API: the tags, the operations of a tag, and a search in all; each operation has a page of its own.
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

/** The most operations that one search shows, which no tag has. */
export const mostFound = 100;

export const reference = page({
  path: "/docs",
  for: "anybody",
  async show({ query, words }) {
    const { title, lead, document } = words.reference;
    const text = query.get("q") ?? "";
    const chosen = everything.find(([tag]) => anchorOf(tag) === query.get("tag"));
    if (text === "" && chosen === undefined) {
      const actions = <a href="/api/openapi.json">{document}</a>;
      return headed(title, <AllTags />, { lead, actions, isWide: true, list: "found" });
    }
    const [tag, found] = text === "" && chosen !== undefined ? chosen : [undefined, searchOperations(text)];
    return headed(tag ?? title, <Found of={found} tag={tag} />, {
      lead,
      isWide: true,
      list: "found",
      side: <Contents tag={tag} />,
    });
  },
});

/** Every tag, with the names of its operations. */
function AllTags() {
  const { found: count } = useVisit().words.reference;
  return (
    <>
      <ReferenceSearch isLive />
      <div id="found" tabIndex={-1} data-count={count(table.length)}>
        <ul class="operations tags" lang="en">
          {everything.map(([tag, tagged]) => (
            <li key={tag} id={anchorOf(tag)}>
              <a href={pathOf(tag)}>{tag}</a> <Badge tone="gray">{tagged.length}</Badge>
              <small>{tagged.map(({ id }) => id).join(", ")}</small>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** The operations of a tag, or of a search. */
function Found({ of, tag: chosen }: { of: readonly Operation[]; tag: string | undefined }) {
  const { found: count, none, more } = useVisit().words.reference;
  return (
    <>
      <ReferenceSearch isLive hasBack />
      <div id="found" tabIndex={-1} data-count={count(of.length)}>
        {of.length === 0 && <div class="empty">{none}</div>}
        {byTag(of.slice(0, mostFound)).map(([tag, tagged]) => (
          <section key={tag} aria-labelledby={anchorOf(tag)} lang="en">
            <h2 id={anchorOf(tag)} class={tag === chosen ? "unseen" : undefined}>
              {tag}
            </h2>
            <Operations of={tagged} />
          </section>
        ))}
        {of.length > mostFound && <p>{more(of.length - mostFound)}</p>}
      </div>
    </>
  );
}

function Operations({ of }: { of: readonly Operation[] }) {
  const { deprecated } = useVisit().words.reference;
  return (
    <ul class="operations">
      {of.map((operation) => (
        <li key={operation.id}>
          <Method operation={operation} />
          <a href={`/docs/${operation.id}`}>{operation.id}</a>
          {isDeprecated(operation) && <Badge tone="gray">{deprecated}</Badge>}
          <small>{operation.summary}</small>
          <code>{operation.path.replace("/api/atlas/v2", "")}</code>
        </li>
      ))}
    </ul>
  );
}

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

const anchorOf = (tag: string) => tag.toLowerCase().replaceAll(" ", "-");

const pathOf = (tag: string) => `/docs?tag=${encodeURIComponent(anchorOf(tag))}`;

/** Returns the newest version; older ones may be deprecated although the operation is not. */
export const newestOf = ({ versions }: Operation): Partial<Operation["versions"][string]> =>
  versions[versionsInOrder(versions).at(-1) ?? ""] ?? {};

export const isDeprecated = (operation: Operation) => newestOf(operation).sunset !== undefined;

const tones = { GET: "blue", POST: "green", PUT: "yellow", PATCH: "yellow", DELETE: "red" } as const;

export const Method = ({ operation: { method } }: { operation: Pick<Operation, "method"> }) => (
  <Badge tone={tones[method]}>{method}</Badge>
);

/** The search field, which the key / selects; with script, a page with the list searches while one types. */
export function ReferenceSearch({ isLive, hasBack }: { isLive?: true; hasBack?: true }) {
  const { query, words } = useVisit();
  const { search, back } = words.reference;
  return (
    <form class="tools" method="get" action="/docs">
      <SearchField query={query} label={search} most={100} isLive={isLive} />
      <button class="button" type="submit" data-scriptless>
        {words.lists.find}
      </button>
      {hasBack && <a href="/docs">{back}</a>}
    </form>
  );
}

/** All tags, beside the operations of one, a search, or the page of an operation, which names those of its tag first. */
export function Contents({ tag: here }: { tag: string | undefined }) {
  const { params, words } = useVisit();
  const { operationId } = params;
  const { contents, document } = words.reference;
  const isOpen = ([tag]: (typeof everything)[number]) => tag === here && operationId !== undefined;
  const open = everything.filter(isOpen);
  return (
    <nav class="side contents" aria-label={contents}>
      <ul lang="en">
        {[...open, ...everything.filter((each) => !isOpen(each))].map(([tag, tagged]) => (
          <li key={tag}>
            <a
              href={pathOf(tag)}
              aria-current={tag === here && operationId === undefined ? "page" : undefined}
            >
              {tag} <small>{tagged.length}</small>
            </a>
            {isOpen([tag, tagged]) && (
              <ul>
                {tagged.map(({ id }) => (
                  <li key={id}>
                    <a href={`/docs/${id}`} aria-current={id === operationId ? "page" : undefined}>
                      {id}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href="/api/openapi.json">{document}</a>
      </p>
    </nav>
  );
}
