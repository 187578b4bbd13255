// Writes interfaces so that a member which several have alike is declared in one of them, and taken by the others: members with
// their documentation are most of the declarations of the client.

export interface Member {
  readonly name: string;
  /** The member with its documentation, to the end of the line. */
  readonly text: string;
}

export interface Interface {
  readonly name: string;
  /** A comment, or nothing. */
  readonly doc: string;
  readonly bases: readonly string[];
  readonly members: readonly Member[];
}

/** The type that `AsSent` takes members from another one with. */
export const asSent = `/** Some members of an answer as a request has them: each may be undefined. */
type AsSent<Answer, Names extends keyof Answer> = { [Name in Names]?: Answer[Name] | undefined };
`;

/** The number of members from which on they are taken from another interface. */
const leastMembers = 2;
/** The number of characters that this has to save. */
const leastSaved = 60;

/** A way to take a member; all members that are taken in one way from one interface are taken together. */
interface Way {
  readonly from: string;
  readonly by: "Pick" | "AsSent";
}

interface Taken extends Way {
  readonly members: readonly Member[];
}

const baseOf = ({ by, from, members }: Taken): string =>
  `${by}<${from}, ${members.map(({ name }) => JSON.stringify(name)).join(" | ")}>`;

const lengthOf = (members: readonly Member[]): number =>
  members.reduce((sum, { text }) => sum + text.length, 0);

/** Returns the interfaces with the members that an earlier one has alike taken from there. */
export function shareMembers(all: readonly Interface[]): Interface[] {
  /** The interfaces that have a member, by its text. */
  const owners = new Map<string, string[]>();

  const waysOf = ({ text }: Member): Way[] => {
    const answered = text.replace(/ \| undefined;\n$/, ";\n");
    return [
      ...(owners.get(text) ?? []).map((from) => ({ from, by: "Pick" as const })),
      ...(answered === text ? [] : (owners.get(answered) ?? [])).map((from) => ({
        from,
        by: "AsSent" as const,
      })),
    ];
  };

  /** Returns the largest part of these members that one earlier interface has; undefined where none is large enough. */
  function largestOf(members: readonly Member[]): Taken | undefined {
    const found = new Map<string, Way & { members: Member[] }>();
    for (const member of members) {
      for (const way of waysOf(member)) {
        const key = `${way.by} ${way.from}`;
        const taken = found.get(key) ?? { ...way, members: [] };
        taken.members.push(member);
        found.set(key, taken);
      }
    }
    const saved = (taken: Taken) => lengthOf(taken.members) - baseOf(taken).length;
    const [best] = [...found.values()]
      .filter((taken) => taken.members.length >= leastMembers && saved(taken) >= leastSaved)
      .sort((a, b) => saved(b) - saved(a));
    return best;
  }

  return all.map((each) => {
    const bases = [...each.bases];
    let left = each.members;
    for (let taken = largestOf(left); taken !== undefined; taken = largestOf(left)) {
      const { members } = taken;
      bases.push(baseOf(taken));
      left = left.filter((member) => !members.includes(member));
    }
    for (const { text } of each.members) {
      owners.set(text, [...(owners.get(text) ?? []), each.name]);
    }
    return { ...each, bases, members: left };
  });
}

export function writeInterface({ name, doc, bases, members }: Interface): string {
  const extending = bases.length === 0 ? "" : ` extends ${bases.join(", ")}`;
  return `${doc}export interface ${name}${extending} {\n${members.map(({ text }) => text).join("")}}\n`;
}
