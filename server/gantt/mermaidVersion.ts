/** Major, minor and patch. */
export type MermaidVersion = readonly [number, number, number];

/**
 * The Mermaid that hosts draw charts with: the oldest that a reader is likely to meet there. A chart that says `info`
 * and nothing else shows a host's own.
 */
export const HOST_VERSIONS = {
  /** github.com, README files and issues. */
  github: '11.4.1',
  /** gitlab.com until 2026, and self-managed servers of that time. */
  gitlab: '10.7.0',
  /** The chat and the Markdown preview of Visual Studio Code. */
  vscode: '11.11.0',
} as const;

/**
 * From `latest`, the name of a host, or a version such as `10.9`. Null for the latest version, which knows everything;
 * undefined where the text says no version.
 */
export function readMermaidVersion(text: string): MermaidVersion | null | undefined {
  const name = text.trim().toLowerCase();
  if (name === 'latest') return null;
  const version = Object.hasOwn(HOST_VERSIONS, name)
    ? HOST_VERSIONS[name as keyof typeof HOST_VERSIONS]
    : name;
  const match = /^v?(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?$/.exec(version);
  return match ? [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)] : undefined;
}

export function isOlder(version: MermaidVersion, than: MermaidVersion): boolean {
  const at = version.findIndex((part, index) => part !== than[index]);
  return at !== -1 && version[at]! < than[at]!;
}
