import { editDistance } from '../editDistance';
import type { ReadTask } from '../symbols';

const MOST = 3;

/**
 * Ids that a misspelt one may have meant, best first, at most three: near by letters, the same but for hyphens and case,
 * or the same with a suffix, as teams name the parts of one job (`status-desktop-g` and `-n`).
 */
export function suggestIds(id: string, task: number | null, tasks: readonly ReadTask[]): string[] {
  const allowed = Math.max(1, Math.floor(id.length / 4));
  const plain = plainForm(id);
  const scores = new Map<string, number>();
  for (const candidate of tasks) {
    const known = candidate.syntax.id?.text;
    if (!known || candidate.syntax.index === task || known === id) continue;
    const score = scoreOf(known);
    if (score !== null) scores.set(known, score);
  }
  return [...scores]
    .sort(([a, scoreA], [b, scoreB]) => scoreA - scoreB || a.localeCompare(b))
    .slice(0, MOST)
    .map(([known]) => known);

  function scoreOf(known: string): number | null {
    if (plainForm(known) === plain) return 0;
    const distance = editDistance(id.toLowerCase(), known.toLowerCase());
    if (distance <= allowed) return distance;
    const [short, long] = known.length < id.length ? [known, id] : [id, known];
    const suffix = long.startsWith(short) ? long.slice(short.length) : null;
    return suffix !== null && /^[-_]\w{1,6}$/.test(suffix) && short.length > 2 ? allowed + 1 : null;
  }
}

function plainForm(id: string): string {
  return id.toLowerCase().replace(/[-_]/g, '');
}
