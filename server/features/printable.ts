/**
 * A document's text is data: escape sequences in it must not reach the terminal, and marks that turn the writing
 * direction must not make a line read otherwise than it is. Control characters come out as their pictures.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    const code = character.charCodeAt(0);
    if (character === '\n' || code === 0x2028 || code === 0x2029) return ' ';
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}

// C0, DEL and C1 controls; line and paragraph separators; overrides and isolates of direction; lone surrogates.
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;
