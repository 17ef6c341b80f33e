import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver';
import type { SeverityChoices } from '../features/diagnostics';
import { type MermaidVersion, readMermaidVersion } from '../gantt/mermaidVersion';
import { isProblemCode } from '../gantt/problems/codes';
import type { WhenInitialized } from './initialized';

const SECTION = 'roadmapGantt';
const SEVERITY_CHOICES = ['error', 'warning', 'information', 'hint', 'off'] as const;

export interface Settings {
  readonly severity: SeverityChoices;
  /** The Mermaid that readers have; null is the latest. */
  readonly mermaidVersion: MermaidVersion | null;
  /** Lenses above the tasks that have neighbours. */
  readonly codeLens: boolean;
  readonly format: { readonly alignColumns: boolean };
}

/** What a person wrote in their settings: anything unknown in it counts as not written. */
export function readSettings(written: unknown): Settings {
  const { severity, mermaidVersion, codeLens, format } = fieldsOf(written);
  const choices = Object.entries(fieldsOf(severity)).filter(
    ([code, choice]) => isProblemCode(code) && SEVERITY_CHOICES.some((known) => known === choice),
  );
  return {
    severity: Object.fromEntries(choices),
    mermaidVersion: (typeof mermaidVersion === 'string' && readMermaidVersion(mermaidVersion)) || null,
    codeLens: codeLens === true,
    format: { alignColumns: fieldsOf(format).alignColumns === true },
  };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The client's settings, asked for once and again whenever they change. */
export class ClientSettings {
  private pending: Promise<Settings> | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly capabilities: ClientCapabilities,
    private readonly changed: () => void,
    whenInitialized: WhenInitialized,
  ) {
    connection.onDidChangeConfiguration(({ settings }) => {
      // Clients that cannot be asked send their settings along.
      this.pending = this.canAsk ? null : Promise.resolve(readSettings(fieldsOf(settings)[SECTION]));
      this.changed();
    });
    whenInitialized(() => {
      if (!capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) return;
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: SECTION })
        .catch((error) => connection.console.warn(`Changes of settings will not be seen: ${error}`));
    });
  }

  current(): Promise<Settings> {
    this.pending ??= this.ask();
    return this.pending;
  }

  private get canAsk(): boolean {
    return this.capabilities.workspace?.configuration === true;
  }

  private async ask(): Promise<Settings> {
    if (!this.canAsk) return readSettings(undefined);
    try {
      return readSettings(await this.connection.workspace.getConfiguration(SECTION));
    } catch (error) {
      this.connection.console.warn(`The settings could not be read: ${error}`);
      return readSettings(undefined);
    }
  }
}
