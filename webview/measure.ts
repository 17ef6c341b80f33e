/** Measures text without touching the page's layout. */
export class TextMeasure {
  private readonly context = document.createElement('canvas').getContext('2d');
  private font = '';
  private widths = new Map<string, number>();

  /** `font` is a CSS font shorthand. True if it is another than before. */
  setFont(font: string): boolean {
    if (!this.context || font === this.font) return false;
    this.font = font;
    this.context.font = font;
    this.widths = new Map();
    return true;
  }

  /** Pixels. */
  readonly widthOf = (text: string): number => {
    let width = this.widths.get(text);
    if (width === undefined) {
      width = this.context?.measureText(text).width ?? 0;
      this.widths.set(text, width);
    }
    return width;
  };
}
