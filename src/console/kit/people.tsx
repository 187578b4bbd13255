// The parts of pages on people, invitations and teams: lists of roles, messages after forms, and forms of one button.
import type { RoleName } from "../../core/contract/roles.ts";
import { Form } from "./fields.tsx";
import { Button, Notice } from "./kit.tsx";
import { useVisit } from "./visit.ts";

export const RoleWithCode = ({ role }: { readonly role: string }) => (
  <>
    {useVisit().words.role(role)}{" "}
    <small>
      <code>{role}</code>
    </small>
  </>
);

interface RoleListProps {
  readonly roles: readonly string[];
  /** True to add what each role allows. Pages on which roles are chosen explain it themselves. */
  readonly isExplained?: true;
}

/** Roles, one per line. */
export function RoleList({ roles, isExplained }: RoleListProps) {
  const { roleHelp } = useVisit().words;
  return (
    <>
      {roles.map((role) => (
        <div key={role}>
          <RoleWithCode role={role} />
          {isExplained && <small>{roleHelp[role as RoleName]}</small>}
        </div>
      ))}
    </>
  );
}

/** The messages after a form, by the word in the address or the cookie; some include names. */
export type Sentences = Readonly<Record<string, string | ((names: string, count: number) => string)>>;

/** Says that a form succeeded. An address can only name one of our sentences, so that a link cannot show any other text. */
export function Done({ sentences }: { readonly sentences: Sentences }) {
  const { query, problem, done, words } = useVisit();
  const word = done?.what ?? query.get("done") ?? "";
  if (problem !== undefined || !Object.hasOwn(sentences, word)) return null;
  const { count, names } = done ?? { count: 0, names: [] };
  const sentence = sentences[word];
  return (
    <Notice kind="done good">
      {typeof sentence === "function" ? sentence(words.lists.several(names, count), count) : sentence}
    </Notice>
  );
}

interface ButtonFormProps {
  readonly name: string;
  /** The person or thing of the form, as hidden fields; absent if the page identifies it. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly label: string;
  readonly confirm?: string;
  readonly children: string;
}

/** A form with one button, in a row of a table; red if it asks for confirmation. */
export const ButtonForm = ({ name, fields = {}, label, confirm, children }: ButtonFormProps) => (
  <Form name={name}>
    {Object.entries(fields).map(([field, value]) => (
      <input key={field} type="hidden" name={field} value={value} />
    ))}
    <Button
      kind={confirm === undefined ? "plain" : "danger"}
      label={label}
      {...(confirm !== undefined && { confirm })}
    >
      {children}
    </Button>
  </Form>
);
