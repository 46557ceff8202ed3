/** Counts opening and closing tags of XML that comes in pieces, without parsing it. */
export class TagCounter {
  /** Every `<`. */
  tags = 0;
  /** Cells of a worksheet: `<c …>`, with or without a prefix. */
  cells = 0;
  private rest = "";

  /** Counts a piece; a tag that is cut in two counts once. */
  take(piece: Buffer): void {
    const text = this.rest + piece.toString("latin1");
    const cut = text.lastIndexOf("<");
    // The last tag may go on in the next piece; a name is never longer than a few letters.
    const whole = cut >= 0 && text.length - cut < 64 ? text.slice(0, cut) : text;
    this.rest = text.slice(whole.length);
    this.count(whole);
  }

  /** Counts what the last piece left. */
  end(): void {
    this.count(this.rest);
    this.rest = "";
  }

  private count(text: string): void {
    for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) this.tags++;
    this.cells += text.match(/<(?:\w+:)?c[\s/>]/g)?.length ?? 0;
  }
}
