export const ZONES = [
  'UTC',
  'America/New_York',
  'Europe/London',
  'Asia/Kolkata',
  'Pacific/Auckland',
] as const;
export type Zone = (typeof ZONES)[number];

/** Mermaid works in the machine's time zone: Node takes a new TZ at once, in the main thread. */
export function enterTimeZone(zone: string): void {
  if (process.env.TZ !== zone) process.env.TZ = zone;
}
