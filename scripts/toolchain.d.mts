export const root: string;
export function npm(args: string[], cwd: string): Promise<void>;
