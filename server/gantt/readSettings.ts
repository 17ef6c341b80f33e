import type { Configuration } from './configuration';
import type { FrontMatter } from './frontMatter';
import type { CalendarEntry, ChartSettings } from './settings';
import type { SettingName, SettingStatement, Statement } from './syntax';

/** The settings that a chart ends up with. For most, Mermaid lets the last statement win for the whole chart. */
export function readSettings(
  statements: readonly Statement[],
  frontMatter: FrontMatter | null,
  configuration: Configuration,
): ChartSettings {
  const settings = statements.filter((statement) => statement.kind === 'setting');
  const last = (name: SettingName) =>
    settings.findLast((setting) => setting.name === name)?.value.text ?? null;
  const words = (name: SettingName) => last(name)?.toLowerCase().split(/\s+/).at(-1);
  return {
    title: last('title') ?? frontMatter?.title ?? null,
    dateFormat: last('dateFormat') ?? '',
    axisFormat: last('axisFormat'),
    tickInterval: last('tickInterval'),
    todayMarker: last('todayMarker'),
    weekday: words('weekday') ?? 'sunday',
    weekend: words('weekend') === 'friday' ? 'friday' : 'saturday',
    inclusiveEndDates: settings.some(({ name }) => name === 'inclusiveEndDates'),
    displayMode: configuration.displayMode,
    excludes: entries(settings, 'excludes'),
    includes: entries(settings, 'includes'),
  };
}

/** Two `excludes` lines add up since Mermaid 12.3; each entry counts once, at its first place. */
function entries(settings: readonly SettingStatement[], name: SettingName): CalendarEntry[] {
  const found = new Map<string, CalendarEntry>();
  for (const { value } of settings.filter((setting) => setting.name === name)) {
    for (const match of value.text.matchAll(/[^\s,]+/g)) {
      const start = value.span.start + match.index;
      const text = match[0].toLowerCase();
      if (!found.has(text)) found.set(text, { text, span: { start, end: start + match[0].length } });
    }
  }
  return [...found.values()];
}
