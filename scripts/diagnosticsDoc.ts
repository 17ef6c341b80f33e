import { HOST_VERSIONS } from '../server/gantt/mermaidVersion';
import { PROBLEM_CODES, type ProblemCode, type Severity } from '../server/gantt/problems/codes';
import { EXPLANATIONS, type Explanation, GROUPS } from '../server/gantt/problems/explained';

const LEVELS: Record<Severity, string> = {
  error: 'Error',
  warning: 'Warning',
  information: 'Information',
  hint: 'Hint',
};

/** The text of docs/diagnostics.md, from the table of codes and what is said of each. */
export function diagnosticsDoc(): string {
  return `${[HEAD, ...GROUPS.flatMap(group)].join('\n\n')}\n`;
}

function group({ title, about, codes }: (typeof GROUPS)[number]): string[] {
  const names = Object.keys(codes) as ProblemCode[];
  return [`## ${title}`, about, ...names.map((code) => section(code, EXPLANATIONS[code]))];
}

function section(code: ProblemCode, { meaning, harm, example, marked, mending }: Explanation): string {
  const fence = example.includes('```') ? ['````markdown', '````'] : ['```text', '```'];
  return [
    `### ${code}`,
    `*${LEVELS[PROBLEM_CODES[code]]}.* ${meaning}`,
    `**On the chart:** ${harm}`,
    [fence[0], example, fence[1]].join('\n'),
    `Marked is \`${marked.trim() || marked}\`.`,
    `**Mending:** ${mending}`,
  ].join('\n\n');
}

const hosts = Object.entries(HOST_VERSIONS).map(([name, version]) => `\`${name}\` (${version})`);

const HEAD = `<!-- Written by \`npm run docs\`; change server/gantt/problems/explained instead. -->

# Diagnostics

Severity is by harm. **Error**: Mermaid refuses to draw the chart, or draws a task at a date that does not follow from
what is written. **Warning**: drawn as written, but likely a slip. **Information**: other hosts or versions differ.
**Hint**: tidiness. What Mermaid does is that of version 12.3; each example on this page is checked against it.

The setting \`roadmapGantt.severity\` gives a code another level, or \`off\`:
\`"roadmapGantt.severity": { "bare-zero": "off", "duplicate-id": "error" }\`. The setting \`roadmapGantt.mermaidVersion\` names
the Mermaid that your readers have: \`latest\`, a version such as \`10.9\`, or a host: ${hosts.join(', ')}. A chart that
says \`info\` and nothing else shows the version of the page it is on.

A comment silences codes on the next line, or with \`-chart\` in the whole chart. Several codes are parted by commas; what
follows is the reason:

\`\`\`text
%% roadmap-gantt-ignore unknown-task, duplicate-id waiting for the team
%% roadmap-gantt-ignore-chart bare-zero our milestones are written so
\`\`\``;
