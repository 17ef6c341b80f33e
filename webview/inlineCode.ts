import { html } from './element';

/** What stands between backticks in a message is code; all of it is text. */
export function withCode(message: string): (Node | string)[] {
  return message.split(/`([^`]+)`/).map((part, index) => (index % 2 ? html('code', {}, part) : part));
}
