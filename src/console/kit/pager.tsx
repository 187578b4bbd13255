// Links to the previous and the next page, which keep the other parameters of the address.
import { addressOf } from "./list.tsx";
import { useVisit } from "./visit.ts";

export const pageOf = (query: URLSearchParams, name: string): number => {
  const text = query.get(name) ?? "";
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
};

interface PagerProps {
  readonly name: string;
  readonly label: string;
  readonly perPage: number;
  readonly total: number;
}

export function Pager({ name, label, perPage, total }: PagerProps) {
  const { query, target, words } = useVisit();
  const here = pageOf(query, name);
  const last = Math.ceil(total / perPage);
  if (last <= 1 && here === 1) return null;
  const { previous, next, position } = words.lists;
  const addressOfPage = (page: number) => {
    const others = new URLSearchParams(query);
    others.delete("done");
    others.set(name, String(page));
    return addressOf({ target }, others);
  };
  return (
    <nav class="row pager" aria-label={label}>
      {here > 1 && (
        <a class="button plain" rel="prev" href={addressOfPage(Math.min(here - 1, Math.max(last, 1)))}>
          {previous}
        </a>
      )}
      <span>{position(here, Math.max(last, 1))}</span>
      {here < last && (
        <a class="button plain" rel="next" href={addressOfPage(here + 1)}>
          {next}
        </a>
      )}
    </nav>
  );
}
