import { DiagnosticSeverity, Disposable, languages, StatusBarAlignment, window } from 'vscode';
import type { Status } from '../../server/lsp/protocol';
import type { ActiveRoadmap } from './activeRoadmap';
import { problemsOf } from './problems';

/** Left of the cursor's line and column. */
const PRIORITY = 101;

/** The active roadmap's errors and last true date; a click goes to the next problem. Hidden where there is no chart. */
export function showStatus(active: ActiveRoadmap): Disposable {
  const item = window.createStatusBarItem('roadmapGantt.status', StatusBarAlignment.Right, PRIORITY);
  item.name = 'Roadmap';
  item.command = 'roadmapGantt.goToNextProblem';

  function update(): void {
    const { editor, status } = active;
    if (!editor || !status) {
      item.hide();
      return;
    }
    const problems = problemsOf(editor.document.uri);
    const errors = problems.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
    const others = problems.length - errors;
    const ends = status.ends === null ? 'no dates' : `ends ${status.ends}`;
    item.text = errors > 0 ? `$(error) ${errors} $(calendar) ${ends}` : `$(calendar) ${ends}`;
    const counts = [counted(errors, 'error'), ...(others > 0 ? [counted(others, 'other problem')] : [])];
    item.tooltip = [...tooltipLines(status), counts.join(', ')].join('\n');
    const action = problems.length > 0 ? ' Go to the next problem.' : '';
    item.accessibilityInformation = {
      label: `Roadmap: ${counts.join(', ')}, ${ends}.${action}`,
      role: 'button',
    };
    item.show();
  }

  update();
  return Disposable.from(
    item,
    active.onDidChange(update),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = active.editor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === shown)) update();
    }),
  );
}

function tooltipLines({ charts, ends }: Status): string[] {
  const last = `Last true date: ${ends ?? 'none'}`;
  if (charts.length === 1) return [last];
  const lines = charts.map(
    (chart, index) => `${chart.title ?? `Chart ${index + 1}`}: ${chart.ends ?? 'no dates'}`,
  );
  return [last, ...lines];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
