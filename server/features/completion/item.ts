import type { Edit } from '../../gantt/problems/edits';

export type CompletionKind =
  | 'task'
  | 'milestone'
  | 'section'
  | 'keyword'
  | 'tag'
  | 'date'
  | 'value'
  | 'snippet';

export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** Behind the label, on the right. */
  readonly description?: string;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What the typed prefix is compared with; the label where it is left out. */
  readonly filterText?: string;
  /** Replaces the whole word, hyphens included. */
  readonly edit: Edit;
  /** The text holds `${1:…}` placeholders. */
  readonly snippet?: boolean;
  /** The task whose card is the documentation, which is written when the item is looked at. */
  readonly task?: { readonly chart: number; readonly index: number };
}
