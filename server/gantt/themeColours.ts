import { isValid } from 'khroma';

const numbered = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}`);
const SCALE = numbered('cScale', 12);
const BRANCHES = numbered('git', 8);

interface ComputedColours {
  /** Must be a colour, not even empty. */
  readonly required: readonly string[];
  /** Must be a colour or empty. */
  readonly optional: readonly string[];
}

const theme = (required: string, optional: string, ...series: readonly string[][]): ComputedColours => ({
  required: required.split(' '),
  optional: [...optional.split(' '), ...series.flat()],
});

/** The variables that Mermaid's themes compute other colours from. The rest go into the style sheet as they are. */
const THEMES: Readonly<Record<string, ComputedColours>> = {
  base: theme(
    'background primaryColor noteBkgColor',
    'primaryTextColor secondaryColor tertiaryColor lineColor mainBkg quadrant1Fill',
    SCALE,
    BRANCHES,
  ),
  dark: theme(
    'background primaryColor secondaryColor primaryTextColor mainBkg labelBackground',
    'quadrant1Fill',
    SCALE,
  ),
  default: theme('primaryColor secondaryColor labelTextColor', 'quadrant1Fill', SCALE, BRANCHES),
  forest: theme(
    'primaryColor secondaryColor mainBkg tertiaryColor primaryTextColor actorTextColor',
    'quadrant1Fill',
    SCALE,
    BRANCHES,
  ),
  neutral: theme('primaryColor secondaryColor primaryTextColor mainBkg border1', 'quadrant1Fill', SCALE),
  neo: theme(
    'background primaryColor noteBkgColor',
    'mainBkg tertiaryColor primaryTextColor secondaryColor lineColor quadrant1Fill',
    SCALE,
    BRANCHES,
  ),
  'neo-dark': theme(
    'background primaryColor noteBkgColor',
    'secondaryColor tertiaryColor primaryTextColor mainBkg lineColor quadrant1Fill',
    SCALE,
    BRANCHES,
  ),
  redux: theme(
    'background primaryColor',
    'mainBkg tertiaryColor primaryTextColor secondaryColor lineColor quadrant1Fill',
    BRANCHES,
  ),
  'redux-dark': theme(
    'background primaryColor',
    'secondaryColor tertiaryColor primaryTextColor mainBkg lineColor quadrant1Fill',
    SCALE,
    BRANCHES,
  ),
  'redux-color': theme(
    'background primaryColor',
    'mainBkg tertiaryColor primaryTextColor secondaryColor lineColor quadrant1Fill',
    SCALE,
    BRANCHES,
  ),
  'redux-dark-color': theme(
    'background primaryColor',
    'secondaryColor tertiaryColor primaryTextColor mainBkg lineColor quadrant1Fill',
    SCALE,
    BRANCHES,
  ),
};

export function isTheme(name: unknown): name is string {
  return typeof name === 'string' && Object.hasOwn(THEMES, name);
}

/** Anything else in a theme variable Mermaid empties. */
const HARMLESS = /^[\d "#%(),.;A-Za-z]+$/;

/** The first theme variable that Mermaid fails to compute with, or null. `name` is a theme's. */
export function unreadableColour(name: string, variables: Readonly<Record<string, unknown>>): string | null {
  const { required, optional } = THEMES[name]!;
  const unreadable = (variable: string, mayBeEmpty: boolean) => {
    const value = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
    if (value === undefined || value === null) return false;
    if (!value || (typeof value === 'string' && !HARMLESS.test(value))) return !mayBeEmpty;
    return typeof value !== 'string' || !isValid(value);
  };
  return (
    required.find((variable) => unreadable(variable, false)) ??
    optional.find((variable) => unreadable(variable, true)) ??
    null
  );
}
