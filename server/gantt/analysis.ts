import type { Problem } from './problems/problem';
import type { ChartSettings } from './settings';
import type { Span } from './span';
import type {
  EndExpression,
  IdReference,
  SectionStatement,
  StartExpression,
  Statement,
  TaskStatement,
} from './syntax';

/** What the analysis depends on beside the text. */
export interface Clock {
  /** Epoch milliseconds. */
  readonly now: number;
  /** IANA name, such as `Europe/London`. */
  readonly timeZone: string;
}

/** Why a task has no date, or why its date is not certain. */
export type Uncertainty =
  | { readonly kind: 'unknown-id'; readonly id: string; readonly span: Span }
  | { readonly kind: 'cycle'; readonly tasks: readonly number[] }
  /** Waits for a task that is itself unscheduled or provisional. */
  | { readonly kind: 'predecessor'; readonly task: number }
  | { readonly kind: 'missing-start' }
  | { readonly kind: 'invalid-date'; readonly span: Span }
  | { readonly kind: 'refused-line'; readonly span: Span };

/** A task with its true dates and those Mermaid draws. Times are epoch milliseconds; null is "no date". */
export interface Task {
  readonly index: number;
  readonly syntax: TaskStatement;
  readonly section: SectionStatement | null;
  readonly startExpression: StartExpression;
  readonly endExpression: EndExpression;
  readonly milestone: boolean;
  /** The true schedule. */
  readonly start: number | null;
  readonly end: number | null;
  readonly provisional: boolean;
  /** Empty where the dates are certain; the first entry explains an unscheduled task. */
  readonly uncertainties: readonly Uncertainty[];
  /** What Mermaid draws; both null when it refuses the chart. */
  readonly drawnStart: number | null;
  readonly drawnEnd: number | null;
  /** Indexes of the tasks this one starts after, the implicit previous task included. Each once, in document order. */
  readonly predecessors: readonly number[];
  readonly successors: readonly number[];
  /** Index of the predecessor whose end is this task's start; null where a date decides. */
  readonly decidingPredecessor: number | null;
  /** Milliseconds the end can slip without moving the chart's last date; null when unscheduled. */
  readonly slack: number | null;
  readonly critical: boolean;
}

/** Why Mermaid refuses the chart: the first thing it stumbles over. */
export interface Rejection {
  readonly span: Span;
  /** What Mermaid itself says, for tests and logs; people get the problem's message. */
  readonly reason: string;
}

export interface ChartAnalysis {
  /** Position among the document's gantt charts. */
  readonly index: number;
  /** The chart's text between the fences. */
  readonly span: Span;
  readonly statements: readonly Statement[];
  readonly sections: readonly SectionStatement[];
  readonly tasks: readonly Task[];
  readonly settings: ChartSettings;
  readonly symbols: ChartSymbols;
  readonly rejection: Rejection | null;
  readonly problems: readonly Problem[];
}

/** Flat lists of where ids are defined and used. `tasksById` holds every definition; the last one is the one Mermaid finds. */
export interface ChartSymbols {
  readonly tasksById: ReadonlyMap<string, readonly number[]>;
  readonly references: readonly IdReference[];
  readonly referencesById: ReadonlyMap<string, readonly IdReference[]>;
}

export interface DocumentAnalysis {
  readonly text: string;
  readonly clock: Clock;
  readonly charts: readonly ChartAnalysis[];
}
