// Bodies of the operations on the limits of a project.
import * as Type from "typebox";

const count = (description: string) => Type.Integer({ format: "int64", description });
const answered = (description: string) =>
  Type.Optional(Type.Integer({ format: "int64", readOnly: true, description }));

const figures = {
  currentUsage: answered("How much of the limit is used."),
  defaultLimit: answered("What holds until a limit is set; absent where nothing is limited then."),
  maximumLimit: answered("The largest value that can be set; absent where there is none."),
};
const name = Type.String({ readOnly: true, description: "Name of the limit." });

export const DataFederationLimit = Type.Object(
  { ...figures, name, value: count("The limit.") },
  { $id: "DataFederationLimit" },
);

/** What is read-only is ignored in a request, so that it cannot be required there. */
export const GroupLimitUpdate = Type.Object(
  { ...figures, name: Type.Optional(name), value: count("The limit to set.") },
  { $id: "GroupLimitUpdate" },
);
