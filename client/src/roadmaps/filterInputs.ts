import { type QuickPickItem, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SECTION_NAMES_REQUEST, type SectionNames } from '../../../server/lsp/protocol';
import type { ViewState } from './viewState';
import { counted } from './words';

const TYPING_MS = 150;

/** Asks for words; the view follows while they are typed, and goes back when the question is dismissed. */
export function askForText(state: ViewState): void {
  const before = state.filter.text;
  const input = window.createInputBox();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let accepted = false;
  input.title = 'Filter Roadmaps';
  input.placeholder = 'Words of a task, its id, section, chart or file';
  input.value = before;
  input.onDidChangeValue((text) => {
    clearTimeout(timer);
    timer = setTimeout(() => state.setFilter({ text }), TYPING_MS);
  });
  input.onDidAccept(() => {
    accepted = true;
    input.hide();
  });
  input.onDidHide(() => {
    clearTimeout(timer);
    state.setFilter({ text: accepted ? input.value : before });
    input.dispose();
  });
  input.show();
}

interface SectionItem extends QuickPickItem {
  readonly section: string | null;
}

/** Asks for one of the sections that there are; teams have one a person. */
export async function askForSection(client: BaseLanguageClient, state: ViewState): Promise<void> {
  const items = client.sendRequest<SectionNames>(SECTION_NAMES_REQUEST, {}).then((names): SectionItem[] => [
    { label: '$(list-flat) All sections', alwaysShow: true, section: null },
    ...names.map(({ name, tasks }) => ({
      label: name,
      description: counted(tasks, 'task'),
      section: name,
    })),
  ]);
  const title = 'Filter Roadmaps by Section';
  const picked = await window.showQuickPick(items, { title, placeHolder: 'A section, such as a person' });
  if (picked) state.setFilter({ section: picked.section });
}
