import { padEnd, padStart, shorten, widthOf } from './width';

export interface Column {
  readonly title: string;
  readonly alignEnd?: boolean;
  /** May be cut to this many columns where the table is too wide. */
  readonly shrinksTo?: number;
}

const GAP = '  ';

/**
 * The heads and then one line a row, columns aligned as a terminal shows them. `width`: terminal columns to fit into,
 * as far as shrinking goes; null for as wide as the texts are. Texts must be printable.
 */
export function columns(
  heads: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | null,
): string[] {
  const all = [heads.map(({ title }) => title), ...rows];
  const widths = heads.map((_, column) =>
    all.reduce((widest, row) => Math.max(widest, widthOf(row[column] ?? '')), 0),
  );
  if (width !== null) shrink(heads, widths, width);
  return all.map((row) =>
    heads
      .map(({ alignEnd }, column) => {
        const text = shorten(row[column] ?? '', widths[column] ?? 0);
        return (alignEnd ? padStart : padEnd)(text, widths[column] ?? 0);
      })
      .join(GAP)
      .trimEnd(),
  );
}

/** Takes from the widest column that may shrink until all fit. */
function shrink(heads: readonly Column[], widths: number[], width: number): void {
  const gaps = GAP.length * (heads.length - 1);
  for (let excess = widths.reduce((sum, each) => sum + each, gaps) - width; excess > 0; excess--) {
    const shrinkable = heads.flatMap(({ shrinksTo }, column) =>
      shrinksTo !== undefined && (widths[column] ?? 0) > shrinksTo ? [column] : [],
    );
    const widest = shrinkable.sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
    if (widest === undefined) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}
