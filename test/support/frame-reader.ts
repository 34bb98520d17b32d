/** One message of PostgreSQL's protocol: a letter, its length in four bytes, its content. */
export interface Frame {
  readonly kind: string;
  readonly bytes: Buffer;
}

const HEAD = 5;

/** Puts messages together again from the pieces in which a connection brings them. */
export class FrameReader {
  private rest: Buffer = Buffer.alloc(0);

  constructor(private readonly take: (frame: Frame) => void) {}

  read(chunk: Buffer): void {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    while (this.rest.length >= HEAD) {
      const size = this.rest.readInt32BE(1) + 1;
      if (this.rest.length < size) return;
      const bytes = this.rest.subarray(0, size);
      this.rest = this.rest.subarray(size);
      this.take({ kind: String.fromCharCode(bytes[0] ?? 0), bytes });
    }
  }
}
