// Links that are mailed: one that lets a person sign in while others try passwords, and that of an invitation, which its
// inviter hands over if no mail is sent.
import { Form } from "./fields.tsx";
import { Button, Copy, Notice } from "./kit.tsx";
import { useVisit } from "./visit.ts";

/** Offers a link by mail after too many attempts, if this server sends mail. */
export function LinkInstead() {
  const { problem, sendsMail, words } = useVisit();
  if (!sendsMail || problem?.refusal.code !== "RATE_LIMITED_TOKEN_BUCKET") return null;
  const { lead, submit } = words.mailedLink;
  return (
    <Form name="mailLink">
      <input type="hidden" name="username" value={problem.form.text("username")} />
      <p class="hint">{lead}</p>
      <Button kind="primary">{submit}</Button>
    </Form>
  );
}

/** Shows the button that keeps the old password, beside the form for a new one. */
export function KeepPassword() {
  const { keepLead, keep } = useVisit().words.mailedLink;
  return (
    <Form name="keep">
      <p class="hint">{keepLead}</p>
      <Button>{keep}</Button>
    </Form>
  );
}

interface HandedProps {
  readonly username: string;
  /** The token; null if this server mails it, or if there is nothing left to accept. */
  readonly token: string | null;
}

const linkOf = (origin: string, token: string) => `${origin}/invitations/${token}`;

/** Says that an invitation is pending, and how its person gets the link. */
export function HandedLink({ username, token }: HandedProps) {
  const { origin, words } = useVisit();
  if (token === null) return null;
  const { unsent, copy } = words.people.invitation;
  return (
    <Notice kind="info">
      <p>{unsent(username)}</p>
      <p class="row">
        <span class="code" id="handed">
          {linkOf(origin, token)}
        </span>
        <button type="button" class="button" hidden data-copy="handed" data-copied={words.layout.copied}>
          {copy}
        </button>
      </p>
    </Notice>
  );
}
export function LinkToHand({ username, token }: { readonly username: string; readonly token: string }) {
  const { origin, words } = useVisit();
  const { link } = words.people.invitation;
  return <Copy text={linkOf(origin, token)} label={words.layout.copyOf(`${link}: ${username}`)} />;
}
