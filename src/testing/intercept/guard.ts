// The module that `anteroom env` has Node load before a program: no connection leaves the machine, except to the hosts in its
// address.
import { matching, post } from "./gate.ts";

const allowed = new URL(import.meta.url).searchParams.getAll("allow").map(matching);
const none = () => {
  throw new Error("the guard answers nothing itself");
};

post({
  answers: () => false,
  portFor: none,
  fetchFor: none,
  lets: (host) => allowed.some((matches) => matches(host)),
  refusal: (origin) =>
    `${origin} is not asked: \`anteroom env\` lets programs of this shell reach this machine alone. Use another shell, or \`anteroom env --allow\` with its host`,
});
