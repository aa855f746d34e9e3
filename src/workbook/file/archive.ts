import { Inflate } from 'fflate';
import { WorkbookRefusal } from '../refusal';
import { crc32 } from './crc32';
import { LIMITS } from './limits';
import { damaged, tooLarge } from './refusals';
import { pack, type PackedEntry } from './zip';
import { walkXml, type Visitor } from './xml-walk';
import { readDirectory } from './zip-directory';

/** Packed bytes handed to the unpacker at a time: what comes out of a step is bounded too (deflate ends at 1 to 1,032). */
const STEP = 1 << 16;

/**
 * The entries of a zip file, found by name without regard to case, as the parts of a package are. Nothing is unpacked
 * before it is asked for, and what is not replaced goes out again as it came in.
 */
export class Archive {
  private constructor(
    private readonly entries: Map<string, PackedEntry>,
    /** Its name, for messages. */
    readonly file: string,
  ) {}

  /** Throws WorkbookRefusal where the bytes are no sound zip file, or one beyond the limits. */
  static open(bytes: Uint8Array, file: string): Archive {
    const entries = new Map<string, PackedEntry>();
    let declared = 0;
    for (const entry of readDirectory(bytes, file)) {
      const key = keyOf(entry.name);
      if (entries.has(key)) throw damaged(file, `it holds two parts named ${entry.name}`);
      declared += entry.size;
      if (entry.size > LIMITS.partBytes || declared > LIMITS.declaredBytes || isBomb(entry))
        throw tooLarge(file, entry.name);
      entries.set(key, entry);
    }
    return new Archive(entries, file);
  }

  /** A second archive that can be changed while this one stays. */
  copy(): Archive {
    return new Archive(new Map(this.entries), this.file);
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  /** In the order of the file, new ones last. */
  all(): readonly PackedEntry[] {
    return [...this.entries.values()];
  }

  /** The bytes of a part, piece by piece; its checksum is proven when the last piece is out. */
  *pieces(name: string): Generator<Uint8Array, void> {
    const entry = this.entries.get(keyOf(name));
    if (!entry) throw damaged(this.file, `the part ${name} is missing`);
    let size = 0;
    let crc = 0;
    for (const piece of entry.method === 0 ? entry.packed : this.inflate(entry)) {
      size += piece.length;
      if (size > entry.size) throw damaged(this.file, `the part ${name} is larger than it says`);
      crc = crc32(piece, crc);
      yield piece;
    }
    if (size !== entry.size || crc !== entry.crc)
      throw damaged(this.file, `the part ${name} is incomplete or was altered`);
  }

  bytes(name: string): Uint8Array {
    const pieces = [...this.pieces(name)];
    const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }

  /** A part as text, character by character as it stands there: encoding it again gives the same bytes. */
  text(name: string): string {
    if ((this.entries.get(keyOf(name))?.size ?? 0) > LIMITS.textBytes) throw tooLarge(this.file, name);
    return [...this.textPieces(name)].join('');
  }

  *textPieces(name: string): Generator<string, void> {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const decode = (piece?: Uint8Array): string => {
      try {
        return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
      } catch {
        throw damaged(this.file, `the part ${name} is not text in UTF-8`);
      }
    };
    for (const piece of this.pieces(name)) yield decode(piece);
    yield decode();
  }

  /** Walks a small part, see walkXml. */
  walk(name: string, visitor: Visitor): void {
    const xml = this.text(name);
    try {
      walkXml(xml, visitor);
    } catch (error) {
      if (error instanceof WorkbookRefusal) throw error;
      throw damaged(
        this.file,
        `the part ${name} can not be read (${error instanceof Error ? error.message : String(error)})`,
      );
    }
  }

  /** Puts a part in place of the one of that name, or at the end. */
  set(entry: PackedEntry): void {
    const old = this.entries.get(keyOf(entry.name));
    this.entries.set(keyOf(entry.name), { ...entry, name: old?.name ?? entry.name });
  }

  setText(name: string, text: string): void {
    this.set(pack(name, new TextEncoder().encode(text)));
  }

  delete(name: string): void {
    this.entries.delete(keyOf(name));
  }

  private *inflate(entry: PackedEntry): Generator<Uint8Array, void> {
    let out: Uint8Array[] = [];
    const inflate = new Inflate((piece) => out.push(piece));
    for (const packed of entry.packed) {
      for (let at = 0; at < packed.length; at += STEP) {
        try {
          inflate.push(packed.subarray(at, at + STEP));
        } catch {
          throw damaged(this.file, `the part ${entry.name} can not be unpacked`);
        }
        yield* out;
        out = [];
      }
    }
  }
}

const keyOf = (name: string): string => name.replace(/\\/g, '/').replace(/^\//, '').toLowerCase();

function isBomb(entry: PackedEntry): boolean {
  const packed = entry.packed.reduce((sum, part) => sum + part.length, 0);
  return entry.size > LIMITS.ratioFromBytes && entry.size > packed * LIMITS.ratio;
}
