// Bodies of the operations on search nodes of clusters.
import * as Type from "typebox";
import { providerNames } from "../cluster-hardware.ts";
import { object } from "./common.ts";

const sizes = [
  "S10_HIGHCPU",
  "S20_HIGHCPU_NVME",
  "S30_HIGHCPU_NVME",
  "S40_HIGHCPU_NVME",
  "S50_HIGHCPU_NVME",
  "S60_HIGHCPU_NVME",
  "S70_HIGHCPU_NVME",
  "S80_HIGHCPU_NVME",
  "S30_LOWCPU_NVME",
  "S40_LOWCPU_NVME",
  "S50_LOWCPU_NVME",
  "S60_LOWCPU_NVME",
  "S70_LOWCPU_NVME",
  "S80_LOWCPU_NVME",
  "S90_LOWCPU_NVME",
  "S100_LOWCPU_NVME",
  "S110_LOWCPU_NVME",
  "S120_LOWCPU_NVME",
  "S130_LOWCPU_NVME",
  "S135_LOWCPU_NVME",
  "S140_LOWCPU_NVME",
  "S40_STORAGE_NVME",
  "S50_STORAGE_NVME",
  "S60_STORAGE_NVME",
  "S80_STORAGE_NVME",
  "S90_STORAGE_NVME",
];
const instanceSize = Type.Enum(sizes, { type: "string", description: "Size of each node." });
const count = { format: "int32", minimum: 2, maximum: 32 } as const;
const orNull = <S extends Type.TSchema>(schema: S, description: string) =>
  Type.Optional(Type.Union([schema, Type.Null()], { description }));

export const ApiSearchDeploymentRequestView = object("ApiSearchDeploymentRequestView", {
  defaultNodeCount: orNull(Type.Integer(count), "Number of nodes where a spec names none; 2 if absent."),
  specs: Type.Array(
    object("ApiSearchDeploymentRequestSpecView", {
      cloudProvider: orNull(Type.Enum([...providerNames], { type: "string" }), "Provider of the region."),
      instanceSize,
      nodeCount: orNull(Type.Integer(count), "Number of nodes."),
      regionName: orNull(Type.String(), "Region in the words of Atlas; each of the cluster if absent."),
    }),
    { minItems: 1, description: "Nodes; one spec, or one for each region." },
  ),
});
export type SentSearchDeployment = Type.Static<typeof ApiSearchDeploymentRequestView>;
