import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const root = path.resolve(import.meta.dirname, '../..');

function lockedPackages(file: string): Map<string, LockedPackage> {
  return new Map(Object.entries(JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages));
}

/** Where Node would find a package that another one asks for. */
function placeOf(packages: Map<string, LockedPackage>, from: string, name: string): string | undefined {
  const folders = from.split(/\/?node_modules\//).map((_, index, parts) => parts.slice(0, index + 1));
  return folders
    .map((parts) =>
      [...parts.slice(1).flatMap((part) => ['node_modules', part]), 'node_modules', name].join('/'),
    )
    .findLast((place) => packages.has(place));
}

test.each([
  'package-lock.json',
  'test/host/code-server/package-lock.json',
  'test/host/chromium/package-lock.json',
])('%s holds every package for every system, and no registry', (file) => {
  const packages = lockedPackages(file);
  const missing = [...packages].flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !placeOf(packages, place, name)),
  );
  expect(missing).toEqual([]);
  expect([...packages].filter(([, { resolved }]) => resolved)).toEqual([]);
});
