// Wrapper for --least-grade: refuses operations of a lower grade in place of their handlers, after every other check.
import { fault } from "../../contract/errors.ts";
import { type Grade, isBelow } from "../../contract/grade.ts";
import type { PipelineWrapper } from "../pipeline-request.ts";

export const refuseBelow = (leastGrade: Grade): PipelineWrapper => ({
  stages: ({ handle }) => ({
    handle: async (request, tx, entered) => {
      const { id: operationId, grade } = request.operation;
      if (grade === undefined || !isBelow(grade, leastGrade)) return handle(request, tx, entered);
      throw fault("BELOW_LEAST_GRADE", { operationId, grade, leastGrade });
    },
  }),
});
