/** The colours of a picture, as hex. They are the editor's own, so that a picture looks like the panel. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly blue: string;
  readonly red: string;
  readonly orange: string;
  readonly yellow: string;
  readonly purple: string;
}

export const PALETTES = {
  light: {
    paper: '#ffffff',
    ink: '#3b3b3b',
    muted: '#616161',
    blue: '#1a85ff',
    red: '#e51400',
    orange: '#d18616',
    yellow: '#bf8803',
    purple: '#652d90',
  },
  dark: {
    paper: '#1f1f1f',
    ink: '#cccccc',
    muted: '#9d9d9d',
    blue: '#3794ff',
    red: '#f14c4c',
    orange: '#d18616',
    yellow: '#cca700',
    purple: '#b180d7',
  },
} satisfies Record<string, Palette>;

export type PaletteName = keyof typeof PALETTES;

/** `share` of one colour (0 to 1), the rest of the other; hex in and out. */
export function mix(one: string, share: number, other: string): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round(a! * share + b! * (1 - share))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

export interface BarColours {
  readonly fill: string;
  readonly stroke: string;
}

/** As the panel's stylesheet has it. */
export function barColours(tags: readonly string[], provisional: boolean, palette: Palette): BarColours {
  const { paper, ink, blue, red } = palette;
  const done = tags.includes('done');
  const crit = tags.includes('crit');
  const hue = done ? (crit ? mix(red, 0.55, paper) : mix(ink, 0.45, paper)) : crit ? red : blue;
  const share = provisional
    ? 0.1
    : tags.includes('milestone')
      ? 0.85
      : tags.includes('active')
        ? 0.5
        : done
          ? 0.25
          : 0.38;
  return { fill: mix(hue, share, paper), stroke: hue };
}
