/** `#35;` and `#amp;`, which would end a task's data: Mermaid carries them through its grammar in disguise. */
export const ENTITY = /#\w+;/g;

export function disguiseEntity(entity: string): string {
  const name = entity.slice(1, -1);
  return `ﬂ°${/^\d+$/.test(name) ? '°' : ''}${name}¶ß`;
}

/** What Mermaid reads where `text` is written. */
export function disguise(text: string): string {
  return text.replace(ENTITY, disguiseEntity);
}

/** What people see where Mermaid reads `text`. */
export function undisguise(text: string): string {
  return text.includes('ﬂ°') ? text.replace(/ﬂ°°?(\w+)¶ß/g, '#$1;') : text;
}
