import { openBrowser } from './browser';
import { bundleMermaid } from './bundle';
import { enterTimeZone } from './timeZone';

/** What Mermaid makes of one chart. */
export interface OracleChart {
  /** Mermaid refuses to draw the chart. */
  readonly rejected: boolean;
  /** What it says when it refuses. */
  readonly reason: string | null;
  /** Where it refuses; null where it does not. `other` is a text that Mermaid takes for another type of diagram. */
  readonly refusedBy: 'reading' | 'dates' | 'drawing' | 'other' | null;
  /** In file order. Empty when reading fails; without dates when it fails later. */
  readonly tasks: readonly OracleTask[];
  readonly settings: OracleSettings | null;
  /** The copy of Mermaid's gantt module that holds the chart, for its date functions. */
  readonly gantt: Gantt;
}

export interface OracleTask {
  /** Null where Mermaid cannot make anything of the fields: too few, or too many. */
  readonly id: string | null;
  readonly name: string;
  readonly section: string;
  readonly tags: readonly string[];
  /** Epoch milliseconds; null where Mermaid has no date, or an invalid one. */
  readonly start: number | null;
  readonly end: number | null;
  /** Start field; null is "the end of the previous task". */
  readonly startText: string | null;
  readonly endText: string | null;
}

export interface OracleSettings {
  readonly dateFormat: string;
  readonly axisFormat: string;
  readonly tickInterval: string | undefined;
  readonly todayMarker: string;
  readonly includes: readonly string[];
  readonly excludes: readonly string[];
  readonly inclusiveEndDates: boolean;
  readonly weekday: string;
  readonly weekend: 'friday' | 'saturday';
}

interface RawTask {
  readonly id: string | undefined;
  readonly task: string;
  readonly section: string;
  readonly startTime?: Date;
  readonly endTime?: Date;
  readonly raw: {
    readonly startTime?: { readonly startData?: string };
    readonly endTime?: { readonly data: string };
  };
  readonly [tag: string]: unknown;
}

interface Database {
  getTasks(): RawTask[];
}

/** One copy of Mermaid's gantt module. */
export interface Gantt {
  readonly diagram: { db: Database };
  rawTasks(): readonly RawTask[];
  settings(): OracleSettings;
  getStartDate(previous: undefined, dateFormat: string, text: string): Date;
  getEndDate(start: Date, dateFormat: string, text: string, inclusive: boolean): Date;
  /** Pushes `task.endTime` behind the excluded days. */
  checkTaskDates(
    task: { startTime: Date; endTime: Date; manualEndTime: boolean },
    dateFormat: string,
    excludes: readonly string[],
    includes: readonly string[],
  ): void;
  dayjs(text: string, format: string, strict: boolean): { isValid(): boolean };
}

interface Mermaid {
  readonly mermaidAPI: {
    /** Reads the configuration in the text and applies it, then reads the chart. */
    parse(text: string): Promise<{ diagramType: string }>;
    /** As `parse`, but leaves the configuration as it is. */
    getDiagramFromText(text: string): Promise<{ type: string }>;
    render(id: string, text: string): Promise<{ diagramType: string }>;
    reset(): void;
  };
}

export interface OracleClock {
  readonly now: number;
  readonly timeZone: string;
}

const TAGS = ['active', 'done', 'crit', 'milestone', 'vert'];

export class Oracle {
  #now = 0;
  readonly #mermaid: Mermaid;
  readonly #freshGantt: (adapt: (gantt: Gantt) => void) => Gantt;

  private constructor(script: string) {
    const now = () => this.#now;
    // Mermaid asks the clock in many places, dayjs and d3 included: give the whole script a Date that stands still.
    class StoppedDate extends Date {
      constructor(...parts: unknown[]) {
        if (parts.length === 0) super(now());
        else super(...(parts as [number]));
      }
      static override now = now;
      /** dayjs compares it with "Invalid Date", often; writing a local date takes the most of its time. */
      override toString(): string {
        return Number.isNaN(this.getTime()) ? 'Invalid Date' : this.toISOString();
      }
    }
    const names = { ...openBrowser(), Date: StoppedDate };
    const run = new Function(...Object.keys(names), script);
    const { mermaid, freshGantt } = run(...Object.values(names));
    this.#mermaid = mermaid;
    this.#freshGantt = freshGantt;
  }

  static async open(): Promise<Oracle> {
    const oracle = new Oracle(await bundleMermaid());
    // The first reading with configuration makes Mermaid register its diagram types.
    await oracle.render('gantt', { now: 0, timeZone: 'UTC' });
    return oracle;
  }

  /**
   * What Mermaid does with the text of one chart. The renderer runs only where the text carries configuration: without
   * it, it never refuses what was read and dated (a test proves it with `render`), and it takes most of the time.
   */
  async draw(text: string, clock: OracleClock): Promise<OracleChart> {
    return /---|%%\{/.test(text) ? this.render(text, clock) : this.#read(text, clock);
  }

  /** As `draw`, through Mermaid's whole pipeline, to the SVG. */
  async render(text: string, clock: OracleClock): Promise<OracleChart> {
    const chart = await this.#read(text, clock, true);
    if (chart.rejected) return chart;
    const drawn = this.#enter(clock);
    try {
      await this.#mermaid.mermaidAPI.render('chart', text);
    } catch (error) {
      return { ...chart, rejected: true, reason: message(error), refusedBy: 'drawing' };
    }
    return { ...chart, tasks: drawn.tasksInFileOrder().map(toTask) };
  }

  async #read(text: string, clock: OracleClock, configured = false): Promise<OracleChart> {
    const { gantt, tasksInFileOrder } = this.#enter(clock);
    const refuse = (reason: string, refusedBy: OracleChart['refusedBy']): OracleChart => {
      const read = refusedBy === 'reading' || refusedBy === 'other' ? [] : gantt.rawTasks();
      const tasks = read.map((task) => ({ ...toTask(task), start: null, end: null }));
      return {
        rejected: true,
        reason,
        refusedBy,
        tasks,
        settings: tasks.length ? gantt.settings() : null,
        gantt,
      };
    };
    const api = this.#mermaid.mermaidAPI;
    try {
      if (configured) {
        const { diagramType } = await api.parse(text);
        if (diagramType !== 'gantt') return refuse(diagramType, 'other');
      } else {
        const { type } = await api.getDiagramFromText(text);
        if (type !== 'gantt') return refuse(type, 'other');
      }
    } catch (error) {
      return refuse(message(error), 'reading');
    } finally {
      if (configured) api.reset();
    }
    try {
      gantt.diagram.db.getTasks();
    } catch (error) {
      return refuse(message(error), 'dates');
    }
    const tasks = tasksInFileOrder().map(toTask);
    return { rejected: false, reason: null, refusedBy: null, tasks, settings: gantt.settings(), gantt };
  }

  #enter({ now, timeZone }: OracleClock) {
    this.#now = now;
    enterTimeZone(timeZone);
    let tasks: readonly RawTask[] = [];
    const gantt = this.#freshGantt((copy) => {
      const { getTasks } = copy.diagram.db;
      // The renderer sorts the tasks in place.
      copy.diagram.db.getTasks = () => {
        const dated = getTasks();
        tasks = [...dated];
        return dated;
      };
    });
    return { gantt, tasksInFileOrder: () => tasks };
  }
}

function toTask(task: RawTask): OracleTask {
  return {
    id: task.id ?? null,
    name: task.task,
    section: task.section,
    tags: TAGS.filter((tag) => task[tag] === true),
    start: time(task.startTime),
    end: time(task.endTime),
    startText: task.raw.startTime?.startData ?? null,
    endText: task.raw.endTime?.data ?? null,
  };
}

function time(date: Date | undefined): number | null {
  const value = date?.getTime() ?? Number.NaN;
  return Number.isNaN(value) ? null : value;
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
