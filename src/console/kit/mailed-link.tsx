// A link by mail lets a person in while others try passwords: what asks for it, and what uses it.

import { Form } from "./fields.tsx";
import { Button } from "./kit.tsx";
import { useVisit } from "./visit.ts";

/** Where too many attempts were made, and mail is sent: a link instead. */
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

/** Beside a new password: keeping the old one. */
export function KeepPassword() {
  const { keepLead, keep } = useVisit().words.mailedLink;
  return (
    <Form name="keep">
      <p class="hint">{keepLead}</p>
      <Button>{keep}</Button>
    </Form>
  );
}
