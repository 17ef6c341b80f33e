import { expect, test } from 'vitest';
import { chartOf } from '../../support/charts';

test('the critical path is what decides the last date', () => {
  const { tasks } = chartOf(
    `A: a, 2024-01-01, 5d
     B: b, 2024-01-01, 2d
     C: c, after a b, 3d
     Fixed: after b, 2024-01-06
     Aside: 2024-01-02, 1d`,
  );
  expect(tasks.map(({ critical, slack }) => [critical, slack! / 86_400_000])).toEqual([
    [true, 0],
    [false, 3],
    [true, 0],
    [false, 3],
    [false, 6],
  ]);
});
