import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROBLEM_CODES, type ProblemCode } from '../../server/gantt/problems/codes';
import { explained } from '../support/explained';
import { Client } from './client';

const codes = Object.keys(PROBLEM_CODES) as ProblemCode[];
let client: Client;

beforeAll(async () => {
  client = await Client.start({ settings: { mermaidVersion: 'gitlab' } });
});
afterAll(async () => {
  expect(client.errors).toEqual([]);
  await client.stop();
});

test.each(codes)('%s reaches an editor where docs/diagnostics.md says', async (code) => {
  const { example, language, marked } = explained(code);
  const document = client.open(language === 'markdown' ? example : `\`\`\`mermaid\n${example}\n\`\`\`\n`);
  const found = (await document.pull()).find((diagnostic) => diagnostic.code === code);
  expect(found && document.textIn(found.range)).toBe(marked);
  document.close();
});
