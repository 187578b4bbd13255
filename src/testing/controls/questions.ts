// Answers who may call an operation and why: checks a question from outside, and refuses what cannot be answered.
import {
  type DoorQuestion,
  type ExplainQuestion,
  type Explanation,
  QuestionError,
  type WhoCan,
} from "../../core/domain/explanation.ts";
import type { Explaining } from "../explain/explain.ts";
import { ControlError } from "./control-error.ts";
import schemas from "./schemas.json" with { type: "json" };

/** The address of a caller within the process. */
const ownAddress = "127.0.0.1";

export const createQuestions = ({ explain, whoCan }: Pick<Explaining, "explain" | "whoCan">) => ({
  async explain(question: ExplainQuestion): Promise<Explanation> {
    checkMembers(question, "explain");
    if (!("caller" in question)) {
      throw new ControlError(400, "give 'caller': a public key, a client id, an address or a name");
    }
    return explain({ address: ownAddress, ...question }).catch(refuse);
  },
  async whoCan(question: DoorQuestion): Promise<WhoCan> {
    checkMembers(question, "whoCan");
    return whoCan(question).catch(refuse);
  },
});

function checkMembers(question: object, control: "explain" | "whoCan"): void {
  const known = Object.keys(schemas[control].body.properties);
  for (const [name, value] of Object.entries(question)) {
    if (!known.includes(name)) {
      throw new ControlError(400, `a question has no member '${name}'; it has ${known.join(", ")}`);
    }
    if (typeof value !== "string") throw new ControlError(400, `'${name}' must be a string`);
  }
}

function refuse(reason: unknown): never {
  throw reason instanceof QuestionError ? new ControlError(400, reason.message) : reason;
}
