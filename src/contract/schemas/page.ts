// A page of results, as every paged list answers it.
import type { TSchema } from "typebox";
import * as Type from "typebox";
import { always, Links } from "./common.ts";

export const Page = <Item extends TSchema>(item: Item, id: string) =>
  Type.Object(
    {
      links: always(Links),
      results: Type.Array(item, { readOnly: true, description: "The results of this page." }),
      totalCount: always(
        Type.Integer({
          format: "int32",
          minimum: 0,
          readOnly: true,
          description: "Number of all results; 0 when includeCount is false.",
        }),
      ),
    },
    { $id: id },
  );
