import type { FromPage, Rescheduled, ToPage } from '../client/src/preview/messages';

type Question = Extract<FromPage, { request: number }>;
type Answer = Extract<ToPage, { request: number }>;
type Unnumbered<Message> = Message extends Question ? Omit<Message, 'request'> : never;

/** Questions to the editor, each with its answer. */
export class Requests {
  private last = 0;
  private readonly waiting = new Map<number, (answer: Answer) => void>();

  constructor(private readonly post: (message: FromPage) => void) {}

  async reschedule(
    question: Unnumbered<Extract<Question, { type: 'reschedule' }>>,
  ): Promise<{ request: number; answer: Rescheduled | null }> {
    const answer = await this.ask(question);
    return { request: answer.request, answer: answer.type === 'rescheduled' ? answer.answer : null };
  }

  /** Markdown. */
  async card(question: Unnumbered<Extract<Question, { type: 'card' }>>): Promise<string | null> {
    const answer = await this.ask(question);
    return answer.type === 'card' ? answer.text : null;
  }

  async fixes(
    question: Unnumbered<Extract<Question, { type: 'fixes' }>>,
  ): Promise<{ request: number; titles: string[] }> {
    const answer = await this.ask(question);
    return { request: answer.request, titles: answer.type === 'fixes' ? answer.titles : [] };
  }

  receive(answer: Answer): void {
    this.waiting.get(answer.request)?.(answer);
    this.waiting.delete(answer.request);
  }

  private ask(question: Unnumbered<Question>): Promise<Answer> {
    const request = ++this.last;
    this.post({ ...question, request } as Question);
    return new Promise((resolve) => this.waiting.set(request, resolve));
  }
}
