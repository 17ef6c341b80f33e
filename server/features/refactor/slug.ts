/** An id that `after` can read, made of a name's words: `Sync client (beta)` gives `sync-client-beta`. */
export function slugOf(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? ['task']).slice(0, 5).join('-');
}
