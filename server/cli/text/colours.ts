/** Puts a text in a terminal's colour, or leaves it as it is. */
export type Paint = (colour: Colour, text: string) => string;

const CODES = {
  bold: '1',
  faint: '2',
  red: '31',
  green: '32',
  yellow: '33',
  blue: '34',
  cyan: '36',
} as const;
export type Colour = keyof typeof CODES;

export function colours(on: boolean): Paint {
  return on ? (colour, text) => `\u001b[${CODES[colour]}m${text}\u001b[0m` : (_colour, text) => text;
}
