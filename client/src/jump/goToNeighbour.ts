import { type QuickPickItem, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Position } from 'vscode-languageserver-types';
import {
  type Direction,
  NEIGHBOURS_REQUEST,
  type Neighbour,
  type Neighbours,
  type NeighboursParams,
} from '../../../server/lsp/protocol';
import { showRange } from './goToTask';

const MESSAGE_MS = 4_000;

interface NeighbourItem extends QuickPickItem {
  readonly neighbour: Neighbour;
}

/**
 * Goes to the task that the task waits for, or that waits for it; asks which where there are several. `uri` and
 * `position` (as in the protocol) say which task; without them it is the one at the cursor.
 */
export async function goToNeighbour(
  client: BaseLanguageClient,
  direction: Direction,
  uri: unknown,
  position: unknown,
): Promise<void> {
  const place = placeOf(client, uri, position);
  if (!place) return;
  const found = await client.sendRequest<Neighbours | null>(NEIGHBOURS_REQUEST, { ...place, direction });
  const chosen = found && found.neighbours.length > 0 ? await choose(found, direction) : undefined;
  if (chosen)
    await showRange(client, client.protocol2CodeConverter.asUri(place.textDocument.uri), chosen.range);
  else if (!found) window.setStatusBarMessage('There is no task on this line.', MESSAGE_MS);
  else if (found.neighbours.length === 0) window.setStatusBarMessage(nothing(found, direction), MESSAGE_MS);
}

function placeOf(
  { code2ProtocolConverter }: BaseLanguageClient,
  uri: unknown,
  position: unknown,
): Omit<NeighboursParams, 'direction'> | null {
  if (typeof uri === 'string' && Position.is(position)) return { textDocument: { uri }, position };
  const editor = window.activeTextEditor;
  return editor
    ? {
        textDocument: { uri: code2ProtocolConverter.asUri(editor.document.uri) },
        position: code2ProtocolConverter.asPosition(editor.selection.active),
      }
    : null;
}

async function choose(
  { task, neighbours }: Neighbours,
  direction: Direction,
): Promise<Neighbour | undefined> {
  if (neighbours.length === 1) return neighbours[0];
  const items = neighbours.map(
    (neighbour): NeighbourItem => ({
      label: neighbour.name,
      description: [neighbour.id, neighbour.section].filter(Boolean).join(' · '),
      detail: neighbour.when ?? 'no date',
      neighbour,
    }),
  );
  const title = direction === 'predecessors' ? `“${task}” waits for` : `“${task}” is waited for by`;
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: 'Go to…',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.neighbour;
}

function nothing({ task }: Neighbours, direction: Direction): string {
  return direction === 'predecessors'
    ? `“${task}” waits for no other task.`
    : `No other task waits for “${task}”.`;
}
