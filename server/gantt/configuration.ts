import type { FrontMatter } from './frontMatter';
import type { Span } from './span';
import type { HeaderStatement } from './syntax';
import { isTheme, unreadableColour } from './themeColours';

/** What front matter and `%%{init: …}%%` directives tell Mermaid's renderer, as far as it decides whether a chart is drawn. */
export interface Configuration {
  readonly displayMode: string | null;
  /** Why and where Mermaid refuses the chart for it, or null. */
  readonly refusal: { readonly span: Span; readonly reason: string } | null;
}

/** As Mermaid has it: an unclosed directive reaches as far as it can. */
export const DIRECTIVE = /%{2}{\s*(?:(\w+)\s*:|(\w+))\s*(?:(\w+)|((?:(?!}%{2}).|\r?\n)*))?\s*(?:}%{2})?/gi;

type Fields = Record<string, unknown>;

/** `text`: the chart without its front matter. Later configuration wins, field by field. */
export function readConfiguration(
  frontMatter: FrontMatter | null,
  text: string,
  directives: readonly HeaderStatement[],
): Configuration {
  let reading: Span | undefined;
  try {
    reading = frontMatter?.span;
    const below = fromFrontMatter(frontMatter);
    reading = directives[0]?.span ?? reading;
    const config = merge(below, fromDirectives(text));
    const fields = isFields(config) ? config : {};
    checkStyles(fields);
    checkColours(fields);
    const mode = isFields(fields.gantt) ? fields.gantt.displayMode : undefined;
    return { displayMode: typeof mode === 'string' ? mode : null, refusal: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { displayMode: null, refusal: { span: reading ?? { start: 0, end: 0 }, reason } };
  }
}

/** Mermaid puts `displayMode` into `config.gantt`, whatever `config` is, and fails where that cannot be done. */
function fromFrontMatter(frontMatter: FrontMatter | null): unknown {
  const { config = {}, displayMode = null } = frontMatter ?? {};
  if (displayMode === null) return config;
  if (typeof config !== 'object') throw new TypeError('`config` is not a list of settings');
  const { gantt } = config as Fields;
  if (gantt && typeof gantt !== 'object') throw new TypeError('`gantt` is not a list of settings');
  return { ...config, gantt: { ...(gantt as Fields), displayMode } };
}

/** A directive that is not JSON makes Mermaid ignore them all. */
function fromDirectives(text: string): unknown {
  const readable = text
    .trim()
    .replace(/%%(?=\}%%).*\n/g, '')
    .replaceAll("'", '"');
  const found: unknown[] = [];
  try {
    for (const [, keyed, bare, word, body] of readable.matchAll(DIRECTIVE)) {
      if (!/init\b|initialize\b/.test(keyed ?? bare ?? '')) continue;
      found.push(word ?? (body ? JSON.parse(body.trim()) : null));
    }
  } catch {
    return {};
  }
  if (found.length > 1) for (const one of found) if (isFields(one)) checkStyles(one);
  const config = found.length > 1 ? found.reduce(merge, {}) : found[0];
  if (!isFields(config) || config.config === undefined) return config ?? {};
  const { config: gantt, ...rest } = config;
  return { ...rest, gantt };
}

function merge(below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (!isFields(below) || !isFields(above)) return above;
  const merged: Fields = { ...below };
  for (const [key, value] of Object.entries(above)) merged[key] = merge(merged[key], value);
  return merged;
}

/** Mermaid reads these character by character. */
const STYLES = ['themeCSS', 'fontFamily', 'altFontFamily'];

function checkStyles(config: Fields): void {
  for (const fields of [config, config.gantt, config.themeVariables]) {
    if (!isFields(fields)) continue;
    for (const key of STYLES) {
      if (typeof fields[key] === 'number' || typeof fields[key] === 'boolean') {
        throw new TypeError(`\`${key}\` is not a text`);
      }
    }
  }
}

/** Without a theme of its own a chart's colours are not computed with. */
function checkColours(config: Fields): void {
  const { gantt, themeVariables } = config;
  if (!isFields(themeVariables)) return;
  const named = [isFields(gantt) ? gantt.theme : undefined, config.theme];
  const theme = named.find((name) => name === 'null' || isTheme(name)) ?? 'default';
  if (!isTheme(theme) || (theme === 'default' && !config.theme)) return;
  const variable = unreadableColour(theme, themeVariables);
  if (variable !== null) throw new TypeError(`\`${variable}\` is not a colour`);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
