// Members of bodies that may be left out, by what they hold.
import * as Type from "typebox";

export const text = (description: string) => Type.Optional(Type.String({ description }));
/** A text that only its owner may see; lists of requests strike it out. */
export const secretText = (description: string) =>
  Type.Optional(Type.String({ isSecret: true, description }));
export const oneOf = <Name extends string>(names: readonly Name[], description: string) =>
  Type.Optional(Type.Enum([...names], { type: "string", description }));
export const orNull = <S extends Type.TSchema>(schema: S, description: string) =>
  Type.Optional(Type.Union([schema, Type.Null()], { description }));

/** Of answers alone. */
export const readable = (description: string) => Type.Optional(Type.String({ readOnly: true, description }));
