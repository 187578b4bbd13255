// The members of an answer as people read them: a list of names and values, in which objects and lists are nested.
import { Badge, Facts } from "../kit/kit.tsx";
import { Time } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";

export type Members = Readonly<Record<string, unknown>>;

const state = /^(state|status)(Name)?$|(State|Status)(Name)?$/;
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/;

/** The parts of states that say that all is not well, or not yet, and states that say that it is. */
const tones = [
  ["red", /FAIL|REJECT|ERROR|EXPIRED/i],
  ["yellow", /ING$|PENDING|QUEUED|WAIT|PROGRESS|REQUEST|OPEN/i],
  ["green", /^(ACTIVE|APPLIED|AVAILABLE|COMPLETED?|DONE|IDLE|OK|ON|READY|STARTED|STEADY|SUCC\w+|VERIFIED)$/i],
] as const;

/** The members that name things below, of which Atlas has no list. */
const unlisted = ["endpointGroupNames", "interfaceEndpoints", "privateEndpoints"];

interface ValueProps {
  readonly name: string;
  readonly value: unknown;
}

export function Value({ name, value }: ValueProps) {
  const { words } = useVisit();
  const text = Array.isArray(value) ? value.join(", ") : String(value);
  if (["null", "[]", "{}", '""'].includes(JSON.stringify(value))) {
    return <span class="none">{words.layout.none}</span>;
  }
  // Items of a list have numbers for names.
  if (typeof [value].flat()[0] === "object") return <MemberList of={value as Members} />;
  if (instant.test(text)) return <Time at={text} />;
  if (!state.test(name)) return <>{text}</>;
  return <Badge tone={tones.find(([, test]) => test.test(text))?.[0] ?? "gray"}>{words.state(text)}</Badge>;
}

interface MemberListProps {
  readonly of: Members;
  /** Returns the address of a thing that a member names; absent if none is below. */
  readonly hrefOf?: ((name: string) => string) | undefined;
}

/** All members of a thing but its links, which lead only programs on. Their names are those of the API. */
export const MemberList = ({ of: { links: _, ...members }, hrefOf }: MemberListProps) => (
  <Facts
    facts={Object.entries(members).map(([name, value]) => [
      <code key="name">{name}</code>,
      hrefOf && unlisted.includes(name) && Array.isArray(value) && value.length > 0 ? (
        value.map((each) => (
          <div key={each}>
            <a href={hrefOf(each)}>{each}</a>
          </div>
        ))
      ) : (
        <Value key="value" name={name} value={value} />
      ),
    ])}
  />
);

/** Returns the first member with a text whose name fits; empty if there is none. */
const textIn =
  (fits: RegExp) =>
  (thing: Members): string =>
    String(
      Object.entries(thing).find(([name, value]) => typeof value === "string" && fits.test(name))?.[1] ?? "",
    );

export const nameIn = textIn(/^(name|displayName|bucketName)$/);

/** The columns of lists beside the name, as far as the things have such members. */
export const columnsIn = {
  status: textIn(state),
  type: textIn(/^type$|Type(Name)?$/),
  region: textIn(/^(\w*R|r)egion(Name)?$/),
  created: textIn(/^(creat|start|request)\w*(At|Date|Time|ed)$/),
} as const;

/** Returns the value by which a path names a thing: that of the parameter itself, or of its last word, such as `_id`. */
export const keyIn = (thing: Members, param: string): string =>
  textIn(new RegExp(`^(${param}|_?${/[A-Z]?[a-z]+$/.exec(param)})$`, "i"))(thing);
